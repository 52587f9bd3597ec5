internal import CompoundFiles

/// One change of a property (a Prl: an sprm and its operand, MS-DOC 2.2.5).
struct PropertyModifier {
  var code: Int
  /// The operand, without the byte or two that say how long it is.
  var operand: ArraySlice<UInt8>

  /// The operand as a number without a sign: its first one, two or four bytes.
  var value: Int {
    var value = 0
    for (index, byte) in operand.prefix(4).enumerated() { value |= Int(byte) << (8 * index) }
    return value
  }

  var signed16: Int { Int(Int16(truncatingIfNeeded: value)) }

  /// The number at `offset` of the operand; nil beyond its end.
  func byte(_ offset: Int) -> Int? {
    let index = operand.startIndex + offset
    return operand.indices.contains(index) ? Int(operand[index]) : nil
  }

  func uint16(_ offset: Int) -> Int? {
    guard let low = byte(offset), let high = byte(offset + 1) else { return nil }
    return low | high << 8
  }

  func int16(_ offset: Int) -> Int? {
    uint16(offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }
}

/// The changes that some bytes hold one after the other (a grpprl).
struct PropertyModifiers: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  /// Whether the bytes ended within a change.
  private(set) var isCutOff = false

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  private static let tableDefinitions = [0xD606, 0xD608]
  private static let tabStops = 0xC615

  mutating func next() -> PropertyModifier? {
    let start = rest.startIndex
    // One byte may be left over, to make the length even.
    guard rest.count >= 2 else { return nil }
    let code = Int(rest[start]) | Int(rest[start + 1]) << 8
    // No change has this code: what follows is padding.
    guard code != 0 else {
      rest = []
      return nil
    }
    rest = rest[(start + 2)...]
    guard let length = operandLength(code), length <= rest.count else {
      isCutOff = true
      rest = []
      return nil
    }
    let operand = rest.prefix(length)
    rest = rest[operand.endIndex...]
    return PropertyModifier(code: code, operand: operand)
  }

  /// The length of the operand that follows, of which what tells it is taken off; nil where that is cut off.
  private mutating func operandLength(_ code: Int) -> Int? {
    switch code >> 13 {
    case 0, 1: return 1
    case 2, 4, 5: return 2
    case 3: return 4
    case 7: return 3
    default: break
    }
    if Self.tableDefinitions.contains(code) {
      guard let low = rest.popFirst(), let high = rest.popFirst() else { return nil }
      return Swift.max(0, (Int(low) | Int(high) << 8) - 1)
    }
    guard let length = rest.popFirst() else { return nil }
    guard code == Self.tabStops, length == 255 else { return Int(length) }
    // Too many to be counted in a byte: they are counted one kind after the other.
    guard let deleted = rest.first else { return nil }
    let added = rest.startIndex + 1 + 4 * Int(deleted)
    guard rest.indices.contains(added) else { return nil }
    return 2 + 4 * Int(deleted) + 3 * Int(rest[added])
  }
}
