internal import DocumentModel
internal import ReportRecords

/// Tells the region in the name of a body, as far as it is written.
///
///     济宁市兖州区科学技术局  ->  prefecture 济宁市, county 兖州区
///     台儿庄区科技局        ->  county 台儿庄区
///     上海市黄浦区人民政府    ->  province 上海市, county 黄浦区
///     市科技局, 农业局       ->  nothing
enum RegionReader {
  static func region(in name: String) -> Region {
    let text = name.scalars.withoutBlanks
    var region = Region()
    // 国家税务总局淮安市税务局: what stands above the region is a body itself.
    let start = text.firstIndex(of: "总局").map { $0 + 2 } ?? 0
    var index = start
    var level = Level.nation
    while let part = nextPart(in: text, from: index, below: level) {
      let name = text.string(index, part.end)
      switch part.level {
      case .nation: break
      case .province: region.province = name
      case .prefecture: region.prefecture = name
      case .county: region.county = name
      }
      level = part.level
      index = part.end
    }
    if index > start { region.stated = text.string(start, index) }
    return region
  }

  private enum Level: Int {
    case nation, province, prefecture, county
  }

  private struct Part {
    var end: Int
    var level: Level
  }

  /// The name that begins at `start` and ends in the nearest suffix of a lower level than `upper`.
  private static func nextPart(
    in text: [Unicode.Scalar], from start: Int, below upper: Level
  ) -> Part? {
    guard upper != .county else { return nil }
    for municipality in municipalities where upper == .nation && text.has(municipality, at: start) {
      return Part(end: start + 3, level: .province)
    }
    // The longest name of a county has 15 characters: 积石山保安族东乡族撒拉族自治县.
    for end in start..<min(text.count, start + 16) {
      let length = end - start
      for suffix in suffixes where text.has(suffix.text, at: end) {
        // A city inside a city, as 昆山市 in 苏州市昆山市, has the rank of a county.
        let isInnerCity = suffix.text == "市" && upper == .prefecture
        let level = isInnerCity ? Level.county : suffix.level
        guard length >= suffix.nameLength, level.rawValue > upper.rawValue,
          isName(text, start, end, suffix)
        else { continue }
        return Part(end: end + suffix.text.count, level: level)
      }
      if text.has("局", at: end) || text.has("委", at: end) || text.has("厅", at: end) { return nil }
    }
    return nil
  }

  /// Whether the words before a suffix are a name: 兖州 is, 城 of 城市管理局 and 开发 of 开发区 are not.
  private static func isName(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int, _ suffix: Suffix
  ) -> Bool {
    if suffix.text == "州" {
      return autonomousPrefectures.contains { $0.isWhole(text[start..<end]) }
    }
    if suffix.text == "市" { return !"城都超门".unicodeScalars.contains(text[end - 1]) }
    guard suffix.text == "区" else { return true }
    return !notDistricts.contains { text.has($0, at: end - $0.count + 1) }
      || text.has("浦东新区", at: start) || text.has("滨海新区", at: start)
  }

  private struct Suffix {
    var text: Phrase
    var level: Level
    /// Characters that a name before it has at least.
    var nameLength: Int
  }

  /// Longer suffixes before the shorter ones that they end in.
  private static let suffixes: [Suffix] = [
    Suffix(text: "自治区", level: .province, nameLength: 2),
    Suffix(text: "省", level: .province, nameLength: 2),
    Suffix(text: "自治州", level: .prefecture, nameLength: 2),
    Suffix(text: "地区", level: .prefecture, nameLength: 2),
    Suffix(text: "自治县", level: .county, nameLength: 2),
    Suffix(text: "自治旗", level: .county, nameLength: 2),
    Suffix(text: "市", level: .prefecture, nameLength: 2),
    Suffix(text: "盟", level: .prefecture, nameLength: 2),
    Suffix(text: "州", level: .prefecture, nameLength: 2),
    Suffix(text: "县", level: .county, nameLength: 1),
    Suffix(text: "区", level: .county, nameLength: 1),
    Suffix(text: "旗", level: .county, nameLength: 2),
  ]

  private static let municipalities: [Phrase] = ["北京市", "上海市", "天津市", "重庆市"]

  /// Areas that are no division of their own.
  private static let notDistricts: [Phrase] = [
    "开发区", "高新区", "新区", "社区", "老区", "园区", "景区", "灾区", "库区", "管理区", "保税区", "示范区", "保护区",
    "度假区", "工业区", "经济区", "合作区", "试验区", "自治区", "经开区", "综保区", "功能区", "街区", "军区", "辖区",
    "高技术区", "牧区", "山区", "片区",
  ]

  /// Autonomous prefectures in their short form, 恩施州: only of these is a bare 州 a suffix, not part of 兖州.
  private static let autonomousPrefectures: [Phrase] = [
    "延边", "恩施", "湘西", "阿坝", "甘孜", "凉山", "黔西南", "黔东南", "黔南", "楚雄", "红河", "文山", "西双版纳",
    "大理", "德宏", "怒江", "迪庆", "临夏", "甘南", "海北", "黄南", "海南", "果洛", "玉树", "海西", "昌吉",
    "博尔塔拉", "巴音郭楞", "克孜勒苏", "伊犁",
  ]
}
