/// Text from outside (names of files, words of documents, what programs say), made fit for a terminal, a mail or a log.
package enum TerminalText {
  /// `text` on one line, with an escape in the place of whatever moves the cursor, breaks the line, turns the direction of
  /// writing or is not seen at all.
  ///
  ///     a⏎b␛[2J.pdf  ->  a\nb\u{1b}[2J.pdf
  package static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isControl(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Each line of `text` so, for a text whose lines are our own.
  package static func lines(_ text: String) -> String {
    // By scalars: CR LF is one `Character`.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }
      .joined(separator: "\n")
  }

  /// Whether `scalar` does something to a terminal instead of being seen.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x3000...0x9FFF, 0xAC00...0xD7A3: return false
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
