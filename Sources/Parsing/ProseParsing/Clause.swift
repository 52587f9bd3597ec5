internal import TextScanning

/// Marks that divide a sentence.
enum Clause {
  /// Whether a clause ends at `index`: , ; : 。 ! ? and brackets, not the 、 of a list.
  static func isBreak(_ text: ProseText, at index: Int) -> Bool {
    switch text[index] {
    case ",": !(text[index - 1].isDigit && text[index + 1].isDigit && text[index + 2].isDigit)
    case ";", "。", "!", "?", "(", ")", "[", "]", "…", "\0": true
    // 访问量: 12 万 is one statement, but what stands before a colon at the end of a word is not its label.
    case ":": !text[index + 1].isDigit && !isNone(text, at: index + 1)
    case ".": !isPoint(text, at: index)
    default: false
    }
  }

  /// Whether 无 or 零 stands at `index` as a number does: 行政复议：无.
  private static func isNone(_ text: ProseText, at index: Int) -> Bool {
    (text[index] == "无" || text[index] == "零") && text[index + 1] != ":"
      && isBreak(text, at: index + 1)
  }

  /// Whether a sentence ends at `index`.
  static func isStop(_ text: ProseText, at index: Int) -> Bool {
    switch text[index] {
    case "。", "!", "?", "\0": true
    case ".": !isPoint(text, at: index)
    default: false
    }
  }

  private static func isPoint(_ text: ProseText, at index: Int) -> Bool {
    let next = text[index + 1]
    return next.isDigit || next.isASCIILetter
  }

  /// The index at which the clause around `index` begins, no farther back than `limit`.
  static func start(_ text: ProseText, before index: Int, downTo limit: Int) -> Int {
    var start = index
    while start > limit, !isBreak(text, at: start - 1) { start -= 1 }
    return start
  }

  /// The index at which the clause around `index` ends, at most `length` further on.
  static func end(_ text: ProseText, from index: Int, length: Int) -> Int {
    let limit = min(text.count, index + length)
    var end = index
    while end < limit, !isBreak(text, at: end) { end += 1 }
    return end
  }
}
