/// Lines of text for a terminal: what comes from a document is kept from moving the cursor, long lines are broken.
enum TerminalText {
  static let width = 100

  /// `text` without control characters and marks of writing direction.
  static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `parts` with a space between them, in lines that begin with `indent` blanks.
  ///
  /// A part that is longer than a line has one of its own.
  static func wrapped(_ parts: [String], indent: Int) -> [String] {
    var lines: [String] = []
    var used = 0
    for part in parts {
      let size = columns(part)
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

  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  /// At most `count` characters of `text`.
  static func shortened(_ text: String, to count: Int) -> String {
    text.count > count ? text.prefix(count - 1) + "…" : text
  }

  /// Chinese characters and their punctuation take two columns; nothing else stands in our lines but ASCII.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }
}
