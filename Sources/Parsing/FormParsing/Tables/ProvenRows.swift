import Diagnostics
import DocumentModel
import NationalForm

/// Table 2 in text that a program took out of a page, where labels and figures came apart, as far as the table proves itself.
///
/// Nearly all labels are there, exactly as many figures as they ask for, and the sums of the whole table hold in one way.
/// Where each row is a line of its own, or one row alone has another sum, few sums may be broken.
///
///     1.本机关不掌握相关政府          the labels of five rows, and before them,
///     信息                         between them or behind them 35 figures
///     2.没有现成信息需要另行 ...
///
/// The rows stand in the form's order: labels that say otherwise refute it.
struct ProvenRows {
  /// Blocks that the rows and the header take up, the caption left out.
  let blocks: ClosedRange<Int>
  private(set) var lines: [FormLine] = []
  private(set) var rows: FormIndices = []
  /// Whether the form's order tells which figures are whose, and not the labels beside them.
  let isRebuilt: Bool

  private static let form = NationalForm.applications
  private static let width = form.columns.count
  /// Blocks that a table may have, a cell each.
  private static let longest = 1_200

  /// Whether the paragraph is the caption of the table.
  static func mayBegin(with paragraph: Paragraph, book: LabelBook) -> Bool {
    captioned(paragraph, book).contains(.applications)
  }

  /// The tables whose caption the paragraph is, with or without a number.
  private static func captioned(_ paragraph: Paragraph, _ book: LabelBook) -> [TableID] {
    guard paragraph.text.utf8.count <= 120, book.mayKnow(paragraph.text) else { return [] }
    let label = FoldedLabel(paragraph.text)
    return [label, label.numbered?.body].compactMap { $0 }.flatMap { label in
      book.meanings(of: label).compactMap { $0.role == .caption ? $0.table : nil }
    }
  }

  /// The table below the caption at `caption`; nil where it doesn't prove itself, or has all its cells.
  init?(_ document: Document, caption: Int, book: LabelBook) {
    guard Self.hasLooseNumbers(document, after: caption, book) else { return nil }
    var text = ScatteredText()
    var end = caption + 1
    while end < min(document.blocks.count, caption + Self.longest),
      text.add(document.blocks[end], at: end, isCaption: { !Self.captioned($0, book).isEmpty })
    {
      end += 1
    }
    // What follows the last piece is no part of the table.
    guard text.hasLooseFigures, let first = text.pieces.first, let last = text.pieces.last else {
      return nil
    }
    blocks = first.block...last.block
    guard let (text, labels, way) = Self.proven(text) ?? Self.provenWithoutPageNumber(text) else {
      return nil
    }
    rows = FormIndices(labels.rows)
    isRebuilt = way.isRebuilt
    fill(way.rows, way.order, labels, ScatteredHeader(text.header), text, book)
  }

  /// Whether a number stands in a paragraph before the next caption: where all stand in cells, nothing came apart.
  private static func hasLooseNumbers(
    _ document: Document, after caption: Int, _ book: LabelBook
  ) -> Bool {
    for block in document.blocks.dropFirst(caption + 1).prefix(longest) {
      guard case .paragraph(let paragraph) = block else { continue }
      guard captioned(paragraph, book).isEmpty else { return false }
      if paragraph.text.utf8.contains(where: { 0x30...0x39 ~= $0 }) { return true }
    }
    return false
  }

  private typealias Proven = (
    text: ScatteredText, labels: ProvenLabels, way: Found
  )
  private typealias Found = (rows: [[TextPiece]], order: [Int], isRebuilt: Bool)

  /// - Parameter mostErrors: Identities that a figure printed wrong may break.
  private static func proven(
    _ text: ScatteredText, _ freedoms: [FigureRows.Freedom] = FigureRows.Freedom.allCases,
    mostErrors: Int = 4
  ) -> Proven? {
    guard let labels = ProvenLabels(text),
      let way = way(text, labels, ScatteredHeader(text.header), freedoms, mostErrors)
    else { return nil }
    return (text, labels, way)
  }

  /// Rows that have enough figures to tell that none of them stands in another's place.
  private static let fewestTelling = 8

