internal import PDFObjects

/// A CMap that stands in the file as the encoding of a Type 0 font (9.7.5.3).
struct EmbeddedCMap {
  private(set) var codeSpace = CodeSpace.twoBytes
  private(set) var map = CIDMap.identity
  private(set) var isVertical: Bool

  private var tokens: PostScriptTokenizer
  private var codeSpaces: [CodeSpace.Range] = []
  private var ranges: [CIDMap.Range] = []

  /// - Throws: `unsupported` for one built upon another one than Identity, `damaged` for one without code space.
  init(_ stream: PDFStream, in file: PDFFile) throws(PDFRefusal) {
    let dictionary = stream.dictionary
    isVertical = try file.resolve(dictionary["WMode"]).integer == 1
    let bytes = try file.decoded(stream)
    tokens = PostScriptTokenizer(bytes, in: 0..<bytes.count)
    let base = try file.resolve(dictionary["UseCMap"])
    if base != .null {
      guard let name = base.name else { throw .unsupported("CMap upon a CMap") }
      try use(name.text)
    }
    try read()
    guard !codeSpaces.isEmpty else { throw .damaged("codespacerange") }
    codeSpace = CodeSpace(codeSpaces)
    map = try CIDMap(ranges)
  }

  private mutating func read() throws(PDFRefusal) {
    var previous = tokens.next()
    while let token = tokens.next() {
      if case .name(let name) = previous, tokens.word(name) == "WMode" {
        if case .other(let number) = token { isVertical = tokens.word(number) == "1" }
      } else if case .other(let range) = token {
        switch tokens.word(range) {
        case "usecmap":
          guard case .name(let name) = previous else { throw .damaged("name before usecmap") }
          try use(tokens.word(name))
        case "begincodespacerange": try readCodeSpaces()
        case "begincidrange": try readRanges()
        case "begincidchar": try readCharacters()
        default: break
        }
      }
      previous = token
    }
  }

  private mutating func use(_ name: String) throws(PDFRefusal) {
    guard name == "Identity-H" || name == "Identity-V" else { throw .unsupported("CMap \(name)") }
    codeSpaces += CodeSpace.twoBytes.ranges
    ranges.append(CIDMap.Range(byteCount: 2, low: 0, high: 0xFFFF, cid: 0))
    if name == "Identity-V" { isVertical = true }
  }

  private mutating func readCodeSpaces() throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, "endcodespacerange") {
      guard let second = tokens.next() else { return }
      let codes = try codes(first, second)
      codeSpaces.append(
        CodeSpace.Range(byteCount: codes.byteCount, low: codes.low, high: codes.high))
      guard codeSpaces.count <= 100 else { throw .limit("code spaces of a CMap") }
    }
  }

  private mutating func readRanges() throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, "endcidrange") {
      guard let second = tokens.next(), let third = tokens.next() else { return }
      try add(try codes(first, second), cid: third)
    }
  }

  private mutating func readCharacters() throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, "endcidchar") {
      guard let second = tokens.next() else { return }
      try add(try codes(first, first), cid: second)
    }
  }

  private mutating func add(
    _ codes: CodeSpace.Range, cid token: PostScriptTokenizer.Token
  ) throws(PDFRefusal) {
    guard codes.low <= codes.high, case .other(let range) = token,
      let cid = Int(tokens.word(range)), cid >= 0, cid &+ Int(codes.high &- codes.low) <= 0xFFFF
    else { throw .damaged("CID of a CMap") }
    ranges.append(
      CIDMap.Range(byteCount: codes.byteCount, low: codes.low, high: codes.high, cid: cid))
    guard ranges.count <= 1 << 17 else { throw .limit("ranges of a CMap") }
  }

  /// Two codes of the same one to four bytes.
  private func codes(
    _ first: PostScriptTokenizer.Token, _ second: PostScriptTokenizer.Token
  ) throws(PDFRefusal) -> CodeSpace.Range {
    guard case .hexadecimal(let low) = first, case .hexadecimal(let high) = second,
      let start = HexadecimalCode(tokens.bytes, low), let end = HexadecimalCode(tokens.bytes, high),
      start.digitCount == end.digitCount, [2, 4, 6, 8].contains(start.digitCount)
    else { throw .damaged("code of a CMap") }
    return CodeSpace.Range(byteCount: start.digitCount / 2, low: start.value, high: end.value)
  }
}
