/// What lies under text: a colour over another in some pattern (MS-DOC 2.9.243, 2.9.245).
struct Shade: Hashable {
  /// Red, green, blue as six digits; `auto`.
  var front: String
  var back: String
  /// `ipat` (2.9.121).
  var pattern: Int

  /// - Parameter offset: Where in the operand the ten bytes of an SHD begin.
  init?(_ modifier: PropertyModifier, at offset: Int) {
    guard let pattern = modifier.uint16(offset + 8) else { return nil }
    front = Colour.name(modifier, at: offset)
    back = Colour.name(modifier, at: offset + 4)
    self.pattern = pattern
  }

  /// - Parameter short: The two bytes of an SHD80.
  init(short: Int) {
    front = Colour.name(index: short & 0x1F)
    back = Colour.name(index: short >> 5 & 0x1F)
    pattern = short >> 10 & 0x3F
    // All bits set: nothing is said.
    if short == 0xFFFF { (front, back, pattern) = ("auto", "auto", 0xFFFF) }
  }

  /// `w:val` of `w:shd`.
  var patternName: String {
    switch pattern {
    case 0xFFFF: "nil"
    case 0: "clear"
    case 1: "solid"
    case 2...13: "pct\([5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90][pattern - 2])"
    default: "thinDiagCross"
    }
  }

  /// Whether anything lies under the text.
  var isThere: Bool { !(pattern == 0xFFFF || pattern == 0 && back == "auto") }
}

/// Colours as six digits.
enum Colour {
  /// The four bytes of a COLORREF at `offset`; `auto` where they say so or are cut off.
  static func name(_ modifier: PropertyModifier, at offset: Int) -> String {
    guard let red = modifier.byte(offset), let green = modifier.byte(offset + 1),
      let blue = modifier.byte(offset + 2), let kind = modifier.byte(offset + 3), kind != 0xFF
    else { return "auto" }
    return [red, green, blue].map { hex($0) }.joined()
  }

  private static func hex(_ value: Int) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[value >> 4 & 15], digits[value & 15]])
  }

  /// One of sixteen colours (Ico, 2.9.119); 0 is `auto`.
  static func name(index: Int) -> String {
    let names = [
      "auto", "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF",
      "000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0",
    ]
    return names.indices.contains(index) ? names[index] : "auto"
  }

  /// The name that `w:highlight` has for it; nil for none.
  static func highlight(index: Int) -> String? {
    let names = [
      "black", "blue", "cyan", "green", "magenta", "red", "yellow", "white", "darkBlue",
      "darkCyan", "darkGreen", "darkMagenta", "darkRed", "darkYellow", "darkGray", "lightGray",
    ]
    return names.indices.contains(index - 1) ? names[index - 1] : nil
  }
}
