import Diagnostics
import DocumentModel
import NationalForm

/// Table 3 in text out of a page, where figures stand between the parts of its head: exactly one for each column, and the
/// totals of all groups hold.
///
///     结果维 结果纠 其他结 尚未审
///     持 正 果 结
///     1 1 0 0
///     总计
///     2
///     未经复议直接起诉 ...
struct ProvenReview {
  private(set) var blocks: ClosedRange<Int>
  private(set) var lines: [FormLine] = []

  private static let parts = LabelParts.all[.reviewLitigation]
  private static let form = NationalForm.reviewLitigation
  private static let groupWidth = form.columns.count
  private static let longestLine = 400
  private static let most = 160
  private static let mostStrangers = 4

  /// Nil where anything is missing, or the head may name another order than the form's.
  ///
  /// - Parameter anchor: The paragraph that begins as the first label does.
  init?(_ document: Document, anchor: Int, book: LabelBook) {
    blocks = anchor...anchor
    var head: [[TextPiece]] = []
    var figures: [TextPiece] = []
    var strangers: [(paragraph: Paragraph, block: Int)] = []
    var open: [(paragraph: Paragraph, block: Int)] = []
    var last = anchor
    for index in anchor..<min(document.blocks.count, anchor + Self.most) {
      guard case .paragraph(let paragraph) = document.blocks[index],
        paragraph.text.utf8.count <= Self.longestLine
      else { break }
      let pieces = TextPiece.pieces(of: paragraph, block: index).filter {
        $0.isFigure || !$0.folded.isEmpty
      }
      guard pieces.allSatisfy({ $0.isFigure || Self.isPart($0.folded.units) }) else {
        open.append((paragraph, index))
        guard open.count + strangers.count <= Self.mostStrangers,
          !pieces.contains(where: \.isFigure)
        else { break }
        continue
      }
      strangers += open
      open = []
      figures += pieces.filter(\.isFigure)
      head.append(pieces.filter { !$0.isFigure })
      last = index
    }
    let numbers = figures.compactMap(\.count)
    guard numbers.count == Self.groupWidth * Self.form.rows.count, numbers.count == figures.count,
      Self.isOrdered(head), let order = Self.order(numbers, head), let first = figures.first
    else { return nil }
    blocks = anchor...last
    let groups = Self.form.rows.flatMap { $0.path.reversed().map(\.text) }
    let columns = Self.form.rows.flatMap { _ in
      order.compactMap { Self.form.columns[$0].path.last?.text }
    }
    lines = [
      FormLine(
        cells: (groups + columns).map { FormCell($0, at: first.location, book: book) },
        blocks: blocks, isLoose: true),
      FormLine(
        cells: figures.map { FormCell($0.text, at: $0.location, book: book) },
        blocks: first.block...max(first.block, figures.last?.block ?? last), isLoose: true),
    ]
    for stranger in strangers {
      lines.append(
        FormLine(
          cells: [FormCell(stranger.paragraph.text, at: stranger.paragraph.location, book: book)],
          blocks: stranger.block...stranger.block, isLoose: true))
    }
  }

  private static func isPart(_ units: [UInt16]) -> Bool {
    parts.columns.contains { $0.contains { LabelParts.holds($0, units) } }
      || form.rows.contains { row in
        row.path.contains { LabelParts.holds(FoldedLabel($0.text).units, units) }
      }
  }

  // MARK: The head

  /// For each column a character that its label alone has.
  private static let marks: [UInt16] = form.columns.indices.map { column in
    let others = form.columns.indices.filter { $0 != column }.flatMap {
      parts.columns[$0].flatMap { $0 }
    }
    return parts.columns[column].first?.first { !others.contains($0) } ?? 0
  }

  private static let total = form.columns.count - 1

  /// The columns that the marks of `pieces` name.
  private static func columns(_ pieces: [TextPiece]) -> [Int] {
    pieces.filter { piece in !isGroup(piece.folded.units) }
      .flatMap { $0.folded.units.compactMap { marks.firstIndex(of: $0) } }
  }

  private static func isGroup(_ units: [UInt16]) -> Bool {
    units.count > 3
      && form.rows.contains { row in
        row.path.contains { LabelParts.holds(FoldedLabel($0.text).units, units) }
      }
  }

  /// Whether each column but the totals is named three times, and wherever names follow one another, they stand in the
  /// form's order, group by group.
  private static func isOrdered(_ head: [[TextPiece]]) -> Bool {
    guard groupsAreOrdered(head) else { return false }
    var counts = [Int](repeating: 0, count: form.columns.count)
    var runs: [[Int]] = []
    var single: [Int] = []
    for line in head.map(columns) {
      for column in line { counts[column] += 1 }
      let told = line.filter { $0 != total }
      if told.count > 1 { runs.append(told) } else { single += told }
    }
    runs.append(single)
    return counts.dropLast().allSatisfy { $0 == form.rows.count }
      && runs.allSatisfy { run in
        let kinds = Set(run).sorted()
        return run.enumerated().allSatisfy { kinds[$0.offset % kinds.count] == $0.element }
      }
  }

  /// Whether the two groups of lawsuits, as far as they are named whole, come in the form's order.
  static func groupsAreOrdered(_ head: [[TextPiece]]) -> Bool {
    let pieces = Array(head.joined())
    let groups = form.rows.indices.dropFirst().compactMap { row -> Int? in
      let label = form.rows[row].path.last.map { FoldedLabel($0.text).units } ?? []
      return pieces.firstIndex { LabelParts.holds($0.folded.units, label) }
    }
    return groups == groups.sorted()
  }

  // MARK: The figures

  /// The columns of each group from left to right, the total last or first as the sums say; nil where they don't hold, or
  /// hold both ways and the head doesn't tell.
  private static func order(_ numbers: [Int], _ head: [[TextPiece]]) -> [Int]? {
    let groups = stride(from: 0, to: numbers.count, by: groupWidth).map {
      Array(numbers[$0..<$0 + groupWidth])
    }
    func hold(_ place: Int) -> Bool {
      groups.allSatisfy { group in group.reduce(0, &+) == group[place] &* 2 }
    }
    let told = head.flatMap(columns)
    let kinds = Array(0..<total)
    let saysFirst = told.first == total
    let isLast = hold(total)
    let isFirst = hold(0)
    if isLast, isFirst, numbers.contains(where: { $0 > 0 }), !told.contains(total) { return nil }
    if isLast, !isFirst || !saysFirst { return saysFirst ? nil : kinds + [total] }
    return isFirst && saysFirst ? [total] + kinds : nil
  }
}
