import DocumentModel
import NationalForm

/// Table 3 in text that a program took out of a page line by line: parts of labels, and below them exactly one figure for
/// each column.
///
///     结果 结果 其他结 尚未 总 结果 结果 ...
///     维持 纠正 果 审结 计 维持 纠正 ...
///     2 0 14 3 19 0 13 0 0 13 0 6 4 9 19
struct ScatteredReview {
  private(set) var blocks: ClosedRange<Int>
  private(set) var lines: [FormLine] = []

  private static let parts = LabelParts.all[.reviewLitigation]
  private static let form = NationalForm.reviewLitigation
  private static let width = form.columns.count * form.rows.count
  private static let longestLine = 400
  private static let most = 120
  private static let head: UInt32 =
    parts.rows[0].first.map { $0.prefix(2).reduce(0) { $0 << 16 | UInt32($1) } } ?? 0

  /// Whether the paragraph begins as the first label of the table does.
  static func mayBegin(with paragraph: Paragraph) -> Bool {
    paragraph.text.utf8.count <= longestLine
      && FoldedLabel.head(of: paragraph.text).units == head
  }

  /// Nil where there are not exactly as many figures as columns, or where nothing shows that the columns are in the form's
  /// order.
  init?(_ document: Document, anchor: Int, after floor: Int, book: LabelBook) {
    guard let first = Self.pieces(document, anchor), let name = first.first else { return nil }
    var header = [first]
    var top = anchor
    while top > floor + 1, anchor - top < 10, let above = Self.pieces(document, top - 1),
      !above.contains(where: \.isFigure)
    {
      header.insert(above, at: 0)
      top -= 1
    }
    var figures: [TextPiece] = []
    var last = anchor
    while last + 1 < document.blocks.count, last - anchor < Self.most,
      let below = Self.pieces(document, last + 1)
    {
      let labels = below.filter { !$0.isFigure }
      guard figures.isEmpty || labels.isEmpty, figures.count <= Self.width else { break }
      if !labels.isEmpty {
        guard labels.count == below.count else { return nil }
        header.append(labels)
      }
      figures += below.filter(\.isFigure)
      last += 1
    }
    blocks = top...last
    let numbers = figures.compactMap { PlainNumber.value(of: $0.text) }
    guard figures.count == Self.width, numbers.count == figures.count, Self.isOrdered(header),
      Set(figures.map(\.block)).count == 1 || Self.holds(numbers), let place = figures.first
    else { return nil }
    let row = NationalForm.reviewLitigation.rows
    let labels =
      row.flatMap { $0.path.reversed() }
      + row.flatMap { _ in Self.form.columns.compactMap { $0.path.last } }
    lines = [
      FormLine(
        cells: labels.map { FormCell($0.text, at: name.location, book: book) },
        blocks: top...max(top, place.block - 1), isLoose: true),
      FormLine(
        cells: figures.map { FormCell($0.text, at: $0.location, book: book) },
        blocks: place.block...last, isLoose: true),
    ]
  }

  /// The pieces of a line that has nothing but parts of the table's labels and figures; nil for any other block.
  private static func pieces(_ document: Document, _ index: Int) -> [TextPiece]? {
    guard case .paragraph(let paragraph) = document.blocks[index],
      paragraph.text.utf8.count <= longestLine
    else { return nil }
    let pieces = TextPiece.pieces(of: paragraph, block: index)
    guard !paragraph.text.isEmpty,
      pieces.allSatisfy({ $0.isFigure || isGroup($0.folded.units) || isColumn($0.folded.units) })
    else { return nil }
    return pieces
  }

  private static func isGroup(_ units: [UInt16]) -> Bool {
    form.rows.contains { row in
      row.path.contains { LabelParts.holds(FoldedLabel($0.text).units, units) }
    }
  }

  private static func isColumn(_ units: [UInt16]) -> Bool {
    parts.columns.contains { $0.contains { LabelParts.holds($0, units) } }
  }

  /// The labels of all columns in the form's order.
  private static let order: [[[UInt16]]] = form.rows.flatMap { _ in parts.columns }

  /// Whether the parts of labels stand in the form's order: each line of several has them so, or all of them together are
  /// the labels one after another.
  private static func isOrdered(_ header: [[TextPiece]]) -> Bool {
    guard ProvenReview.groupsAreOrdered(header) else { return false }
    let columns = header.map { line in
      line.map(\.folded.units).filter { isColumn($0) && !isGroup($0) }
    }
    let whole = Array(order.compactMap(\.first).joined())
    if Array(columns.joined().joined()) == whole { return true }
    var widest = 0
    for line in columns {
      var next = 0
      for part in line {
        guard
          let place = order[next...].firstIndex(where: { label in
            label.contains { LabelParts.holds($0, part) }
          })
        else { return false }
        next = place + 1
      }
      widest = max(widest, line.count)
    }
    return widest >= form.columns.count
  }

  /// Whether the total of each group is the sum of its figures.
  private static func holds(_ numbers: [Int]) -> Bool {
    let width = form.columns.count
    return stride(from: 0, to: numbers.count, by: width).allSatisfy { start in
      let group = numbers[start..<(start + width)]
      return group.dropLast().reduce(0) { $0 &+ $1 } == group.last
    }
  }
}
