import Diagnostics
internal import DocumentModel
import NationalForm
import ReportRecords
internal import TextScanning

/// What the text of a value cell says.
struct CellValue: Hashable, Sendable {
  var state: CellReading.State
  /// In 元 for money.
  var value: ExactDecimal?
  var unit: String?
  /// What is to be said about the cell, without its place.
  var remarks: [Remark] = []

  struct Remark: Hashable, Sendable {
    var code: IssueCode
    var message: String
  }

  /// Reads `text` as the column's kind demands.
  ///
  ///     "增 18", .change          ->  18
  ///     "6229.95万元", .amount    ->  62299500, unit 万元
  ///     "22（其中修订 16 件）", .count  ->  22, annotated
  ///     "1 0", .count             ->  unreadable
  ///
  /// - Parameter units: The units of money beside the cell.
  static func read(
    _ text: String, as kind: FormColumn.Kind, units: CellUnits = CellUnits()
  ) -> CellValue {
    if text.isEmpty { return CellValue(state: .blank) }
    if kind != .amount, PlainNumber.isOne(text), text.utf8.count == 1 || text.utf8.first != 0x30,
      let value = Int(text)
    {
      return CellValue(state: .value, value: ExactDecimal(value))
    }
    let characters = FoldedCharacters.of(text)
    if characters.isEmpty { return CellValue(state: .blank) }
    if let lost = LostCharacters.problem(in: text) {
      return .problem(.unreadable, .cellUnreadable, lost)
    }
    if characters.allSatisfy({ dashes.contains($0) || $0 == " " }) {
      return CellValue(state: .dash)
    }
    var grammar = CellGrammar(characters)
    return grammar.read(as: kind, units: units, printed: text)
  }

  /// Whether `text` stands where a number is expected, rather than being a label: `12件`, `增 5`, `/`, `无`, `1O`.
  ///
  /// `1.属于国家秘密` is none.
  static func looksLikeFigure(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let first = text.unicodeScalars.first,
      let folded = FoldedCharacters.fold(first), folded == " " || CellGrammar.mayBegin(with: folded)
    else { return false }
    if LostCharacters.isFigure(text) { return true }
    let characters = FoldedCharacters.of(text)
    if characters.allSatisfy({ dashes.contains($0) || $0 == " " }) { return true }
    var grammar = CellGrammar(characters)
    return grammar.looksLikeFigure()
  }

  static func problem(_ state: CellReading.State, _ code: IssueCode, _ message: String) -> CellValue
  {
    CellValue(state: state, remarks: [Remark(code: code, message: message)])
  }

  private static let dashes: Set<Unicode.Scalar> = [
    "-", "—", "–", "―", "─", "/", "\\", "~", "_",
  ]
}

/// What stands for something that was printed and can't be read.
enum LostCharacters {
  /// U+FFFC OBJECT REPLACEMENT CHARACTER: a picture or an object.
  private static let picture: Unicode.Scalar = "\u{FFFC}"
  /// U+FFFD REPLACEMENT CHARACTER.
  private static let character: Unicode.Scalar = "\u{FFFD}"
  /// U+25A1, which fonts show for a character that they lack.
  private static let box: Unicode.Scalar = "□"

  /// Whether `text` is a figure of which something can't be read: nothing else but digits stands beside it.
  ///
  /// `1.□□□□` is a label with its number.
  static func isFigure(_ text: String) -> Bool {
    var isLost = false
    var decimals: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case picture, character, box: isLost = true
      case "0"..."9", " ", ",": break
      case ".":
        decimals = -1
      default: return false
      }
      decimals = decimals.map { $0 + 1 }
    }
    return isLost && decimals ?? 0 < 3
  }

  /// What to say of the text of a value cell; nil where nothing is lost.
  static func problem(in text: String) -> String? {
    let scalars = text.unicodeScalars
    if scalars.contains(picture) {
      let rest = CleanText.line(text.filter { $0.unicodeScalars.first != picture })
      return rest.isEmpty
        ? "the cell holds no text, but a picture or something else that isn't read"
        : "the cell holds a picture or something else that isn't read beside its text: `\(rest.prefix(40))`"
    }
    guard scalars.contains(character) || scalars.contains(box) && isFigure(text) else { return nil }
    return "the characters of the cell can't be read: `\(text.prefix(40))`"
  }
}

