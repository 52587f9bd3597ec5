internal import ReportRecords
internal import TextScanning

/// A number as it stands in running text, its multiplier included: `1.2亿`, `1500余`, `12,345`, `二十三`.
struct Quantity {
  /// The index behind the number, behind any 余 and 万 too.
  var end: Int
  /// Multiplied out: 536万 is 5360000.
  var value: ExactDecimal
  /// Whether 余, 多 or + stands in it.
  var isApproximate: Bool
  /// Whether 千, 万 or 亿 stands behind the digits.
  var hasMultiplier: Bool
}

/// Reads the Arabic number that begins at an index.
enum ArabicNumber {
  enum Reading {
    case quantity(Quantity)
    /// Digits that are no number, or not one that can be told for certain: `1.2.3`, nineteen digits, `12 345`.
    case unreadable(end: Int)
  }

  static func read(_ text: ProseText, at start: Int) -> Reading {
    guard var group = digits(text, at: start) else { return .unreadable(end: runEnd(text, start)) }
    var index = group.end
    var value = ExactDecimal(0)
    var ceiling = Int.max
    var isApproximate = false
    var hasMultiplier = false
    while true {
      let spread = approximation(text, at: index)
      let multiplier = multiplier(text, at: spread)
      guard let shifted = group.value.shifted(by: multiplier?.exponent ?? 0),
        let sum = value + shifted
      else { return .unreadable(end: index) }
      value = sum
      isApproximate = isApproximate || spread > index
      index = multiplier?.end ?? spread
      guard let multiplier else { break }
      hasMultiplier = true
      let after = approximation(text, at: index)
      if after > index {
        isApproximate = true
        index = after
        break
      }
      // 1亿2千万 and 12万3456 go on; 536万12345 are two numbers side by side.
      ceiling = min(ceiling, multiplier.exponent)
      guard text[index].isDigit, let next = digits(text, at: index), next.value.scale == 0,
        next.wholeDigits + (self.multiplier(text, at: next.end)?.exponent ?? 0) <= ceiling
      else { break }
      group = next
      index = next.end
    }
    return .quantity(
      Quantity(
        end: index, value: value, isApproximate: isApproximate, hasMultiplier: hasMultiplier))
  }

  private struct Group {
    var value: ExactDecimal
    var wholeDigits: Int
    var end: Int
  }

  /// Digits with thousands separators and a decimal point; nil where they make no number of up to 15 digits.
  private static func digits(_ text: ProseText, at start: Int) -> Group? {
    var number = 0
    var count = 0
    var index = start
    func take() {
      while let digit = text[index].digitValue {
        if count < 16 { number = number * 10 + digit }
        count += 1
        index += 1
      }
    }
    take()
    if count <= 3 {
      while text[index] == ",", isThousandsGroup(text, at: index + 1) {
        index += 1
        take()
      }
    }
    let whole = count
    if text[index] == ".", text[index + 1].isDigit {
      index += 1
      take()
      if text[index] == ".", text[index + 1].isDigit { return nil }
    }
    guard count <= 15 else { return nil }
    return Group(
      value: ExactDecimal(number, scale: count - whole), wholeDigits: whole, end: index)
  }

  private static func isThousandsGroup(_ text: ProseText, at index: Int) -> Bool {
    text[index].isDigit && text[index + 1].isDigit && text[index + 2].isDigit
      && !text[index + 3].isDigit
  }

  private static func runEnd(_ text: ProseText, _ start: Int) -> Int {
    var end = start
    while text[end].isDigit || (text[end] == "." && text[end + 1].isDigit) { end += 1 }
    return end
  }

  /// Behind 余, 多, 几 or + at `index`, else `index`.
  private static func approximation(_ text: ProseText, at index: Int) -> Int {
    switch text[index] {
    case "余", "多", "几", "+": index + 1
    default: index
    }
  }

  /// The power of ten named at `index`: 万 is 4.
  ///
  /// 百分点, 千克 and 千瓦 are units, not multipliers.
  private static func multiplier(_ text: ProseText, at index: Int) -> (exponent: Int, end: Int)? {
    switch (text[index], text[index + 1]) {
    case ("万", "亿"): (12, index + 2)
    case ("千", "万"): (7, index + 2)
    case ("百", "万"): (6, index + 2)
    case ("十", "万"): (5, index + 2)
    case ("亿", _): (8, index + 1)
    case ("万", _): (4, index + 1)
    case ("千", "克"), ("千", "瓦"), ("千", "米"), ("百", "分"): nil
    case ("千", _): (3, index + 1)
    case ("百", _): (2, index + 1)
    default: nil
    }
  }
}
