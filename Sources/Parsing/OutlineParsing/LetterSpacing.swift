internal import DocumentModel
internal import TextScanning

/// Running text whose letters are set apart, as lines are when they are spread over their width: `2 0 2 2年`, `x x @ e x . c n`.
enum LetterSpacing {
  /// Whether `lines` are set so: at least two years are, and most digits of the text.
  static func isUsed(in lines: [Line]) -> Bool {
    var years = 0
    var spaced = 0
    var close = 0
    for line in lines where line.text.holds(" ") {
      let text = line.text.scalars
      for index in text.indices.dropFirst() where text[index].isDigit {
        if text[index - 1].isDigit {
          close += 1
        } else if index >= 2, text[index - 1] == " ", text[index - 2].isDigit {
          spaced += 1
          if text.has("2 0 ", at: index - 6), index + 1 < text.count, text[index + 1] == "年" {
            years += 1
          }
        }
      }
    }
    return years >= 2 && close * 4 <= spaced
  }

  /// `text` with the letters of each word together again.
  ///
  /// Only single letters between words: a run of figures at the end of a line is a row of a table.
  static func closed(_ text: String) -> String {
    guard text.holds(" ") else { return text }
    let raw = text.scalars
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let end = runEnd(raw, from: index)
      if end > index + 2, isWord(raw, index..<end) {
        kept += raw[index..<end].filter { $0 != " " }
        index = end
      } else if end > index {
        kept += raw[index..<end]
        index = end
      } else {
        kept.append(raw[index])
        index += 1
      }
    }
    return String(scalars: kept)
  }

  /// Behind single letters with a blank between each two, from `start`; `start` where none stands there.
  private static func runEnd(_ text: [Unicode.Scalar], from start: Int) -> Int {
    guard isLetter(text[start]) else { return start }
    var end = start + 1
    while end + 1 < text.count, text[end] == " ", isLetter(text[end + 1]) { end += 2 }
    // The first letter of a longer word ends no run.
    if end < text.count, isLetter(text[end]) {
      while end < text.count, isLetter(text[end]) { end += 1 }
      return end
    }
    return end
  }

  private static func isWord(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Bool {
    if run.contains(where: { text[$0].isASCIILetter }) { return true }
    guard run.upperBound < text.count else {
      return run.lowerBound > 0 && "：:".unicodeScalars.contains(text[run.lowerBound - 1])
    }
    guard text[run.upperBound] != " " else { return false }
    return !run.dropFirst().contains { isLetter(text[$0]) && isLetter(text[$0 - 1]) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && scalar != "(" && scalar != ")"
  }
}
