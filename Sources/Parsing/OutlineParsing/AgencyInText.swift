internal import TextScanning

/// Finds who reports in the sentences of a report whose title and signature don't say it.
enum AgencyInText {
  /// - Parameter text: One of the first paragraphs, folded, without blanks.
  static func agency(in text: [Unicode.Scalar]) -> Range<Int>? {
    if let name = compiler(in: text) {
      // 由青禾县数据局编制: whether it reports or the county isn't said.
      return Array(text[name]).contains(anyOf: compilers) ? nil : name
    }
    return subject(of: text)
  }

  /// 青禾县水务局 of `由青禾县水务局办公室编制` and `青禾县水务局编制2020年…年度报告`; nil for the office of a government, which may
  /// compile the report of that government.
  private static func compiler(in text: [Unicode.Scalar]) -> Range<Int>? {
    guard text.contains(anyOf: ["年度报告", "本报告", "年报"]) else { return nil }
    for verb in compiling {
      var from = 0
      while let place = text.firstIndex(of: verb, from: from, upTo: 600) {
        from = place + 1
        let clause = text[..<place].lastIndex { clauseEnds.contains($0) }.map { $0 + 1 } ?? 0
        var start = clause
        if let by = text[clause..<place].lastIndex(of: "由") { start = by + 1 }
        // 由某局根据条例编制
        let end = legal.compactMap { text.firstIndex(of: $0, from: start, upTo: place) }.min()
        if let name = body(text, start..<(end ?? place)) { return name }
        // 由某局根据《条例》编制: the clause of the verb begins behind the title.
        if let by = text[..<place].lastIndex(of: "由"), place - by < 200, by < clause,
          !text[by..<place].contains("。"),
          let end = legal.compactMap({ text.firstIndex(of: $0, from: by + 1, upTo: place) }).min(),
          let name = body(text, by + 1..<end)
        {
          return name
        }
      }
    }
    return nil
  }

  /// 青禾县水务局 of `2022年,在县委的领导下,青禾县水务局坚持…`.
  private static func subject(of text: [Unicode.Scalar]) -> Range<Int>? {
    guard let year = DateScanner.year(in: text, at: 0), year.end < text.count,
      text[year.end] == "年"
    else { return nil }
    var start = year.end + 1
    while start < text.count, "度,".unicodeScalars.contains(text[start]) || text.has("以来", at: start)
    {
      start += text[start] == "以" ? 2 : 1
    }
    if start < text.count, text[start] == "在",
      let comma = text[start...].prefix(60).firstIndex(of: ","), text[comma - 1] == "下"
    {
      start = comma + 1
    }
    for end in start + 3..<max(start + 3, min(start + 32, text.count))
    where text.first(of: predicates, at: end) != nil {
      if let name = body(text, start..<end) { return namesOther(text, from: end) ? nil : name }
      // 高新区高度重视政府信息…
      if Organisation.endsAsBody(Array(text[start..<end])) { return nil }
    }
    return nil
  }

  /// Whether the sentence goes on with another body: 青岚市水利局持续加强指导,青禾县水务局认真落实.
  private static func namesOther(_ text: [Unicode.Scalar], from start: Int) -> Bool {
    let rest = Array(text[start...].prefix(160).prefix { $0 != "。" })
    return rest.indices.contains { place in
      ["局", "委", "厅", "办"].contains(rest[place]) && place > 0
        && (rest[place - 1] == "我"
          || rest[place] == "局" && !["全", "本", "该"].contains(rest[place - 1]))
    }
  }

  /// `range` without an office at its end, if it is the name of a body that reports of its own.
  private static func body(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    guard (3...36).contains(range.count) else { return nil }
    var name = Organisation.withoutSection(
      Organisation.withoutSubordinates(Array(text[range])))
    guard Organisation.isName(name), Organisation.endsAsBody(name), !name.starts(withAny: others),
      !name.contains(anyOf: noNames)
    else { return nil }
    if let office = offices.first(where: { name.ends(with: $0) }) {
      let rest = Array(name.dropLast(office.count))
      if rest.ends(withAny: governments) { return nil }
      guard Organisation.endsAsBody(rest) else {
        return name.count > 6 ? range.lowerBound..<range.lowerBound + name.count : nil
      }
      name = rest
    }
    // 行政机关, 高新区
    guard name.count >= (name.last == "区" ? 5 : 3), !name.ends(with: "机关") else { return nil }
    // 市政府, 县人民政府: above whom the report comes from.
    if name.ends(with: "政府"), name.count <= 5, "省市县区州旗镇乡".unicodeScalars.contains(name[0]) {
      return nil
    }
    return range.lowerBound..<range.lowerBound + name.count
  }

  /// Words in the names of those who compile a government's report.
  private static let compilers: [Phrase] = [
    "政务", "行政审批", "数据", "信息公开", "机关事务", "档案", "保密", "地方志", "史志",
  ]

  private static let clauseEnds = Set(",。;:()<>《》\"“”".unicodeScalars)

  private static let compiling: [Phrase] = ["编制", "编写", "撰写", "编撰", "制作"]

  private static let legal: [Phrase] = [
    "根据", "按照", "依据", "依照", "结合", "负责", "组织", "在认真", "在总结", "汇总",
  ]

  /// Words that a name doesn't begin with.
  private static let others: [Phrase] = [
    "我", "本", "该", "全", "各", "省委", "市委", "县委", "区委", "州委", "旗委", "党", "国务院", "学校", "相关", "有关",
  ]

  /// Words that no name of a body that reports holds.
  private static let noNames: [Phrase] = [
    "、", "会同", "及下属", "党组", "公司", "法院", "大学", "学院", "中心", "医院", "小组", "联席", "我", "的", "未", "没有",
    "局和", "局及", "局与", "委和", "委及", "委与", "厅和", "厅及", "会和", "会及", "府和", "府及", "收到", "针对", "全市", "全县",
    "全区", "全省", "上级", "以及",
  ]

  /// What stands before 办公室 in the name of a part of a government: 人民政府办公室, 镇人民政府党政办公室.
  private static let governments: [Phrase] = [
    "政府", "党政", "综合", "政务公开", "信息公开", "政务", "政务服务",
  ]

  private static let offices: [Phrase] = ["办公室", "办公厅", "政务公开办", "信息公开办"]

  /// What a sentence on the year's work goes on with behind its subject.
  private static let predicates: [Phrase] = [
    "坚持", "认真", "严格", "按照", "深入", "全面", "紧紧", "紧密", "高度", "积极", "根据", "贯彻", "切实", "不断", "继续", "进一步",
    "始终",
    "扎实", "遵循", "遵照", "围绕", "结合", "持续", "主动", "着力", "牢固", "依法", "深化", "大力", "强化", "加强", "政府信息公开",
    "政务公开工作",
    "信息公开工作", "以习", "以公", "以党", "以政", "以人", "以新", "以深", "在区", "在县", "在市", "在省", "在上", "在党", "紧扣",
    "立足",
    "聚焦", "准确", "充分", "忠诚", "坚决", "努力", "稳步", "规范",
  ]
}
