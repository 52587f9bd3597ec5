internal import TextScanning

/// A short bracket within a name: （市、区） of 县（市、区）级, （境） of 因公出国（境）费, （增值） of 节约（增值）资金.
enum InnerBracket {
  private static let longest = 8
  /// What begins so tells more about the figure, and is no part of a name.
  private static let notes = WordList("含 不含 包含 包括 其中 以下 下同 详见 见 截至 截止 占 如 即 共 因 由 已 未 略 注")

  /// Where the bracket begins whose closing mark stands before `end`; nil where none does.
  static func start(_ text: ProseText, endingAt end: Int, downTo limit: Int) -> Int? {
    guard end > limit, text[end - 1] == ")", text[end].isIdeograph else { return nil }
    var start = end - 2
    while start > limit, end - start <= longest, isOfName(text[start]) { start -= 1 }
    guard start > limit, start < end - 2, text[start] == "(", text[start - 1].isIdeograph,
      notes.end(in: text, from: start + 1) == nil
    else { return nil }
    return start
  }

  /// The same of a bracket of places, which may stand right before a number: 抽查村（社区）52个.
  static func ofPlaces(_ text: ProseText, endingAt end: Int, downTo limit: Int) -> Int? {
    guard end > limit, text[end - 1] == ")" else { return nil }
    var start = end - 2
    while start > limit, end - start <= longest, FigureWords.placeMarks.contains(text[start]) {
      start -= 1
    }
    guard start > limit, text[start] == "(", self.end(text, from: start) == end else { return nil }
    return start
  }

  /// Behind the bracket of places that opens at `start`; nil where none does.
  static func end(_ text: ProseText, from start: Int) -> Int? {
    guard text[start] == "(", text[start - 1].isIdeograph else { return nil }
    var end = start + 1
    while end - start <= longest, FigureWords.placeMarks.contains(text[end]) { end += 1 }
    return text[end] == ")" && end > start + 1 ? end + 1 : nil
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "、" || scalar.isIdeograph && !ChineseCount.isNumeral(scalar)
  }
}
