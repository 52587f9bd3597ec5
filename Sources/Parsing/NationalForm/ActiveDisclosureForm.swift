extension NationalForm {
  /// Table 1, 主动公开政府信息情况: items in rows, each with the columns of its block.
  package static let activeDisclosure = FormTable(
    id: .activeDisclosure,
    rows: [
      row("rules", .init("规章"), .every, documents, "第二十条第（一）项", "Rules (规章) of the body"),
      row(
        "normative_docs", .init("规范性文件", since: [.e2021: "行政规范性文件"]), .every, documents,
        "第二十条第（一）项", "Normative documents below rules (规范性文件)"),
      row("licensing", .init("行政许可"), .every, decisions, "第二十条第（五）项", "Administrative licences"),
      row(
        "other_services", .init("其他对外管理服务事项", aliases: ["其它对外管理服务事项", "其他对外管理服务"]), .before(.e2021),
        decisions, "第二十条第（五）项", "Other matters that the body handles for the public"),
      row("penalty", .init("行政处罚"), .every, decisions, "第二十条第（六）项", "Administrative penalties"),
      row(
        "coercion", .init("行政强制"), .every, decisions, "第二十条第（六）项",
        "Administrative coercive measures"),
      row(
        "fees", .init("行政事业性收费"), .every, ["items_previous", "items_change", "amount_cny"],
        "第二十条第（八）项", "Fees that the body charges", unprinted: ["amount_cny": .before(.e2021)]),
      row(
        "procurement", .init("政府集中采购"), .before(.e2021), ["projects", "amount_cny"], "第二十条第（九）项",
        "Centralised procurement"),
    ],
    columns: [
      column("made", .init("本年新制作数量"), .before(.e2021), "Made in the year"),
      column("published", .init("本年新公开数量"), .before(.e2021), "Newly published in the year"),
      column(
        "published_total", .init("对外公开总数量"), .before(.e2021),
        "Published in all, at the end of the year"),
      column("issued", .init("本年制发件数", aliases: ["本年制发数"]), .since(.e2021), "Issued in the year"),
      column(
        "repealed", .init("本年废止件数", aliases: ["本年废止数"]), .since(.e2021), "Repealed in the year"),
      column(
        "in_force", .init("现行有效件数", aliases: ["现行有效件", "现行有效数"]), .since(.e2021),
        "In force at the end of the year"),
      column(
        "items_previous", .init("上一年项目数量", aliases: ["上年项目数量"]), .before(.e2021),
        "Items of the year before"),
      column(
        "items_change", .init("本年增/减", aliases: ["本年增减", "本年增\\减"]), .before(.e2021),
        "Items added (positive) or removed (negative) in the year", .change),
      column(
        "decisions", .init("处理决定数量", since: [.e2021: "本年处理决定数量"]), .every,
        "Decisions taken in the year"),
      column("projects", .init("采购项目数量"), .before(.e2021), "Procurement projects"),
      column(
        "amount_cny",
        .init("采购总金额", since: [.e2021: "本年收费金额（单位：万元）"], aliases: ["本年收费金额"]), .every,
        "Money in 元; the forms print 万元", .amount),
    ])

  private static let documents = [
    "made", "published", "published_total", "issued", "repealed", "in_force",
  ]
  private static let decisions = ["items_previous", "items_change", "decisions"]

  private static func row(
    _ id: String, _ label: FormLabel, _ editions: EditionSet, _ columns: [String],
    _ article: String, _ definition: String, unprinted: [String: EditionSet] = [:]
  ) -> FormRow {
    FormRow(
      id: id, path: [label], editions: editions, columns: columns, article: article,
      definition: definition, unprinted: unprinted)
  }

  private static func column(
    _ id: String, _ label: FormLabel, _ editions: EditionSet, _ definition: String,
    _ kind: FormColumn.Kind = .count
  ) -> FormColumn {
    FormColumn(id: id, path: [label], editions: editions, kind: kind, definition: definition)
  }
}
