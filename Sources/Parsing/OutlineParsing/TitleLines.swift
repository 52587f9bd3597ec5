internal import ReportRecords
internal import TextScanning

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
    guard !Furniture.isFurniture(compact), takeCutEnd(), TitleWords.isPlain(joined),
      !isNotice(endingBelow: end)
    else { return }
    while start > 0, end - start < 6, let above = above, goesOn(above) { take(above) }
    guard joined.count <= 90, TitleWords.namesTopic(joined) else { return }
    let title = AgencyTitle(joined)
    candidate = TitleReader.Candidate(
      lines: start..<end + 1, compact: joined,
      rank: (title.printedYear == nil ? 0 : 2) + (Self.names(joined[title.agency]) ? 1 : 0))
  }

  /// Whether `agency` is somebody: 各部门, 各乡镇 in the name of a channel are not.
  private static func names(_ agency: ArraySlice<Unicode.Scalar>) -> Bool {
    agency.first.map { $0 != "各" } ?? false
  }

  /// Whether the line below makes a notice of the title: 关于政府信息公开工作年度报告 / 有关事项的通知.
  private func isNotice(endingBelow end: Int) -> Bool {
    guard end + 1 < lines.count, joined.contains("关于"),
      let below = lines[end + 1].compact(upTo: 24)
    else { return false }
    return below.ends(withAny: ["的通知", "的函", "的意见", "的复函", "的通报", "的请示", "的批复"])
  }

  private var above: [Unicode.Scalar]? {
    guard start > 0, !lines[start].followsTable else { return nil }
    return lines[start - 1].compact()
  }

  private mutating func take(_ above: [Unicode.Scalar]) {
    joined = above + joined
    start -= 1
  }

  /// Takes in the line above where the last word of the title is broken, …工作年度报 / 告, or a year in a bracket stands below it;
  /// false where the line ends no title.
  private mutating func takeCutEnd() -> Bool {
    if let above, joined.count <= 12, isBracketCut(above), above.first == "(" { take(above) }
    let isWhole = TitleWords.isTitleEnd(joined)
    guard joined.count <= 12, let above, TitleWords.isPlain(above),
      TitleWords.isTitleEnd(above + joined),
      joined.first == "(" && joined.count > 3 || !isWhole && !TitleWords.isTitleEnd(above)
    else { return isWhole }
    take(above)
    return true
  }

  /// Whether the line above belongs to the title.
  private func goesOn(_ line: [Unicode.Scalar]) -> Bool {
    guard TitleWords.isPlain(line), !Furniture.isFurniture(line), !TitleWords.isTitleEnd(line),
      MetadataLine(lines[start - 1].text) == nil, !isDay(line)
    else { return false }
    if isYearCut(line) || isBracketCut(line) || isWordCut(line) || isPlaceCut(line) { return true }
    // 政府信息公开 above 年度报告 is a part of the title, above a title the name of a channel.
    guard line.count >= 2,
      !Navigation.isNavigation(lines[start - 1].text)
        || TitleWords.namesTopic(line) && !TitleWords.namesTopic(joined) && isBelowYearOrName
    else { return false }
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
        && (Organisation.isName(withoutFinalYear(withoutPreposition(line))) || isEndOfName(line)
          || line.contains("年") && AgencyTitle(joined).printedYear == nil)
    }
    if isBranch(agency, of: line) { return true }
    let stated = RegionReader.region(in: agency.string(0, 60)).stated
    return stated == nil ? namesRegion(line, of: agency) : continuesRegion(line, agency)
  }

  /// Whether the line is a day, as pages print that of the visit: 今天是2024年5月1日 星期三.
  private func isDay(_ line: [Unicode.Scalar]) -> Bool {
    guard line.contains("日"), let year = TitleYear.first(in: line) else { return false }
    return DateScanner.date(in: line, at: year.range.lowerBound) != nil
  }

  // MARK: Cuts

  /// Whether a year of four digits, or of two before 年, is broken between `line` and what follows.
  private func isYearCut(_ line: [Unicode.Scalar]) -> Bool {
    let above = line.reversed().prefix(while: TitleYear.isYearScalar).count
    let below = joined.prefix(while: TitleYear.isYearScalar).count
    guard above > 0, below < joined.count, joined[below] == "年" else { return false }
    return above + below == 4 || below == 0 && above == 2
  }

  /// Whether a bracket that opens in `line` closes in what follows.
  private func isBracketCut(_ line: [Unicode.Scalar]) -> Bool {
    guard let close = joined.firstIndex(of: ")"), !joined[..<close].contains("(") else {
      return false
    }
    guard let open = line.lastIndex(of: "(") else {
      let above = start > 1 ? lines[start - 2].compact() ?? [] : []
      return line.allSatisfy(\.isIdeograph) && above.contains("(") && !above.contains(")")
    }
    return !line[open...].contains(")")
  }

  /// Whether a word that titles hold is broken between `line` and what follows, …政 / 府信息公开…, or between the line above it
  /// and `line`, of which no more is left: …信息公 / 开 / 工作年度报告.
  private func isWordCut(_ line: [Unicode.Scalar]) -> Bool {
    let before = start > 1 ? lines[start - 2].compact() ?? [] : []
    return Self.isWordCut(before + line, joined)
      || line.count <= 3 && !before.isEmpty && Self.isWordCut(before, line)
  }

  private static func isWordCut(_ above: [Unicode.Scalar], _ below: [Unicode.Scalar]) -> Bool {
    let text = Array(above.suffix(longestWord) + below.prefix(longestWord))
    let border = min(above.count, longestWord)
    return (TitleWords.parts + Organisation.parts).contains { word in
      (1..<word.count).contains { text.has(word, at: border - $0) }
    }
  }

  /// Whether the name of a place is broken between `line` and what follows: 济 / 宁市, 2025年上海 / 市, 青岚 / 市.
  private func isPlaceCut(_ line: [Unicode.Scalar]) -> Bool {
    let upper = withoutYear(line)
    guard (1...24).contains(upper.count), upper.allSatisfy(\.isIdeograph),
      joined.first?.isIdeograph == true, !Navigation.isNavigation(lines[start - 1].text)
    else { return false }
    let whole = RegionReader((upper + joined.prefix(24)).string(0, 60), year: nil)
    guard whole.range.lowerBound < upper.count, whole.range.upperBound > upper.count else {
      return false
    }
    // Of a place that no list has, the end of its name: 青岚 / 市水务局.
    return !whole.places.isEmpty && !Organisation.endsAsRegion(upper)
      || upper.count <= 3 && Organisation.endsAsRegion(Array(joined.prefix(1))) && !isInList
      || upper.count == 1 && !Organisation.endsAsRegion(upper)
        && RegionReader(Array(joined.prefix(24)).string(0, 24), year: nil).range.count < 3
  }

  /// Whether a line as short as the line above stands above it, as in a list of names.
  private var isInList: Bool {
    guard start > 1, let line = lines[start - 2].compact() else { return false }
    return line.count <= 6 && line.allSatisfy(\.isIdeograph)
      && TitleYear.first(in: line) == nil
  }

  private static let longestWord = 9

  // MARK: Names

  /// Whether above the line above stands a year or the name of a body.
  private var isBelowYearOrName: Bool {
    guard start > 1, let line = lines[start - 2].compact() else { return false }
    return TitleYear.first(in: line) != nil || Organisation.isName(line)
  }

  private func withoutYear(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let year = TitleYear.first(in: line), year.range.lowerBound == 0 else { return line }
    return Array(line[year.range.upperBound...])
  }

  private func withoutPreposition(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    line.ends(withAny: ["关于", "开展"]) ? Array(line.dropLast(2)) : line
  }

  /// 某某局 of 某某局2022, whose 年 was lost.
  private func withoutFinalYear(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.count > 6, let year = DateScanner.year(in: line, at: line.count - 4),
      year.end == line.count, AgencyTitle(joined).printedYear == nil
    else { return line }
    return Array(line.dropLast(4))
  }

  /// Whether nothing but the last characters of a name are left in `line`: 务局, 公室).
  private func isEndOfName(_ line: [Unicode.Scalar]) -> Bool {
    if let close = line.firstIndex(of: ")") { return !line[..<close].contains("(") }
    return line.count <= 3 && Organisation.endsAsBody(line)
  }

  /// Whether `agency` is a part of the body in `line`: 国家税务总局 above 青岚市税务局, 青岚市公安局 above 交通警察大队, 云溪镇 above
  /// 人民政府, and 青岚市科学技术 above 局.
  private func isBranch(_ agency: [Unicode.Scalar], of line: [Unicode.Scalar]) -> Bool {
    let upper = withoutYear(line)
    guard (2...24).contains(upper.count), upper.allSatisfy(\.isIdeograph) else { return false }
    let name = Array(agency.prefix { $0 != "(" })
    if let (_, branches) = Self.national.first(where: { upper.isAny(of: [$0.body]) }) {
      return name.ends(withAny: branches) && !name.starts(withAny: Self.national.map(\.body))
    }
    if name.starts(withAny: ["人民政府", "办事处", "管理委员会", "管委会"]) {
      return upper.ends(withAny: ["镇", "乡", "街道", "园区", "新区", "农场"])
    }
    if name.isAny(of: ["办公室", "办公厅", "办"]), upper.isAny(of: ["人民政府", "管理委员会"]) { return true }
    if name.ends(withAny: ["大队", "支队", "中队", "分局", "分行", "支行", "派出所"]) {
      return Organisation.endsAsBody(upper) && !upper.ends(with: "政府") && !upper.ends(with: name)
        && RegionReader.region(in: agency.string(0, 60)).stated == nil
        && RegionReader.region(in: upper.string(0, 40)).stated != nil
    }
    return name.count <= 2 && Organisation.endsAsBody(name) && !upper.ends(with: "政府")
  }

  /// National bodies, and what the names of their branches end in.
  private static let national: [(body: Phrase, branches: [Phrase])] = [
    ("国家税务总局", ["税务局", "分局", "稽查局"]), ("国家统计局", ["调查队", "调查总队", "统计局"]),
    ("中国人民银行", ["分行", "支行", "营业管理部"]), ("国家外汇管理局", ["分局", "支局"]),
    ("国家金融监督管理总局", ["监管局", "分局"]), ("中华人民共和国", ["海关", "海事局", "检疫局"]), ("中国气象局", ["气象局"]),
  ]

  /// Whether `line` begins the agency's name: 青岚市 above 水务局, 青岚市人力资 above 源和社会保障局.
  private func namesRegion(_ line: [Unicode.Scalar], of agency: [Unicode.Scalar]) -> Bool {
    guard line.count <= 40 else { return false }
    // 2021年青岚市人力资 above 源和社会保障局…
    let line = withoutYear(line)
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
