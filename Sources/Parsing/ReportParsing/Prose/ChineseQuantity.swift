internal import ReportRecords

/// Reads the quantity in Chinese numerals that begins at an index.
enum ChineseQuantity {
  /// The numeral at `start`, if it is one that can count: 两, 二十三, 十余, 百余, 一百二十.
  ///
  /// Nil for digits side by side (十四五, 三五, 二〇二一: names and years), for 百 千 万 without a digit or 余 (百家号),
  /// and for 二, 零 alone, which count nothing.
  static func read(_ text: ProseText, at start: Int) -> Quantity? {
    var end = start
    while ChineseNumeral.isNumeral(text[end]), end - start < 10 { end += 1 }
    guard end > start, isWellFormed(text, start..<end) else { return nil }
    let isApproximate = text[end] == "余" || text[end] == "多" || text[end] == "几"
    let first = text[start]
    if !isApproximate, ["百", "千", "万", "零", "〇"].contains(first) { return nil }
    if end == start + 1, first == "二" { return nil }
    guard let value = ChineseNumeral.value(text.scalars[start..<end]) else { return nil }
    if isApproximate { end += 1 }
    let isTenThousands = isApproximate && text[end] == "万"
    guard let whole = ExactDecimal(value).shifted(by: isTenThousands ? 4 : 0) else { return nil }
    return Quantity(
      end: isTenThousands ? end + 1 : end, value: whole, isApproximate: isApproximate,
      hasMultiplier: isTenThousands)
  }

  /// The share that `百分之三十` or `百分之99.5` at `start` names, in percent; 百分之百 is 100.
  static func percent(_ text: ProseText, at start: Int) -> Quantity? {
    guard text.has(["百", "分", "之"], at: start) else { return nil }
    let index = start + 3
    if text[index].isDigit {
      guard case .quantity(let quantity) = ArabicNumber.read(text, at: index) else { return nil }
      return quantity
    }
    var end = index
    while ChineseNumeral.isNumeral(text[end]), end - index < 10 { end += 1 }
    guard end > index, let whole = ChineseNumeral.value(text.scalars[index..<end]) else {
      return nil
    }
    var value = ExactDecimal(whole)
    if text[end] == "点", let fraction = fraction(text, at: end + 1) {
      value = value + fraction.value ?? value
      end = fraction.end
    }
    return Quantity(end: end, value: value, isApproximate: false, hasMultiplier: false)
  }

  private static func fraction(
    _ text: ProseText, at start: Int
  ) -> (value: ExactDecimal, end: Int)? {
    var end = start
    var digits = 0
    while let digit = ChineseNumeral.digit(text[end]), end - start < 6 {
      digits = digits * 10 + digit
      end += 1
    }
    return end > start ? (ExactDecimal(digits, scale: end - start), end) : nil
  }

  /// Whether no two digits stand side by side, save behind 零.
  private static func isWellFormed(_ text: ProseText, _ range: Range<Int>) -> Bool {
    for index in range.dropFirst() {
      let isDigit = ChineseNumeral.digit(text[index]) != nil
      let previous = ChineseNumeral.digit(text[index - 1])
      if isDigit, let previous, previous != 0 { return false }
    }
    return true
  }
}
