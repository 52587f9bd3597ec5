internal import PDFObjects

/// A name among the operands of an operator: most are short, and compared more often than read.
enum ContentName: Hashable, ExpressibleByStringLiteral {
  /// Its bytes, the first one highest: at most eight, of plain ASCII.
  case short(UInt64)
  case long(PDFName)

  /// One value for one name, however its bytes are written: `/O#43` is `/OC` (ISO 32000-1, 7.3.5).
  init(_ name: PDFName) {
    let isShort = name.bytes.count <= 8 && name.bytes.allSatisfy { 0x01...0x7F ~= $0 }
    self = isShort ? .short(name.bytes.reduce(0) { $0 << 8 | UInt64($1) }) : .long(name)
  }

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
