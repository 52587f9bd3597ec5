internal import PDFObjects

/// Reads a content stream operator by operator (ISO 32000-1, 7.8.2), operands gathered by kind.
///
///     q 0.5 0 0 0.5 12 13 cm      ->  q; cm with numbers 0.5 0 0 0.5 12 13
///     [(26) -120 (41)] TJ         ->  TJ with pieces "26", -120, "41"
struct ContentScanner {
  /// A piece of the text that `Tj`, `TJ`, `'` or `"` shows.
  enum TextPiece {
    /// Bytes of ``text``.
    case string(Range<Int>)
    /// Thousandths of an em to move back before the next string.
    case offset(Double)
  }

  let bytes: [UInt8]
  private(set) var position = 0

  /// The operands of the operator just read; numbers within an array are among `pieces`.
  private(set) var numbers = OperandList<Double>()
  private(set) var pieces = OperandList<TextPiece>()
  /// The bytes of all strings among `pieces`, one behind the other.
  private(set) var text: [UInt8] = []
  private(set) var names: [ContentName] = []
  /// Whether an operand is of a kind that no painting operator takes: `true`, `null`.
  private(set) var hasOddOperand = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next operator; nil at the end.
  mutating func next() throws(PDFRefusal) -> ContentOperator? {
    numbers.removeAll()
    pieces.removeAll()
    // Most operators have operands of one kind.
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
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
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
        let number = try number()
        if isInArray { pieces.append(.offset(number)) } else { numbers.append(number) }
      case UInt8(ascii: "/"): names.append(try name())
      case UInt8(ascii: "("), UInt8(ascii: "<"):
        if byte == UInt8(ascii: "<"), position + 1 < bytes.count,
          bytes[position + 1] == UInt8(ascii: "<")
        {
          try skipDictionary()
        } else {
          let start = text.count
          if byte == UInt8(ascii: "<") { try hexString() } else { try literalString() }
          pieces.append(.string(start..<text.count))
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
        switch word {
        case "true", "false", "null": hasOddOperand = true
        default:
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
      let key = try name().name
      skipBlanks()
      values[key] = try object()
    }
  }

  // MARK: Tokens

  private mutating func skipBlanks() {
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
  private mutating func number() throws(PDFRefusal) -> Double {
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

  private mutating func name() throws(PDFRefusal) -> ContentName {
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
    return .long(name)
  }

  /// Appends the string in parentheses to `text`.
  private mutating func literalString() throws(PDFRefusal) {
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
  private mutating func hexString() throws(PDFRefusal) {
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
  private mutating func skipDictionary() throws(PDFRefusal) {
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
  private mutating func object() throws(PDFRefusal) -> PDFObject {
    var lexer = PDFLexer(bytes, at: position)
    let object = try lexer.object(allowsReferences: false)
    position = lexer.position
    return object
  }

  /// The letters up to the next blank or mark; nil for none, or more than an operator has.
  private mutating func keyword() -> ContentOperator? {
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

  /// Exact up to the most digits that are read here.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  ]
  /// The longest arrays are those of `TJ`, a line of text each.
  private static let mostOperands = 20_000
}

/// Operands of one kind: a list whose room is used for one operator after another.
struct OperandList<Element> {
  private var room: [Element] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count < room.count { room[count] = element } else { room.append(element) }
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// The one at an index below ``count``.
  subscript(_ index: Int) -> Element { room[index] }
}

/// A name among the operands of an operator: most are short, and compared more often than read.
enum ContentName: Hashable, ExpressibleByStringLiteral {
  /// Its bytes, the first one highest: at most eight, of plain ASCII.
  case short(UInt64)
  case long(PDFName)

  /// Of at most eight letters.
  init(stringLiteral name: StaticString) {
    self = .short(ContentOperator(stringLiteral: name).rawValue)
  }

  var name: PDFName {
    switch self {
    case .long(let name): return name
    case .short(let key):
      var bytes: [UInt8] = []
      for shift in stride(from: 56, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: key >> UInt64(shift))
        if byte != 0 { bytes.append(byte) }
      }
      return PDFName(bytes: bytes[...])
    }
  }
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
