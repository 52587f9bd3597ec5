/// What each code of a font shows, in four bytes a code.
struct CharacterTable: Sendable {
  /// By code, 0 where nothing is known; short where the codes behind its end have no entry.
  private var entries: [UInt32] = []
  /// Of codes above 0xFFFF, which are rare.
  private var longCodes: [Int: UInt32] = [:]
  private var strings: [String] = []
  /// What a code without an entry shows.
  var missing: GlyphCharacters

  // Any other entry is a scalar, or the index of a string with this bit.
  private static let string: UInt32 = 0x8000_0000
  private static let unknown: UInt32 = 0xFFFF_FFFF
  private static let untold: UInt32 = 0xFFFF_FFFE

  init(missing: GlyphCharacters) { self.missing = missing }

  subscript(code: Int) -> GlyphCharacters {
    @inline(__always) get {
      let entry = entry(of: code)
      if entry > 0, entry < Self.string, let scalar = Unicode.Scalar(entry) { return .one(scalar) }
      return rare(entry)
    }
  }

  var isEmpty: Bool { entries.isEmpty && longCodes.isEmpty }

  @inline(__always) func hasEntry(_ code: Int) -> Bool { entry(of: code) != 0 }

  /// Calls `body` with each code of up to two bytes that has an entry of one character.
  @inline(__always) func forEachCharacter(_ body: (Int, Unicode.Scalar) -> Void) {
    for (code, entry) in entries.enumerated() where entry > 0 && entry < Self.string {
      if let scalar = Unicode.Scalar(entry) { body(code, scalar) }
    }
  }

  mutating func set(_ code: Int, to characters: GlyphCharacters) {
    switch characters {
    case .one(let scalar): set(code, entry: scalar.value)
    case .several(let string):
      set(code, entry: Self.string | UInt32(truncatingIfNeeded: strings.count))
      strings.append(string)
    case .untold: set(code, entry: Self.untold)
    case .unknown: set(code, entry: Self.unknown)
    }
  }

  /// Forgets all entries.
  mutating func removeAll() { self = CharacterTable(missing: missing) }

  @inline(__always) private func entry(of code: Int) -> UInt32 {
    if code < entries.count, code >= 0 { return entries[code] }
    return code > 0xFFFF ? longCodes[code] ?? 0 : 0
  }

  private func rare(_ entry: UInt32) -> GlyphCharacters {
    switch entry {
    case 0: return missing
    case Self.unknown: return .unknown
    case Self.untold: return .untold
    default:
      let index = Int(entry & ~Self.string)
      return strings.indices.contains(index) ? .several(strings[index]) : .unknown
    }
  }

  private mutating func set(_ code: Int, entry: UInt32) {
    guard code >= 0 else { return }
    guard code <= 0xFFFF else {
      longCodes[code] = entry
      return
    }
    if code >= entries.count {
      let count = max(code &+ 1, min(max(256, entries.count &* 2), 0x1_0000))
      entries += repeatElement(0, count: count &- entries.count)
    }
    entries[code] = entry
  }
}
