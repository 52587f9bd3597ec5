extension NationalForm {
  /// Table 1, 主动公开政府信息情况: items in rows, each with the columns of its block.
  package static let activeDisclosure = FormTable(
    id: .activeDisclosure,
    rows: [
      row("rules", .init("规章"), both, documents, "第二十条第（一）项"),
      row(
        "normative_docs", .init("行政规范性文件", aliases: ["规范性文件"]), both, documents, "第二十条第（一）项"),
      row("licensing", .init("行政许可"), both, decisions, "第二十条第（五）项"),
      row(
        "other_services", .init("其他对外管理服务事项", aliases: ["其它对外管理服务事项", "其他对外管理服务"]), [.e2019],
        decisions, "第二十条第（五）项"),
      row("penalty", .init("行政处罚"), both, decisions, "第二十条第（六）项"),
      row("coercion", .init("行政强制"), both, decisions, "第二十条第（六）项"),
      row(
        "fees", .init("行政事业性收费"), both, ["items_previous", "items_change", "amount_cny"],
        "第二十条第（八）项"),
      row("procurement", .init("政府集中采购"), [.e2019], ["projects", "amount_cny"], "第二十条第（九）项"),
    ],
    columns: [
      column("made", .init("本年新制作数量"), [.e2019]),
      column("published", .init("本年新公开数量"), [.e2019]),
      column("published_total", .init("对外公开总数量"), [.e2019]),
      column("issued", .init("本年制发件数", aliases: ["本年制发数"]), [.e2021]),
      column("repealed", .init("本年废止件数", aliases: ["本年废止数"]), [.e2021]),
      column("in_force", .init("现行有效件数", aliases: ["现行有效件", "现行有效数"]), [.e2021]),
      column("items_previous", .init("上一年项目数量", aliases: ["上年项目数量"]), [.e2019]),
      column("items_change", .init("本年增/减", aliases: ["本年增减", "本年增\\减"]), [.e2019], .change),
      column("decisions", .init("本年处理决定数量", aliases: ["处理决定数量"]), both),
      column("projects", .init("采购项目数量"), [.e2019]),
      column(
        "amount_cny", .init("本年收费金额（单位：万元）", aliases: ["采购总金额", "本年收费金额"]), both, .amount),
    ])

  private static let both: Set<Edition> = [.e2019, .e2021]
  private static let documents = [
    "made", "published", "published_total", "issued", "repealed", "in_force",
  ]
  private static let decisions = ["items_previous", "items_change", "decisions"]

  private static func row(
    _ id: String, _ label: FormLabel, _ editions: Set<Edition>, _ columns: [String],
    _ article: String
  ) -> FormRow {
    FormRow(id: id, path: [label], editions: editions, columns: columns, article: article)
  }

  private static func column(
    _ id: String, _ label: FormLabel, _ editions: Set<Edition>, _ kind: FormColumn.Kind = .count
  ) -> FormColumn {
    FormColumn(id: id, path: [label], editions: editions, kind: kind)
  }
}
