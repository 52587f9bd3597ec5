internal import Diagnostics
internal import NationalForm
internal import RecordReading
internal import ReportRecords

extension RecordTables {
  /// A member of a list in a report.
  private struct Item<Value: Sendable>: Sendable {
    let source: RecordSource
    let index: Int
    let value: Value

    static func all(_ source: RecordSource, _ values: (RecordView) -> [Value]) -> [Item] {
      guard !source.isRepeated, source.record.isReport else { return [] }
      return values(source.record).enumerated().map {
        Item(source: source, index: $0, value: $1)
      }
    }

    /// What every table of such members begins with.
    static func keys(_ numbered: String) -> [TableColumn<Item>] {
      ownerColumns(\.source) + [
        .init(
          numbered, .integer, "Place in the record's list, from 0", isRequired: true,
          sql: "place - 1"
        ) {
          String($0.index)
        }
      ]
    }
  }

  static let checks = RecordTable(
    "checks", "One row for each identity of the form that doesn't hold",
    key: ["doc_id", "check_index"],
    from: ViewSQL.list("checks.failures"),
    columns: checkColumns, rows: { Item.all($0) { $0.checks.failures } })

  private static let checkColumns: [TableColumn<Item<CheckFailure>>] =
    Item.keys("check_index") + [
      .init(
        "check_id", .string, "A1 A2 A3 R1 R2 R3 of the form; the soft N and P", isRequired: true,
        sql: "item.id"
      ) {
        $0.value.id
      },
      .init(
        "scope", .string, "Column, row, group, cell or figure that it is about", isRequired: true,
        sql: "item.scope"
      ) {
        $0.value.scope
      },
      .init(
        "severity", .choice(Severity.allCases.map(\.rawValue)),
        "warning: soft, or with blanks as zero",
        isRequired: true, sql: "item.severity"
      ) { $0.value.severity.rawValue },
      .init("expected", .decimal, "What the other operands say", sql: "item.expected") {
        $0.value.expected?.description
      },
      .init("actual", .decimal, "What is printed", sql: "item.actual") {
        $0.value.actual?.description
      },
      .init("delta", .decimal, "actual - expected", sql: "item.delta") {
        $0.value.delta?.description
      },
      .init(
        "blanks_as_zero", .boolean, "Whether a blank was taken as 0", isRequired: true,
        sql: "item.blanks_as_zero"
      ) {
        String($0.value.blanksAsZero)
      },
    ]

  static let figures = RecordTable(
    "figures", "One row for each quantity that a narrative states",
    key: ["doc_id", "figure_index"],
    from: ViewSQL.list("annual_report.figures"),
    columns: figureColumns, rows: { Item.all($0) { $0.figures } })

  private static let figureColumns: [TableColumn<Item<Figure>>] =
    Item.keys("figure_index") + [
      .init("label", .string, "What is counted; empty where unclear", sql: "item.label") {
        $0.value.label
      },
      .init(
        "value", .decimal, "Multiplied out: 536万 is 5360000", isRequired: true, sql: "item.value"
      ) {
        $0.value.value.description
      },
      .init("unit", .string, "条, 件, %; empty where none is printed", sql: "item.unit") {
        $0.value.unit
      },
      .init(
        "approximate", .boolean, "余, 近, 超, 约 and the like", isRequired: true,
        sql: "item.approximate"
      ) {
        String($0.value.approximate)
      },
      .init("section_id", .string, "Empty in the preamble", sql: "item.section_id") {
        $0.value.sectionID
      },
      .init(
        "quote", .string, "The shortest text that shows it", isRequired: true, sql: "item.quote"
      ) {
        $0.value.quote
      },
      .init(
        "parent", .integer, "figure_index of the figure that it is a part of", sql: "item.parent"
      ) {
        $0.value.parent.map(String.init)
      },
    ]

  static let cited = RecordTable(
    "cited", "One row for each document that a report names in 《》", key: ["doc_id", "cited_index"],
    from: ViewSQL.list("annual_report.cited"),
    columns: citedColumns, rows: { Item.all($0) { $0.citations } })

  private static let citedColumns: [TableColumn<Item<Citation>>] =
    Item.keys("cited_index") + [
      .init("title", .string, "Without 《》", isRequired: true, sql: "item.title") { $0.value.title },
      .init("number", .string, "文号 or order number", sql: "item.number") { $0.value.number },
      .init("count", .integer, "Times named", isRequired: true, sql: "item.count") {
        String($0.value.count)
      },
      .init("alias_of", .string, "The full title that this one is short for", sql: "item.alias_of")
      {
        $0.value.aliasOf
      },
    ]
}
