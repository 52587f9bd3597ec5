import DocumentModel
import NationalForm

/// Finds tables of the form among paragraphs that have no cells and whose labels are cut.
struct ScatteredTables {
  /// A table: its lines, put together.
  struct Found {
    var table: TableID
    var blocks: ClosedRange<Int>
    var lines: [FormLine]
    /// The rows whose labels were found.
    var rows: FormIndices
    /// Whether the form's order tells which figures are whose, and not the labels beside them.
    var isRebuilt = false
  }

  private let document: Document
  private let book: LabelBook
  /// The last block that can't be part of a table found later.
  var floor = -1
  /// Beginnings that may still be looked at: a bound for documents without end.
  private var attemptsLeft = 20

  init(_ document: Document, book: LabelBook) {
    self.document = document
    self.book = book
  }

  /// The table whose first label or whose caption is the paragraph at `index`; nil where there is none.
  mutating func found(at index: Int) -> Found? {
    guard attemptsLeft > 0, case .paragraph(let paragraph) = document.blocks[index] else {
      return nil
    }
    if ProvenRows.mayBegin(with: paragraph, book: book) {
      attemptsLeft -= 1
      guard let rows = ProvenRows(document, caption: index, book: book) else { return nil }
      floor = rows.blocks.upperBound
      return Found(
        table: .applications, blocks: rows.blocks, lines: rows.lines, rows: rows.rows,
        isRebuilt: rows.isRebuilt)
    }
    if ScatteredRows.mayBegin(with: paragraph) {
      attemptsLeft -= 1
      guard let rows = ScatteredRows(document, anchor: index, after: floor, book: book) else {
        return nil
      }
      floor = rows.blocks.upperBound
      return Found(
        table: .applications, blocks: rows.blocks, lines: rows.lines, rows: rows.rows,
        isRebuilt: rows.isRebuilt)
    }
    if ScatteredReview.mayBegin(with: paragraph) {
      attemptsLeft -= 1
      let rows = FormIndices(NationalForm.reviewLitigation.rows.indices)
      if let review = ScatteredReview(document, anchor: index, after: floor, book: book) {
        floor = review.blocks.upperBound
        return Found(
          table: .reviewLitigation, blocks: review.blocks, lines: review.lines, rows: rows)
      }
      if let review = ProvenReview(document, anchor: index, book: book) {
        floor = review.blocks.upperBound
        return Found(
          table: .reviewLitigation, blocks: review.blocks, lines: review.lines, rows: rows)
      }
    }
    return nil
  }
}
