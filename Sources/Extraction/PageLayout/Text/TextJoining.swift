/// How the pieces of a text that stand apart on paper become one string.
///
/// A blank beside a Chinese character is dropped: a page does not show whether it was typed or comes from spreading
/// the line to the margin (`号 ， 邮 编 ：223100`).
package enum TextJoining {
  /// `pieces` of one line, each with the gap before it as a share of the character size.
  static func line(_ pieces: some Sequence<(text: String, gap: Double)>) -> String {
    var text = ""
    for piece in pieces {
      let needsBlank =
        needsBlank(text, piece.text) || (piece.gap > 0.5 && digitsMeet(text, piece.text))
      if piece.gap > narrowestBlank, needsBlank { text.append(" ") }
      text.append(piece.text)
    }
    return text
  }

  /// `next` after a line break: nothing between where either side is Chinese, a blank between Latin words.
  ///
  /// A number that breaks behind its hyphen is one again: `0999-` and `8123456`.
  static func append(_ next: String, to text: inout String) {
    if needsBlank(text, next), !isCutNumber(text, next) { text.append(" ") }
    text.append(next)
  }

  /// The same inside of a cell, where full-width digits, too, stay apart: they may be two numbers.
  static func appendInCell(_ next: String, to text: inout String) {
    if needsBlank(text, next) || digitsMeet(text, next) { text.append(" ") }
    text.append(next)
  }

  private static func isCutNumber(_ left: String, _ right: String) -> Bool {
    let end = left.unicodeScalars.suffix(2)
    guard end.count == 2, end.last == "-", let digit = end.first,
      let next = right.unicodeScalars.first
    else { return false }
    return Figure.isDigit(digit) && Figure.isDigit(next)
  }

  private static func digitsMeet(_ left: String, _ right: String) -> Bool {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else {
      return false
    }
    return Figure.isDigit(last) && Figure.isDigit(first)
  }

  private static func needsBlank(_ left: String, _ right: String) -> Bool {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else {
      return false
    }
    return !isChinese(last) && !isChinese(first)
  }

  /// Ideographs and the marks set with them, full-width forms, quotation marks, dashes and bullets included.
  package static func isChinese(_ scalar: Unicode.Scalar) -> Bool { isChinese(scalar.value) }

  static func isChinese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF,
      0x2018...0x201F, 0x2013...0x2015, 0x2025...0x2026, 0x00B7, 0x2460...0x24FF, 0x25A0...0x25FF,
      0x3000...0x303F, 0xAC00...0xD7AF:
      true
    default: false
    }
  }

  /// Words of one font that stand closer than this were broken apart by a change of font only.
  private static let narrowestBlank = 0.12
}
