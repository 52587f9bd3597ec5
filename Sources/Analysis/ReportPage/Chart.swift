internal import NationalForm
internal import PlainWords

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
      requests("上年结转", "Carried in", Named.carriedIn),
      requests("本年新收", "New requests", Named.newReceived),
      requests("予以公开", "Granted", Named.granted),
      requests("部分公开", "Granted in part", Named.partlyGranted),
      requests("不予公开", "Refused", Named.refused),
      requests("无法提供", "Not available", Named.notAvailable),
      requests("不予处理", "Not processed", Named.notProcessed),
      requests("其他处理", "Closed otherwise", Named.closedOtherwise),
      requests("结转下年度", "Carried over", Named.carriedOut),
    ])

  /// The six kinds of result of ``flow``.
  static let results = Chart(
    words: Words("办理结果构成（%）", "Results, in percent"), categories: Array(flow.categories[2..<8]))

  /// The one number by which reports are compared at first.
  static let newRequests = Chart(
    words: Words("本年新收申请合计", "Requests received"), categories: [flow.categories[1]])

  static let refusals = Chart(
    words: Words("不予公开的理由", "Reasons for refusal"),
    categories: Named.refused.compactMap { cell in
      NationalForm.cell(cell).map { row, _ in
        Category(
          words: Words(label: row.path.last, definition: row.definition), cells: places([cell]))
      }
    })

  static let applicants = Chart(
    words: Words("申请人构成（%）", "Applicants of new requests, in percent"),
    categories: Named.applicants.compactMap { cell in
      NationalForm.cell(cell).map { _, column in
        Category(
          words: Words(label: column.path.last, definition: column.definition),
          cells: places([cell]))
      }
    })

  /// Outcomes of reviews, of lawsuits without a review, and of lawsuits after one: each chart's second category counts
  /// what was corrected, the last what is pending.
  static let disputes: [Chart] = NationalForm.reviewLitigation.rows.map { row in
    Chart(
      words: Words(label: row.path.last, definition: row.definition),
      categories: NationalForm.reviewLitigation.columns.dropLast().map { column in
        Category(
          words: Words(label: column.path.last, definition: column.definition),
          cells: places(
            NationalForm.cells.filter {
              $0.table == .reviewLitigation && $0.row == row.id && $0.column == column.id
            }))
      })
  }

  /// Totals whose change from one year to the next is looked at.
  static let keyTotals: [Category] = [
    requests("本年新收", "New requests", Named.newReceived), requests("予以公开", "Granted", Named.granted),
    requests("办理结果总计", "All results", Named.results),
    requests("结转下年度", "Carried over", Named.carriedOut),
    requests("行政复议", "Administrative reviews", Named.reviews),
  ]

  /// The cells that a chart or a key total may look at, in the order of the form: every total of tables 2 and 3, the
  /// applicants of new requests, and the outcomes of reviews and lawsuits.
  static let cells = NationalForm.cells.filter { cell in
    switch cell.table {
    case .activeDisclosure: false
    case .applications: NationalForm.isTotal(cell) || Named.applicants.contains(cell)
    case .reviewLitigation: true
    }
  }

  private typealias Named = NationalForm.Named

  private static func requests(_ chinese: String, _ english: String, _ cells: [CellID]) -> Category
  {
    Category(words: Words(chinese, english), cells: places(cells))
  }

  private static func places(_ cells: [CellID]) -> [Int] { cells.compactMap { places[$0] } }

  private static let places: [CellID: Int] = Dictionary(
    zip(cells, 0...)
  ) { first, _ in first }
}
