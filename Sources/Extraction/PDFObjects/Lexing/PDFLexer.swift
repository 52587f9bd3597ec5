/// Splits bytes into tokens and objects (7.2, 7.3): of a file, a content stream or a CMap.
///
/// What poppler reads without complaint is read alike. Where poppler complains and goes on (an unbalanced `)`, a
/// string without end, an illegal hexadecimal digit), `damaged` is thrown.
///
///     var lexer = PDFLexer(Array("/F1 9.5 Tf".utf8))
///     try lexer.next()  // .name("F1")
///     try lexer.next()  // .real(9.5)
///     try lexer.next()  // .keyword(8..<10)
///     try lexer.next()  // .end
package struct PDFLexer {
  package enum Token: Hashable, Sendable {
    case integer(Int)
    case real(Double)
    /// Without its parentheses or angle brackets, escapes and digits decoded.
    case string([UInt8])
    case name(PDFName)
    /// Where the keyword stands in ``PDFLexer/bytes``: `Tf`, `obj`, `true`, `null`, also a lone `{` or `}`.
    case keyword(Range<Int>)
    case arrayStart
    case arrayEnd
    case dictionaryStart
    case dictionaryEnd
    case end
  }

  package let bytes: [UInt8]
  /// Index of the first byte that is not read yet; never set it below 0.
  package var position: Int
  /// Index at which reading ends, the number of bytes at most.
  let end: Int
  /// Values that ``object(allowsReferences:)`` may still make, so that arrays of small numbers stay bounded.
  var remainingValues = 4_000_000
  /// Arrays and dictionaries inside one another.
  var depth = 64

  package init(_ bytes: [UInt8], at position: Int = 0) {
    self.init(bytes, at: position, end: bytes.count)
  }

  /// Reads `bytes[position..<end]`; places outside the bytes are moved to their nearest end.
  init(_ bytes: [UInt8], at position: Int, end: Int) {
    self.bytes = bytes
    self.end = min(max(end, 0), bytes.count)
    self.position = max(position, 0)
  }

  /// The next token; `end` at the end of the bytes, however often it is asked for.
  package mutating func next() throws(PDFRefusal) -> Token {
    skipBlanks()
    guard position < end else { return .end }
    switch bytes[position] {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E: return try number()
    case 0x2F: return .name(try name())
    case 0x28: return .string(try literalString())
    case 0x3C where byte(after: position) == 0x3C: return skipping(2, .dictionaryStart)
    case 0x3C: return .string(try hexadecimalString())
    case 0x3E where byte(after: position) == 0x3E: return skipping(2, .dictionaryEnd)
    case 0x5B: return skipping(1, .arrayStart)
    case 0x5D: return skipping(1, .arrayEnd)
    case 0x7B, 0x7D: return skipping(1, .keyword(position..<(position &+ 1)))
    case 0x29, 0x3E: throw .damaged("token")
    default: return .keyword(try keyword())
    }
  }

  /// Moves on to the next byte of a token, over white space and comments (7.2.3).
  mutating func skipBlanks() {
    while position < end {
      let byte = bytes[position]
      if byte.isPDFBlank {
        position &+= 1
      } else if byte == 0x25 {
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position &+= 1 }
      } else {
        return
      }
    }
  }

  /// Whether `word` stands here as a whole token; moves behind it if so.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard count <= end &- position, word.isASCII else { return false }
    let isThere = word.withUTF8Buffer { letters in
      for index in 0..<count where unsafe letters[index] != bytes[position &+ index] {
        return false
      }
      return true
    }
    guard isThere else { return false }
    if position &+ count < end, bytes[position &+ count].isPDFRegular { return false }
    position &+= count
    return true
  }

  /// Nil at the end.
  @inline(__always) func byte(after index: Int) -> UInt8? {
    index &+ 1 < end ? bytes[index &+ 1] : nil
  }

  private mutating func skipping(_ count: Int, _ token: Token) -> Token {
    position &+= count
    return token
  }

  /// A run of regular bytes, below 128 of them: poppler cuts a longer one in two.
  private mutating func keyword() throws(PDFRefusal) -> Range<Int> {
    let start = position
    while position < end, bytes[position].isPDFRegular { position &+= 1 }
    guard position &- start < 128 else { throw .damaged("keyword") }
    return start..<position
  }
}
