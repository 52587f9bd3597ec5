/// The words of a page's scripts, to ask whether one of them names an element by its id.
///
/// A script may reach an element in any way: `q1.hidden = true`, `$('#q1').css(…)`, `{q1: 5}`, `["q1", "q2"].forEach(…)`. What it does
/// is not read here; an id that no script holds is left alone by all of them.
struct ScriptWords {
  /// Hashes of words: two words of one hash make a number doubtful at worst.
  private var words: Set<UInt64> = []

  mutating func read(_ script: ArraySlice<UInt8>) {
    var hash = Self.start
    var length = 0
    /// The byte in front of the word.
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in script {
      if Self.isOfWord(byte) {
        if length == 0 { before = last }
        hash = Self.next(hash, byte)
        length += 1
      } else if length > 0 {
        if length >= Self.shortest || Self.marks(before)
          || length > 1 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"))
        {
          words.insert(hash)
        }
        hash = Self.start
        length = 0
      }
      last = byte
    }
    if length >= Self.shortest { words.insert(hash) }
  }

  /// Whether a script holds `id`, or the name that it counts from: `num` for `num12`.
  func hold(_ id: String) -> Bool {
    guard !words.isEmpty else { return false }
    var hash = Self.start
    var stem: UInt64?
    for byte in id.utf8 {
      if stem == nil, (0x30...0x39).contains(byte) { stem = hash }
      if !(0x30...0x39).contains(byte) { stem = nil }
      hash = Self.next(hash, byte)
    }
    if words.contains(hash) { return true }
    return stem.map { $0 != Self.start && words.contains($0) } ?? false
  }

  /// Characters of a word that counts wherever it stands: shorter ones are variables of nearly every script.
  private static let shortest = 3

  /// Whether a short word behind `byte` may be an id: `"a"`, `#a`, `.a`, `[a`; one of two characters is one as `q1.` and `q1:`, too.
  private static func marks(_ byte: UInt8) -> Bool { "\"'`#.[=".utf8.contains(byte) }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  // FNV-1a.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
