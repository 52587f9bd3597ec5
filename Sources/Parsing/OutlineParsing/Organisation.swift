internal import TextScanning

/// Words by which the name of a public body is known.
enum Organisation {
  /// What the name of a body ends in.
  private static let suffixes: [Phrase] = [
    "局", "厅", "委", "办", "部", "署", "院", "会", "处", "室", "所", "站", "队", "中心", "政府", "公司", "学校",
    "大学", "学院", "医院", "银行", "集团", "社", "馆", "台", "关", "街道", "镇", "乡", "校", "科", "股", "组", "团",
    "园区", "开发区", "高新区", "法院", "检察院", "总队", "支队", "大队",
  ]

  /// What the name of a region ends in.
  private static let regions: [Phrase] = ["省", "市", "县", "区", "旗", "州", "盟"]

  /// Words of sentences and headings, which no body's name holds.
  private static let foreign: [Phrase] = [
    "情况", "报告", "公开平台", "问题", "事项", "年度", "以下", "加强", "完善", "进一步",
  ]

  /// Whether `name` (folded, without blanks) reads as a body: 威海市科学技术局, 中卫市人民政府办公室, 济宁市兖州区.
  static func isName(_ name: [Unicode.Scalar]) -> Bool {
    guard (3...40).contains(name.count),
      name.allSatisfy({ $0.isIdeograph || "()、·".unicodeScalars.contains($0) }),
      name.first?.isIdeograph == true, !name.contains(anyOf: foreign)
    else { return false }
    return name.ends(withAny: suffixes) || name.ends(withAny: regions)
  }

  /// Whether `name` only points at who writes: 我局, 本机关, 本单位.
  static func isPronoun(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = name.first, "我本该".unicodeScalars.contains(first), name.count <= 4 else {
      return false
    }
    let rest = Array(name.dropFirst())
    return rest.isAny(of: ["机关", "单位", "部门", "地区", "行政机关"])
      || rest.count <= 2 && (endsAsBody(rest) || endsAsRegion(rest))
  }

  static func endsAsBody(_ name: [Unicode.Scalar]) -> Bool { name.ends(withAny: suffixes) }

  static func endsAsRegion(_ name: [Unicode.Scalar]) -> Bool { name.ends(withAny: regions) }
}
