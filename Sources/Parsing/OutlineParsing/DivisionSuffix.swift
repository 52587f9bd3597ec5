internal import Divisions
internal import TextScanning

/// Knows a division by what its name ends in, where the list of divisions doesn't have it.
enum DivisionSuffix {
  /// Where the name that begins at `start` ends, and its rank; nil where none of a lower rank than `upper` does.
  ///
  /// - Parameter text: Folded.
  static func end(
    in text: [Unicode.Scalar], from start: Int, below upper: Division.Level?
  ) -> (Int, Division.Level)? {
    // The longest name of a county has 15 characters: 积石山保安族东乡族撒拉族自治县.
    for end in start..<min(text.count, start + 16) {
      for suffix in suffixes where text.has(suffix.text, at: end) {
        // A city inside a city, as 昆山市 in 苏州市昆山市, has the rank of a county.
        let isInnerCity = suffix.text == "市" && upper == .prefecture
        let level = isInnerCity ? Division.Level.county : suffix.level
        let behind = end + suffix.text.count
        guard end - start >= suffix.nameLength, upper.map({ level > $0 }) ?? true,
          isName(text, start..<end, suffix, behind)
        else { continue }
        return (behind, level)
      }
      if "局委厅".unicodeScalars.contains(text[end]) { return nil }
    }
    return nil
  }

  private struct Suffix {
    var text: Phrase
    var level: Division.Level
    /// Characters that a name before it has at least.
    var nameLength: Int
  }

  /// Longer suffixes before the shorter ones that they end in; each 州 is in the list.
  private static let suffixes: [Suffix] = [
    Suffix(text: "自治区", level: .province, nameLength: 2),
    Suffix(text: "省", level: .province, nameLength: 2),
    Suffix(text: "自治州", level: .prefecture, nameLength: 2),
    Suffix(text: "地区", level: .prefecture, nameLength: 2),
    Suffix(text: "自治县", level: .county, nameLength: 2),
    Suffix(text: "自治旗", level: .county, nameLength: 2),
    Suffix(text: "市", level: .prefecture, nameLength: 2),
    Suffix(text: "盟", level: .prefecture, nameLength: 2),
    Suffix(text: "县", level: .county, nameLength: 1),
    Suffix(text: "区", level: .county, nameLength: 1),
    Suffix(text: "旗", level: .county, nameLength: 2),
  ]

  /// Whether the words in `name` are one, before a suffix that ends at `behind`: 兖州 is, 开发 of 开发区 is not.
  private static func isName(
    _ text: [Unicode.Scalar], _ name: Range<Int>, _ suffix: Suffix, _ behind: Int
  ) -> Bool {
    let words = Array(text[name])
    if words.contains(where: { !$0.isIdeograph }) { return false }
    switch suffix.text {
    case "市":
      // 云城市 is a name, 城市 of 城市管理局 is none.
      if words.last == "超" { return false }
      guard words.last == "城" || words.last == "都" || words.last == "门" else { return true }
      return text.first(of: wordsBehindCity, at: behind) == nil
    case "区":
      guard !notDistricts.contains(where: { text.has($0, at: behind - $0.count) }) else {
        return false
      }
      // 松山区 is a name, 山区 of 某市山区开发办公室 is none.
      return words.last != "山"
        || words.count >= 2 && text.first(of: wordsBehindHills, at: behind) == nil
    case "县": return text.first(of: ["域", "级"], at: behind) == nil
    case "地区": return !words.ends(withAny: ["本", "各", "全", "贫困", "民族"])
    case "盟": return !words.ends(withAny: ["联", "同"])
    case "旗": return !words.ends(withAny: ["红", "国", "党", "锦"])
    default: return true
    }
  }

  private static let wordsBehindCity: [Phrase] = [
    "管理", "更新", "建设", "规划", "综合", "运行", "运营", "执法", "治理", "公用", "投资", "开发", "园林", "绿化", "照明", "环境",
    "排水", "供水", "轨道", "交通", "客运", "部", "圈", "群", "信用", "服务", "社会",
  ]

  private static let wordsBehindHills: [Phrase] = [
    "开发", "建设", "发展", "综合", "经济", "扶贫", "办", "水利", "农业", "林业", "工作",
  ]

  /// Areas that are no division, whatever stands before.
  private static let notDistricts: [Phrase] = [
    "开发区", "高新区", "新区", "社区", "老区", "园区", "景区", "灾区", "库区", "管理区", "保税区", "示范区", "保护区",
    "度假区", "工业区", "经济区", "合作区", "试验区", "自治区", "经开区", "综保区", "功能区", "街区", "军区", "辖区",
    "高技术区", "牧区", "片区", "灌区", "校区", "学区", "矿区", "林区", "营区", "小区", "港区", "战区", "防区", "厂区", "垦区",
    "集聚区", "产业区", "主城区", "中心城区", "加工区", "海关关区", "名胜区", "创新区", "先行区", "直属区", "特区", "专区", "育区",
  ]
}
