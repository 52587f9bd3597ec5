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
          numbered, "序号", .integer, "Place in the record's list, from 0", isRequired: true,
          sql: "place - 1"
        ) {
          String($0.index)
        }
      ]
    }
  }

  static let checks = RecordTable(
    "checks", "勾稽不符 Failing identities", "One row for each identity of the form that doesn't hold",
    key: ["doc_id", "check_index"],
    references: [
      TableReference(["doc_id"], in: "reports"), TableReference(["path"], in: "reports"),
    ],
    from: CheckSQL.source, columns: checkColumns,
    rows: { source in
      let proof = CheckProof(source.record)
      return Item.all(source) { $0.checks.failures.map(proof.proven) }
    })

  private static let checkColumns: [TableColumn<Item<ProvenFailure>>] =
    Item.keys("check_index") + [
      .init(
        "path", "文件路径", .string, "Of the file, below the input folder", isRequired: true,
        sql: "path"
      ) {
        $0.source.record.documentPath
      },
      .init(
        "check_id", "勾稽规则", .string, "A1 A2 A3 R1 R2 R3 of the form; the soft N and P",
        isRequired: true,
        sql: "item.id"
      ) {
        $0.value.failure.id
      },
      .init(
        "scope", "所涉行、列、组或数字", .string, "Column, row, group, cell or figure that it is about",
        isRequired: true,
        sql: "item.scope"
      ) {
        $0.value.failure.scope
      },
      .init(
        "severity", "严重程度", .choice(Severity.allCases.map(\.rawValue)),
        "warning: soft, or with blanks as zero",
        isRequired: true, sql: "item.severity"
      ) { $0.value.failure.severity.rawValue },
      .init("expected", "应为", .decimal, "What the other operands say", sql: "item.expected") {
        $0.value.failure.expected?.description
      },
      .init("actual", "实为", .decimal, "What is printed", sql: "item.actual") {
        $0.value.failure.actual?.description
      },
      .init("delta", "差额", .decimal, "actual - expected", sql: "item.delta") {
        $0.value.failure.delta?.description
      },
      .init(
        "blanks_as_zero", "空白是否按 0 计", .boolean, "Whether a blank was taken as 0", isRequired: true,
        sql: "item.blanks_as_zero"
      ) {
        String($0.value.failure.blanksAsZero)
      },
      .init("location", "位置", .string, "Where a person can look first", sql: "location") {
        $0.value.location
      },
      .init(
        "printed", "所印", .string,
        "The printed strings of both sides, or of the right one where the left has many; □: without print",
        sql: "printed"
      ) { $0.value.printed },
    ]
    + [
      rule("rule_zh", "规则（中文）", "What should be equal, in Chinese", \.chinese),
      rule("rule_en", "规则（英文）", "What should be equal, in English", \.english),
    ]

  private static func rule(
    _ name: String, _ title: String, _ about: String,
    _ words: any KeyPath<CheckRule, String> & Sendable
  ) -> TableColumn<Item<ProvenFailure>> {
    .init(name, title, .string, about, sql: CheckSQL.words(words)) {
      CheckRule(rawValue: $0.value.failure.id)?[keyPath: words]
    }
  }

  static let figures = RecordTable(
    "figures", "正文数字 Figures of the text", "One row for each quantity that a narrative states",
    key: ["doc_id", "figure_index"], references: [TableReference(["doc_id"], in: "reports")],
    from: ViewSQL.list("annual_report.figures"),
    columns: figureColumns, rows: { Item.all($0) { $0.figures } })

  private static let figureColumns: [TableColumn<Item<Figure>>] =
    Item.keys("figure_index") + [
      .init("label", "所计事项", .string, "What is counted; empty where unclear", sql: "item.label") {
        $0.value.label
      },
      .init(
        "value", "数值", .decimal, "Multiplied out: 536万 is 5360000", isRequired: true,
        sql: "item.value"
      ) {
        $0.value.value.description
      },
      .init("unit", "单位", .string, "条, 件, %; empty where none is printed", sql: "item.unit") {
        $0.value.unit
      },
      .init(
        "approximate", "是否约数", .boolean, "余, 近, 超, 约 and the like", isRequired: true,
        sql: "item.approximate"
      ) {
        String($0.value.approximate)
      },
      .init("section_id", "所在部分", .string, "Empty in the preamble", sql: "item.section_id") {
        $0.value.sectionID
      },
      .init(
        "quote", "原文摘录", .string, "The shortest text that shows it", sql: "item.quote"
      ) {
        $0.value.quote
      },
      .init(
        "parent", "所属总数", .integer, "figure_index of the figure that it is a part of",
        sql: "item.parent"
      ) {
        $0.value.parent.map(String.init)
      },
    ]

  static let cited = RecordTable(
    "cited", "引用文件 Cited documents", "One row for each document that a report names in 《》",
    key: ["doc_id", "cited_index"], references: [TableReference(["doc_id"], in: "reports")],
    from: ViewSQL.list("annual_report.cited"),
    columns: citedColumns, rows: { Item.all($0) { $0.citations } })

  private static let citedColumns: [TableColumn<Item<Citation>>] =
    Item.keys("cited_index") + [
      .init("title", "标题", .string, "Without 《》", sql: "item.title") { $0.value.title },
      .init("number", "文号", .string, "文号 or order number", sql: "item.number") { $0.value.number },
      .init("count", "出现次数", .integer, "Times named", isRequired: true, sql: "item.count") {
        String($0.value.count)
      },
      .init(
        "alias_of", "全称", .string, "The full title that this one is short for", sql: "item.alias_of"
      ) {
        $0.value.aliasOf
      },
    ]
}
