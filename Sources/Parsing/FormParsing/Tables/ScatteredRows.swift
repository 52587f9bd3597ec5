import Diagnostics
import DocumentModel
import NationalForm

/// The rows of table 2 in text that a program took out of a page line by line: labels are cut at the ends of lines, figures
/// stand before them, behind them or between their parts.
///
///     三、      （一）予以公开          0    0 0 0 0 0    0
///     本年 （二）部分公开（区分处理的，
///                            128   0 3 0 0 0  131
///     度办 只计这一情形，不计其他情形）
///
/// A row is read where its label began last before exactly as many figures as the table has columns. Where figures come
/// before their labels, only the identities of the whole table prove which belong together.
struct ScatteredRows {
  /// Blocks that the rows and the header above them take up.
  private(set) var blocks: ClosedRange<Int>
  /// A header, and a line for each label.
  private(set) var lines: [FormLine] = []
  /// The rows whose labels were found.
  private(set) var rows: FormIndices = []
  /// Whether the form's order tells which figures are whose, and not the labels beside them.
  private(set) var isRebuilt = false

  private let table = TableID.applications
  private let parts = LabelParts.all[.applications]
  private let book: LabelBook
  private var segments: [Segment] = []
  private var header = ScatteredHeader([])
  /// Whether all labels stand whole in lines of their own.
  private var isCut = false
  private var hasUnknown = false

  /// A label and the figures behind its beginning; the first has no label.
  private struct Segment {
    var row: Int?
    /// Characters of the label that have come.
    var length = 0
    var label: [TextPiece] = []
    var figures: [TextPiece] = []
    /// Whether the figures stand beside a part of the label, or between two.
    var isAnchored = false
    var isUnknown = false
  }

  private static let width = NationalForm.applications.columns.count
  /// Paragraphs that a table and its header may have, a cell each.
  private static let longest = 1_200
  private static let longestLine = 600
  /// Labels that must be found.
  private static let fewest = 5

  /// Whether the paragraph begins as the first label of the table does.
  static func mayBegin(with paragraph: Paragraph) -> Bool {
    FoldedLabel.head(of: paragraph.text).units == head
  }

  /// The rows around the paragraph at `anchor`; nil where it isn't the first label of such rows, or where ``LooseRows`` does
  /// as well.
  init?(_ document: Document, anchor: Int, after floor: Int, book: LabelBook) {
    self.book = book
    blocks = anchor...anchor
    guard case .paragraph(let first) = document.blocks[anchor], Self.isFirstLabel(first, parts)
    else { return nil }
    var top = anchor
    var headerPieces: [TextPiece] = []
    while top > floor + 1, anchor - top < 80,
      let above = Self.headerPieces(document, top - 1, parts)
    {
      headerPieces = above + headerPieces
      top -= 1
    }
    segments = [Segment(figures: headerPieces.filter(\.isFigure))]
    let end = collect(document, from: anchor)
    header = ScatteredHeader(headerPieces)
    blocks = top...max(end, anchor)
    let labels = segments.filter { $0.row != nil }
    guard labels.count >= Self.fewest, isCut || !isInOrder else { return nil }
    rows = FormIndices(labels.lazy.compactMap(\.row))
    settle()
  }

  /// The first two characters of the first label.
  private static let head: UInt32 =
    LabelParts.all[.applications].rows[0].first.map { units in
      units.prefix(2).reduce(0) { $0 << 16 | UInt32($1) }
    } ?? 0

  private static func isFirstLabel(_ paragraph: Paragraph, _ parts: LabelParts) -> Bool {
    guard paragraph.text.utf8.count <= longestLine,
      let piece = TextPiece.pieces(of: paragraph, block: 0).first, piece.folded.units.count > 3
    else { return false }
    return parts.rows[0].contains { $0.starts(with: piece.folded.units) }
  }

  /// The pieces of a line of the header, or of figures above the first label; nil for any other block.
  private static func headerPieces(
    _ document: Document, _ index: Int, _ parts: LabelParts
  ) -> [TextPiece]? {
    guard case .paragraph(let paragraph) = document.blocks[index],
      paragraph.text.utf8.count <= longestLine
    else { return nil }
    let pieces = TextPiece.pieces(of: paragraph, block: index)
    let isHeader = pieces.allSatisfy {
      $0.isFigure || $0.folded.isEmpty || parts.isBesideRows($0.folded.units)
    }
    return isHeader ? pieces : nil
  }

  // MARK: Collecting

  /// Parts the pieces from block `start` on by the labels that they begin; returns the last block.
  private mutating func collect(_ document: Document, from start: Int) -> Int {
    var last = start
    var strange = 0
    let mayBeGroups = opened(document, from: start)
    for index in start..<min(document.blocks.count, start + Self.longest) {
      guard case .paragraph(let paragraph) = document.blocks[index],
        paragraph.text.utf8.count <= Self.longestLine,
        !FormCell(paragraph.text, at: paragraph.location, book: book).meanings.contains(where: {
          $0.role == .caption
        })
      else { break }
      var pieces = TextPiece.pieces(of: paragraph, block: index)
      pieces.removeAll { !$0.isFigure && $0.folded.isEmpty }
      let isKnown = pieces.contains { $0.isFigure } || pieces.contains { isPart($0, mayBeGroups) }
      strange = isKnown ? 0 : strange + 1
      guard strange < 3, !TextPiece.isHeading(paragraph.text) || isKnown else { break }
      if isKnown { last = index }
      for piece in pieces {
        guard take(piece, mayBeGroups, isWhole: pieces.count == 1) else { return last }
      }
      anchorFigures(index)
    }
    // What came after the last block is none of the table's.
    return last
  }

