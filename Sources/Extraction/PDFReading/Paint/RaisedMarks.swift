internal import Diagnostics
internal import PagePaint

/// Marks of notes beside figures: smaller, or raised, or lowered, which are no part of the number.
struct RaisedMarks {
  private let words: [Word]
  private let verticals: [Ruling]
  /// For each strip of the page the figures on it, by index.
  private var strips: [Int: [Int]] = [:]

  /// Takes the marks out of `words`, which stand in the order of painting.
  ///
  /// - Parameter rulings: Of the page: a mark stands in the cell of its figure.
  static func removed(
    from words: inout [Word], _ rulings: Rulings?, page: Int
  ) -> [PaintFinding] {
    guard words.contains(where: \.mayBeMark) else { return [] }
    let marks = RaisedMarks(words, rulings)
    var findings: [PaintFinding] = []
    var kept: [Word] = []
    kept.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      if word.mayBeMark, let figure = marks.figure(of: index) {
        findings.append(
          PaintFinding(
            kind: .mark(of: figure.text), text: word.text, page: page,
            box: figure.box.union(word.box)))
      } else {
        kept.append(word)
      }
    }
    if !findings.isEmpty {
      words = kept
      for index in words.indices { words[index].order = index }
    }
    return findings
  }

  private init(_ words: [Word], _ rulings: Rulings?) {
    self.words = words
    verticals = rulings?.vertical ?? []
    for (index, word) in words.enumerated() where word.hasDigitAtAnEnd {
      strips[Self.strip(of: word), default: []].append(index)
    }
  }

  /// The figure that a word is a mark of; nil for a word of the text.
  private func figure(of index: Int) -> Word? {
    let word = words[index]
    let strip = Self.strip(of: word)
    for near in [strip, strip - 1, strip + 1] {
      for other in strips[near] ?? [] where other != index {
        let figure = words[other]
        if word.isMark(of: figure), !isParted(word.box, figure.box) { return figure }
      }
    }
    return nil
  }

  /// Whether the border of a cell stands between two words side by side.
  private func isParted(_ one: BoundingBox, _ other: BoundingBox) -> Bool {
    let (left, right) = (min(one.middleX, other.middleX), max(one.middleX, other.middleX))
    return verticals.contains {
      $0.position > left && $0.position < right && $0.start < one.middleY && $0.end > one.middleY
    }
  }

  private static func strip(of word: Word) -> Int {
    Int(min(max(word.box.middleY, 0), 1e6) / 16)
  }
}

extension Word {
  /// Whether this is a mark right behind `figure` or right in front of it.
  fileprivate func isMark(of figure: Word) -> Bool {
    let isBehind = box.middleX > figure.box.middleX
    let scalars = figure.text.unicodeScalars
    guard let beside = isBehind ? scalars.last : scalars.first, Figure.isDigit(beside) else {
      return false
    }
    let size = figure.fontSize ?? figure.box.height
    let gap = (isBehind ? box.left - figure.box.right : figure.box.left - box.right) / size
    let scale = (fontSize ?? box.height) / size
    let rise = ((figure.baseline ?? figure.box.bottom) - (baseline ?? box.bottom)) / size
    guard fontSize != nil, figure.fontSize != nil else {
      return isBehind && gap > -0.3 && gap < 0.6 && scale < 0.82 && rise > 0.14 && rise < 1
    }
    // One that is as large as its figure stands right at it, and clearly higher or lower.
    let isClose = gap > -0.12 && gap < 0.25 && text.unicodeScalars.count <= 2
    if scale >= 0.82 {
      return isClose && scale < (rise > 0 ? 1.08 : 0.97) && abs(rise) > 0.15 && abs(rise) < 0.7
    }
    if rise > 0.14 { return gap > -0.3 && gap < (isBehind ? 0.6 : 0.3) && rise < 1 }
    return isClose && rise < -0.06 && rise > -0.6
  }

  fileprivate var mayBeMark: Bool {
    text.utf8.count <= 16 && text.unicodeScalars.count <= 4
      && text.unicodeScalars.allSatisfy(Self.isMarkCharacter)
  }

  fileprivate var hasDigitAtAnEnd: Bool {
    let scalars = text.unicodeScalars
    return scalars.first.map(Figure.isDigit) == true || scalars.last.map(Figure.isDigit) == true
  }

  private static func isMarkCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "①"..."⑳", "*", "†", "‡", "[", "]", "(", ")", "（", "）", "［", "］", "注",
      "a"..."e",
      "\u{FFFD}":
      true
    default: false
    }
  }
}
