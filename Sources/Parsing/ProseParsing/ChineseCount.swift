internal import TextScanning

/// Reads a whole number in Chinese numerals strictly, so that no part of it passes for the number.
enum ChineseCount {
  enum Reading: Equatable {
    case number(Int, end: Int)
    /// A name or year (十四五, 二〇二一), or what counts nothing (百家号 has no digit).
    case none
    /// Numerals out of order, or with a digit left hanging (三千五 is mostly 3500).
    case unreadable(end: Int)
  }

  /// Numerals looked at; 九千九百九十九亿九千九百九十九万九千九百九十九 has 23.
  private static let longest = 24

  /// The numeral at `start`: 两 is 2, 廿三 is 23, 一亿两千万 is 120000000, 百 alone is 100.
  static func read(_ text: ProseText, at start: Int) -> Reading {
    var end = start
    while isNumeral(text[end]) { end += 1 }
    guard end > start else { return .none }
    guard end - start <= longest else { return .unreadable(end: end) }
    let range = start..<end
    if range.dropFirst().contains(where: { isSideBySide(text, $0) }) { return .none }
    guard let value = value(text, range) else { return .unreadable(end: end) }
    return .number(value, end: end)
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "亿" || ChineseNumeral.isNumeral(scalar)
  }

  private static func isSideBySide(_ text: ProseText, _ index: Int) -> Bool {
    guard ChineseNumeral.digit(text[index]) != nil,
      let previous = ChineseNumeral.digit(text[index - 1])
    else { return false }
    return previous != 0
  }

  private static func value(_ text: ProseText, _ range: Range<Int>) -> Int? {
    var total = 0
    var section = 0
    var digit: Int?
    /// The unit before within the section, and the 万 or 亿 before.
    var last = 10_000
    var lastLarge = Int.max
    var hasHundredMillions = false
    var isBehindZero = false
    for index in range {
      let scalar = text[index]
      if let value = ChineseNumeral.digit(scalar) {
        if value == 0 {
          guard digit == nil, !isBehindZero, index > range.lowerBound || range.count == 1 else {
            return nil
          }
          isBehindZero = true
        }
        digit = value == 0 && range.count > 1 ? nil : value
        continue
      }
      switch scalar {
      case "亿", "万":
        let unit = scalar == "亿" ? 100_000_000 : 10_000
        // 一万亿 is the only larger unit behind a smaller one.
        guard unit < lastLarge || (scalar == "亿" && lastLarge == 10_000 && !hasHundredMillions),
          !hangs(text, digit, index, range)
        else { return nil }
        let count = section + (digit ?? 0)
        guard count > 0 || index == range.lowerBound || (scalar == "亿" && total > 0) else {
          return nil
        }
        if scalar == "亿" {
          hasHundredMillions = true
          total = (total + (total + count == 0 ? 1 : count)) * unit
        } else {
          total += max(count, 1) * unit
        }
        lastLarge = unit
        section = 0
        last = 10_000
      default:
        guard let unit = unit(scalar), unit < last,
          digit != nil || unit <= 20 || index == range.lowerBound
        else { return nil }
        section += scalar == "廿" ? 20 : (digit ?? 1) * unit
        if scalar == "廿", digit != nil { return nil }
        last = min(unit, scalar == "廿" ? 10 : unit)
      }
      digit = nil
      isBehindZero = false
    }
    guard !hangs(text, digit, range.upperBound, range),
      !isBehindZero || digit != nil || range.count == 1
    else { return nil }
    return total + section + (digit ?? 0)
  }

  /// Whether the digit before `index` stands right behind 百 千 万 亿 as in 三千五: 3500, or 3005.
  private static func hangs(
    _ text: ProseText, _ digit: Int?, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    guard digit != nil, index - 2 >= range.lowerBound else { return false }
    return ["百", "佰", "千", "仟", "万", "亿"].contains(text[index - 2])
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "廿": 20
    case "百", "佰": 100
    case "千", "仟": 1_000
    default: nil
    }
  }
}