  /// The rows that are only groups here, because rows inside them are printed.
  private func opened(_ document: Document, from start: Int) -> FormIndices {
    var groups: FormIndices = []
    for index in start..<min(document.blocks.count, start + Self.longest) {
      guard case .paragraph(let paragraph) = document.blocks[index],
        paragraph.text.utf8.count <= Self.longestLine
      else { break }
      for piece in TextPiece.pieces(of: paragraph, block: index)
      where piece.folded.units.count > 3 {
        guard
          let row = parts.rows.firstIndex(where: {
            $0.contains { $0.starts(with: piece.folded.units) }
          }),
          let group = book.rows[table][row].group
        else { continue }
        for outer in parts.rows.indices where book.rows[table][outer].opens == group {
          groups.insert(outer)
        }
      }
    }
    return groups
  }

  private func isPart(_ piece: TextPiece, _ groups: FormIndices) -> Bool {
    let units = piece.folded.units
    return parts.isBesideRows(units)
      || parts.rows.contains { $0.contains { units.count > 1 && LabelParts.holds($0, units) } }
  }

  /// Enters one piece; false where the table ends before it.
  private mutating func take(
    _ piece: TextPiece, _ groups: FormIndices, isWhole: Bool
  ) -> Bool {
    let current = segments.count - 1
    if piece.isFigure {
      segments[current].figures.append(piece)
      return true
    }
    let units = piece.folded.units
    // What a line break left of the label that began last.
    if let open = segments.lastIndex(where: { $0.row != nil }), let row = segments[open].row,
      parts.rows[row].contains(where: {
        segments[open].length < $0.count && $0[segments[open].length...].starts(with: units)
      })
    {
      segments[open].length += units.count
      segments[open].label.append(piece)
      if !segments[open].figures.isEmpty { segments[open].isAnchored = true }
      isCut = true
      return true
    }
    let previous = segments.last { $0.row != nil }?.row ?? -1
    if let row = begun(units, after: previous, groups) {
      segments.append(Segment(row: row, length: units.count, label: [piece]))
      return true
    }
    if parts.isBesideRows(units) || isGroupPart(units, groups) { return true }
    if let again = begun(units, after: -1, groups) {
      // Once more at once, the row is printed twice; later, the table is.
      guard again == previous else { return false }
      segments.append(Segment(row: again, length: units.count, label: [piece]))
      return true
    }
    hasUnknown = true
    segments.append(Segment(label: [piece], isUnknown: true))
    return true
  }

  private func isGroupPart(_ units: [UInt16], _ groups: FormIndices) -> Bool {
    groups.contains { row in parts.rows[row].contains { LabelParts.holds($0, units) } }
  }

  /// The first row after `previous` whose label begins with `units`.
  private func begun(_ units: [UInt16], after previous: Int, _ groups: FormIndices) -> Int? {
    guard units.count > 1 else { return nil }
    let begun = parts.rows.indices.first { row in
      row > previous && !groups.contains(row)
        && (parts.rows[row].contains { $0.starts(with: units) }
          || units.count > 3
            && book.rows[table][row].bodies.contains { $0.units == units })
    }
    if let begun { return begun }
    // 三、本年度办理结果（一）予以公开
    guard units.count > 6 else { return nil }
    for meaning in book.meanings(of: FoldedLabel(units)) where meaning.table == table {
      if case .row(let row) = meaning.role, row > previous, !groups.contains(row) { return row }
    }
    return nil
  }

  /// Notes whether the figures of the line `block` stand beside a part of their label.
  private mutating func anchorFigures(_ block: Int) {
    guard let last = segments.indices.last, segments[last].row != nil,
      segments[last].figures.count(where: { $0.block == block }) == Self.width,
      segments[last].label.contains(where: { $0.block == block })
    else { return }
    segments[last].isAnchored = true
  }

  // MARK: Which figures belong to which label

  /// Whether each label is followed by its figures, as far as the text shows.
  private var isInOrder: Bool {
    segments[0].figures.isEmpty && segments.last?.figures.isEmpty == false
  }

  private mutating func settle() {
    dropColumnNumbers()
    if !isInOrder || hasEmptyLabel && !isLineOrdered {
      if assignAll() {
        isRebuilt = true
        return emit()
      }
      for index in segments.indices where !segments[index].label.isEmpty {
        segments[index].figures = []
      }
      segments[0].figures = []
    } else {
      assignBlocks()
    }
    emit()
  }

