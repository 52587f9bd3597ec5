/// A line of a CSV file (RFC 4180, with LF): a field is quoted where it has to be.
enum CSVLine {
  static func bytes(_ fields: [String]) -> [UInt8] {
    Array((fields.map(field).joined(separator: ",") + "\n").utf8)
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
