internal import Diagnostics
internal import DocumentModel

extension Word {
  /// The index of the character that begins at `x`; nil where `x` lies inside of one, or no character begins there.
  ///
  /// A page gives no places for single characters: Chinese ones count as twice as wide as others.
  package func cut(at x: Double) -> Int? {
    let widths = Self.widths(of: text)
    let unit = box.width / max(widths.reduce(0, +), 1)
    var left = box.left
    for (index, width) in widths.enumerated() {
      if index > 0, abs(left - x) < width * unit * 0.35 { return index }
      left += width * unit
    }
    return nil
  }

  /// The word cut in front of the characters with these indices.
  package func pieces(cutBefore cuts: [Int]) -> [Word] {
    let scalars = Array(text.unicodeScalars)
    let widths = Self.widths(of: text)
    let unit = box.width / max(widths.reduce(0, +), 1)
    var pieces: [Word] = []
    var left = box.left
    var start = 0
    for end in cuts.sorted() + [scalars.count] where end > start && end <= scalars.count {
      let right = left + widths[start..<end].reduce(0, +) * unit
      var piece = self
      piece.text = CleanText.line(String(String.UnicodeScalarView(scalars[start..<end])))
      piece.box.left = left
      piece.box.right = right
      if !piece.text.isEmpty { pieces.append(piece) }
      left = right
      start = end
    }
    return pieces
  }

  /// Whether a cut in front of one of the characters with these indices parts digits.
  package func cutsFigure(before cuts: [Int]) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return cuts.contains { cut in
      scalars.indices.contains(cut) && scalars.indices.contains(cut - 1)
        && Figure.isPart(String(scalars[cut - 1])) && Figure.isPart(String(scalars[cut]))
    }
  }

  private static func widths(of text: String) -> [Double] {
    text.unicodeScalars.map { TextJoining.isChinese($0) ? 1 : 0.5 }
  }

  /// Whether the word is the next character of upright text, drawn right after `word` and right below it.
  ///
  /// LibreOffice lets upright text run out of a cell that is too low for it, or that a page break cuts.
  package func goesOnUpright(from word: Word) -> Bool {
    guard order == word.order + 1, isOneCharacter, word.isOneCharacter,
      !Figure.isPart(text) || !Figure.isPart(word.text)
    else { return false }
    let overlap = min(box.right, word.box.right) - max(box.left, word.box.left)
    return overlap >= min(box.width, word.box.width) / 2
      && box.top > word.box.top && box.top < word.box.bottom + max(size, word.size) * 1.2
  }

  private var isOneCharacter: Bool { text.unicodeScalars.count == 1 }
}
