/// Numbers of lists, as a page shows them.
enum ListNumber {
  /// `3.`, `三、`, `c.`, `iii.` by `list-style-type` or `type`.
  static func text(_ number: Int, style: String) -> String {
    switch style {
    case "a", "lower-alpha", "lower-latin": letter(number, "a").map { "\($0)." } ?? "\(number)."
    case "A", "upper-alpha", "upper-latin": letter(number, "A").map { "\($0)." } ?? "\(number)."
    case "i", "lower-roman": roman(number).map { "\($0.lowercased())." } ?? "\(number)."
    case "I", "upper-roman": roman(number).map { "\($0)." } ?? "\(number)."
    case "cjk-ideographic", "simp-chinese-informal", "cjk-decimal", "trad-chinese-informal":
      chinese(number).map { "\($0)、" } ?? "\(number)、"
    default: "\(number)."
    }
  }

  /// Whether the text of an item begins with a number of its own: `1.`, `（一）`, `第一条`, `①`.
  static func numbersItself(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if ("①"..."⓿").contains(first) { return true }
    let rest = text.unicodeScalars.drop { "（(第 ".unicodeScalars.contains($0) }
    let number = rest.prefix { numerals.unicodeScalars.contains($0) }
    guard (1...4).contains(number.count), let next = rest.dropFirst(number.count).first else {
      return false
    }
    return "、.．)）条章节".unicodeScalars.contains(next)
  }

  private static let numerals = "0123456789一二三四五六七八九十"

  private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String? {
    guard (1...26).contains(number),
      let scalar = Unicode.Scalar(first.value + UInt32(number) - 1)
    else { return nil }
    return String(Character(scalar))
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3_999).contains(number) else { return nil }
    var rest = number
    var text = ""
    for (value, digits) in [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while rest >= value {
        text += digits
        rest -= value
      }
    }
    return text
  }

  private static func chinese(_ number: Int) -> String? {
    guard (1...99).contains(number) else { return nil }
    let digits = Array("零一二三四五六七八九")
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return head + (ones == 0 ? "" : String(digits[ones]))
  }
}
