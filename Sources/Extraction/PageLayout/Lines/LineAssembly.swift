internal import Diagnostics

/// Gathers words into lines.
enum LineAssembly {
  /// The lines of `words` from top to bottom.
  ///
  /// Words share a line where their middles differ by less than half the height of the smaller: digits in a Latin font
  /// stand a little higher than the characters beside them.
  static func lines(of words: [Word]) -> [Line] {
    let words = words.sorted { ($0.box.middleY, $0.order) < ($1.box.middleY, $1.order) }
    var lines: [Line] = []
    var start = 0
    var middle = 0.0
    for (index, word) in words.enumerated() {
      if index > start,
        word.box.middleY - middle > min(word.box.height, words[index - 1].box.height) / 2
      {
        lines.append(Line(words[start..<index]))
        start = index
      }
      middle += (word.box.middleY - middle) / Double(index - start + 1)
    }
    if start < words.count { lines.append(Line(words[start...])) }
    return lines
  }
}
