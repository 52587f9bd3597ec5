/// A way of counting with signs for ten, hundred, thousand and ten thousand.
enum ChineseCounting: Hashable {
  /// `chineseCounting`, `taiwaneseCounting`: 十一, 九十九, but 一〇〇 from a hundred on.
  case digitsFromHundred
  /// `chineseCountingThousand`: 十一, 一百零一, 一千零一十.
  case simplified
  /// `japaneseCounting`: 十一, 百一, 千十: no sign for one before a unit but 万, none for zero.
  case japanese
  /// `chineseLegalSimplified`: 壹拾壹, 壹佰零壹.
  case legalSimplified
  /// `ideographLegalTraditional`: 壹拾壹, 壹佰零壹 with 貳 and 參.
  case legalTraditional
  /// `japaneseLegal`: 壱拾壱, 壱百壱.
  case legalJapanese

  private var digits: [Character] {
    switch self {
    case .digitsFromHundred, .japanese: Array("〇一二三四五六七八九")
    case .simplified: Array("零一二三四五六七八九")
    case .legalSimplified: Array("零壹贰叁肆伍陆柒捌玖")
    case .legalTraditional: Array("零壹貳參肆伍陸柒捌玖")
    case .legalJapanese: Array("零壱弐参四伍六七八九")
    }
  }

  /// Signs of 10, 100, 1000 and 10,000.
  private var units: [Character] {
    switch self {
    case .digitsFromHundred, .simplified, .japanese: Array("十百千万")
    case .legalSimplified, .legalTraditional: Array("拾佰仟萬")
    case .legalJapanese: Array("拾百阡萬")
    }
  }

  private var namesZeros: Bool { self != .japanese && self != .legalJapanese }

  /// `number` counted so; nil above 99,999,999, which no list reaches.
  func text(_ number: Int) -> String? {
    if self == .digitsFromHundred, number > 99 {
      return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
    guard (0...99_999_999).contains(number) else { return nil }
    guard number > 0 else { return String(digits[0]) }
    let (tenThousands, rest) = number.quotientAndRemainder(dividingBy: 10_000)
    guard tenThousands > 0 else { return belowTenThousand(rest, isLeading: true) }
    var text = belowTenThousand(tenThousands, isLeading: true) + String(units[3])
    if rest > 0 {
      if namesZeros, rest < 1_000 { text.append(digits[0]) }
      text += belowTenThousand(rest, isLeading: false)
    }
    return text
  }

  /// - Parameter isLeading: Whether nothing stands before, so that 一十一 is 十一.
  private func belowTenThousand(_ number: Int, isLeading: Bool) -> String {
    var text = ""
    var skippedZero = false
    var rest = number
    for (power, value) in [(3, 1_000), (2, 100), (1, 10), (0, 1)] {
      let digit = rest / value
      rest %= value
      guard digit > 0 else {
        skippedZero = !text.isEmpty
        continue
      }
      if skippedZero, namesZeros { text.append(digits[0]) }
      skippedZero = false
      if power == 0 || !dropsOne(digit, power: power, isLeading: isLeading && text.isEmpty) {
        text.append(digits[digit])
      }
      if power > 0 { text.append(units[power - 1]) }
    }
    return text
  }

  /// Whether the sign for one is left out before a unit.
  private func dropsOne(_ digit: Int, power: Int, isLeading: Bool) -> Bool {
    guard digit == 1 else { return false }
    return switch self {
    case .digitsFromHundred, .simplified: power == 1 && isLeading
    case .japanese: true
    case .legalSimplified, .legalTraditional, .legalJapanese: false
    }
  }
}
