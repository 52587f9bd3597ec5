import Diagnostics
import DocumentModel
import NationalForm

/// The labels and figures of table 2 in the order in which a text has them.
struct ScatteredText {
  /// Labels, parts of labels and figures, each in its line.
  private(set) var pieces: [TextPiece] = []
  /// The figures of each line that has some.
  private(set) var figureLines: [[TextPiece]] = []
  /// Lines without a figure that are no part of the table.
  private(set) var strangers: [Stranger] = []
  /// The blocks of those that may be labels.
  private(set) var unknownLabels: [Int] = []
  /// Whether figures stand in paragraphs.
  private(set) var hasLooseFigures = false

  struct Stranger {
    var text: String
    var location: Location
    var block: Int
  }

  private static let parts = LabelParts.all[.applications]
  private static let longestLine = 600
  private static let mostPieces = 2_000
  private static let mostStrangers = 40

  /// Adds a block of the document; false where the table has ended before it.
  ///
  /// - Parameter isCaption: Whether a paragraph is the caption of a table.
  mutating func add(_ block: Block, at index: Int, isCaption: (Paragraph) -> Bool) -> Bool {
    switch block {
    case .paragraph(let paragraph): !isCaption(paragraph) && add(paragraph, block: index)
    case .table(let table): add(table, block: index)
    }
  }

  /// Adds a line.
  private mutating func add(_ paragraph: Paragraph, block: Int) -> Bool {
    guard paragraph.text.utf8.count <= Self.longestLine, pieces.count < Self.mostPieces,
      strangers.count < Self.mostStrangers
    else { return false }
    if Self.isPageNumber(paragraph.text) {
      if !pieces.isEmpty { note(paragraph.text, paragraph.location, block) }
      return true
    }
    let line = Self.pieces(of: paragraph.text, at: paragraph.location, block: block)
    let figures = line.filter(\.isFigure)
    // What another table left below the caption.
    if pieces.isEmpty, figures.count == line.count { return true }
    let isKnown = line.allSatisfy { $0.isFigure || Self.isPart($0.folded.units) }
    if !isKnown, figures.isEmpty {
      guard !TextPiece.isHeading(paragraph.text) else { return false }
      guard !pieces.isEmpty else { return true }
      note(paragraph.text, paragraph.location, block)
      unknownLabels.append(block)
      return true
    }
    guard isKnown else { return false }
    hasLooseFigures = hasLooseFigures || !figures.isEmpty
    add(line)
    return true
  }

  /// Adds the rows of a table that a part of the text was taken for; false for a table of other words.
  private mutating func add(_ table: Table, block: Int) -> Bool {
    guard pieces.count < Self.mostPieces else { return false }
    let rows = table.rows.prefix(Self.mostPieces).map { row in
      row.flatMap { Self.pieces(of: $0.text, at: $0.location, block: block) }
    }
    guard rows.joined().contains(where: { $0.isFigure || Self.isPart($0.folded.units) }) else {
      return false
    }
    rows.forEach { add($0) }
    return true
  }

  private static func pieces(of text: String, at location: Location, block: Int) -> [TextPiece] {
    TextPiece.pieces(of: text, at: location, block: block).flatMap { piece in
      if piece.isFigure { return piece.isLabelNumber ? [] : [piece] }
      return piece.folded.isEmpty ? [] : parted(piece)
    }
  }

  /// Two parts of labels that stand close together: 科研机法人或其他组织.
  private static func parted(_ piece: TextPiece) -> [TextPiece] {
    let units = piece.folded.units
    guard units.count > 4, units.count < 24, !isPart(units) else { return [piece] }
    let place = (2...units.count - 2).first { place in
      parts.isBesideRows(Array(units[..<place])) && parts.isBesideRows(Array(units[place...]))
    }
    guard let place else { return [piece] }
    return [piece.holding(Array(units[..<place])), piece.holding(Array(units[place...]))]
  }

  private mutating func add(_ line: [TextPiece]) {
    pieces += line
    let figures = line.filter(\.isFigure)
    if !figures.isEmpty { figureLines.append(figures) }
  }

  private mutating func note(_ text: String, _ location: Location, _ block: Int) {
    strangers.append(Stranger(text: text, location: location, block: block))
  }

  /// The same, but for the figures of a line, which are none of the table's.
  func without(lineOfFigures place: Int) -> ScatteredText {
    var rest = self
    for figure in rest.figureLines.remove(at: place) {
      rest.pieces.removeAll {
        $0.isFigure && $0.location == figure.location && $0.block == figure.block
      }
      rest.note(figure.text, figure.location, figure.block)
    }
    return rest
  }

  /// What may name the columns: pieces above the third row.
  var header: [TextPiece] {
    let end = pieces.firstIndex { piece in
      Self.parts.rows.dropFirst(2).contains { row in
        piece.folded.units.count > 3 && row.contains { $0.starts(with: piece.folded.units) }
      }
    }
    return Array(pieces[..<(end ?? pieces.count)])
  }

  private static func isPart(_ units: [UInt16]) -> Bool {
    parts.isBesideRows(units) || parts.rows.contains { $0.contains { LabelParts.holds($0, units) } }
  }

  /// `— 2 —`, `第 3 页`.
  private static func isPageNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }
    guard scalars.count <= 8, let first = scalars.first, let last = scalars.last else {
      return false
    }
    let isFramed =
      "-—–－─".unicodeScalars.contains(first) && "-—–－─".unicodeScalars.contains(last)
      || first == "第" && last == "页"
    return isFramed && scalars.contains { ("0"..."9").contains($0) }
  }
}
