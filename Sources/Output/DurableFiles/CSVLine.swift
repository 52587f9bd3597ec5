/// Whom a CSV file is written for.
package enum CSVStyle: Hashable, Sendable {
  /// Programs that read it as it is.
  case plain
  /// Excel and WPS too: a byte order mark, by which they know UTF-8, and ``SpreadsheetText``.
  case spreadsheet

  /// What the file begins with.
  package var beginning: [UInt8] { self == .spreadsheet ? [0xEF, 0xBB, 0xBF] : [] }

  /// A field of text.
  package func text(_ field: String) -> String {
    self == .spreadsheet ? SpreadsheetText.harmless(field) : field
  }
}

/// A line of a CSV file (RFC 4180, with LF): a field is quoted where it has to be.
package enum CSVLine {
  /// - Parameter fields: Nil is an empty field, as an empty text is.
  package static func bytes(_ fields: [String?]) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(16 * fields.count)
    for (index, field) in fields.enumerated() {
      if index > 0 { line.append(comma) }
      if let field { append(field, to: &line) }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private static func append(_ field: String, to line: inout [UInt8]) {
    let needsQuotes = field.utf8.contains {
      $0 == comma || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return line += field.utf8 }
    line.append(quote)
    for byte in field.utf8 {
      if byte == quote { line.append(quote) }
      line.append(byte)
    }
    line.append(quote)
  }
}
