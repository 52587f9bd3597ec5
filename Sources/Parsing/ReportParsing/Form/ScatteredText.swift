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

  /// Adds a line; false where the table has ended before it.
  mutating func add(_ paragraph: Paragraph, block: Int) -> Bool {
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
      guard !Self.isHeading(paragraph.text) else { return false }
      if !pieces.isEmpty { note(paragraph.text, paragraph.location, block) }
      return true
    }
    guard isKnown else { return false }
    hasLooseFigures = hasLooseFigures || !figures.isEmpty
    add(line)
    return true
  }

  /// Adds the rows of a table that a part of the text was taken for.
  mutating func add(_ table: Table, block: Int) {
    for row in table.rows where pieces.count < Self.mostPieces {
      add(row.flatMap { Self.pieces(of: $0.text, at: $0.location, block: block) })
    }
  }

  private static func pieces(of text: String, at location: Location, block: Int) -> [TextPiece] {
    TextPiece.pieces(of: text, at: location, block: block).filter { piece in
      piece.isFigure ? !piece.isLabelNumber : !piece.folded.isEmpty
    }
  }

  private mutating func add(_ line: [TextPiece]) {
    pieces += line
    let figures = line.filter(\.isFigure)
    if !figures.isEmpty { figureLines.append(figures) }
  }

  private mutating func note(_ text: String, _ location: Location, _ block: Int) {
    strangers.append(Stranger(text: text, location: location, block: block))
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

  private static func isHeading(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(2))
    return scalars.count == 2 && scalars[1] == "、"
      && "一二三四五六七八九十".unicodeScalars.contains(scalars[0])
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

/// Which rows of table 2 a text prints, and what their places say of their figures.
struct ProvenLabels {
  /// The rows in the form's order.
  let rows: [Int]
  /// The rows in the order of their labels, with the figures before each.
  private var places: [(row: Int, figures: Int)] = []

  private static let form = NationalForm.applications
  private static let parts = LabelParts.all[.applications]
  private static let book = LabelBook.shared
  /// Labels that may be cut beyond knowing.
  private static let mostLost = 2

  /// Nil where the labels are not those of one edition of the form.
  init?(_ text: ScatteredText) {
    var figures = 0
    var found: FormIndices = []
    for piece in text.pieces {
      if piece.isFigure {
        figures += 1
      } else if let row = Self.row(beginning: piece.folded.units), !found.contains(row) {
        found.insert(row)
        places.append((row, figures))
      }
    }
    let rows = Self.editions.first { rows in
      rows.count * Self.form.columns.count == figures
        && rows.count { !found.contains($0) } <= Self.mostLost
        && found.allSatisfy { rows.contains($0) || Self.book.rows[.applications][$0].opens != nil }
    }
    guard let rows else { return nil }
    self.rows = rows
    places.removeAll { !rows.contains($0.row) }
  }

  /// The rows that each edition prints.
  private static let editions: [[Int]] = Edition.forms.map { edition in
    form.rows.indices.filter { form.rows[$0].editions.contains(edition) }
  }

  /// The only row whose label begins with `units`; nil where they are too few to tell.
  private static func row(beginning units: [UInt16]) -> Int? {
    var found: Int?
    for row in parts.rows.indices {
      let isBeginning = parts.rows[row].contains { label in
        label == units || units.count > 3 && label.starts(with: units)
      }
      let isBody =
        units.count > 3
        && book.rows[.applications][row].bodies.contains { $0.units.starts(with: units) }
      guard isBeginning || isBody else { continue }
      if found != nil { return nil }
      found = row
    }
    return found
  }

  /// Whether the order of the labels allows the rows of figures to stand in the form's order.
  ///
  /// Labels in the form's order do. Where some stand elsewhere, most others must stand right in front of their own figures.
  func fit(_ way: FigureRows.Way) -> Bool {
    let order = places.map(\.row)
    if order == order.sorted() { return true }
    var anchored = 0
    for (index, place) in places.enumerated() {
      let next = index + 1 < places.count ? places[index + 1].figures : nil
      let before = index > 0 ? places[index - 1] : nil
      // Labels one below another stand as on the page.
      if let before, before.figures == place.figures, before.row > place.row { return false }
      let width = Self.form.columns.count
      guard before?.figures != place.figures, let next, next - place.figures >= width
      else { continue }
      let own = rows.firstIndex(of: place.row)
      if own.map({ way[$0].min() == place.figures }) ?? false {
        anchored += 1
      } else if next - place.figures == width {
        return false
      }
    }
    return anchored * 5 >= rows.count
  }
}