  /// `1 2 3 4 5 6 7` above the first row numbers the columns.
  private mutating func dropColumnNumbers() {
    if segments[0].figures.map(\.text) == (1...Self.width).map(String.init) {
      segments[0].figures = []
    }
  }

  private var hasEmptyLabel: Bool {
    segments.contains { $0.row != nil && $0.figures.count != Self.width }
  }

  /// Whether most rows show by their lines that figures come after labels.
  private var isLineOrdered: Bool {
    let filled = segments.count { $0.row != nil && !$0.figures.isEmpty }
    return segments.count { $0.isAnchored } * 2 >= max(filled, 1)
  }

  private static func number(_ piece: TextPiece) -> Int? {
    PlainNumber.value(of: piece.text)
  }

  /// Gives all figures of the table to all labels in their order, if every identity of the form holds then.
  private mutating func assignAll() -> Bool {
    let labels = segments.indices.filter { segments[$0].row != nil }
    let figures = segments.flatMap(\.figures)
    guard figures.count == labels.count * Self.width, !hasUnknown else { return false }
    let numbers = figures.compactMap(Self.number)
    guard numbers.count == figures.count else { return false }
    let chunks = labels.indices.map { Array(numbers[$0 * Self.width..<($0 + 1) * Self.width]) }
    guard let order = header.order(chunks),
      ApplicationSums(chunks, labels.compactMap { segments[$0].row }, order).failures == 0
    else { return false }
    for index in segments.indices { segments[index].figures = [] }
    for (place, index) in labels.enumerated() {
      segments[index].figures = Array(figures[place * Self.width..<(place + 1) * Self.width])
    }
    return true
  }

  /// Parts figures that follow several labels among these, where the sums leave one way.
  private mutating func assignBlocks() {
    var first = 0
    for index in segments.indices {
      let figures = segments[index].figures
      guard segments[index].row != nil else {
        // What follows words without figures may be theirs.
        let isLent = segments[index].isUnknown && figures.isEmpty
        if isLent, index + 1 < segments.count { segments[index + 1].figures = [] }
        first = index + 1
        continue
      }
      if figures.isEmpty { continue }
      let labels = Array(first...index)
      first = index + 1
      if labels.count == 1 { continue }
      segments[index].figures = []
      guard figures.count == labels.count * Self.width, Self.isBlock(figures, labels.count) else {
        if figures.count == Self.width, segments[index].isAnchored {
          segments[index].figures = figures
        }
        continue
      }
      isRebuilt = true
      for (place, label) in labels.enumerated() {
        segments[label].figures = Array(figures[place * Self.width..<(place + 1) * Self.width])
      }
    }
  }

  /// Whether the figures of `count` rows stand one row after another: all sums hold, and not by zeros alone; read by
  /// columns they don't.
  private static func isBlock(_ figures: [TextPiece], _ count: Int) -> Bool {
    let numbers = figures.compactMap(number)
    guard numbers.count == count * width else { return false }
    let rows = (0..<count).map { row in (0..<width).map { numbers[row * width + $0] } }
    let turned = (0..<count).map { row in (0..<width).map { numbers[$0 * count + row] } }
    func holds(_ rows: [[Int]]) -> Bool {
      rows.allSatisfy { row in row.dropLast().reduce(0) { $0 &+ $1 } == row[width - 1] }
    }
    return holds(rows) && rows.allSatisfy { $0.contains { $0 > 0 } } && !holds(turned)
  }

  // MARK: Lines

  /// Whether figures stand in their order: in one line, or in several and with the right sum.
  private static func isSure(_ figures: [TextPiece], _ order: [Int]) -> Bool {
    guard figures.count == width, Set(figures.map(\.block)).count > 1 else { return true }
    let numbers = figures.compactMap(number)
    guard numbers.count == width, let place = order.firstIndex(of: width - 1) else { return false }
    return numbers.reduce(0) { $0 &+ $1 } == numbers[place] &* 2
  }

  private mutating func emit() {
    let numbers = segments.filter { $0.row != nil }.map { $0.figures.compactMap(Self.number) }
    let order = header.order(numbers)
    let last = header.pieces.last { !$0.isFigure }?.block
    if let last,
      let line = header.line(
        order, blocks: blocks.lowerBound...max(last, blocks.lowerBound), book: book)
    {
      lines.append(line)
    }
    var above = header.pieces.reversed().prefix { $0.isFigure }.count
    for segment in segments {
      guard let piece = segment.label.first ?? segment.figures.first else { continue }
      defer { above = segment.label.isEmpty ? segment.figures.count : 0 }
      var cells: [FormCell] = []
      if !segment.label.isEmpty {
        let text = segment.label.map(\.text).joined()
        cells.append(FormCell(text, at: piece.location, book: book))
      }
      if segment.label.isEmpty || order.map({ Self.isSure(segment.figures, $0) }) ?? false {
        cells += segment.figures.map { FormCell($0.text, at: $0.location, book: book) }
      }
      let all = (segment.label + segment.figures).map(\.block).sorted()
      guard let first = all.first, let last = all.last else { continue }
      lines.append(
        FormLine(cells: cells, blocks: first...last, isLoose: true, figuresAbove: above))
    }
  }
}
