internal import PDFObjects

/// Reads a content stream operator by operator (ISO 32000-1, 7.8.2), operands gathered by kind.
///
///     q 0.5 0 0 0.5 12 13 cm      ->  q; cm with numbers 0.5 0 0 0.5 12 13
///     [(26) -120 (41)] TJ         ->  TJ with pieces "26", -120, "41"
struct ContentScanner {
  /// A piece of the text that `Tj`, `TJ`, `'` or `"` shows.
  enum TextPiece {
    case string([UInt8])
    /// Thousandths of an em to move back before the next string.
    case offset(Double)
  }

  let bytes: [UInt8]
  private(set) var position = 0

  /// The operands of the operator just read; numbers within an array are among `pieces`.
  private(set) var numbers: [Double] = []
  private(set) var pieces: [TextPiece] = []
  private(set) var names: [PDFName] = []
  private(set) var dictionary: PDFDictionary?
  /// Whether an operand is of a kind that no painting operator takes: `true`, `null`.
  private(set) var hasOddOperand = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    numbers.reserveCapacity(16)
  }

  /// The next operator; nil at the end.
  mutating func next() throws(PDFRefusal) -> ContentOperator? {
    numbers.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    dictionary = nil
    hasOddOperand = false
    var isInArray = false
    while true {
      skipBlanks()
      guard position < bytes.count else {
        guard !isInArray, numbers.isEmpty, pieces.isEmpty, names.isEmpty else {
          throw .damaged("an operator behind the last operands of a content stream")
        }
        return nil
      }
      switch bytes[position] {
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
        let number = try number()
        if isInArray { pieces.append(.offset(number)) } else { numbers.append(number) }
      case UInt8(ascii: "/"): names.append(try name())
      case UInt8(ascii: "("): pieces.append(.string(try literalString()))
      case UInt8(ascii: "<"):
        if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "<") {
          guard case .dictionary(let value) = try object() else {
            throw .damaged("a dictionary in a content stream")
          }
          dictionary = value
        } else {
          pieces.append(.string(try hexString()))
        }
      case UInt8(ascii: "["):
        guard !isInArray else { throw .unsupported("an array in an array of a content stream") }
        isInArray = true
        position += 1
      case UInt8(ascii: "]"):
        guard isInArray else { throw .damaged("[ before ] in a content stream") }
        isInArray = false
        position += 1
      default:
        guard let word = keyword() else {
          throw .damaged("an operator or operand in a content stream")
        }
        if Self.values.contains(word) {
          hasOddOperand = true
        } else {
          guard !isInArray else { throw .damaged("] before an operator of a content stream") }
          return word
        }
      }
      guard numbers.count + pieces.count + names.count <= Self.mostOperands else {
        throw .limit("operands")
      }
    }
  }

  /// The bytes of an inline image between `ID` and `EI`, passed over; its keys stand in the operands of `BI`.
  ///
  /// - Parameter length: How many bytes it has; nil where a filter makes that unclear, so that its end is searched.
  mutating func skipInlineImage(length: Int?) throws(PDFRefusal) {
    guard position < bytes.count, Self.isBlank(bytes[position]) else {
      throw .damaged("a blank behind ID")
    }
    position += 1
    if let length {
      guard length <= bytes.count - position else { throw .damaged("the bytes of an image") }
      position += length
      skipBlanks()
      guard keyword() == .endInlineImage else { throw .damaged("EI behind an image") }
      return
    }
    while position + 2 < bytes.count {
      if bytes[position] == UInt8(ascii: "E"), bytes[position + 1] == UInt8(ascii: "I"),
        Self.isBlank(bytes[position - 1]), Self.isBlank(bytes[position + 2]),
        bytes[(position + 2)...].prefix(12).allSatisfy({ Self.isBlank($0) || 0x21...0x7E ~= $0 })
      {
        position += 2
        return
      }
      position += 1
    }
    guard position + 2 == bytes.count, bytes[position] == UInt8(ascii: "E"),
      bytes[position + 1] == UInt8(ascii: "I")
    else { throw .damaged("EI behind an image") }
    position += 2
  }

  /// Keys and values up to `ID`.
  mutating func inlineImageDictionary() throws(PDFRefusal) -> PDFDictionary {
    var values: [PDFName: PDFObject] = [:]
    while true {
      skipBlanks()
      guard position < bytes.count, values.count < 64 else { throw .damaged("ID behind BI") }
      if bytes[position] != UInt8(ascii: "/") {
        guard keyword() == .imageData else { throw .damaged("ID behind BI") }
        return PDFDictionary(values)
      }
      let key = try name()
      skipBlanks()
      values[key] = try object()
    }
  }

  // MARK: Tokens

  private mutating func skipBlanks() {
    while position < bytes.count {
      if Self.isBlank(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
      } else {
        return
      }
    }
  }

  /// An integer or real; plain ones here, the odd ones of real producers by ``PDFLexer``.
  private mutating func number() throws(PDFRefusal) -> Double {
    let start = position
    var index = position
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var digits = 0
    var value = 0.0
    var divisor = 1.0
    var isFraction = false
    while index < bytes.count {
      let byte = bytes[index]
      if case let digit = byte &- 0x30, digit <= 9 {
        value = value * 10 + Double(digit)
        if isFraction { divisor *= 10 }
        digits += 1
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      index += 1
    }
    let isWhole = index == bytes.count || Self.isBlank(bytes[index]) || Self.isMark(bytes[index])
    if digits > 0, digits < 18, isWhole {
      position = index
      return isNegative ? -value / divisor : value / divisor
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

  private mutating func name() throws(PDFRefusal) -> PDFName {
    let start = position + 1
    var end = start
    var isPlain = true
    while end < bytes.count, !Self.isBlank(bytes[end]), !Self.isMark(bytes[end]) {
      isPlain = isPlain && bytes[end] < 0x80 && bytes[end] != UInt8(ascii: "#")
      end += 1
    }
    if isPlain {
      position = end
      return PDFName(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    guard case .name(let name) = try object() else { throw .damaged("a name") }
    return name
  }

  private mutating func literalString() throws(PDFRefusal) -> [UInt8] {
    var end = position + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ")"):
        let string = Array(bytes[(position + 1)..<end])
        position = end + 1
        return string
      case UInt8(ascii: "\\"), UInt8(ascii: "("), 0x0D:
        guard case .string(let string) = try object() else { throw .damaged("a string") }
        return string
      default: end += 1
      }
    }
    throw .damaged(") behind a string")
  }

  private mutating func hexString() throws(PDFRefusal) -> [UInt8] {
    var string: [UInt8] = []
    var high: UInt8?
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte &- 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- 87
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- 55
      case UInt8(ascii: ">"):
        if let high { string.append(high << 4) }
        position = index
        return string
      default:
        guard Self.isBlank(byte) else { throw .damaged("a digit of a hexadecimal string") }
        continue
      }
      if let first = high {
        string.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    throw .damaged("> behind a string")
  }

  /// A value of any other shape.
  private mutating func object() throws(PDFRefusal) -> PDFObject {
    var lexer = PDFLexer(bytes, at: position)
    let object = try lexer.object(allowsReferences: false)
    position = lexer.position
    return object
  }

  /// The letters up to the next blank or mark; nil for none, or more than an operator has.
  private mutating func keyword() -> ContentOperator? {
    var code: UInt64 = 0
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]), !Self.isMark(bytes[position]) {
      guard position - start < 8 else { return nil }
      code = code << 8 | UInt64(bytes[position])
      position += 1
    }
    return position > start ? ContentOperator(rawValue: code) : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
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

  private static let values: [ContentOperator] = ["true", "false", "null"]
  /// The longest arrays are those of `TJ`, a line of text each.
  private static let mostOperands = 20_000
}

/// An operator by the bytes of its name, the first one highest: `re` is 0x7265.
struct ContentOperator: RawRepresentable, Hashable, ExpressibleByStringLiteral {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(stringLiteral name: StaticString) {
    rawValue = name.withUTF8Buffer { unsafe $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  static let imageData: ContentOperator = "ID"
  static let endInlineImage: ContentOperator = "EI"
}

extension ContentOperator: CustomStringConvertible {
  /// Its name, bytes outside of ASCII as `?`.
  var description: String {
    var name = ""
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: rawValue >> UInt64(shift))
      if byte != 0 { name.unicodeScalars.append(0x21...0x7E ~= byte ? Unicode.Scalar(byte) : "?") }
    }
    return name
  }
}
