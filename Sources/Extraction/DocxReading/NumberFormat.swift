/// How the number of a list level is written (`w:numFmt`, ECMA-376 Part 1, 17.18.59).
enum NumberFormat: Hashable {
  case none, bullet
  case decimal
  /// Leading zeros up to so many digits: `decimalZero` is 2, the custom format `001, 002, 003, ...` is 3.
  case padded(Int)
  case upperRoman, lowerRoman, upperLetter, lowerLetter, ordinal, numberInDash
  /// Ten signs that are the digits of a positional number.
  case digits([Character])
  /// A sign for each number from 1; beyond them the number is decimal.
  case signs([Character])
  case counting(ChineseCounting)
  /// 甲子, 乙丑 … 癸亥: 60 pairs.
  case ganzhi

  /// The format that `w:val` names; nil for one that is not known, which prints as decimal.
  init?(named name: String) {
    switch name {
    case "none": self = .none
    case "bullet": self = .bullet
    case "decimal", "decimalHalfWidth": self = .decimal
    case "decimalZero": self = .padded(2)
    case "upperRoman": self = .upperRoman
    case "lowerRoman": self = .lowerRoman
    case "upperLetter": self = .upperLetter
    case "lowerLetter": self = .lowerLetter
    case "ordinal": self = .ordinal
    case "numberInDash": self = .numberInDash
    case "decimalFullWidth", "decimalFullWidth2": self = .digits(Array("０１２３４５６７８９"))
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
      self = .digits(Array("〇一二三四五六七八九"))
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      self = .signs(Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"))
    case "decimalEnclosedFullstop": self = .signs(Array("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"))
    case "decimalEnclosedParen": self = .signs(Array("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"))
    case "ideographEnclosedCircle": self = .signs(Array("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"))
    case "ideographTraditional": self = .signs(Array("甲乙丙丁戊己庚辛壬癸"))
    case "ideographZodiac": self = .signs(Array("子丑寅卯辰巳午未申酉戌亥"))
    case "ideographZodiacTraditional": self = .ganzhi
    case "chineseCounting", "taiwaneseCounting": self = .counting(.digitsFromHundred)
    case "chineseCountingThousand", "taiwaneseCountingThousand": self = .counting(.simplified)
    case "japaneseCounting": self = .counting(.japanese)
    case "chineseLegalSimplified": self = .counting(.legalSimplified)
    case "ideographLegalTraditional": self = .counting(.legalTraditional)
    case "japaneseLegal": self = .counting(.legalJapanese)
    default: return nil
    }
  }

  /// The format of `w:numFmt w:val="custom" w:format="001, 002, 003, ..."`: decimal with the zeros of its first number.
  init(custom format: String) {
    let first = format.prefix { $0.isASCII && $0.isNumber }
    self = first.count > 1 && first.count < 10 ? .padded(first.count) : .decimal
  }

  /// `number` in this format: 3 is 三 in ideographDigital, ③ in decimalEnclosedCircle.
  ///
  /// What a format cannot express is decimal; a number below 0 always is.
  func text(_ number: Int) -> String {
    let decimal = String(number)
    guard number >= 0 else { return decimal }
    switch self {
    case .none, .bullet: return ""
    case .decimal: return decimal
    case .padded(let width):
      return String(repeating: "0", count: max(0, width - decimal.count)) + decimal
    case .upperRoman: return Self.roman(number) ?? decimal
    case .lowerRoman: return Self.roman(number)?.lowercased() ?? decimal
    case .upperLetter: return Self.letters(number, from: "A") ?? decimal
    case .lowerLetter: return Self.letters(number, from: "a") ?? decimal
    case .ordinal: return decimal + Self.ordinalSuffix(number)
    case .numberInDash: return "- \(decimal) -"
    case .digits(let digits):
      return String(decimal.compactMap { $0.wholeNumberValue.map { digits[$0] } })
    case .signs(let signs):
      return signs.indices.contains(number - 1) ? String(signs[number - 1]) : decimal
    case .counting(let system): return system.text(number) ?? decimal
    case .ganzhi:
      guard (1...60).contains(number) else { return decimal }
      let stems = Array("甲乙丙丁戊己庚辛壬癸")
      let branches = Array("子丑寅卯辰巳午未申酉戌亥")
      return String([stems[(number - 1) % 10], branches[(number - 1) % 12]])
    }
  }

  /// Nil outside 1...3999, where Roman numerals end.
  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in steps {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// A…Z, AA…ZZ, AAA…, the letter being repeated; nil above 780, which is 30 times Z.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String? {
    guard (1...780).contains(number),
      let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
    else { return nil }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func ordinalSuffix(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }
}
