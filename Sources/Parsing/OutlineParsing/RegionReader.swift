internal import Divisions
internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// Tells the region in the name of a body, as far as it is written, and where the list of divisions says more, that too.
///
///     济宁市兖州区科学技术局  ->  370812: 山东省 济宁市 兖州区
///     台儿庄区科技局        ->  370405: 山东省 枣庄市 台儿庄区
///     鼓楼区水务局          ->  county 鼓楼区, in doubt: there are several
///     市科技局, 农业局       ->  nothing
struct RegionReader {
  private(set) var region = Region()
  /// Where it stands in the name without blanks.
  private(set) var range = 0..<0
  /// The divisions that it may be; none where the list has no such name there.
  private(set) var places: [Division] = []
  /// Why the place isn't certain; nil where it is, and where no list could tell.
  private(set) var doubt: String?

  private let text: [Unicode.Scalar]
  private let folded: [Unicode.Scalar]
  private let year: Int?
  private var parts: [Part] = []

  static func region(in name: String, year: Int? = nil) -> Region {
    RegionReader(name, year: year).region
  }

  /// - Parameter year: Of the report, for the divisions that there were then.
  init(_ name: String, year: Int?) {
    text = name.scalars.withoutBlanks
    folded = TextFolding.folded(text)
    self.year = year
    // 国家税务总局淮安市税务局: what stands above the region is a body itself.
    var start = folded.firstIndex(of: "总局").map { $0 + 2 } ?? Self.endOfCorps(folded)
    // 中共淮安市委员会; 原 of 原州区 is its name.
    if start == 0, let word = folded.first(of: Self.parties, at: 0), listed(at: 0) == nil {
      start = word.count
    }
    range = start..<start
    while let part = nextPart() {
      parts.append(part)
      let isInBracket = part.start > range.upperBound && part.end < folded.count
      range = start..<(isInBracket && folded[part.end] == ")" ? part.end + 1 : part.end)
    }
    decide()
  }

  private static let parties: [Phrase] = [
    "中国共产党", "中共", "共青团", "中国人民政治协商会议", "政协", "原",
  ]

  /// The end of 新疆生产建设兵团第八师, which is no division as 石河子市 behind it is; 0 for any other name.
  private static func endOfCorps(_ name: [Unicode.Scalar]) -> Int {
    var end = 0
    if let corps = name.firstIndex(of: "兵团"), corps <= 6 { end = corps + 2 }
    if end < name.count, name[end] == "第",
      let division = name[end...].prefix(6).firstIndex(of: "师"), division > end + 1,
      name[(end + 1)..<division].allSatisfy({ ChineseNumeral.isNumeral($0) || $0.isDigit })
    {
      return division + 1
    }
    return end
  }

  // MARK: Parts

  private struct Part {
    var start: Int
    var end: Int
    var level: Division.Level
    /// Empty for a name that the list doesn't have there.
    var divisions: [Division]
  }

  private func nextPart() -> Part? {
    guard range.upperBound < folded.count, parts.last?.level != .county else { return nil }
    // 淮安市（洪泽区）水利局
    let isBracket = !parts.isEmpty && folded[range.upperBound] == "("
    let start = range.upperBound + (isBracket ? 1 : 0)
    guard start < folded.count else { return nil }
    return listed(at: start) ?? suffixed(at: start)
  }

  private func listed(at start: Int) -> Part? {
    for match in Divisions.all.matches(in: folded, at: start, year: year)
    where !isWithinWord(match.end) {
      var found = inside(parts.last, match.divisions)
      if match.spelling == .bare {
        found = standing(found, end: match.end)
      } else if needsParent(start, match.end), parts.last?.divisions.isEmpty ?? true {
        continue
      }
      guard let first = found.first else { continue }
      // What lies in a place that isn't listed is not the one of the list.
      let isPlaced = parts.last.map { !$0.divisions.isEmpty } ?? true
      return Part(
        start: start, end: match.end, level: first.level, divisions: isPlaced ? found : [])
    }
    return nil
  }

  /// Those of `divisions` that lie in what was named before.
  private func inside(_ upper: Part?, _ divisions: [Division]) -> [Division] {
    guard let upper else { return divisions }
    return divisions.filter { division in
      guard division.level > upper.level else { return false }
      return upper.divisions.isEmpty || upper.divisions.contains { division.lies(in: $0) }
    }
  }

  /// 威海市场监督管理局 names no 威海市, and 某区域, 某区划 no 区.
  private func isWithinWord(_ end: Int) -> Bool {
    guard end < folded.count else { return false }
    switch folded[end - 1] {
    case "市": return folded[end] == "场"
    case "区": return "域划块位间".unicodeScalars.contains(folded[end])
    default: return false
    }
  }

  /// 城区 and 矿区 are districts of a few cities, and elsewhere no names.
  private func needsParent(_ start: Int, _ end: Int) -> Bool {
    end - start == 2 && Self.districtsWithoutName.contains { folded.has($0, at: start) }
  }

  private static let districtsWithoutName: [Phrase] = ["城区", "郊区", "矿区", "东区", "西区", "市区"]

  /// Those of `divisions` that a name without 市, 县 or the like means: the one in which the next name lies (济宁兖州区), or
  /// where it is all of the region that a body's name has (洪泽水利局), the only one of that name.
  private func standing(_ divisions: [Division], end: Int) -> [Division] {
    guard !divisions.isEmpty else { return [] }
    let below = Divisions.all.matches(in: folded, at: end, year: year).filter { match in
      match.spelling != .bare && !isWithinWord(match.end)
    }.flatMap(\.divisions)
    let upper = divisions.filter { division in
      below.contains { $0.level > division.level && $0.lies(in: division) }
    }
    guard upper.isEmpty else { return upper }
    let rest = Array(folded[end...])
    guard divisions.count == 1, rest.starts(withAny: Self.duties),
      rest.ends(withAny: ["局", "厅", "委员会", "管委会", "政府", "办公室", "开发区", "高新区"])
    else { return [] }
    return divisions
  }