  /// The same where one number that stands alone in its line is none of the table's: a page's.
  private static func provenWithoutPageNumber(_ text: ScatteredText) -> Proven? {
    guard text.figureLines.joined().count % width == 1 else { return nil }
    var found: [[[String]]: Proven] = [:]
    for place in text.figureLines.indices where text.figureLines[place].count == 1 {
      guard
        let proven = proven(text.without(lineOfFigures: place), [.rows], mostErrors: 0),
        proven.way.rows.count(where: { $0.count { $0.count ?? 0 > 0 } > 2 }) >= fewestTelling
      else { continue }
      found[proven.way.rows.map { $0.map(\.text) }] = proven
    }
    return found.count == 1 ? found.values.first : nil
  }

  /// Whether the rows whose figures stand elsewhere than in turn have enough of them that tell something: a few zeros fit
  /// anywhere, and would mend the sums that a report broke.
  private static func isTold(_ way: FigureRows.Way, _ figures: [Int]) -> Bool {
    let moved = way.filter { row in zip(row, row.dropFirst()).contains { $1 != $0 + 1 } }
    let telling = moved.reduce(0) { $0 + $1.count { figures[$0] > 0 } }
    return telling >= 4 * moved.count
  }

  /// The only way to read the figures.
  ///
  /// A way that breaks some identities counts only where no other way keeps all, or breaks some too: it may be a report's
  /// own error, or figures that stand elsewhere.
  private static func way(
    _ text: ScatteredText, _ labels: ProvenLabels, _ header: ScatteredHeader,
    _ freedoms: [FigureRows.Freedom], _ mostErrors: Int
  ) -> Found? {
    let figures = Array(text.figureLines.joined())
    let numbers = text.figureLines.map { $0.compactMap(\.count) }
    let flat = Array(numbers.joined())
    guard flat.count == figures.count, figures.count == labels.rows.count * width else {
      return nil
    }
    let total = header.saysTotalFirst ? 0 : width - 1
    var broken: [[[Int]]: Found] = [:]
    // Whether a way keeps all sums by figures that hardly tell anything.
    var isDoubtful = false
    for freedom in freedoms {
      var reading = FigureRows(numbers, total: total, freedom)
      // Lines of as many figures as columns are the rows, whatever sums a report broke.
      if reading.areLines, freedom != .rows { break }
      guard let ways = reading.ways() else { return nil }
      var whole: Found?
      for way in ways where way.count == labels.rows.count && labels.fit(way) {
        let values = way.map { $0.map { flat[$0] } }
        guard let order = header.order(values) else { continue }
        let failures = ApplicationSums(values, labels.rows, order).failures
        let found = (way.map { $0.map { figures[$0] } }, order, !labels.standBeside(way))
        if !isTold(way, flat) {
          isDoubtful = isDoubtful || failures == 0
        } else if failures == 0 {
          guard whole == nil else { return nil }
          whole = found
        } else if freedom == .rows || freedom == .endsBehind, failures <= mostErrors {
          broken[values] = found
        }
      }
      if let whole { return whole }
    }
    return broken.count == 1 && !isDoubtful ? broken.values.first : nil
  }

  private mutating func fill(
    _ figures: [[TextPiece]], _ order: [Int], _ labels: ProvenLabels, _ header: ScatteredHeader,
    _ text: ScatteredText, _ book: LabelBook
  ) {
    let first = figures.joined().first?.location ?? .line(1)
    if let line = header.line(order, blocks: blocks, book: book) {
      lines.append(line)
    } else {
      let columns = order.compactMap { Self.form.columns[$0].path.last }
      lines.append(
        FormLine(
          cells: columns.map { FormCell($0.text, at: first, book: book) }, blocks: blocks,
          isLoose: true))
    }
    for (row, figures) in zip(labels.rows, figures) {
      guard let label = Self.form.rows[row].path.last, let place = figures.first else { continue }
      let ends = figures.map(\.block)
      lines.append(
        FormLine(
          cells: [FormCell(label.text, at: place.location, book: book)]
            + figures.map { FormCell($0.text, at: $0.location, book: book) },
          blocks: (ends.min() ?? place.block)...(ends.max() ?? place.block), isLoose: true,
          isLabelLost: labels.lost.contains(row)))
    }
    for stranger in text.strangers where blocks.contains(stranger.block) {
      lines.append(
        FormLine(
          cells: [FormCell(stranger.text, at: stranger.location, book: book)],
          blocks: stranger.block...stranger.block, isLoose: true))
    }
  }
}