/// Units of money, as exponents of ten of 元.
package struct MoneyUnit: Hashable, Sendable {
  package var name: String
  var exponent: Int

  /// Longest first: 万元 ends in 元.
  package static let all = [
    MoneyUnit(name: "千万元", exponent: 7), MoneyUnit(name: "百万元", exponent: 6),
    MoneyUnit(name: "亿元", exponent: 8), MoneyUnit(name: "万元", exponent: 4),
    MoneyUnit(name: "千元", exponent: 3), MoneyUnit(name: "百元", exponent: 2),
    MoneyUnit(name: "亿", exponent: 8), MoneyUnit(name: "万", exponent: 4),
    MoneyUnit(name: "元", exponent: 0), MoneyUnit(name: "圆", exponent: 0),
  ]

  /// The unit that follows 单位 in `text`: `第二十条第（八）项（单位：元）` states 元.
  static func stated(in text: String) -> MoneyUnit? {
    let word: Phrase = "单位"
    let scalars = text.scalars(upTo: 200)
    guard let start = scalars.firstIndex(of: word) else { return nil }
    let rest = scalars[(start + word.count)...].drop { ": ：为是".unicodeScalars.contains($0) }
    return all.first { rest.starts(with: $0.name.unicodeScalars) }
  }

  /// The unit that a column header names: `本年收费金额（单位：万元）` is in 万元.
  static func named(in header: String) -> MoneyUnit? {
    // 萬元 ends in 元, and would be ten thousand times less.
    let scalars = TextFolding.folded(header)
    for unit in all where unit.name.hasSuffix("元") {
      let name = unit.name.scalars
      guard scalars.count >= name.count else { continue }
      for start in 0...(scalars.count - name.count)
      where scalars[start..<(start + name.count)].elementsEqual(name) {
        return unit
      }
    }
    return nil
  }
}

/// What the surroundings of a cell say about its unit of money.
struct CellUnits: Hashable, Sendable {
  /// The unit that the column's header prints; nil where it prints none.
  var header: MoneyUnit?
  /// The unit that the form prints in that header, taken where the report left it out; nil where the form prints none:
  /// then the unit of a bare number isn't known.
  var ofForm: MoneyUnit?
}

/// The characters of a cell with width and spelling variants removed.
enum FoldedCharacters {
  /// Full-width forms become ASCII, all minus and plus signs `-` and `+`, every run of blanks one space, none at the ends.
  static func of(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      guard let folded = fold(scalar) else { continue }
      if folded == " " {
        pendingBlank = true
      } else {
        if pendingBlank, !result.isEmpty { result.append(" ") }
        pendingBlank = false
        result.append(folded)
      }
    }
    return result
  }

  /// Nil for what shows nothing.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x21...0x7E: scalar
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      " "
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD, 0xFE00...0xFE0F: nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2010...0x2013, 0x2212, 0xFE63: "-"
    case 0xFE62: "+"
    case 0x3014, 0x3010, 0xFF3B: "("
    case 0x3015, 0x3011, 0xFF3D: ")"
    case 0xFFE5, 0xA5: "¥"
    // Words of a cell in traditional characters: 減 5, 無, 106 萬元.
    case 0x6E1B: "减"
    case 0x7121: "无"
    case 0x6C92: "没"
    case 0x66AB: "暂"
    case 0x842C: "万"
    case 0x5104: "亿"
    case 0x5713: "圆"
    default: scalar
    }
  }
}
