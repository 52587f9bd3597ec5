internal import Diagnostics

/// Gathers words into lines.
enum LineAssembly {
  /// The lines of `words` from top to bottom.
  ///
  /// Words share a line where their middles differ by less than half the height of the smaller: digits in a Latin font
  /// stand a little higher than the characters beside them.
  static func lines(of words: [Word]) -> [Line] {
    var lines: [Line] = []
    var current: [Word] = []
    var middle = 0.0
    for word in words.sorted(by: { ($0.box.middleY, $0.order) < ($1.box.middleY, $1.order) }) {
      if let last = current.last,
        word.box.middleY - middle > min(word.box.height, last.box.height) / 2
      {
        lines.append(Line(current))
        current.removeAll()
      }
      current.append(word)
      middle += (word.box.middleY - middle) / Double(current.count)
    }
    if !current.isEmpty { lines.append(Line(current)) }
    return lines
  }
}
