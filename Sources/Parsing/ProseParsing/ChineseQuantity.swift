internal import ReportRecords
internal import TextScanning

/// Reads the quantity in Chinese numerals that begins at an index.
enum ChineseQuantity {
  enum Reading {
    case quantity(Quantity)
    /// No number that can count anything.
    case none
    /// Numerals that are no number, or not one that can be told for certain: 三千五.
    case unreadable(end: Int)
  }

  /// The numeral at `start`, if it is one that can count: 两, 二十三, 十余, 一百二十, 三点二亿.
  ///
  /// None for digits side by side (十四五, 三五, 二〇二一: names and years), for 百 千 万 without a digit or 余 (百家号),
  /// and for 二, 零 alone, which count nothing.
  static func read(_ text: ProseText, at start: Int) -> Reading {
    let whole: Int
    var end: Int
    switch ChineseCount.read(text, at: start) {
    case .none: return .none
    case .unreadable(let end): return .unreadable(end: end)
    case .number(let value, let behind): (whole, end) = (value, behind)
    }
    if let decimal = decimal(text, whole, pointAt: end) { return decimal }
    let isApproximate = text[end] == "余" || text[end] == "多" || text[end] == "几"
    let first = text[start]
    if !isApproximate, isRoughly(text, start), ["百", "千", "万", "亿"].contains(first) {
      return .quantity(
        Quantity(
          end: end, value: ExactDecimal(whole), isApproximate: true, hasMultiplier: false))
    }
    if !isApproximate, ["百", "千", "万", "亿", "零", "〇"].contains(first) { return .none }
    if end == start + 1, first == "二" { return .none }
    var exponent = 0
    if isApproximate {
      end += 1
      exponent = text[end] == "万" ? 4 : text[end] == "亿" ? 8 : 0
    }
    guard let value = ExactDecimal(whole).shifted(by: exponent) else {
      return .unreadable(end: end)
    }
    return .quantity(
      Quantity(
        end: exponent > 0 ? end + 1 : end, value: value, isApproximate: isApproximate,
        hasMultiplier: exponent > 0))
  }

  /// Whether 上, 近 or 超过 before `start` says that the number is a round one: 上万次, 近千条, 超过百万人; not 线上百家.
  private static func isRoughly(_ text: ProseText, _ start: Int) -> Bool {
    switch text[start - 1] {
    case "上":
      !["以", "线", "网", "会", "路", "街", "早", "晚", "向", "之", "海", "百", "千"].contains(text[start - 2])
    case "过": text[start - 2] == "超"
    case "超": !["赶", "反"].contains(text[start - 2])
    case "破": text[start - 2] == "突"
    case "逾": true
    case "近": !["最", "附", "就", "远", "临"].contains(text[start - 2])
    default: false
    }
  }

  /// 三点二亿, 一点五; nil where no 点 and digits follow, or a time of day does (三点五十分).
  private static func decimal(_ text: ProseText, _ whole: Int, pointAt point: Int) -> Reading? {
    guard text[point] == "点", let fraction = fraction(text, at: point + 1) else { return nil }
    var end = fraction.end
    var exponent = 0
    if text[end] == "十" { return nil }
    while let next = exponents[text[end]] {
      exponent += next
      end += 1
      guard exponent <= 12 else { return .unreadable(end: end) }
    }
    guard !ChineseCount.isNumeral(text[end]), let sum = ExactDecimal(whole) + fraction.value,
      let value = sum.shifted(by: exponent)
    else { return .unreadable(end: end) }
    let isApproximate = text[end] == "余" || text[end] == "多" || text[end] == "几"
    return .quantity(
      Quantity(
        end: isApproximate ? end + 1 : end, value: value, isApproximate: isApproximate,
        hasMultiplier: exponent > 0))
  }

  private static let exponents: [Unicode.Scalar: Int] = ["百": 2, "千": 3, "万": 4, "亿": 8]

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
}
