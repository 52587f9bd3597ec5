internal import TextScanning

/// What a sentence calls the report that it stands in.
///
///     现公布青禾县2022年政府信息公开工作年度报告。  ->  青禾县2022年政府信息公开工作年度报告
///     编制完成《青禾县水务局2020年…年度报告》      ->  青禾县水务局2020年…年度报告
///     云溪乡2021年…年度报告根据上级的规定编制而成    ->  云溪乡2021年…年度报告
struct Announcement {
  /// Folded, without blanks.
  var title: [Unicode.Scalar]
  /// As printed, without blanks.
  var printed: [Unicode.Scalar]

  /// - Parameters:
  ///   - raw: A paragraph.
  ///   - folded: The same, folded.
  init?(_ raw: [Unicode.Scalar], folded: [Unicode.Scalar]) {
    let text = Array(folded.prefix(Self.searchedLength)).withoutBlanks
    guard text.contains("公"), text.contains(anyOf: Self.topics), !Self.isNews(text),
      let range = Self.range(in: text)
    else { return nil }
    title = Array(text[range])
    printed = Array(Array(raw.prefix(Self.searchedLength)).withoutBlanks[range])
  }

  /// Who the title says reports, as printed; nil for 我局 and where it names nobody.
  var agency: String? {
    let range = AgencyTitle(title).agency
    let name = title[range]
    guard Organisation.isName(Array(name)), !Organisation.isPronoun(name) else { return nil }
    return printed.string(range.lowerBound, range.upperBound)
  }

  /// Whether `text` (folded, without blanks) says that it is the report, with or without a title: 特编制本报告, 本年度报告由…编制.
  static func isMade(by text: [Unicode.Scalar]) -> Bool {
    guard text.contains(anyOf: topics) else { return false }
    // 现将我局2014年政府信息公开情况报告如下
    if let start = text.firstIndex(of: "现将"),
      let end = endings.compactMap({ text.firstIndex(of: $0, from: start, upTo: start + 70) }).min()
    {
      let subject = Array(text[start..<end])
      return subject.contains("政府信息公开") && TitleYear.first(in: subject) != nil
        && !isOfOthers(subject) && !subject.contains("。")
    }
    if selves.contains(where: { beginsSentence($0, in: text) }) {
      return text.contains(anyOf: ["政府信息公开", "政务公开", "高等学校信息公开"])
        && text.contains(anyOf: ["编制", "编写", "撰写", "制作", "编撰"])
    }
    guard text.contains(anyOf: ["年度报告", "年报", "本报告"]) else { return false }
    if text.contains(anyOf: ["公布如下", "报告如下", "予以公布", "予以公开如下"]), text.contains("现") { return true }
    return text.contains("本报告由") || makesThis(text)
      || text.firstIndex(of: "特编制").map {
        Array(text[$0...].prefix(60)).contains(anyOf: ["年度报告", "年报", "本报告"])
      } ?? false
  }

  /// Whether the report that `title` names is another, or one on several works: 水利建设、政府信息公开等工作.
  private static func isOfOthers(_ title: [Unicode.Scalar]) -> Bool {
    title.contains(anyOf: otherReports) || title.contains(anyOf: ["、", "等工作", "等情况", "等方面"])
  }

  /// 编制本报告, 编制了本年度报告, 编制发布本报告.
  private static func makesThis(_ text: [Unicode.Scalar]) -> Bool {
    let objects: [Phrase] = ["本报告", "本年度报告", "本年报"]
    return makers.contains { maker in
      text.firstIndex(of: maker).map { place in
        var end = place + maker.count
        while let word = text.first(of: ["并", "发布", "公布", "公开", "形成", "完成", "了"], at: end) {
          end += word.count
        }
        return text.first(of: objects, at: end) != nil
      } ?? false
    }
  }

  private static let makers: [Phrase] = ["编制", "编写", "制作", "撰写"]

  /// Whether a sentence of `text` begins with `word`, a number before it or not.
  private static func beginsSentence(_ word: Phrase, in text: [Unicode.Scalar]) -> Bool {
    var from = 0
    while let place = text.firstIndex(of: word, from: from) {
      if place < 16 || text[place - 1] == "。" { return true }
      from = place + 1
    }
    return false
  }

  /// Whether `text` (folded, without blanks) begins with its own title: 青禾县水务局2020年…年度报告是根据…编制.
  static func beginsWithTitle(_ text: [Unicode.Scalar]) -> Bool {
    guard let end = reportEnd(in: text, from: 0), end <= longestTitle, end < text.count,
      let range = title(in: text, 0..<end)
    else { return false }
    return followsTitle(text, at: end) && TitleYear.first(in: Array(text[range])) != nil
  }

  /// The title that `text` (folded, without blanks) gives itself, or quotes.
  static func name(in text: [Unicode.Scalar]) -> (title: [Unicode.Scalar], isQuoted: Bool)? {
    guard text.contains(anyOf: topics), !isNews(text), let range = range(in: text) else {
      return nil
    }
    return (Array(text[range]), range.lowerBound > 0 && text[range.lowerBound - 1] == "《")
  }

