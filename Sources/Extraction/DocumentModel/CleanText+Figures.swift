extension CleanText {
  /// Whether `text` is a figure, perhaps with a unit: `12`, `1,036 件`, `增 5`.
  ///
  /// Beside one, a picture in a cell may stand for a part of the number; beside words it is a seal or a logo.
  package static func isFigure(_ text: String) -> Bool {
    var others = 0
    var hasDigit = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９": hasDigit = true
      case " ", ",", "，", ".": break
      default: others += 1
      }
      if others > 2 { return false }
    }
    return hasDigit
  }
}
