/// Columns that text takes in a terminal or a mail in a fixed-width font.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// 2 for what East Asian fonts print wide (UAX 11, W and F), 0 for marks on other characters, else 1.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
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
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// At most `width` columns of `text`, its end kept, since paths differ there: `…/2023年报.pdf`.
  package static func tail(_ text: String, width: Int) -> String {
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

  /// At most `count` characters of `text`, its beginning kept.
  package static func shortened(_ text: String, to count: Int) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }

  /// The words of `text` in lines of at most `width` columns; a longer word is cut.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    wrapped(text.split(separator: " ").map { tail(String($0), width: width) }, width: width)
  }

  /// `parts` with a space between them, in lines of at most `width` columns that begin with `indent` blanks.
  ///
  /// A part that is longer than a line has one of its own.
  package static func wrapped(_ parts: [String], indent: Int = 0, width: Int) -> [String] {
    var lines: [String] = []
    var used = 0
    for part in parts {
      let size = of(part)
      if let last = lines.last, indent + used + 1 + size <= width {
        lines[lines.count - 1] = "\(last) \(part)"
        used += 1 + size
      } else {
        lines.append(String(repeating: " ", count: indent) + part)
        used = size
      }
    }
    return lines
  }
}