  private static func isNews(_ text: [Unicode.Scalar]) -> Bool {
    Array(text.prefix(30)).contains(anyOf: news)
  }

  // MARK: Where it stands

  private static func range(in text: [Unicode.Scalar]) -> Range<Int>? {
    if beginsWithTitle(text), let end = reportEnd(in: text, from: 0) { return 0..<end }
    var found: Range<Int>?
    for opening in openings {
      var from = 0
      while let place = text.firstIndex(of: opening, from: from, upTo: found?.lowerBound ?? .max) {
        from = place + opening.count
        var start = from
        while start < text.count, let word = text.first(of: connectors, at: start) {
          start += word.count
        }
        guard let range = title(behind: start, in: text) else { continue }
        found = range
        break
      }
    }
    return found
  }

  /// The title that begins at `start`, to its last 报告 before the clause ends.
  private static func title(behind start: Int, in text: [Unicode.Scalar]) -> Range<Int>? {
    guard start < text.count else { return nil }
    let clause = text[start...].prefix(longestTitle).prefix {
      !",。;:《》".unicodeScalars.contains($0)
    }
    var end = clause.endIndex
    if let cut = endings.compactMap({ text.firstIndex(of: $0, from: start, upTo: end) }).min() {
      // 青禾县2022年政府信息公开工作情况报告如下
      let rest = Array(text[start..<cut])
      if rest.ends(withAny: ["情况", "工作"]), TitleWords.namesTopic(rest),
        !isOfOthers(rest), TitleYear.first(in: rest) != nil
      {
        return start..<cut
      }
      // …年度报告如下
      end = rest.ends(with: "年度") && text.has("报告", at: cut) ? cut + 2 : cut
    }
    // (以下简称年报) behind it is none of it; 外事办公室(国际合作局) is.
    if end > start, text[end - 1] == ")",
      let open = text[start..<end].lastIndex(of: "(")
    {
      end = open
    } else if let open = text[start..<end].lastIndex(of: "("),
      !text[open..<end].contains(")")
    {
      end = open
    }
    return title(in: text, start..<end)
  }

  private static func title(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    let words = Array(text[range])
    guard words.count >= 6, TitleWords.isTitleEnd(words), TitleWords.namesTopic(words),
      !words.contains(anyOf: ["关于", "按照", "根据", "要求", "通知"]),
      // 本报告, 年度报告: no more than the word.
      TitleYear.first(in: words) != nil || !AgencyTitle(words).agency.isEmpty
    else { return nil }
    return range
  }

  /// The end of the first 报告 or 年报 in `text`.
  private static func reportEnd(in text: [Unicode.Scalar], from start: Int) -> Int? {
    ["报告", "年报"].compactMap { (word: Phrase) in
      text.firstIndex(of: word, from: start, upTo: start + longestTitle).map { $0 + word.count }
    }.min()
  }

  /// Whether a sentence about the title goes on at `end`: …年度报告(以下简称年报)根据….
  private static func followsTitle(_ text: [Unicode.Scalar], at end: Int) -> Bool {
    var end = end
    if text[end] == "(", let close = text[end...].prefix(24).firstIndex(of: ")") { end = close + 1 }
    return text.first(of: ["根据", "是根据", "依据", "是依据", "按照", "是按照", "由"], at: end) != nil
  }

  private static let searchedLength = 1_500
  private static let longestTitle = 70

  private static let topics: [Phrase] = ["信息公开", "政务公开"]

  private static let openings: [Phrase] = [
    "现公布", "现公开", "现发布", "现向社会公布", "现向社会公开", "现面向社会公开", "现予公布", "现将", "特向社会公布", "特向社会公开", "特编制",
    "现编制", "编制完成", "编制并公布", "编制并向社会公布", "编制并向社会公开", "编制形成", "编制了", "编制", "编写", "撰写", "并形成",
    "制定", "要求,公开", "要求,公布", "规定,公开", "规定,公布",
  ]

  private static let connectors: [Phrase] = [
    "并向社会公布", "并向社会公开", "并公布", "并公开", "了", "形成", "完成", "《", ":",
  ]

  private static let endings: [Phrase] = [
    "公布如下", "报告如下", "公开如下", "汇报如下", "编制如下", "予以公布", "予以公开", "进行公布", "进行公开", "向社会公布", "向社会公开",
    "面向社会",
    "如下",
  ]

  /// Reports about disclosure that are not the annual one.
  private static let otherReports: [Phrase] = [
    "自查", "整改", "督查", "检查", "考核", "评估", "调研", "上半年", "下半年", "季度", "月份", "落实情况", "总结", "党务", "决策",
    "预算", "建议", "提案",
    "网站", "新媒体",
  ]

  /// How news begins.
  private static let news: [Phrase] = ["近日", "日前", "记者", "昨日", "近期"]

  /// How a report speaks of itself.
  private static let selves: [Phrase] = [
    "本年度报告", "本报告", "本年报", "本年度政府信息公开", "本政府信息公开",
  ]
}
