internal import TextScanning

/// What a title says: who reports on which year.
///
///     济宁市兖州区科学技术局2020年政府信息公开工作年度报告   agency 济宁市兖州区科学技术局, year 2020
///     2025年上海市人民政府办公厅政府信息公开工作年度报告    agency 上海市人民政府办公厅, year 2025
///     2020年度政府信息公开工作年度报告                 no agency
struct AgencyTitle {
  var year: Int? { printedYear?.value }
  /// Nil where none is printed.
  var printedYear: TitleYear?
  /// Where the agency stands in the text given.
  var agency: Range<Int>

  /// - Parameter text: A title, folded and without blanks.
  init(_ text: [Unicode.Scalar]) {
    // A form to be filled in: XX局20XX年….
    guard !text.contains(anyOf: ["XX", "xx", "××", "**", "__"]) else {
      agency = 0..<0
      return
    }
    let start = Self.start(of: text)
    let title = Array(text[start...])
    let year = TitleYear.first(in: title)
    let range = Self.undecorated(title, Self.agency(in: title, year?.range))
    agency = range.lowerBound + start..<range.upperBound + start
    printedYear = year
    if let year {
      printedYear?.range = year.range.lowerBound + start..<year.range.upperBound + start
    }
  }

  /// Where the title begins: behind notes in brackets and a date, as （公开稿）, 【征求意见稿】, 2024年1月10日.
  private static func start(of text: [Unicode.Scalar]) -> Int {
    var start = 0
    while start < text.count {
      let rest = Array(text[start...])
      let end = max(noteEnd(rest), dateEnd(rest), documentNumberEnd(rest))
      guard end > 0, end < rest.count else { break }
      start += end
    }
    return start
  }

  /// The end of a date before the title; 0 where none stands there, or the first of a period: 2020年1月1日至12月31日.
  static func dateEnd(_ text: [Unicode.Scalar]) -> Int {
    guard let end = DateScanner.date(in: text, at: 0)?.end, end < text.count,
      !periodMarks.contains(text[end])
    else { return 0 }
    return end
  }

  /// The end of the number of a document before the title, as 某教[2024]5号; 0 where none stands there.
  private static func documentNumberEnd(_ text: [Unicode.Scalar]) -> Int {
    let letters = text.prefix(12).prefix { $0.isIdeograph }.count
    guard letters > 1, letters < text.count, text[letters] == "[",
      let year = DateScanner.year(in: text, at: letters + 1), year.end < text.count,
      text[year.end] == "]"
    else { return 0 }
    let number = text[(year.end + 1)...].prefix(while: \.isDigit)
    guard !number.isEmpty, number.endIndex < text.count, text[number.endIndex] == "号" else {
      return 0
    }
    return number.endIndex + 1
  }

  private static let periodMarks = Set("至到-—–~～".unicodeScalars)

  private static func agency(in text: [Unicode.Scalar], _ year: Range<Int>?) -> Range<Int> {
    guard let year = withBracket(text, year) else {
      return trimmed(text, 0..<topicStart(in: text, from: 0))
    }
    let before = trimmed(text, 0..<min(year.lowerBound, topicStart(in: text, from: 0)))
    let name = trimmed(text, 0..<year.lowerBound)
    if !before.isEmpty || !name.isEmpty {
      // XX局政府信息公开2020年年报 has its topic before the year; XX政务公开办2020年… has it in its name;
      // 政府信息公开工作年度报告(2023年) names no agency.
      return Organisation.isName(Array(text[name])) ? name : before
    }
    return trimmed(text, year.upperBound..<topicStart(in: text, from: year.upperBound))
  }

  /// The end of a bracket before the title that says what kind of copy it is, as （公开稿）, 【征求意见稿】; 0 where none stands there.
  private static func noteEnd(_ text: [Unicode.Scalar]) -> Int {
    guard let first = text.first, "([【".unicodeScalars.contains(first),
      let close = text.prefix(16).firstIndex(where: { ")]】".unicodeScalars.contains($0) }),
      close > 2, close + 1 < text.count
    else { return 0 }
    let note = Array(text[1..<close])
    guard note.allSatisfy(\.isIdeograph), !Organisation.endsAsRegion(note),
      note.ends(withAny: ["稿", "版", "本", "公开", "用", "件", "类", "样", "审", "表", "案", "公示"])
    else { return 0 }
    return close + 1
  }

  private static func withBracket(_ text: [Unicode.Scalar], _ range: Range<Int>?) -> Range<Int>? {
    guard let range, range.lowerBound == 1, text[0] == "(", range.upperBound < text.count,
      text[range.upperBound] == ")"
    else { return range }
    return 0..<range.upperBound + 1
  }

