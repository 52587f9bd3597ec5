/// Reads indirect objects (7.3.10) at the offsets that a cross-reference table gives.
struct ObjectReader {
  let bytes: [UInt8]
  /// Index of the `%PDF-` that all offsets count from.
  let origin: Int
  let limits: PDFFileLimits
  /// Where the streams of a file that is repaired may end, from the first; nil for one that is read as it is.
  var streamEnds: [Int]?
  /// Values that may still be made of the whole file.
  var remainingValues: Int

  init(_ bytes: [UInt8], origin: Int, limits: PDFFileLimits) {
    self.bytes = bytes
    self.origin = origin
    self.limits = limits
    remainingValues = limits.values
  }

  /// A lexer at an offset of the file; nil for one outside of it.
  func lexer(at offset: Int) -> PDFLexer? {
    let (position, overflows) = offset.addingReportingOverflow(origin)
    guard offset >= 0, !overflows, position < bytes.count else { return nil }
    return lexer(bytes, at: position, end: bytes.count)
  }

  /// A lexer with what is left of the limits; ``count(_:)`` it when it is done.
  func lexer(_ bytes: [UInt8], at position: Int, end: Int) -> PDFLexer {
    var lexer = PDFLexer(bytes, at: position, end: end)
    lexer.remainingValues = remainingValues
    lexer.depth = limits.depth
    return lexer
  }

  mutating func count(_ lexer: PDFLexer) { remainingValues = lexer.remainingValues }

  /// What stands in `n g obj` at `offset`: the value, and in a stream's case where its bytes begin.
  struct Found {
    var reference: PDFReference
    var value: PDFObject
    var streamStart: Int?
  }

  mutating func object(at offset: Int) throws(PDFRefusal) -> Found {
    guard var lexer = lexer(at: offset), case .integer(let number) = try lexer.next(),
      case .integer(let generation) = try lexer.next(), isKeyword("obj", &lexer)
    else { throw .damaged("obj") }
    let value = try lexer.object(allowsReferences: true)
    count(lexer)
    var found = Found(reference: PDFReference(number, generation), value: value)
    if case .dictionary = value { found.streamStart = try streamStart(&lexer) }
    return found
  }

  /// The stream of `length` bytes that begins at `start`; its `endstream` must stand behind them.
  ///
  /// In a file that is repaired it ends at the next `endstream` where `length` is wrong or missing.
  func stream(
    _ dictionary: PDFDictionary, from start: Int, length: Int?, _ reference: PDFReference
  ) throws(PDFRefusal) -> PDFStream {
    if let length, length >= 0, length <= bytes.count &- start {
      let range = start..<(start &+ length)
      var lexer = PDFLexer(bytes, at: range.upperBound)
      while lexer.position < bytes.count, bytes[lexer.position].isPDFBlank { lexer.position &+= 1 }
      if lexer.skip("endstream") {
        return PDFStream(dictionary, range: range, reference: reference)
      }
      if streamEnds == nil { throw .damaged("endstream") }
    }
    guard let end = streamEnd(after: start) else { throw .damaged("Length") }
    return PDFStream(dictionary, range: start..<end, reference: reference)
  }

  /// Where the line end (7.3.8.1) before the first `endstream` behind `start` begins.
  private func streamEnd(after start: Int) -> Int? {
    guard let streamEnds else { return nil }
    var (low, high) = (0, streamEnds.count)
    while low < high {
      let middle = (low &+ high) / 2
      if streamEnds[middle] < start { low = middle &+ 1 } else { high = middle }
    }
    guard low < streamEnds.count else { return nil }
    var end = streamEnds[low]
    if end > start, bytes[end &- 1] == 0x0A { end &-= 1 }
    if end > start, bytes[end &- 1] == 0x0D { end &-= 1 }
    return end
  }

  private func isKeyword(_ word: StaticString, _ lexer: inout PDFLexer) -> Bool {
    lexer.skipBlanks()
    return lexer.skip(word)
  }

  /// Where the bytes of a stream begin: behind `stream` and a line end (7.3.8.1), which blanks may precede.
  private func streamStart(_ lexer: inout PDFLexer) throws(PDFRefusal) -> Int? {
    guard isKeyword("stream", &lexer) else { return nil }
    var position = lexer.position
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position &+= 1
    }
    guard position < bytes.count else { throw .damaged("stream") }
    switch bytes[position] {
    case 0x0A: return position &+ 1
    case 0x0D where position &+ 1 < bytes.count && bytes[position &+ 1] == 0x0A:
      return position &+ 2
    // Not allowed, but poppler reads on behind it.
    case 0x0D: return position &+ 1
    default: throw .damaged("stream")
    }
  }
}
