import Diagnostics
import DocumentModel
import NationalForm

/// Table 2 in text that a program took out of a page, where labels and figures came apart, as far as the table proves
/// itself: all labels are there, as many figures as they ask for, and the sums of the whole table hold.
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

  private static let form = NationalForm.applications
  private static let width = form.columns.count
  private static let parts = LabelParts.all[.applications]
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
    var last = caption
    for index in caption + 1..<min(document.blocks.count, caption + Self.longest) {
      switch document.blocks[index] {
      case .paragraph(let paragraph):
        guard Self.captioned(paragraph, book).isEmpty else { break }
        guard text.add(paragraph, block: index) else { break }
        last = index
        continue
      case .table(let table):
        text.add(table, block: index)
        last = index
        continue
      }
      break
    }
    guard last > caption, text.hasLooseFigures else { return nil }
    blocks = min(text.pieces.first?.block ?? last, last)...last
    guard let labels = ProvenLabels(text) else { return nil }
    let header = ScatteredHeader(text.header)
    guard let way = Self.way(text, labels, header), let order = way.order else { return nil }
    rows = FormIndices(labels.rows)
    fill(way.rows, order, labels.rows, header, text, book)
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

  /// The only way to read the figures.
  private static func way(
    _ text: ScatteredText, _ labels: ProvenLabels, _ header: ScatteredHeader
  ) -> (rows: [[TextPiece]], order: [Int]?)? {
    let figures = text.figureLines.joined().map { $0 }
    let numbers = text.figureLines.map { $0.compactMap(\.count) }
    guard numbers.joined().count == figures.count,
      figures.count == labels.rows.count * width
    else { return nil }
    let flat = Array(numbers.joined())
    let total = header.saysTotalFirst ? 0 : width - 1
    for freedom in FigureRows.Freedom.allCases {
      var reading = FigureRows(numbers, total: total, freedom)
      let proven = reading.ways().filter { way in
        guard way.count == labels.rows.count,
          let order = header.order(way.map { $0.map { flat[$0] } })
        else { return false }
        let sums = ApplicationSums(way.map { $0.map { flat[$0] } }, labels.rows, order)
        return sums.failures <= (freedom == .rows ? mostErrors : 0) && labels.fit(way)
      }
      guard proven.count < 2 else { return nil }
      if let way = proven.first {
        return (way.map { $0.map { figures[$0] } }, header.order(way.map { $0.map { flat[$0] } }))
      }
    }
    return nil
  }

  /// Identities that a figure printed wrong may break.
  private static let mostErrors = 4

  private mutating func fill(
    _ figures: [[TextPiece]], _ order: [Int], _ labels: [Int], _ header: ScatteredHeader,
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
    for (row, figures) in zip(labels, figures) {
      guard let label = Self.form.rows[row].path.last, let place = figures.first else { continue }
      let ends = figures.map(\.block)
      lines.append(
        FormLine(
          cells: [FormCell(label.text, at: place.location, book: book)]
            + figures.map { FormCell($0.text, at: $0.location, book: book) },
          blocks: (ends.min() ?? place.block)...(ends.max() ?? place.block), isLoose: true))
    }
    for stranger in text.strangers {
      lines.append(
        FormLine(
          cells: [FormCell(stranger.text, at: stranger.location, book: book)],
          blocks: stranger.block...stranger.block, isLoose: true))
    }
  }
}