  /// Where 政府信息公开 or its like begins; the end of the text if nowhere.
  private static func topicStart(in text: [Unicode.Scalar], from start: Int) -> Int {
    let phrases: [Phrase] = ["政府信息与政务公开", "政府信息公开", "政府信息主动公开", "政务信息公开", "信息公开", "政务公开"]
    guard let index = phrases.compactMap({ place(of: $0, in: text, from: start) }).min() else {
      return text.count
    }
    // XX区人民政府信息公开年报: 政府 belongs to the agency.
    if text.has("政府信息公开", at: index), index - 2 >= start, text.has("人民", at: index - 2) {
      return index + 2
    }
    return index
  }

  /// The first place of `phrase` that stands in no bracket: not that in 办公室(县政务公开办公室).
  private static func place(of phrase: Phrase, in text: [Unicode.Scalar], from start: Int) -> Int? {
    var from = start
    while let place = text.firstIndex(of: phrase, from: from) {
      let before = text[start..<place]
      let isInside =
        before.count { $0 == "(" } > before.count { $0 == ")" } && text[place...].contains(")")
      if !isInside { return place }
      from = place + 1
    }
    return nil
  }

  /// Without 关于, 的, 部门 words and brackets at the ends of `range`.
  private static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound, range.upperBound <= text.count else {
      return range.lowerBound..<range.lowerBound
    }
    var lower = range.lowerBound
    var upper = range.upperBound
    if text.has("关于", at: lower) { lower = min(upper, lower + 2) }
    while lower < upper, "(的[·-".unicodeScalars.contains(text[lower]) { lower += 1 }
    while upper > lower {
      if upper - 2 >= lower, text.has("关于", at: upper - 2) || text.has("开展", at: upper - 2) {
        upper -= 2
      } else if "([的·-年度".unicodeScalars.contains(text[upper - 1]) {
        upper -= 1
      } else {
        break
      }
    }
    return lower..<upper
  }

  // MARK: Decoration

  /// Without what stands before a name and is none of it: ★, 1、, (一), 【年报】, [置顶], NEW, 附.
  private static func undecorated(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound, let end = decorationEnd(text, lower..<range.upperBound) {
      lower = end
    }
    return lower..<range.upperBound
  }

  /// Nil where the name begins.
  private static func decorationEnd(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    let name = text[range]
    guard let first = name.first else { return nil }
    if let end = monthsEnd(text, range) { return end }
    let close = name.firstIndex { closings.contains($0) }
    // 年报】某局: the bracket was opened before; （淮安市）水利局 has its region in one.
    if let close, openings.contains(first) || !name[..<close].contains(where: openings.contains) {
      let inner = Array(
        text[(openings.contains(first) ? range.lowerBound + 1 : range.lowerBound)..<close])
      return Organisation.endsAsRegion(inner) ? nil : close + 1
    }
    if openings.contains(first) { return range.lowerBound + 1 }
    if !first.isIdeograph, !first.isDigit, !first.isASCIILetter { return range.lowerBound + 1 }
    let mark = name.firstIndex { !$0.isDigit } ?? range.upperBound
    if mark > range.lowerBound, mark < range.upperBound, "、.．:".unicodeScalars.contains(text[mark])
    {
      return mark + 1
    }
    // Before a division these are no part of a name: 附件1淮安市…, NEW淮安市…; 12345热线中心 begins with its number.
    let word = decorations.first { text.has($0, at: range.lowerBound) }?.count ?? 0
    let letters = name.dropFirst(word).prefix { $0.isDigit || $0.isASCIILetter }.count
    let end = range.lowerBound + word + letters
    guard end > range.lowerBound, end < range.upperBound,
      RegionReader(Array(name).string(0, 60), year: nil).places.isEmpty,
      !RegionReader(Array(text[end..<range.upperBound]).string(0, 60), year: nil).places.isEmpty
    else { return nil }
    return end
  }

  /// The end of months behind the year: 1月至12月, 1月1日至2020年12月31日.
  private static func monthsEnd(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    var end = range.lowerBound
    var found: Int?
    while end < range.upperBound {
      let digits = text[end..<range.upperBound].prefix(while: \.isDigit)
      guard !digits.isEmpty, digits.endIndex < range.upperBound,
        ["年", "月", "日", "号"].contains(text[digits.endIndex])
      else { break }
      end = digits.endIndex + 1
      if text[end - 1] != "年" { found = end }
      if end < range.upperBound, periodMarks.contains(text[end]) { end += 1 }
    }
    return found
  }

  private static let openings = Set("([【〔「『《\"“".unicodeScalars)
  private static let closings = Set(")]】〕」』》\"”".unicodeScalars)
  private static let decorations: [Phrase] = [
    "附件", "附", "热点", "热", "最新", "新", "置顶", "推荐", "通知公告", "公告", "公示", "公开", "年报", "当前位置", "标题",
  ]
}