  /// What the name of a body goes on with behind its region's: not 湖 of 洪泽湖镇, nor 海关 of 南京海关.
  private static let duties: [Phrase] = [
    "人民政府", "水利", "水务", "教育", "财政", "民政", "司法", "公安", "审计", "统计", "税务", "人力资源", "自然资源", "生态环境",
    "住房", "交通", "农业", "文化", "文旅", "卫生", "应急", "市场监督", "退役军人", "发展和改革", "发展改革", "科技", "科学技术",
    "工业和信息化", "商务",
    "体育", "医疗保障", "城市管理", "林业", "信访", "行政审批", "机关事务", "档案", "气象", "综合行政", "园林", "城乡", "广播电视", "粮食",
    "地方金融", "民族", "外事", "经济和信息化", "大数据", "海洋", "渔业", "规划", "国土资源", "环境保护", "安全生产", "食品药品", "质量技术",
    "物价", "旅游", "扶贫", "乡村振兴", "政务服务", "国有资产", "经济开发区", "经济技术开发区", "高新区", "高新技术",
  ]

  /// A name that the list doesn't have, by what it ends in.
  private func suffixed(at start: Int) -> Part? {
    guard let (end, level) = DivisionSuffix.end(in: folded, from: start, below: parts.last?.level)
    else { return nil }
    return Part(start: start, end: end, level: level, divisions: [])
  }

  // MARK: What they say

  private mutating func decide() {
    guard let last = parts.last else { return }
    region.stated = text.string(range.lowerBound, range.upperBound)
    places = last.divisions
    for part in parts { set(part.level, text.string(part.start, part.end)) }
    let known = places.isEmpty ? parts.last { !$0.divisions.isEmpty }?.divisions ?? [] : places
    fill(from: known)
    if places.count == 1 {
      region.code = String(places[0].code)
    } else if places.count > 1 {
      doubt = "\(region.stated ?? "") may be \(Self.list(places))"
    } else if known.isEmpty, parts.count == 1, let other = formerOrOther(last) {
      doubt = "the list of divisions has no \(text.string(last.start, last.end)) then, but \(other)"
    } else if !known.isEmpty, parts.last?.start != range.lowerBound {
      doubt = "the list of divisions has no \(text.string(last.start, last.end)) there"
    }
  }

  /// A division of another time that the name of `part` is, or one of the same name that is another kind: 思茅区 for 思茅市.
  private func formerOrOther(_ part: Part) -> String? {
    let name = folded[part.start..<part.end]
    let ever = Divisions.all.matches(in: Array(name), at: 0, ever: true)
    if let whole = ever.first(where: { $0.end == name.count && $0.spelling != .bare }) {
      return "\(Self.list(whole.divisions)) at another time"
    }
    guard let last = name.last, "市县区".unicodeScalars.contains(last), name.count > 2 else {
      return nil
    }
    let stem = ever.first { $0.end == name.count - 1 && $0.spelling == .bare }
    return stem.map { Self.list($0.divisions) }
  }

  /// What all of `divisions` have in common, from the list.
  private mutating func fill(from divisions: [Division]) {
    for level in [Division.Level.province, .prefecture, .county] {
      let names = Set(
        divisions.map { division in
          (Divisions.all.above(division, in: year) + [division]).first { $0.level == level }?.name
        })
      if names.count == 1, let name = names.first, let name { set(level, name) }
    }
  }

  private mutating func set(_ level: Division.Level, _ name: String) {
    switch level {
    case .province: region.province = name
    case .prefecture: region.prefecture = name
    case .county: region.county = name
    }
  }

  private static func list(_ divisions: [Division]) -> String {
    let shown = divisions.prefix(4).map { division in
      (Divisions.all.above(division, in: nil) + [division]).map(\.name).joined()
    }
    return shown.joined(separator: ", ") + (divisions.count > 4 ? " or another" : "")
  }

  /// Keeps the places that lie in one of those that `other`, another name of the same body, may mean.
  mutating func narrow(by other: RegionReader) {
    let kept = places.filter { place in other.places.contains { place.lies(in: $0) } }
    guard places.count > 1, !kept.isEmpty, kept.count < places.count else { return }
    places = kept
    fill(from: kept)
    doubt = kept.count == 1 ? nil : "\(region.stated ?? "") may be \(Self.list(kept))"
    region.code = kept.count == 1 ? String(kept[0].code) : nil
  }

  /// Takes over what is written above the same name elsewhere: 某市 of 某市某区 for 某区, where the list has neither.
  mutating func complete(from other: RegionReader) {
    guard places.isEmpty, other.places.isEmpty, region.province == nil, region.prefecture == nil,
      let county = region.county, other.region.county == county,
      other.region.prefecture != nil || other.region.province != nil
    else { return }
    region = other.region
  }

  /// `320813/人民政府` for 淮安市洪泽区人民政府; nil where the place isn't certain or nothing else is named.
  var agencyID: String? {
    guard let code = region.code else { return nil }
    let rest = text.string(0, range.lowerBound) + text.string(range.upperBound, text.count)
    return rest.isEmpty ? nil : code + "/" + rest
  }
}
