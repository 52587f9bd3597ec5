/// So much of a TrueType font program as tells what a digit's glyph is: its character maps and where outlines are.
struct TrueTypeProgram {
  /// What is drawn for a glyph.
  enum Outline: Equatable {
    case blank
    case contours(Int)
    /// Put together from other glyphs.
    case composite
    /// The program is damaged there.
    case unknown
  }

  private let bytes: [UInt8]
  private let outlines: Range<Int>
  private let locations: Range<Int>
  private let hasLongLocations: Bool
  private let unitsPerEm: Int
  /// Where the subtable from Unicode lies, from codes with one byte, and that of a symbol font; nil for none.
  private var unicodeMap: Int?
  private var byteMap: Int?
  private var symbolMap: Int?

  var hasUnicodeMap: Bool { unicodeMap != nil }

  /// Nil for bytes that are no TrueType font, or one without outlines.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count > 12 else { return nil }
    let count = min(Self.pair(bytes, 4) ?? 0, Self.mostTables)
    var tables: [[UInt8]: Range<Int>] = [:]
    for index in 0..<count {
      let entry = 12 &+ 16 &* index
      guard entry &+ 16 <= bytes.count, let start = Self.long(bytes, entry &+ 8),
        let length = Self.long(bytes, entry &+ 12), start <= bytes.count
      else { return nil }
      let name = Array(bytes[entry..<(entry &+ 4)])
      tables[name] = start..<min(start &+ length, bytes.count)
    }
    guard let head = tables[Array("head".utf8)], let glyf = tables[Array("glyf".utf8)],
      let loca = tables[Array("loca".utf8)],
      let format = Self.pair(bytes, head.lowerBound &+ 50)
    else { return nil }
    outlines = glyf
    locations = loca
    hasLongLocations = format == 1
    unitsPerEm = Self.pair(bytes, head.lowerBound &+ 18) ?? 0
    if let cmap = tables[Array("cmap".utf8)] { findMaps(in: cmap.lowerBound) }
  }

  func outline(of glyph: Int) -> Outline {
    guard let start = location(glyph), let end = location(glyph &+ 1), start <= end,
      outlines.lowerBound &+ end <= outlines.upperBound
    else { return .unknown }
    if start == end { return .blank }
    guard let contours = Self.pair(bytes, outlines.lowerBound &+ start) else { return .unknown }
    if contours == 0 { return .blank }
    return contours < 0x8000 ? .contours(contours) : .composite
  }

  /// How high what is drawn for a glyph is, in ems; 0 for nothing, and where the program is damaged.
  func height(of glyph: Int) -> Double {
    guard unitsPerEm > 0, let range = range(of: glyph), range.count >= 10,
      let low = Self.pair(bytes, range.lowerBound &+ 4),
      let high = Self.pair(bytes, range.lowerBound &+ 8)
    else { return 0 }
    let height = Int(Int16(truncatingIfNeeded: high)) - Int(Int16(truncatingIfNeeded: low))
    return Double(height) / Double(unitsPerEm)
  }

  /// Whether two glyphs are drawn alike, byte by byte.
  func areAlike(_ one: Int, _ other: Int) -> Bool {
    guard let a = range(of: one), let b = range(of: other) else { return one == other }
    return bytes[a] == bytes[b]
  }

  /// The glyph that the font has for a character; nil where it doesn't say.
  func glyph(of character: UInt32) -> Int? {
    unicodeMap.flatMap { mapped(Int(character), at: $0) }
  }

  /// The glyph of a code of one byte in a font without an encoding (9.6.6.4).
  func glyph(ofByte code: Int) -> Int? {
    if let symbolMap,
      let glyph = mapped(0xF000 | code, at: symbolMap) ?? mapped(code, at: symbolMap)
    {
      return glyph
    }
    return byteMap.flatMap { mapped(code, at: $0) }
  }

  private func range(of glyph: Int) -> Range<Int>? {
    guard let start = location(glyph), let end = location(glyph &+ 1), start <= end,
      outlines.lowerBound &+ end <= outlines.upperBound
    else { return nil }
    return (outlines.lowerBound &+ start)..<(outlines.lowerBound &+ end)
  }

  private func location(_ glyph: Int) -> Int? {
    guard glyph >= 0, glyph <= 0x1_0000 else { return nil }
    let place = locations.lowerBound &+ glyph &* (hasLongLocations ? 4 : 2)
    guard place &+ (hasLongLocations ? 4 : 2) <= locations.upperBound else { return nil }
    return hasLongLocations ? Self.long(bytes, place) : Self.pair(bytes, place).map { $0 &* 2 }
  }

  private mutating func findMaps(in table: Int) {
    for index in 0..<min(Self.pair(bytes, table &+ 2) ?? 0, Self.mostTables) {
      let entry = table &+ 4 &+ 8 &* index
      guard let platform = Self.pair(bytes, entry), let encoding = Self.pair(bytes, entry &+ 2),
        let offset = Self.long(bytes, entry &+ 4)
      else { return }
      switch (platform, encoding) {
      case (3, 1), (3, 10), (0, _): unicodeMap = unicodeMap ?? table &+ offset
      case (3, 0): symbolMap = table &+ offset
      case (1, 0): byteMap = table &+ offset
      default: break
      }
    }
  }

  /// What the subtable at `map` says of `code`, in the formats that programs write for digits; nil for no glyph.
  private func mapped(_ code: Int, at map: Int) -> Int? {
    let glyph: Int? =
      switch Self.pair(bytes, map) {
      case 0: code < 256 && map &+ 6 &+ code < bytes.count ? Int(bytes[map &+ 6 &+ code]) : nil
      case 4: segment(of: code, at: map)
      case 6: listed(code, at: map)
      case 12: group(of: code, at: map)
      default: nil
      }
    return glyph == 0 ? nil : glyph
  }

  private func segment(of code: Int, at map: Int) -> Int? {
    guard let doubled = Self.pair(bytes, map &+ 6) else { return nil }
    let ends = map &+ 14
    for index in 0..<(doubled / 2) {
      guard let end = Self.pair(bytes, ends &+ 2 &* index) else { return nil }
      guard code <= end else { continue }
      let starts = ends &+ doubled &+ 2
      guard let start = Self.pair(bytes, starts &+ 2 &* index), code >= start,
        let delta = Self.pair(bytes, starts &+ doubled &+ 2 &* index)
      else { return nil }
      let place = starts &+ 2 &* doubled &+ 2 &* index
      guard let offset = Self.pair(bytes, place) else { return nil }
      if offset == 0 { return (code &+ delta) & 0xFFFF }
      guard let glyph = Self.pair(bytes, place &+ offset &+ 2 &* (code &- start)), glyph != 0
      else { return nil }
      return (glyph &+ delta) & 0xFFFF
    }
    return nil
  }

  private func listed(_ code: Int, at map: Int) -> Int? {
    guard let first = Self.pair(bytes, map &+ 6), let count = Self.pair(bytes, map &+ 8),
      code >= first, code < first &+ count
    else { return nil }
    return Self.pair(bytes, map &+ 10 &+ 2 &* (code &- first))
  }

  private func group(of code: Int, at map: Int) -> Int? {
    for index in 0..<min(Self.long(bytes, map &+ 12) ?? 0, Self.mostGroups) {
      let place = map &+ 16 &+ 12 &* index
      guard let start = Self.long(bytes, place), let end = Self.long(bytes, place &+ 4),
        let glyph = Self.long(bytes, place &+ 8)
      else { return nil }
      if code < start { return nil }
      if code <= end { return glyph &+ code &- start }
    }
    return nil
  }

  private static func pair(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place >= 0, place &+ 1 < bytes.count else { return nil }
    return Int(bytes[place]) &<< 8 | Int(bytes[place &+ 1])
  }

  private static func long(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard let high = pair(bytes, place), let low = pair(bytes, place &+ 2) else { return nil }
    return high &<< 16 | low
  }

  private static let mostTables = 64
  private static let mostGroups = 20_000
}
