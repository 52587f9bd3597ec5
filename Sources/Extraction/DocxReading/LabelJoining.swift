internal import DocumentModel

/// How a number of a list and its text become one line.
enum LabelJoining {
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
    if opens, CleanText.isChinese(last.value) || CleanText.isChinese(first.value) { return "" }
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
