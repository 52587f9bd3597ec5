internal import Diagnostics
internal import DocumentModel

extension BoxPage {
  /// Makes words as high as their characters where a font claims far more room than they take.
  ///
  /// Noto fonts embedded by a browser are 2.6 times as high as wide, so that lines of a cell overlap by half. A Chinese
  /// character is as wide as high, which tells the true size.
  mutating func trimTallWords() {
    let characters = words.map { Characters(of: $0.text) }
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

/// How many characters of each kind a word has.
private struct Characters {
  var chinese = 0
  var others = 0

  init(of text: String) {
    let utf8 = text.utf8Span.span
    var index = 0
    while index < utf8.count {
      switch utf8[index] {
      case 0..<0x80:
        others += 1
        index += 1
      // U+4000 to U+9FFF, all of them ideographs.
      case 0xE4...0xE9:
        chinese += 1
        index += 3
      default:
        let (scalar, length) = utf8.scalar(at: index)
        if TextJoining.isChinese(scalar ?? 0) { chinese += 1 } else { others += 1 }
        index += length
      }
    }
  }

  /// The width of a Chinese character of the word's size, as far as its own `box` tells it.
  func width(in box: BoundingBox) -> Double {
    let units = Double(chinese) + Double(others) / 2
    return max(box.width / max(units, 0.5), 0.5)
  }

  /// Whether they stand one below the other.
  func areUpright(in box: BoundingBox) -> Bool {
    chinese > 0 && chinese + others > 1 && box.height > box.width * 1.5
  }
}
