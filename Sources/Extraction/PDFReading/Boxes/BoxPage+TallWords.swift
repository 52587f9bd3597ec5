internal import Diagnostics

extension BoxPage {
  /// Makes words as high as their characters where a font claims far more room than they take.
  ///
  /// Noto fonts embedded by a browser are 2.6 times as high as wide, so that lines of a cell overlap by half. A Chinese
  /// character is as wide as high, which tells the true size.
  mutating func trimTallWords() {
    let ratios = words.lazy
      .filter { $0.text.unicodeScalars.allSatisfy(TextJoining.isChinese) && !$0.isUpright }
      .map { $0.box.height / $0.characterWidth }
      .sorted()
    guard !ratios.isEmpty, ratios[ratios.count / 2] > Self.tallest else { return }
    let share = Self.usual / ratios[ratios.count / 2]
    for index in words.indices
    where words[index].box.height / words[index].characterWidth > Self.tallest
      && !words[index].isUpright
    {
      let middle = words[index].box.middleY
      let half = words[index].box.height * share / 2
      words[index].box.top = middle - half
      words[index].box.bottom = middle + half
    }
  }

  /// Height to width of a character: more than any font that keeps to its lines has.
  private static let tallest = 1.8
  private static let usual = 1.4
}

extension Word {
  /// The width of a Chinese character of this word's size, as far as its own width tells it.
  fileprivate var characterWidth: Double {
    let units = text.unicodeScalars.reduce(0) { $0 + (TextJoining.isChinese($1) ? 1 : 0.5) }
    return max(box.width / max(units, 0.5), 0.5)
  }

  /// Whether its characters stand one below the other.
  fileprivate var isUpright: Bool {
    let count = text.unicodeScalars.count
    return count > 1 && box.height > box.width * 1.5
      && text.unicodeScalars.contains(where: TextJoining.isChinese)
  }
}
