/// A text format that is not plain text, known by how a file of it begins.
package enum ForeignFormat: String, Sendable {
  case html = "HTML"
  case xml = "XML"
  case rtf = "RTF"
  case json = "JSON"
  case mhtml = "MHTML"
  case pdf = "PDF"
  case zip = "ZIP"

  /// The format whose signature `utf8` begins with; spaces and line ends before it don't count.
  package init?(startOf utf8: Span<UInt8>) {
    var start = 0
    while start < utf8.count, [0x0A, 0x0D, 0x20].contains(utf8[start]) { start += 1 }
    guard start < utf8.count else { return nil }
    let head = utf8.extracting(start..<min(start + 64, utf8.count))
    guard "<{[%PMmFf".utf8.contains(head[0]) else { return nil }
    for (signature, format) in Self.signatures where head.hasASCIIPrefix(signature) {
      self = format
      return
    }
    return nil
  }

  private static let signatures: [(String, ForeignFormat)] = [
    ("<!doctype html", .html), ("<html", .html), ("<head>", .html), ("<body", .html),
    ("<!doctype", .xml), ("<?xml", .xml), ("<svg", .xml),
    ("{\\rtf", .rtf), ("{\"", .json), ("[{\"", .json), ("{\r\n", .json), ("{\n", .json),
    ("mime-version:", .mhtml), ("from: <saved by", .mhtml),
    ("%pdf-", .pdf), ("pk\u{3}\u{4}", .zip),
  ]
}

extension Span<UInt8> {
  /// Whether the bytes begin with `prefix`, an ASCII text in lower case; case doesn't count.
  package func hasASCIIPrefix(_ prefix: String, at start: Int = 0) -> Bool {
    var index = start
    for expected in prefix.utf8 {
      guard index < count else { return false }
      let byte = self[index]
      let lowered = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lowered == expected else { return false }
      index += 1
    }
    return true
  }
}
