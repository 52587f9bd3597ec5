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
  var position = 0

  /// The operands of the operator just read; numbers within an array are among `pieces`.
  private(set) var numbers = OperandList<Double>()
  private(set) var pieces = OperandList<TextPiece>()
  /// The bytes of all strings among `pieces`, one behind the other.
  var text: [UInt8] = []
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

  /// The longest arrays are those of `TJ`, a line of text each.
  private static let mostOperands = 20_000
}
