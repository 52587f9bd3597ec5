extension PDFLexer {
  /// The next whole object (7.3): a number, string, name, boolean, `null`, array, dictionary or, if it
  /// `allowsReferences`, `n g R`.
  ///
  /// Of a stream only the dictionary is read.
  /// Throws `damaged` for any other keyword and at the end of the bytes, `limit` for what is nested too deep.
  package mutating func object(allowsReferences: Bool) throws(PDFRefusal) -> PDFObject {
    try object(from: try next(), allowsReferences, depth: depth)
  }

  /// The object that begins with `token`, which is read already.
  private mutating func object(
    from token: Token, _ allowsReferences: Bool, depth: Int
  ) throws(PDFRefusal) -> PDFObject {
    remainingValues &-= 1
    guard remainingValues >= 0 else { throw .limit("values") }
    switch token {
    case .integer(let value):
      guard allowsReferences, value >= 0, let generation = skipReference() else {
        return .integer(value)
      }
      // poppler takes `0 0 R` as null: object 0 heads the list of free ones.
      return value == 0 ? .null : .reference(PDFReference(value, generation))
    case .real(let value): return .real(value)
    case .string(let bytes): return .string(bytes)
    case .name(let name): return .name(name)
    case .arrayStart: return .array(try items(allowsReferences, depth: depth &- 1))
    case .dictionaryStart:
      return .dictionary(try dictionary(allowsReferences, depth: depth &- 1))
    case .keyword(let range):
      guard let value = constant(at: range) else { throw .damaged("object") }
      return value
    case .arrayEnd, .dictionaryEnd, .end: throw .damaged("object")
    }
  }

  private mutating func items(
    _ allowsReferences: Bool, depth: Int
  ) throws(PDFRefusal) -> [PDFObject] {
    guard depth >= 0 else { throw .limit("depth") }
    var items: [PDFObject] = []
    while true {
      let token = try next()
      if case .arrayEnd = token { return items }
      items.append(try object(from: token, allowsReferences, depth: depth))
    }
  }

  private mutating func dictionary(
    _ allowsReferences: Bool, depth: Int
  ) throws(PDFRefusal) -> PDFDictionary {
    guard depth >= 0 else { throw .limit("depth") }
    var values: [PDFName: PDFObject] = [:]
    var count = 0
    while true {
      let token = try next()
      if case .dictionaryEnd = token { break }
      guard case .name(let key) = token else { throw .damaged("key") }
      values[key] = try object(from: try next(), allowsReferences, depth: depth)
      count &+= 1
    }
    // From 32 entries on poppler sorts them, and which of two equal keys is found depends on the sorting.
    guard count < 32 || count == values.count else { throw .damaged("keys without a double") }
    return PDFDictionary(values)
  }

  /// `true`, `false` or `null`; nil for any other keyword.
  private func constant(at range: Range<Int>) -> PDFObject? {
    switch range.count {
    case 4 where bytes[range].elementsEqual("true".utf8): .boolean(true)
    case 4 where bytes[range].elementsEqual("null".utf8): .null
    case 5 where bytes[range].elementsEqual("false".utf8): .boolean(false)
    default: nil
    }
  }

  /// The generation in `g R`, which follow the number of an object (7.3.10); nil, and nothing read, where they don't.
  private mutating func skipReference() -> Int? {
    let start = position
    skipBlanks()
    var generation = 0
    let digits = position
    while position < end, bytes[position].isDigit, position &- digits < 10 {
      generation = generation &* 10 &+ Int(bytes[position] &- 0x30)
      position &+= 1
    }
    if position > digits {
      skipBlanks()
      if skip("R") { return generation }
    }
    position = start
    return nil
  }
}
