internal import ReportRecords
internal import TextScanning

/// Words of the titles of reports, and of texts about reports.
enum TitleWords {
  private static let topics: [Phrase] = ["信息公开", "政务公开", "信息与政务公开"]

  /// What other yearly reports disclose: 2023年政府采购信息公开情况年度报告.
  private static let otherSubjects: [Phrase] = [
    "采购", "预决算", "预算", "决算", "债务", "财务", "环境", "捐赠", "交易", "企业", "项目", "信用", "执法", "新媒体", "质量",
    "薪酬",
  ]

  /// Whether `compact` speaks of the disclosure of information, and not of one subject's.
  static func namesTopic(_ compact: [Unicode.Scalar]) -> Bool {
    topics.contains { topic in
      guard let start = compact.firstIndex(of: topic) else { return false }
      return !isOtherSubject(compact[..<start])
    }
  }

  /// Whether what stands before 信息公开 ends in another subject right behind the year: 2023年政府采购, but not 某某市生态环境.
  private static func isOtherSubject(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = Array(words)
    guard words.ends(withAny: otherSubjects), let year = TitleYear.first(in: words) else {
      return false
    }
    let subject = words[year.range.upperBound...].drop { "年度".unicodeScalars.contains($0) }
    // 政府网站与政务新媒体
    return subject.split(whereSeparator: { "与和及、".unicodeScalars.contains($0) })
      .allSatisfy { $0.count <= longestSubject }
      && subject.first.map { !"省市县区州旗镇乡".unicodeScalars.contains($0) } ?? false
  }

  private static let longestSubject = 6

  /// - Parameter compact: Folded, without blanks.
  static func isTitleEnd(_ compact: [Unicode.Scalar]) -> Bool {
    var title = withoutFinalYear(withoutFinalBracket(compact))
    for ending: Phrase in ["模板", "模版", "样式", "格式"] where title.ends(with: ending) {
      title.removeLast(2)
    }
    return title.ends(withAny: ["报告", "年报"]) && !title.ends(withAny: otherReports)
  }

  /// Without 2023, 2023年, 2023年度 at the end.
  private static func withoutFinalYear(_ compact: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var end = compact.count
    while end > 0, "年度".unicodeScalars.contains(compact[end - 1]) { end -= 1 }
    guard end > 4, let year = DateScanner.year(in: compact, at: end - 4), year.end == end,
      compact[end - 1].isDigit
    else { return compact }
    return Array(compact[..<(end - 4)])
  }

  /// Without `(2020年度)`, `(公示稿)` at the end.
  private static func withoutFinalBracket(_ compact: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard compact.last == ")", let open = compact.lastIndex(of: "("), compact.count - open <= 12
    else { return compact }
    return Array(compact[..<open])
  }

  /// Reports on information disclosure that are not the annual one.
  private static let otherReports: [Phrase] = [
    "调研报告", "评估报告", "整改报告", "整改情况的报告", "整改情况报告", "自查报告", "检查报告", "督查报告", "测评报告", "分析报告", "审计报告",
    "考核报告", "述职报告",
    "研究报告", "监测报告", "专题报告", "调查报告", "汇报报告", "可行性报告", "学习报告", "会议报告", "的工作报告", "政府工作报告", "评议报告",
    "验收报告", "核查报告", "履职报告", "培训报告", "季度报告", "半年报告", "月报告",
  ]

  /// Whether the line holds no mark of a sentence, a path or a list.
  static func isPlain(_ compact: [Unicode.Scalar]) -> Bool {
    !compact.contains { ",;:。!?>|/《》“”_@=".unicodeScalars.contains($0) }
      && !compact.starts(withAny: [
        "根据", "按照", "现将", "依据", "附件", "关于做好", "关于报送", "关于印发", "关于开展", "关于组织", "关于编制", "一图读懂", "图解",
        "图说", "附表", "上一篇", "下一篇", "上一条", "下一条", "相关",
      ])
  }

  /// Whether `title` may be the headline of a text about a report.
  static func isHeadline(_ title: [Unicode.Scalar]) -> Bool {
    let agency = Array(title[AgencyTitle(title).agency])
    return agency.contains(anyOf: verbs) || title.starts(withAny: ["关于公布", "关于发布", "关于公开"])
      || title.contains(anyOf: ["解读", "读懂", "出炉"])
  }

  private static let verbs: [Phrase] = [
    "发布", "公布", "公示", "出炉", "印发", "召开", "报送", "上报", "组织召开", "组织开展", "部署", "编制完成", "编制发布", "编写",
    "填报", "完成", "做好", "审议",
    "通过",
    "晒出", "推进", "举办", "全面", "及时", "圆满", "顺利", "第三方", "各部门", "各单位", "各镇", "各乡镇", "上线",
  ]
}

/// The lines of one title, from its last one upwards.
struct TitleLines {
  private(set) var candidate: TitleReader.Candidate?
  private let lines: [Line]
  private var joined: [Unicode.Scalar]
  private var start: Int

