import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords

/// One cell of a line, and what it may be by its looks alone.
struct FormCell: Sendable {
  enum Kind: Sendable {
    case blank
    /// A number, or what stands in a number's place: a dash, 无, `22（其中修订 16 件）`, `1O`.
    case figure
    /// A label of the form.
    case label
    case words
  }

  var text: String
  var location: Location
  var kind: Kind
  /// Empty unless `kind` is ``Kind/label``.
  var meanings: [LabelMeaning]
  /// Whether a merged cell with a figure covers this place: whether that is this cell's too, nothing tells.
  var isCovered = false

  init(_ text: String, at location: Location, book: LabelBook) {
    self.text = text
    self.location = location
    (kind, meanings) = Self.look(of: text, book)
  }

  private static func look(of text: String, _ book: LabelBook) -> (Kind, [LabelMeaning]) {
    if text.isEmpty { return (.blank, []) }
    if PlainNumber.isOne(text) { return (.figure, []) }
    if text.utf8.count <= longest, book.mayKnow(text) {
      let meanings = book.meanings(of: FoldedLabel(text))
      if !meanings.isEmpty { return (.label, meanings) }
      let explained = book.meanings(ofExplained: text)
      if !explained.isEmpty { return (.label, explained) }
    }
    return (CellValue.looksLikeFigure(text) ? .figure : .words, [])
  }

  /// Bytes that a label may have.
  private static let longest = 600

  var isBlank: Bool { kind == .blank }

  /// What it adds to a sum: 0 for a blank and a dash, nil for other text.
  var summand: Int? {
    if let number = PlainNumber.value(of: text) { return number }
    return isBlank || CellValue.read(text, as: .count).state == .dash ? 0 : nil
  }

  /// Whether it holds `0 0 3`, the figures of several cells.
  var holdsSeveralNumbers: Bool {
    kind == .figure && text.split(separator: " ").count { PlainNumber.isOne(String($0)) } > 1
  }

  /// Whether it holds a picture, or figures that can't be read.
  var isLost: Bool { kind == .figure && LostCharacters.isFigure(text) }

  /// The roles that this label has in `table`.
  func roles(in table: TableID) -> [LabelMeaning] {
    meanings.allSatisfy { $0.table == table } ? meanings : meanings.filter { $0.table == table }
  }
}

/// A row of a document's table, or what paragraphs give in its place.
struct FormLine: Sendable {
  var cells: [FormCell]
  /// Indices of the blocks that it stands in: one for a table row, several for cells that are paragraphs.
  var blocks: ClosedRange<Int>
  /// Whether it was put together from paragraphs, where a blank cell leaves no trace.
  var isLoose: Bool
  /// Figures of no label that stand right above it.
  var figuresAbove = 0
  /// Whether words that are no label of the form stand right above figures without one.
  var areWordsAbove = false
  /// Whether its label was not found, and is the form's for its place alone.
  var isLabelLost = false

  /// Takes pictures and lost characters in front of a label for blank: they stand in the head of the table or in a group's
  /// cell, and are no value.
  mutating func clearBeforeLabel() {
    guard let label = cells.lastIndex(where: { $0.kind == .label }) else { return }
    for index in 0..<label where cells[index].isLost { cells[index].kind = .blank }
  }

  var location: Location? { cells.first { !$0.isBlank }?.location ?? cells.first?.location }

  /// What is printed, cells parted by a space.
  var text: String {
    cells.lazy.filter { !$0.isBlank }.map(\.text).joined(separator: " ")
  }
}

/// Whole numbers as they mostly stand in tables.
enum PlainNumber {
  /// Whether `text` is one to nine ASCII digits.
  static func isOne(_ text: String) -> Bool {
    let utf8 = text.utf8
    return (1...9).contains(utf8.count) && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The number that `text` is; nil for any other text.
  static func value(of text: String) -> Int? { isOne(text) ? Int(text) : nil }
}
