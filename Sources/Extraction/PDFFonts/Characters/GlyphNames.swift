/// Which characters a glyph's name stands for, by the Adobe Glyph List Specification.
enum GlyphNames {
  /// What `name` stands for: `six` -> 6, `f_i` -> fi, `uni4E00` -> 一, `one.oldstyle` -> 1; `fi` stays the one
  /// character U+FB01.
  ///
  /// Names that only say a number (`g12`, `cid43522`, `G2A`) are unknown: poppler prints the number's character.
  static func characters(of name: String) -> GlyphCharacters {
    let name = Array(name.utf8.prefix(256))
    guard let first = name.first, first != 0x2E, name.count <= 128 else { return .unknown }
    if let value = GlyphListIndex.shared.value(of: name[...]) {
      return GlyphCharacters(CollectionOfOne(value))
    }
    var values: [UInt32] = []
    let stem = name.prefix { $0 != 0x2E }
    for component in stem.split(separator: 0x5F) {
      guard let scalars = scalars(of: component) else { return .unknown }
      values += scalars
    }
    return GlyphCharacters(values)
  }

  /// Ligatures of the Latin alphabet as the letters they consist of, as poppler prints them: U+FB01 -> `fi`.
  static func expanded(_ characters: GlyphCharacters) -> GlyphCharacters {
    guard case .one(let scalar) = characters else { return characters }
    switch scalar {
    case "\u{FB00}": return .several("ff")
    case "\u{FB01}": return .several("fi")
    case "\u{FB02}": return .several("fl")
    case "\u{FB03}": return .several("ffi")
    case "\u{FB04}": return .several("ffl")
    default: return characters
    }
  }

  /// Nil for a part of a name that says nothing.
  private static func scalars(of component: ArraySlice<UInt8>) -> [UInt32]? {
    if let value = GlyphListIndex.shared.value(of: component) { return [value] }
    if component.starts(with: "uni".utf8) {
      let digits = component.dropFirst(3)
      guard !digits.isEmpty, digits.count.isMultiple(of: 4) else { return nil }
      var scalars: [UInt32] = []
      var rest = digits
      while !rest.isEmpty {
        guard let value = hexadecimal(rest.prefix(4)) else { return nil }
        scalars.append(value)
        rest = rest.dropFirst(4)
      }
      return scalars
    }
    guard component.first == 0x75, (5...7).contains(component.count) else { return nil }
    return hexadecimal(component.dropFirst()).map { [$0] }
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value &<< 4 | UInt32(digit &- 0x30)
      case 0x41...0x46: value = value &<< 4 | UInt32(digit &- 0x37)
      case 0x61...0x66: value = value &<< 4 | UInt32(digit &- 0x57)
      default: return nil
      }
    }
    return value
  }
}

/// Finds names in ``GlyphList`` by bisection, so that nothing need be built before the first one.
private struct GlyphListIndex {
  static let shared = GlyphListIndex()

  private let bytes = Array(GlyphList.text.utf8)

  /// Nil for a name that is not in the list.
  func value(of name: ArraySlice<UInt8>) -> UInt32? {
    var low = 0
    var high = bytes.count
    while low < high {
      var start = (low &+ high) / 2
      while start > low, bytes[start &- 1] != 0x20 { start &-= 1 }
      let end = bytes[start...].firstIndex(of: 0x3D) ?? bytes.count
      let entry = bytes[start..<end]
      if entry.elementsEqual(name) { return number(after: end) }
      if entry.lexicographicallyPrecedes(name) {
        low = bytes[end...].firstIndex(of: 0x20).map { $0 &+ 1 } ?? bytes.count
      } else {
        high = start
      }
    }
    return nil
  }

  /// The hexadecimal number behind the `=` at `index`.
  private func number(after index: Int) -> UInt32? {
    let digits = bytes[(index &+ 1)...].prefix { $0 != 0x20 }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
