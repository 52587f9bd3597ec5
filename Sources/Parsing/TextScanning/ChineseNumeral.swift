/// Whole numbers in Chinese numerals.
package enum ChineseNumeral {
  /// The value of `scalars`, wholly a numeral such as 二十三, 一百〇二, 二〇二一 or 廿三.
  ///
  /// A bare 十 is 10, 两 counts as 二. Digits alone are read by position (二〇二一 is 2021), and among Chinese digits
  /// 0, O and ○ count as 〇.
  ///
  /// - Returns: Nil for anything else, for no scalars, and for more than nine.
  package static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    var total = 0
    var section = 0
    var digit: Int?
    var isPositional = true
    var positional = 0
    for scalar in scalars {
      if let value = self.digit(scalar) {
        positional = positional * 10 + value
        digit = value
        continue
      }
      guard let unit = unit(scalar) else { return nil }
      isPositional = false
      if unit == 10_000 {
        total += (section + (digit ?? 0)) * unit
        section = 0
      } else if scalar == "廿" {
        section += 20
      } else {
        section += (digit ?? 1) * unit
      }
      digit = nil
    }
    return isPositional ? positional : total + section + (digit ?? 0)
  }

  /// 0 to 9 for 〇 to 九 and their variants; nil for units such as 十.
  package static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "零", "○", "O", "o", "0", "Ο", "О", "◯": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isIdeograph && (digit(scalar) != nil || unit(scalar) != nil)
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "廿": 20
    case "百", "佰": 100
    case "千", "仟": 1_000
    case "万": 10_000
    default: nil
    }
  }
}
