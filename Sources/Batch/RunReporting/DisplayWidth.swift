/// Columns that text takes in a terminal or a mail in a fixed-width font.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// 2 for what East Asian fonts print wide (UAX 11, W and F), 0 for marks on other characters, else 1.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// `text` with blanks behind it up to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// At most `width` columns of `text`, its end kept, since paths differ there: `…/2023年报.pdf`.
  static func tail(_ text: String, width: Int) -> String {
    guard of(text) > width else { return text }
    var room = width - 1
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      room -= of(scalar)
      guard room >= 0 else { break }
      kept.append(scalar)
    }
    var result = String.UnicodeScalarView("…".unicodeScalars)
    result.append(contentsOf: kept.reversed())
    return String(result)
  }

  /// The words of `text` in lines of at most `width` columns; a longer word is cut.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let word = tail(String(word), width: width)
      let size = of(word)
      if used > 0, used + 1 + size > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += used > 0 ? " " + word : word
      used += used > 0 ? 1 + size : size
    }
    return used > 0 ? lines + [line] : lines
  }
}
