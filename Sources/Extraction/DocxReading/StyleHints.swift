/// What the bytes of a style sheet tell without being read as XML, which costs as much as half a report.
struct StyleHints {
  /// Whether the sheet can say anything that the reader must know beforehand; true where that cannot be told.
  private(set) var matters = false
  /// The colours of text in it.
  private(set) var inks: [RGB] = []

  private static let mostInks = 64

  init(_ bytes: [UInt8]) {
    // In another encoding the words would not be found.
    guard bytes.starts(with: Self.usualStart) || Self.isUTF8(bytes) else {
      matters = true
      return
    }
    unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      // Two letters sort out nearly every place before a word is compared, eight places at a time.
      while index + 9 <= bytes.count, !matters {
        let first = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let second = unsafe bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
        if Self.mayBegin(first, second) {
          for place in index..<index + 8 { unsafe look(at: place, in: bytes) }
        }
        index += 8
      }
      while index < bytes.count, !matters {
        unsafe look(at: index, in: bytes)
        index += 1
      }
    }
  }

  /// `ike` is `strike` and `dstrike`, whose first letters are everywhere.
  private static let words = ["numPr", "vanish", "vertAlign", "ike", "!DOCTYPE"].map {
    Array($0.utf8)
  }
  private static let color = Array("color ".utf8)
  private static let size = Array("sz ".utf8)
  private static let scale = Array(":w ".utf8)
  private static let fill = Array("tFill".utf8)

  private mutating func look(at place: Int, in bytes: UnsafeRawBufferPointer) {
    let rest = unsafe bytes[place...]
    switch unsafe rest[place] {
    case UInt8(ascii: "c"): if unsafe rest.starts(with: Self.color) { unsafe lookAtColour(rest) }
    case UInt8(ascii: "s"):
      if unsafe rest.starts(with: Self.size), unsafe Self.isSmall(rest, atMost: 3) {
        matters = true
      }
    case UInt8(ascii: ":"):
      if unsafe rest.starts(with: Self.scale), unsafe Self.isSmall(rest, atMost: 1) {
        matters = true
      }
    case UInt8(ascii: "t"):
      if unsafe rest.starts(with: Self.fill), unsafe !Self.isPlain(rest) { matters = true }
    default: if Self.words.contains(where: { unsafe rest.starts(with: $0) }) { matters = true }
    }
  }

  /// `w:color`: light ones may be unseen on white, others on a ground of their own colour.
  private mutating func lookAtColour(_ rest: Slice<UnsafeRawBufferPointer>) {
    if let theme = unsafe Self.value(Self.themeColor, in: rest),
      let slot = Theme.Slot(String(decoding: theme, as: UTF8.self)), !slot.isDark1
    {
      matters = true
    }
    guard let ink = unsafe Self.value(Self.val, in: rest).flatMap({ RGB(hex: $0) }) else { return }
    if ink.isNear(.white) || inks.count == Self.mostInks { matters = true }
    if !inks.contains(where: { $0.value == ink.value }) { inks.append(ink) }
  }

  private static let val = Array("val=".utf8)
  private static let themeColor = Array("themeColor=".utf8)

  /// The value of the attribute `name` of the tag that goes on with `rest`.
  private static func value(_ name: [UInt8], in rest: Slice<UnsafeRawBufferPointer>) -> [UInt8]? {
    let tag = unsafe Array(rest.prefix(240).prefix { $0 != UInt8(ascii: ">") })
    guard tag.count > name.count else { return nil }
    for start in 0..<tag.count - name.count where tag[start...].starts(with: name) {
      let quote = tag[start + name.count]
      return Array(tag[(start + name.count + 1)...].prefix { $0 != quote })
    }
    return nil
  }

  private static func isSmall(_ rest: Slice<UnsafeRawBufferPointer>, atMost limit: Double) -> Bool {
    guard let value = unsafe value(val, in: rest) else { return false }
    // Nearly all have two digits.
    if value.count == 2, value[0] != 0x30, value.allSatisfy({ (0x30...0x39).contains($0) }) {
      return false
    }
    let text = String(decoding: value, as: UTF8.self)
    return Double(text).map { $0 <= limit } ?? !text.isEmpty
  }

  /// Whether a `w14:textFill` only says again that text is black.
  private static func isPlain(_ rest: Slice<UnsafeRawBufferPointer>) -> Bool {
    let head = unsafe String(decoding: rest.prefix(240), as: UTF8.self)
    guard let end = head.firstRange(of: "textFill>")?.lowerBound else { return false }
    let inside = head[..<end]
    return inside.contains("\"tx1\"")
      && ["alpha", "lum", "tint", "shade"].allSatisfy { !inside.contains($0) }
  }

  private static let usualStart = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"".utf8)

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(128), as: UTF8.self).lowercased()
    return head.hasPrefix("<") && (!head.contains("encoding") || head.contains("utf-8"))
  }

  /// Whether a word that matters may begin at one of eight places: `nu`, `va`, `ve`, `ik`, `!D`, `co`, `sz`, `:w`, `tF`.
  @inline(__always)
  private static func mayBegin(_ first: UInt64, _ second: UInt64) -> Bool {
    // a and e differ in one bit.
    let vowels = second & 0xFBFB_FBFB_FBFB_FBFB
    let places =
      equal(first, "n") & equal(second, "u") | equal(first, "v") & equal(vowels, "a")
      | equal(first, "i") & equal(second, "k") | equal(first, "!") & equal(second, "D")
      | equal(first, "c") & equal(second, "o") | equal(first, "s") & equal(second, "z")
      | equal(first, ":") & equal(second, "w") | equal(first, "t") & equal(second, "F")
    return places != 0
  }

  /// The highest bit of each byte of `word` that is `letter`, and perhaps of some after it.
  @inline(__always)
  private static func equal(_ word: UInt64, _ letter: Unicode.Scalar) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ ones &* UInt64(letter.value)
    return (difference &- ones) & ~difference & ones << 7
  }
}
