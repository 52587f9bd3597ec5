/// Cross-reference tables (7.5.4).
extension CrossReferences {
  /// Reads a table from behind its `xref` to the end of its trailer's dictionary, which it returns.
  ///
  ///     0 2
  ///     0000000000 65535 f␍␊
  ///     0000000015 00000 n␍␊
  ///     trailer << … >>
  mutating func readTable(_ lexer: inout PDFLexer) throws(PDFRefusal) -> PDFDictionary {
    while true {
      switch try lexer.next() {
      case .integer(let first):
        guard case .integer(let count) = try lexer.next() else { throw .damaged("xref") }
        // An entry takes six bytes at least: a count that lies reserves nothing.
        guard count <= (lexer.end &- lexer.position) / 6 else { throw .damaged("xref") }
        try reserve(first: first, count: count)
        for number in first..<(first &+ count) { add(try entry(&lexer), number) }
      case .keyword(let range) where lexer.bytes[range].elementsEqual("trailer".utf8):
        guard case .dictionary(let trailer) = try lexer.object(allowsReferences: true) else {
          throw .damaged("trailer")
        }
        return trailer
      default: throw .damaged("xref")
      }
    }
  }

  private func entry(_ lexer: inout PDFLexer) throws(PDFRefusal) -> Entry {
    if let entry = Self.plainEntry(&lexer) { return entry }
    // Producers write entries of 19 bytes, with blanks before them or with fewer digits; poppler reads tokens.
    guard case .integer(let location) = try lexer.next(),
      case .integer(let generation) = try lexer.next(), location >= 0,
      let detail = UInt32(exactly: generation), case .keyword(let range) = try lexer.next(),
      range.count == 1
    else { throw .damaged("xref entry") }
    switch lexer.bytes[range.lowerBound] {
    case 0x6E: return Entry(location: location, detail: detail, kind: .offset)
    case 0x66: return Entry(location: location, detail: detail, kind: .free)
    default: throw .damaged("xref entry")
    }
  }

  /// Reads an entry that is written as it should be, `0000000015 00000 n` behind blanks; nil for any other.
  private static func plainEntry(_ lexer: inout PDFLexer) -> Entry? {
    let bytes = lexer.bytes
    var position = lexer.position
    while position < lexer.end, bytes[position].isPDFBlank { position &+= 1 }
    guard position <= lexer.end &- 19, bytes[position &+ 10] == 0x20,
      bytes[position &+ 16] == 0x20, bytes[position &+ 18].isPDFBlank,
      let location = digits(bytes, position..<(position &+ 10)),
      let generation = digits(bytes, (position &+ 11)..<(position &+ 16))
    else { return nil }
    let letter = bytes[position &+ 17]
    guard letter == 0x6E || letter == 0x66 else { return nil }
    lexer.position = position &+ 18
    return Entry(
      location: location, detail: UInt32(truncatingIfNeeded: generation),
      kind: letter == 0x6E ? .offset : .free)
  }

  private static func digits(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard bytes[index].isDigit else { return nil }
      value = value &* 10 &+ Int(bytes[index] &- 0x30)
    }
    return value
  }
}