  init(_ lines: [Line], endingAt end: Int, _ compact: [Unicode.Scalar]) {
    self.lines = lines
    joined = compact
    start = end
    guard !Furniture.isFurniture(compact), takeCutEnd(), TitleWords.isPlain(joined) else { return }
    while start > 0, end - start < 5, let above = above, goesOn(above) {
      joined = above + joined
      start -= 1
    }
    guard joined.count <= 90, TitleWords.namesTopic(joined) else { return }
    let title = AgencyTitle(joined)
    candidate = TitleReader.Candidate(
      lines: start..<end + 1, compact: joined,
      rank: (title.printedYear == nil ? 0 : 2) + (title.agency.isEmpty ? 0 : 1))
  }

  private var above: [Unicode.Scalar]? {
    guard start > 0, !lines[start].followsTable else { return nil }
    return lines[start - 1].compact()
  }

  /// Takes in the line above where the last word of the title is broken, …工作年度报 / 告, or a year in a bracket stands below it;
  /// false where the line ends no title.
  private mutating func takeCutEnd() -> Bool {
    let isWhole = TitleWords.isTitleEnd(joined)
    guard joined.count <= 12, let above, TitleWords.isPlain(above),
      TitleWords.isTitleEnd(above + joined),
      joined.first == "(" && joined.count > 3 || !isWhole && !TitleWords.isTitleEnd(above)
    else { return isWhole }
    joined = above + joined
    start -= 1
    return true
  }

  /// Whether the line above belongs to the title.
  private func goesOn(_ line: [Unicode.Scalar]) -> Bool {
    guard TitleWords.isPlain(line), !Furniture.isFurniture(line), !TitleWords.isTitleEnd(line),
      line.count >= 2, MetadataLine(lines[start - 1].text) == nil
    else { return false }
    // …水务局20 / 23年…, …2023 / 年…
    if isYearCut(line) { return true }
    guard !Navigation.isNavigation(lines[start - 1].text) else { return false }
    // 2023年 above the agency.
    if let year = TitleYear.first(in: line), AgencyTitle(joined).printedYear == nil,
      Array(line[..<year.range.lowerBound] + line[year.range.upperBound...]).allSatisfy({
        "()[]".unicodeScalars.contains($0)
      })
    {
      return true
    }
    guard TitleWords.namesTopic(joined) else {
      return line.contains(anyOf: ["公开", "信息", "政府", "政务", "年"])
        || line.count >= 8 && line.contains(where: \.isDigit)
    }
    let agency = Array(joined[AgencyTitle(joined).agency])
    if agency.isEmpty {
      return line.count <= 40
        && (Organisation.isName(line)
          || line.contains("年") && AgencyTitle(joined).printedYear == nil)
    }
    let stated = RegionReader.region(in: agency.string(0, 60)).stated
    return stated == nil ? namesRegion(line, of: agency) : continuesRegion(line, agency)
  }

  /// Whether a year of four digits, or of two before 年, is broken between `line` and what follows.
  private func isYearCut(_ line: [Unicode.Scalar]) -> Bool {
    let above = line.reversed().prefix(while: \.isDigit).count
    let below = joined.prefix(while: \.isDigit).count
    guard above > 0, below < joined.count, joined[below] == "年" else { return false }
    return above + below == 4 || below == 0 && above == 2
  }

  /// Whether `line` begins the agency's name: 青岚市 above 水务局, 青岚市人力资 above 源和社会保障局.
  private func namesRegion(_ line: [Unicode.Scalar], of agency: [Unicode.Scalar]) -> Bool {
    guard line.count <= 40 else { return false }
    var line = line
    // 2021年青岚市人力资 above 源和社会保障局…
    if let year = TitleYear.first(in: line), year.range.lowerBound == 0 {
      line.removeFirst(year.range.count)
    }
    if !line.contains(where: \.isDigit), Organisation.endsAsRegion(line) { return true }
    let isOffice = agency.isAny(of: ["办公室", "办公厅", "办", "室"])
    return (!Organisation.endsAsBody(line) || line.ends(with: "社会") || isOffice)
      && !line.contains("公开") && RegionReader.region(in: line.string(0, 40)).stated != nil
  }

  /// Whether `line` begins the region that goes on in `agency`: 青岚市云 above 溪区水务局, 青岚市 above 云溪区水务局.
  private func continuesRegion(_ line: [Unicode.Scalar], _ agency: [Unicode.Scalar]) -> Bool {
    guard line.count <= 24, line.allSatisfy(\.isIdeograph), !Organisation.endsAsBody(line),
      !line.contains(anyOf: ["公开", "信息", "政务"])
    else { return false }
    let upper = RegionReader(line.string(0, 40), year: nil)
    let whole = RegionReader(line.string(0, 40) + agency.string(0, 60), year: nil)
    guard upper.range.lowerBound == 0, !upper.range.isEmpty,
      !agency.starts(with: line[upper.range])
    else { return false }
    return whole.range.upperBound > line.count
  }
}
