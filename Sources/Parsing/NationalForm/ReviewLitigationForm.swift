extension NationalForm {
  /// Table 3, 政府信息公开行政复议、行政诉讼情况: fifteen numbers in one printed row.
  ///
  /// The three groups are its rows here, because a record and the identities R1 to R3 read them so; in print they stand
  /// side by side, and a row's path is the header above its five columns.
  package static let reviewLitigation = FormTable(
    id: .reviewLitigation,
    rows: [
      row("review", "Administrative reviews", [.init("行政复议")]),
      row("direct_suit", "Lawsuits without a review before", [lawsuits, .init("未经复议直接起诉")]),
      row("suit_after_review", "Lawsuits after a review", [lawsuits, .init("复议后起诉")]),
    ],
    columns: [
      column("upheld", "The decision was upheld", .init("结果维持")),
      column("corrected", "The decision was corrected", .init("结果纠正")),
      column("other", "Other outcome", .init("其他结果", aliases: ["其它结果"])),
      column("pending", "Not yet decided", .init("尚未审结")),
      column("total", "All outcomes, as printed", .init("总计", aliases: ["合计"])),
    ],
    // All outcomes = 总计
    identities: [IdentityRule(id: "R", scope: .rows(isCounted: true))])

  private static let lawsuits = FormLabel("行政诉讼")

  private static func row(_ id: String, _ definition: String, _ path: [FormLabel]) -> FormRow {
    FormRow(
      id: id, path: path, editions: .every,
      columns: ["upheld", "corrected", "other", "pending", "total"], article: nil,
      definition: definition)
  }

  private static func column(
    _ id: String, _ definition: String, _ label: FormLabel
  ) -> FormColumn {
    FormColumn(id: id, path: [label], editions: .every, kind: .count, definition: definition)
  }
}
