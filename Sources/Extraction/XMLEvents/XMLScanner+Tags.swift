/// An attribute as it stands in its tag.
struct XMLScannedAttribute {
  /// The index of its name.
  var name: Int
  /// The index of its local name in the vocabulary.
  var local: Int32
  /// Where its value is.
  var value: Range<Int>
  /// Whether `value` is in the bytes that hold what had to be written anew, and not in the tag.
  var isRewritten = false
  var role: XMLScannedNames.Role
}

/// What a start tag is, beside its attributes.
struct XMLScannedTag {
  var name: Int
  /// Whether it declares namespaces.
  var declares = false
  /// Whether it is its own end tag.
  var isEmpty = false
  /// The index after it.
  var end: Int
}

extension XMLScanner {
  /// More attributes than any real tag has; each is compared with each.
  private static var mostAttributes: Int { 256 }

  /// The start tag whose name begins at `start`; nil if it is not all there.
  ///
  /// Its attributes are then in ``attributes``.
  mutating func tag(_ bytes: Span<UInt8>, from start: Int) throws(NotPlainXML) -> XMLScannedTag? {
    guard let key = try bytes.elementName(at: start) else { return nil }
    attributeCount = 0
    if !rewritten.isEmpty { rewritten.removeAll(keepingCapacity: true) }
    var tag = XMLScannedTag(name: try names.index(key, bytes, at: start), end: start + key.count)
    while true {
      let index = bytes.afterBlanks(tag.end)
      switch bytes.byte(index) {
      case UInt8(ascii: ">"):
        tag.end = index + 1
        return tag
      case UInt8(ascii: "/"):
        guard bytes.byte(index + 1) == UInt8(ascii: ">") else {
          return try bytes.stop(at: index + 1)
        }
        tag.isEmpty = true
        tag.end = index + 2
        return tag
      default:
        guard index > tag.end else { return try bytes.stop(at: index) }
        guard let end = try scanAttribute(bytes, from: index, &tag) else { return nil }
        tag.end = end
      }
    }
  }

  private mutating func scanAttribute(
    _ bytes: Span<UInt8>, from start: Int, _ tag: inout XMLScannedTag
  ) throws(NotPlainXML) -> Int? {
    guard let key = try bytes.attributeName(at: start) else { return nil }
    let nameEnd = start + key.count
    guard bytes.byte(nameEnd) == UInt8(ascii: "=") else { throw NotPlainXML() }
    let quote = bytes.byte(nameEnd + 1)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return try bytes.stop(at: nameEnd + 1)
    }
    let index = try names.index(key, bytes, at: start)
    for other in 0..<attributeCount where attributes[other].name == index { throw NotPlainXML() }
    let name = names[index]
    if name.role == .declaration { tag.declares = true }

    let value = nameEnd + 2
    guard var end = try bytes.plainValueEnd(from: value, quote: quote) else { return nil }
    var attribute = XMLScannedAttribute(
      name: index, local: name.local, value: value..<end, role: name.role)
    if bytes.byte(end) != quote {
      let first = rewritten.count
      guard let rewrittenEnd = try rewriteValue(bytes, from: value, quote: quote) else {
        return nil
      }
      end = rewrittenEnd
      attribute.value = first..<rewritten.count
      attribute.isRewritten = true
    }
    if attributeCount < attributes.count {
      attributes[attributeCount] = attribute
    } else {
      guard attributeCount < min(Self.mostAttributes, limits.attributes) else {
        throw NotPlainXML()
      }
      attributes.append(attribute)
    }
    attributeCount += 1
    return end + 1
  }

  /// Writes a value into ``rewritten`` as it is meant, with its references resolved and each blank as a space, and gives
  /// the index of the quote after it.
  private mutating func rewriteValue(
    _ bytes: Span<UInt8>, from start: Int, quote: UInt8
  ) throws(NotPlainXML) -> Int? {
    var index = start
    while true {
      let byte = bytes.byte(index)
      switch byte {
      case quote: return index
      case 0x80...:
        guard let next = try bytes.afterCharacter(index) else { return nil }
        for part in index..<next { rewritten.append(bytes.byte(part)) }
        index = next
      case UInt8(ascii: "&"):
        guard let reference = try XMLReference.read(bytes, at: index) else { return nil }
        rewritten.append(contentsOf: UTF8.encode(reference.scalar) ?? .init())
        index = reference.end
      case 0x09, 0x0A, 0x0D:
        guard index + 1 < bytes.count else { return nil }
        rewritten.append(0x20)
        // A return and a line feed are one.
        index += byte == 0x0D && bytes.byte(index + 1) == 0x0A ? 2 : 1
      case UInt8(ascii: "<"): throw NotPlainXML()
      case 0x20...:
        rewritten.append(byte)
        index += 1
      default: return try bytes.stop(at: index)
      }
    }
  }
}

extension Span<UInt8> {
  /// What may be the name of an element at `start`; nil if it may go on after the last byte.
  ///
  /// Whatever is no part of a name is found when the name is met for the first time.
  @inline(__always)
  func elementName(at start: Int) throws(NotPlainXML) -> XMLNameKey? {
    try name(at: start) {
      $0.bytesOutside(from: 0x21) | $0.bytesEqual(to: UInt8(ascii: ">"))
        | $0.bytesEqual(to: UInt8(ascii: "/"))
    }
  }

  /// The same for an attribute.
  @inline(__always)
  func attributeName(at start: Int) throws(NotPlainXML) -> XMLNameKey? {
    try name(at: start) { $0.bytesEqual(to: UInt8(ascii: "=")) | $0.bytesEqual(to: 0) }
  }

  @inline(__always)
  private func name(
    at start: Int, end: (UInt64) -> UInt64
  ) throws(NotPlainXML) -> XMLNameKey? {
    let low = word(start)
    var places = end(low)
    var count = places.trailingZeroBitCount / 8
    var high: UInt64 = 0
    if places == 0 {
      high = word(start + 8)
      places = end(high)
      count = 8 + places.trailingZeroBitCount / 8
      while places == 0 {
        places = end(word(start + count))
        count += places.trailingZeroBitCount / 8
      }
    }
    guard count > 0 else { return try stop(at: start) }
    return start + count < self.count ? XMLNameKey(low: low, high: high, count: count) : nil
  }

  /// The index of the quote after the value at `start`, or of the first byte that has to be written anew; nil if neither
  /// is there.
  @inline(__always)
  func plainValueEnd(from start: Int, quote: UInt8) throws(NotPlainXML) -> Int? {
    var index = start
    while true {
      // Control characters, quotes, ampersands; blanks are few.
      let word = word(index)
      let found = word.bytesOutside(from: 0x28) | word.bytesEqual(to: UInt8(ascii: "<"))
      index += found.trailingZeroBitCount / 8
      guard found != 0 else { continue }
      let byte = byte(index)
      if byte == quote { return index }
      switch byte {
      case 0x80...:
        repeat {
          guard let next = try afterCharacter(index) else { return nil }
          index = next
        } while self.byte(index) >= 0x80
      case UInt8(ascii: "&"), 0x09, 0x0A, 0x0D: return index
      case UInt8(ascii: "<"): throw NotPlainXML()
      case 0x20...: index += 1
      default: return try stop(at: index)
      }
    }
  }
}
