/// So much of a font program in the Compact Font Format (Adobe Technical Note #5176) as its encoding needs.
struct CompactFont {
  private let bytes: [UInt8]
  /// Where the names lie that are none of the standard strings.
  private let strings: [Range<Int>]
  private let glyphCount: Int
  /// Offsets, or the numbers of predefined ones.
  private var charset = 0
  private var encodingOffset = 0

  /// Nil for damaged bytes and for a font with CIDs, which has no encoding.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count > 4, bytes[0] == 1 else { return nil }
    guard let names = Self.index(bytes, at: Int(bytes[2])),
      let tops = Self.index(bytes, at: names.end), let top = tops.items.first,
      let strings = Self.index(bytes, at: tops.end),
      let operands = Self.operands(bytes[top]), operands[Self.registry] == nil,
      let charStrings = operands[17], charStrings > 0, charStrings < bytes.count &- 1
    else { return nil }
    self.strings = strings.items
    glyphCount = Int(bytes[charStrings]) &<< 8 | Int(bytes[charStrings &+ 1])
    charset = operands[15] ?? 0
    encodingOffset = operands[16] ?? 0
  }

  /// `none` for damaged bytes and for the expert encoding.
  var encoding: ProgramEncoding {
    switch encodingOffset {
    case 0: .standard
    case 1: .none
    default: glyphs.map { .glyphs($0) } ?? .none
    }
  }

  /// The encoding that stands in the program; nil where it is damaged.
  private var glyphs: CharacterTable? {
    guard let names = names, let format = byte(encodingOffset),
      let count = byte(encodingOffset &+ 1)
    else { return nil }
    var glyphs = CharacterTable(missing: .unknown)
    var position = encodingOffset &+ 2
    var glyph = 0
    for _ in 0..<count {
      guard let first = byte(position), let left = format & 0x7F == 0 ? 0 : byte(position &+ 1)
      else { return nil }
      position &+= format & 0x7F == 0 ? 1 : 2
      for code in first...(first &+ left) where code < 256 && glyph < names.count {
        glyphs.set(code, to: characters(names[glyph]))
        glyph &+= 1
      }
    }
    guard format & 0x80 != 0 else { return glyphs }
    guard let supplements = byte(position) else { return nil }
    for index in 0..<supplements {
      let start = position &+ 1 &+ 3 &* index
      guard let code = byte(start), let name = pair(start &+ 1) else { return nil }
      glyphs.set(code, to: characters(name))
    }
    return glyphs
  }

  /// The numbers of the names of the first 256 glyphs behind `.notdef`; nil for damaged bytes.
  private var names: [Int]? {
    let count = min(max(glyphCount &- 1, 0), 256)
    if charset == 0 { return Array(1...228).prefix(count).map(\.self) }
    guard charset > 2, let format = byte(charset), format <= 2 else { return nil }
    var names: [Int] = []
    var position = charset &+ 1
    while names.count < count {
      guard let first = pair(position) else { return nil }
      position &+= 2
      var left = 0
      if format > 0 {
        guard let value = format == 1 ? byte(position) : pair(position) else { return nil }
        left = value
        position &+= format
      }
      names += first...(first &+ min(left, count))
    }
    return names
  }

  private func characters(_ name: Int) -> GlyphCharacters {
    if name <= StandardStrings.characters.count, name > 0 {
      return .one(StandardStrings.characters[name &- 1])
    }
    let index = name &- 391
    guard strings.indices.contains(index), strings[index].count <= 128 else { return .unknown }
    return GlyphNames.characters(of: String(decoding: bytes[strings[index]], as: UTF8.self))
  }

  private func byte(_ index: Int) -> Int? {
    bytes.indices.contains(index) ? Int(bytes[index]) : nil
  }

  private func pair(_ index: Int) -> Int? {
    guard let high = byte(index), let low = byte(index &+ 1) else { return nil }
    return high &<< 8 | low
  }
}

extension CompactFont {
  /// The key of `ROS`, which makes a font one with CIDs, in what ``operands(_:)`` gives.
  private static let registry = 12 &<< 8 | 30

  /// The items of an INDEX and where it ends; nil where it is damaged.
  private static func index(
    _ bytes: [UInt8], at start: Int
  ) -> (items: [Range<Int>], end: Int)? {
    guard start >= 0, start < bytes.count &- 1 else { return nil }
    let count = Int(bytes[start]) &<< 8 | Int(bytes[start &+ 1])
    if count == 0 { return ([], start &+ 2) }
    guard start < bytes.count &- 2 else { return nil }
    let size = Int(bytes[start &+ 2])
    let table = start &+ 3
    guard (1...4).contains(size), table &+ (count &+ 1) &* size <= bytes.count else { return nil }
    let data = table &+ (count &+ 1) &* size &- 1
    var items: [Range<Int>] = []
    var last = data &+ 1
    for item in 0...count {
      let place = table &+ item &* size
      let offset = bytes[place..<(place &+ size)].reduce(0) { $0 &<< 8 | Int($1) }
      guard data &+ offset >= last, data &+ offset <= bytes.count else { return nil }
      if item > 0 { items.append(last..<(data &+ offset)) }
      last = data &+ offset
    }
    return (items, last)
  }

  /// The last operand of each operator of a DICT, 0 for a real one, by the operator: 15 or, with an escape, 12 << 8 | 30.
  private static func operands(_ dictionary: ArraySlice<UInt8>) -> [Int: Int]? {
    var operands: [Int: Int] = [:]
    var number = 0
    var rest = dictionary
    while let first = rest.popFirst() {
      switch first {
      case 12:
        guard let second = rest.popFirst() else { return nil }
        operands[12 &<< 8 | Int(second)] = number
      case 0...21: operands[Int(first)] = number
      case 28, 29:
        let size = first == 28 ? 2 : 4
        guard rest.count >= size else { return nil }
        let value = rest.prefix(size).reduce(0) { $0 &<< 8 | Int($1) }
        number =
          size == 2 ? Int(Int16(truncatingIfNeeded: value)) : Int(Int32(truncatingIfNeeded: value))
        rest = rest.dropFirst(size)
      case 30:
        number = 0
        while let byte = rest.popFirst(), byte & 0x0F != 0x0F, byte &>> 4 != 0x0F {}
      case 32...246: number = Int(first) &- 139
      case 247...254:
        guard let second = rest.popFirst() else { return nil }
        number =
          first < 251
          ? (Int(first) &- 247) &* 256 &+ Int(second) &+ 108
          : (251 &- Int(first)) &* 256 &- Int(second) &- 108
      default: return nil
      }
    }
    return operands
  }
}
