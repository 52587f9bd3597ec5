/// How the lines of one table cell become one text.
enum LineJoining {
  /// `lines` as one: a line break inside a cell is layout, so nothing stands at a joint that touches Chinese text, and
  /// one space at any other.
  ///
  ///     本年新 / 制作数量  ->  本年新制作数量
  ///     3 / 5          ->  3 5              (never 35: no number is made that is not printed)
  static func joined(_ lines: some Sequence<String>) -> String {
    var text = ""
    for line in lines where !line.isEmpty {
      if let last = text.unicodeScalars.last, let first = line.unicodeScalars.first,
        !isChinese(last), !isChinese(first)
      {
        text += " "
      }
      text += line
    }
    return text
  }

  /// Whether `scalar` is an ideograph or of the punctuation that goes with them.
  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // “”‘’—…· are full width in Chinese text; digits and letters of full width are not meant here.
    case 0xB7, 0x2014, 0x2018...0x201F, 0x2026, 0x2E80...0x2FDF, 0x3000...0x30FF, 0x3200...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// What stands between a rendered number and its text, so that the line looks as printed.
  ///
  ///     （一） + 主动公开情况  ->  （一）主动公开情况
  ///     1. + 加强领导        ->  1.加强领导
  ///     1. + 5万元          ->  1. 5万元           (never 1.5)
  ///     第一条 + 为了        ->  第一条 为了
  static func separator(after label: ListLabel, before text: String) -> String {
    guard let last = label.text.unicodeScalars.last, let first = text.unicodeScalars.first else {
      return ""
    }
    let opens = isMark(last) && !label.isBullet
    if opens, isChinese(last) || isChinese(first) { return "" }
    // Without a tab or a space the number touches its text in print too, but a number must not grow.
    if label.suffix == .nothing, !(isNumeric(last) && isNumeric(first)) { return "" }
    return " "
  }

  /// Whether `scalar` ends a number rather than being part of it, as 、 and ） do, but not 条 or 3.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherPunctuation, .closePunctuation, .dashPunctuation, .finalPunctuation, .mathSymbol,
      .otherSymbol, .otherNumber:
      true
    default: false
    }
  }

  private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || scalar == "." || scalar == "," || scalar == "．"
      || scalar == "-" || scalar == "%"
  }
}
