internal import PDFObjects

/// The tokens of a content stream (ISO 32000-1, 7.2 and 7.3).
extension ContentScanner {
  mutating func skipBlanks() {
    position = Self.endOfBlanks(bytes.span, from: position)
  }

  private static func endOfBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if isBlank(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "%") {
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      } else {
        break
      }
    }
    return index
  }

  /// An integer or real; plain ones here, the odd ones of real producers by ``PDFLexer``.
  mutating func number() throws(PDFRefusal) -> Double {
    let start = position
    if let (value, end) = Self.plainNumber(bytes.span, at: start) {
      position = end
      return value
    }
    var lexer = PDFLexer(bytes, at: start)
    switch try lexer.next() {
    case .integer(let value):
      position = lexer.position
      return Double(value)
    case .real(let value):
      position = lexer.position
      return value
    default: throw .damaged("a number in a content stream")
    }
  }

  /// The value of digits with a sign before and a point among them, and where they end; nil for anything else.
  private static func plainNumber(
    _ bytes: Span<UInt8>, at start: Int
  ) -> (value: Double, end: Int)? {
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    var index = first
    var value = 0
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit <= 9 {
      value = value &* 10 &+ Int(digit)
      index &+= 1
    }
    var digits = index &- first
    var fraction = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index &+= 1
      let point = index
      while index < bytes.count, case let digit = bytes[index] &- 0x30, digit <= 9 {
        value = value &* 10 &+ Int(digit)
        index &+= 1
      }
      fraction = index &- point
      digits &+= fraction
    }
    guard digits > 0, digits < 18,
      index == bytes.count || isBlank(bytes[index]) || isMark(bytes[index])
    else { return nil }
    let size = fraction > 0 ? Double(value) / powersOfTen[fraction] : Double(value)
    return (isNegative ? -size : size, index)
  }

  mutating func name() throws(PDFRefusal) -> ContentName {
    let start = position + 1
    var end = start
    var key: UInt64 = 0
    var isPlain = true
    while end < bytes.count, !Self.isBlank(bytes[end]), !Self.isMark(bytes[end]) {
      let byte = bytes[end]
      isPlain = isPlain && byte < 0x80 && byte != UInt8(ascii: "#")
      key = key << 8 | UInt64(byte)
      end += 1
    }
    if isPlain {
      position = end
      return end - start <= 8 ? .short(key) : .long(PDFName(bytes: bytes[start..<end]))
    }
    guard case .name(let name) = try object() else { throw .damaged("a name") }
    return ContentName(name)
  }

  /// Appends the string in parentheses to `text`.
  mutating func literalString() throws(PDFRefusal) {
    var end = position + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ")"):
        text += bytes[(position + 1)..<end]
        position = end + 1
        return
      case UInt8(ascii: "\\"), UInt8(ascii: "("), 0x0D:
        guard case .string(let string) = try object() else { throw .damaged("a string") }
        text += string
        return
      default: end += 1
      }
    }
    throw .damaged(") behind a string")
  }

  /// Appends the string in angle brackets to `text`.
  mutating func hexString() throws(PDFRefusal) {
    let content = bytes
    let bytes = content.span
    var index = position + 1
    // As producers write them: pairs of digits alone.
    while index + 1 < bytes.count {
      let (high, low) = (Self.digit(bytes[index]), Self.digit(bytes[index + 1]))
      guard high < 16, low < 16 else { break }
      text.append(high << 4 | low)
      index += 2
    }
    var high: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let digit = Self.digit(byte)
      if digit < 16 {
        if let first = high {
          text.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      } else if byte == UInt8(ascii: ">") {
        if let high { text.append(high << 4) }
        position = index
        return
      } else if !Self.isBlank(byte) {
        throw .damaged("a digit of a hexadecimal string")
      }
    }
    throw .damaged("> behind a string")
  }

  /// What a hexadecimal digit is worth; 16 and more for what is none.
  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8 {
    let digit = byte &- 0x30
    if digit <= 9 { return digit }
    let letter = (byte | 0x20) &- 0x61
    return letter <= 5 ? letter + 10 : 255
  }

  /// Passes over a dictionary: what marked content is, `<</MCID 7 >>`, matters to no glyph.
  mutating func skipDictionary() throws(PDFRefusal) {
    if let end = endOfPlainDictionary() {
      position = end
      return
    }
    guard case .dictionary = try object() else {
      throw .damaged("a dictionary in a content stream")
    }
  }

  /// Where a dictionary of one name and one number ends; nil for any other.
  private func endOfPlainDictionary() -> Int? {
    var index = position + 2
    func skip(while isPart: (UInt8) -> Bool) -> Bool {
      let start = index
      while index < bytes.count, isPart(bytes[index]) { index += 1 }
      return index > start
    }
    _ = skip(while: Self.isBlank)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "/") else { return nil }
    index += 1
    guard skip(while: { 0x41...0x5A ~= $0 }), skip(while: Self.isBlank),
      skip(while: { 0x30...0x39 ~= $0 })
    else { return nil }
    _ = skip(while: Self.isBlank)
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: ">"),
      bytes[index + 1] == UInt8(ascii: ">")
    else { return nil }
    return index + 2
  }

  /// A value of any other shape.
  mutating func object() throws(PDFRefusal) -> PDFObject {
    var lexer = PDFLexer(bytes, at: position)
    let object = try lexer.object(allowsReferences: false)
    position = lexer.position
    return object
  }

  /// The letters up to the next blank or mark; nil for none, or more than an operator has.
  mutating func keyword() -> ContentOperator? {
    let (code, end) = Self.letters(bytes.span, from: position)
    guard let code else { return nil }
    let isEmpty = end == position
    position = end
    return isEmpty ? nil : ContentOperator(rawValue: code)
  }

  /// Letters, the first one highest, and where they end; nil for more than an operator has.
  private static func letters(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (code: UInt64?, end: Int) {
    var index = start
    var code: UInt64 = 0
    while index < bytes.count, !isBlank(bytes[index]), !isMark(bytes[index]) {
      guard index &- start < 8 else { return (nil, index) }
      code = code << 8 | UInt64(bytes[index])
      index &+= 1
    }
    return (code, index)
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x00 || byte == 0x0C
  }

  /// A delimiter (7.2.2).
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// Exact up to the most digits that are read here.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  ]
}
