internal import TextScanning

/// Words by which the name of a public body is known.
enum Organisation {
  /// What the name of a body ends in.
  private static let suffixes: [Phrase] = [
    "局", "厅", "委", "办", "部", "署", "院", "会", "处", "室", "所", "站", "队", "中心", "政府", "公司", "学校",
    "大学", "学院", "医院", "银行", "分行", "支行", "集团", "社", "馆", "台", "关", "街道", "镇", "乡", "校", "科", "股",
    "组", "团",
    "园区", "开发区", "高新区", "法院", "检察院", "总队", "支队", "大队",
  ]

  /// Words within names, by whose pieces a line break within a word is known: …办 / 公室, …社 / 会保障局.
  static let parts: [Phrase] = [
    "中华人民共和国", "国家税务总局", "国家统计局", "中国人民银行", "人民政府", "人民法院", "人民检察院", "办公室", "办公厅", "办事处", "委员会",
    "管委会",
    "管理局", "管理处", "管理委员会", "中心", "服务", "街道", "大队", "支队", "总队", "分局", "海关", "公安", "警察", "司法", "民政",
    "财政", "科学技术",
    "人力资源和社会保障", "人力资源", "社会保障", "自然资源", "生态环境", "住房", "城乡建设", "规划", "交通运输", "水利", "水务", "农业农村",
    "农业", "商务", "文化",
    "广播电视", "旅游", "卫生健康", "退役军人", "事务", "应急", "审计", "市场监督", "统计", "医疗保障", "信访", "城市管理", "综合执法",
    "行政审批", "政务服务", "数据", "教育", "体育", "气象", "地震", "粮食", "物资储备", "工业", "信息化", "发展", "改革", "国有资产",
    "监督",
    "民族", "宗教", "开发区", "园林", "林业", "草原", "档案", "机关", "机构编制", "乡村振兴", "公积金",
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
    let name = withoutBracket(name)
    return name.ends(withAny: suffixes) || name.ends(withAny: regions)
  }

  /// Without other names or a part in a bracket at the end: 国防动员办公室(人民防空办公室).
  private static func withoutBracket(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard name.last == ")", let open = name.firstIndex(of: "("), open > 2 else { return name }
    return Array(name[..<open])
  }

  /// Whether `name` is nobody's, or only points at who writes: 乡镇, 我局, 本机关, 本单位.
  static func isPronoun(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    if Array(name).isAny(of: ["乡镇", "部门", "单位", "机关"]) { return true }
    guard let first = name.first, "我本该".unicodeScalars.contains(first), name.count <= 4 else {
      return false
    }
    let rest = Array(name.dropFirst())
    return rest.isAny(of: ["机关", "单位", "部门", "地区", "行政机关"])
      || rest.count <= 2 && (endsAsBody(rest) || endsAsRegion(rest))
  }

  /// `name` without those below it: 水务局 of 水务局及下属单位.
  static func withoutSubordinates(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let joint = name.indices.first { index in
      "及和与".unicodeScalars.contains(name[index])
        && Array(name[(index + 1)...].prefix(4)).contains(anyOf: subordinates)
        && endsAsBody(Array(name[..<index]))
    }
    return Array(name[..<(joint ?? name.count)])
  }

  /// `name` without a section of the body at its end: 水务局 of 水务局政策法规科 and of 水务局办公室.
  static func withoutSection(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = name.last, "科股室".unicodeScalars.contains(last), name.count > 6,
      let end = (4...name.count - 3).last(where: { hasSections(Array(name[..<$0])) })
    else { return name }
    let section = Array(name[end...])
    // 县外事工作委员会办公室 is a body, 县水务局办公室 a part of one.
    let isPart =
      section.isAny(of: ["办公室"])
      ? "局厅".unicodeScalars.contains(name[end - 1])
      : section.count <= 10 && !section.contains(anyOf: units)
    return isPart ? withoutSection(Array(name[..<end])) : name
  }

  /// Whether a body has sections that don't report for themselves, as offices of a party's committee (县委党史研究室) do.
  private static func hasSections(_ name: [Unicode.Scalar]) -> Bool {
    guard name.ends(withAny: bodies) else { return false }
    let suffix = name.ends(withAny: ["委员会"]) ? 3 : name.last == "委" ? 1 : 0
    guard suffix > 0, name.count > suffix else { return true }
    return !"省市县区州旗盟地党工纪镇乡".unicodeScalars.contains(name[name.count - suffix - 1])
  }

  /// Words of units of a body that report for themselves.
  private static let units: [Phrase] = ["队", "中心", "所", "站", "院", "校", "馆", "驻"]

  /// Words for those who belong to a body.
  private static let subordinates: [Phrase] = ["下属", "所属", "直属", "局属", "下级"]

  /// What the name of a body that has sections ends in.
  private static let bodies: [Phrase] = ["局", "委员会", "委", "厅", "署", "联合会", "办公室"]

  static func endsAsBody(_ name: [Unicode.Scalar]) -> Bool { name.ends(withAny: suffixes) }

  static func endsAsRegion(_ name: [Unicode.Scalar]) -> Bool { name.ends(withAny: regions) }
}
