/// The two ends of a file: its header (7.5.2) and where its newest cross-reference section is (7.5.5).
struct FileEnds {
  /// Index of `%PDF-`, from which poppler counts all offsets.
  let header: Int
  /// Offset of the section.
  let startXref: Int

  /// As poppler looks for them: the first `%PDF-` of the first 1,024 bytes and the last `startxref` of the last 24 KiB.
  init(_ bytes: [UInt8]) throws(PDFRefusal) {
    guard let header = Self.header(bytes) else { throw .damaged("header") }
    self.header = header
    let tail = bytes.suffix(24 << 10)
    guard let word = Self.last("startxref", in: tail) else { throw .damaged("startxref") }
    var position = word &+ 9
    while position < bytes.count, bytes[position].isPDFBlank { position &+= 1 }
    // Without a comment and a sign, which poppler doesn't look for.
    guard position < bytes.count, bytes[position].isDigit else { throw .damaged("startxref") }
    var lexer = PDFLexer(bytes, at: position)
    guard case .integer(let offset) = try lexer.number(), offset > 0 else {
      throw .damaged("startxref")
    }
    startXref = offset
  }

  /// Index of the first `%PDF-`; nil where poppler finds none.
  static func header(_ bytes: [UInt8]) -> Int? {
    // It leaves out the last byte.
    first("%PDF-", in: bytes.prefix(1_023))
  }

  private static func first(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { stands(word, at: $0, in: bytes) }
  }

  private static func last(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.last { stands(word, at: $0, in: bytes) }
  }

  static func stands(
    _ word: StaticString, at index: Int, in bytes: ArraySlice<UInt8>
  ) -> Bool {
    word.withUTF8Buffer { letters in
      guard letters.count <= bytes.endIndex &- index else { return false }
      for offset in letters.indices where unsafe letters[offset] != bytes[index &+ offset] {
        return false
      }
      return true
    }
  }
}
