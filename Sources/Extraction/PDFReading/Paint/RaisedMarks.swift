internal import Diagnostics
internal import DocumentModel
internal import PageLayout
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
      guard word.mayBeMark, let (figure, relation) = marks.figure(of: index) else {
        kept.append(word)
        continue
      }
      let isMark = relation == .mark
      findings.append(
        PaintFinding(
          kind: isMark ? .mark(of: figure.text) : .unseen(.unlevel), text: word.text, page: page,
          box: figure.box.union(word.box)))
      guard !isMark else { continue }
      var doubtful = word
      doubtful.text = Figure.unreadable(word.text)
      kept.append(doubtful)
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

  /// What a word is to a figure that it stands at.
  fileprivate enum Relation {
    case mark
    /// A mark, or a digit of it in another size or a little higher or lower: nobody can say.
    case markOrDigit
  }

  /// The figure that a word is a mark of, or may be; nil for a word of the text.
  private func figure(of index: Int) -> (figure: Word, relation: Relation)? {
    let word = words[index]
    let strip = Self.strip(of: word)
    for near in [strip, strip - 1, strip + 1] {
      for other in strips[near] ?? [] where other != index {
        let figure = words[other]
        if let relation = word.relation(to: figure), !isParted(word.box, figure.box) {
          return (figure, relation)
        }
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
  /// Whether this is, or may be, a mark right behind `figure` or right in front of it; nil where it is none.
  fileprivate func relation(to figure: Word) -> RaisedMarks.Relation? {
    let isBehind = box.middleX > figure.box.middleX
    let scalars = figure.text.unicodeScalars
    guard let beside = isBehind ? scalars.last : scalars.first, Figure.isDigit(beside) else {
      return nil
    }
    let size = figure.fontSize ?? figure.box.height
    let gap = (isBehind ? box.left - figure.box.right : figure.box.left - box.right) / size
    let scale = (fontSize ?? box.height) / size
    let rise = ((figure.baseline ?? figure.box.bottom) - (baseline ?? box.bottom)) / size
    guard fontSize != nil, figure.fontSize != nil else {
      return isBehind && gap > -0.3 && gap < 0.6 && scale < 0.82 && rise > 0.14 && rise < 1
        ? .mark : nil
    }
    let isClose = gap > -0.12 && gap < 0.25 && text.unicodeScalars.count <= 2
    let isDigits = text.unicodeScalars.allSatisfy(Figure.isDigit)
    // Other digits that lie half over it.
    let overlap = min(box.right, figure.box.right) - max(box.left, figure.box.left)
    if scale >= 0.82, overlap > size * 0.15, abs(rise) < 0.5, isDigits, text != figure.text,
      figure.text.unicodeScalars.allSatisfy(Figure.isDigit)
    {
      return .markOrDigit
    }
    // One that is as large as its figure stands right at it, and clearly higher or lower.
    if scale >= 0.82 {
      guard isClose, scale < (rise > 0 ? 1.08 : 0.97), abs(rise) > 0.14, abs(rise) < 0.7 else {
        return nil
      }
      return isDigits ? .markOrDigit : .mark
    }
    if rise > 0.14 { return gap > -0.3 && gap < (isBehind ? 0.6 : 0.3) && rise < 1 ? .mark : nil }
    guard isClose, rise > -0.6 else { return nil }
    return rise < -0.06 ? .mark : isDigits ? .markOrDigit : nil
  }

  fileprivate var mayBeMark: Bool {
    turned == nil && text.utf8.count <= 16 && text.unicodeScalars.count <= 4
      && text.unicodeScalars.allSatisfy(Self.isMarkCharacter)
  }

  fileprivate var hasDigitAtAnEnd: Bool {
    guard turned == nil else { return false }
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
