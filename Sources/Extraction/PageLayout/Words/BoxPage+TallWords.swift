internal import Diagnostics

extension BoxPage {
  /// Makes words as high as their characters where a font claims far more room than they take.
  ///
  /// Noto fonts embedded by a browser are 2.6 times as high as wide, so that lines of a cell overlap by half. A Chinese
  /// character is as wide as high, which tells the true size.
  package mutating func trimTallWords() {
    let characters = words.map { CharacterCounts(of: $0.text) }
    var ratios: [Double] = []
    for (word, characters) in zip(words, characters)
    where characters.others == 0 && !characters.areUpright(in: word.box) {
      ratios.append(word.box.height / characters.width(in: word.box))
    }
    ratios.sort()
    guard !ratios.isEmpty, ratios[ratios.count / 2] > Self.tallest else { return }
    let share = Self.usual / ratios[ratios.count / 2]
    for (index, characters) in characters.enumerated() {
      let box = words[index].box
      guard box.height / characters.width(in: box) > Self.tallest, !characters.areUpright(in: box)
      else { continue }
      let half = box.height * share / 2
      words[index].box.top = box.middleY - half
      words[index].box.bottom = box.middleY + half
    }
  }

  /// Height to width of a character: more than any font that keeps to its lines has.
  private static let tallest = 1.8
  private static let usual = 1.4
}

extension CharacterCounts {
  /// The width of a Chinese character of the word's size, as far as its own `box` tells it.
  fileprivate func width(in box: BoundingBox) -> Double {
    max(box.width / max(width, 0.5), 0.5)
  }

  /// Whether they stand one below the other.
  fileprivate func areUpright(in box: BoundingBox) -> Bool {
    chinese > 0 && chinese + others > 1 && box.height > box.width * 1.5
  }
}
