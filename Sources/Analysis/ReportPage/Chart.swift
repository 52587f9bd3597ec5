internal import NationalForm

/// Cells of the form whose sums are shown side by side.
struct Chart: Sendable {
  var words: Words
  var categories: [Category]

  /// One colour of the chart.
  struct Category: Sendable {
    var words: Words
    /// Places in ``Chart/cells``.
    var cells: [Int]
  }
}

extension Chart {
  /// Requests in, results, requests out: the first two categories come in, the last is carried out.
  static let flow = Chart(
    words: Words("申请的流向", "Flow of requests"),
    categories: [
      requests("上年结转", "Carried in", "carried_in"),
      requests("本年新收", "New requests", "new_received"),
      requests("予以公开", "Granted", "granted"), requests("部分公开", "Granted in part", "partial"),
      requests("不予公开", "Refused", "denied"), requests("无法提供", "Not available", "unable"),
      requests("不予处理", "Not processed", "not_processed"),
      requests("其他处理", "Closed otherwise", "other"),
      requests("结转下年度", "Carried over", "carried_out"),
    ])

  /// The six kinds of result of ``flow``.
  static let results = Chart(
    words: Words("办理结果构成（%）", "Results, in percent"), categories: Array(flow.categories[2..<8]))

  /// The one number by which reports are compared at first.
  static let newRequests = Chart(
    words: Words("本年新收申请合计", "Requests received"), categories: [flow.categories[1]])

  static let refusals = Chart(
    words: Words("不予公开的理由", "Reasons for refusal"),
    categories: rows(of: "denied").map { row in
      Category(
        words: words(row.path.last, row.definition), cells: [place(.applications, row.id, "total")])
    })

  static let applicants = Chart(
    words: Words("申请人构成（%）", "Applicants of new requests, in percent"),
    categories: NationalForm.applications.columns.dropLast().map { column in
      Category(
        words: words(column.path.last, column.definition),
        cells: [place(.applications, "new_received", column.id)])
    })

  /// Outcomes of reviews, of lawsuits without a review, and of lawsuits after one: each chart's second category counts
  /// what was corrected, the last what is pending.
  static let disputes: [Chart] = NationalForm.reviewLitigation.rows.map { row in
    Chart(
      words: words(row.path.last, row.definition),
      categories: NationalForm.reviewLitigation.columns.dropLast().map { column in
        Category(
          words: words(column.path.last, column.definition),
          cells: [place(.reviewLitigation, row.id, column.id)])
      })
  }

  /// Totals whose change from one year to the next is looked at.
  static let keyTotals: [Category] = [
    requests("本年新收", "New requests", "new_received"), requests("予以公开", "Granted", "granted"),
    requests("办理结果总计", "All results", "result_total"),
    requests("结转下年度", "Carried over", "carried_out"),
    Category(
      words: Words("行政复议", "Administrative reviews"),
      cells: [place(.reviewLitigation, "review", "total")]),
  ]

  /// The cells that a chart or a key total may look at, in the order of the form: every total of tables 2 and 3, the
  /// applicants of new requests, and the outcomes of reviews and lawsuits.
  static let cells = NationalForm.cells.filter { cell in
    switch cell.table {
    case .activeDisclosure: false
    case .applications: cell.column == "total" || cell.row == "new_received"
    case .reviewLitigation: true
    }
  }

  /// Totals of a row of table 2, or of all rows of a group.
  private static func requests(_ chinese: String, _ english: String, _ id: String) -> Category {
    Category(
      words: Words(chinese, english),
      cells: rows(of: id).map { place(.applications, $0.id, "total") })
  }

  private static func rows(of id: String) -> [FormRow] {
    NationalForm.applications.rows.filter { $0.id == id || $0.id.hasPrefix("\(id).") }
  }

  private static func place(_ table: TableID, _ row: String, _ column: String) -> Int {
    CellID(table: table, row: row, column: column).flatMap { places[$0] } ?? 0
  }

  private static let places: [CellID: Int] = Dictionary(
    zip(cells, 0...)
  ) { first, _ in first }

  /// `1.属于国家秘密`, `Refused: state secret` to `属于国家秘密`, `State secret`.
  static func words(_ label: FormLabel?, _ definition: String) -> Words {
    let text = label?.text.drop { $0.isASCII && ($0.isNumber || $0 == ".") } ?? ""
    let about = definition.split(separator: ": ", maxSplits: 1).last ?? ""
    return Words(String(text), about.prefix(1).uppercased() + about.dropFirst())
  }
}
