import Diagnostics
import DocumentModel
import NationalForm

/// A word or a figure of a paragraph: text that a program took out of a page has no cells, and cuts labels at the ends of lines.
struct TextPiece: Sendable {
  var text: String
  var folded: FoldedLabel
  var isFigure: Bool
  var block: Int
  var location: Location

  /// The pieces of a paragraph between blanks; `1.` and the label behind it are one.
  static func pieces(of paragraph: Paragraph, block: Int) -> [TextPiece] {
    pieces(of: paragraph.text, at: paragraph.location, block: block)
  }

  static func pieces(of text: String, at location: Location, block: Int) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var number = ""
    for field in CellMark.fields(of: text) {
      // A rule below a header.
      if field.utf8.count > 2, field.unicodeScalars.allSatisfy({ isOfRule($0) }) { continue }
      if !number.isEmpty, !isNumbered(number, by: field) {
        pieces.append(TextPiece(number, block, location))
        number = ""
      }
      let text = number + field
      if number.isEmpty, isNumber(field) {
        number = text
        continue
      }
      number = ""
      pieces.append(TextPiece(text, block, location))
    }
    if !number.isEmpty { pieces.append(TextPiece(number, block, location)) }
    return pieces
  }

  private static func isOfRule(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "=", "+", "─", "━": true
    default: false
    }
  }

  /// Whether `text` begins as the heading of a part does: `四、`.
  static func isHeading(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.prefix(2))
    return scalars.count == 2 && scalars[1] == "、"
      && "一二三四五六七八九十".unicodeScalars.contains(scalars[0])
  }

  /// Whether it is the number of a label that stands elsewhere.
  var isLabelNumber: Bool { Self.isNumber(text[...]) }

  /// What it counts; nil where it is no whole number.
  var count: Int? { PlainNumber.value(of: text) }

  private init(_ text: String, _ block: Int, _ location: Location) {
    self.text = text
    isFigure = PlainNumber.isOne(text) || CellValue.looksLikeFigure(text)
    folded = isFigure ? FoldedLabel("") : FoldedLabel(text)
    self.block = block
    self.location = location
  }

  /// A word of these characters that stands in the same place.
  func holding(_ units: [UInt16]) -> TextPiece {
    var part = self
    part.folded = FoldedLabel(units)
    part.text = String(decoding: units, as: UTF16.self)
    return part
  }

  /// Whether a number belongs to the words behind it: `三、` may stand beside a label of another row.
  private static func isNumbered(_ number: String, by field: Substring) -> Bool {
    if number.utf8.first.map({ $0 < 0x80 }) ?? false { return true }
    let start = FoldedLabel(number + field).units.prefix(4)
    return LabelParts.all[.applications].rows.contains { $0.contains { $0.starts(with: start) } }
  }

  /// Whether `field` is the number of a label: `3.`, `3、`.
  private static func isNumber(_ field: Substring) -> Bool {
    guard let last = field.unicodeScalars.last, ".、．".unicodeScalars.contains(last) else {
      return false
    }
    return field.unicodeScalars.count < 4 && field.dropLast().allSatisfy(\.isNumber)
  }
}

/// What parts the cells of a line of text: blanks, and the strokes of a table that was typed.
enum CellMark {
  /// What stands between the marks of `text`.
  static func fields(of text: String) -> [Substring] {
    var fields: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = length(in: bytes, at: index)
      let next = bytes.index(index, offsetBy: max(length, 1))
      if length > 0 {
        if start < index { fields.append(text[start..<index]) }
        start = next
      }
      index = next
    }
    if start < bytes.endIndex { fields.append(text[start...]) }
    return fields
  }

  /// Whether one stands in `text`.
  static func stands(in text: String) -> Bool {
    text.holds(" ") || text.holds("|")
      || text.utf8.contains(0xE2) && text.unicodeScalars.contains { $0 == "│" || $0 == "┃" }
      || text.utf8.contains { $0 == 0xE3 || $0 == 0xEF }
        && text.unicodeScalars.contains { $0 == "\u{3000}" || $0 == "｜" }
  }

  /// The bytes of the mark that begins at `index`; 0 for none.
  private static func length(in bytes: String.UTF8View, at index: String.Index) -> Int {
    func holds(_ second: UInt8, _ third: UInt8) -> Bool {
      let next = bytes.index(after: index)
      return bytes[next] == second && bytes[bytes.index(after: next)] == third
    }
    return switch bytes[index] {
    case UInt8(ascii: " "), UInt8(ascii: "|"): 1
    // U+3000, ｜, │ and ┃.
    case 0xE3: holds(0x80, 0x80) ? 3 : 0
    case 0xEF: holds(0xBD, 0x9C) ? 3 : 0
    case 0xE2: holds(0x94, 0x82) || holds(0x94, 0x83) ? 3 : 0
    default: 0
    }
  }
}

/// The labels of a table by their characters, to tell the parts that ends of lines leave of them.
struct LabelParts: Sendable {
  /// Spellings of each row's label, number included; in the order of the form's rows.
  let rows: [[[UInt16]]]
  /// Spellings of each column's label.
  let columns: [[[UInt16]]]
  /// Labels beside rows and above columns.
  private let others: [[UInt16]]

  static let all = PerTable<LabelParts> { LabelParts($0) }

  private init(_ table: TableID) {
    let form = NationalForm.table(table)
    func spellings(_ label: FormLabel?) -> [[UInt16]] {
      guard let label else { return [] }
      return label.wordings.map {
        FoldedLabel($0).units
      }
    }
    rows = form.rows.map { spellings($0.path.last) }
    columns = form.columns.map { spellings($0.path.last) }
    let paths =
      form.rows.flatMap { $0.path.dropLast() } + form.columns.flatMap { $0.path.dropLast() }
    others =
      (paths + NationalForm.furniture(table)).flatMap { spellings($0) } + columns.joined()
  }

  /// Whether `part` is a part of a label that is no row's.
  func isBesideRows(_ part: [UInt16]) -> Bool { others.contains { Self.holds($0, part) } }

  /// Whether `part` stands somewhere in `label` without a gap.
  static func holds(_ label: [UInt16], _ part: [UInt16]) -> Bool {
    guard let first = part.first, label.count >= part.count else { return false }
    for start in 0...(label.count - part.count)
    where label[start] == first && label[start...].starts(with: part) {
      return true
    }
    return false
  }
}
