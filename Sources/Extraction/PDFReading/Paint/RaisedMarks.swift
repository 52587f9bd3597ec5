internal import Diagnostics

/// Marks of notes behind figures: raised, smaller digits, which are no part of the number.
enum RaisedMarks {
  /// Takes the marks out of `words`, which stand in the order of painting.
  static func removed(from words: inout [Word], page: Int) -> [PaintFinding] {
    var findings: [PaintFinding] = []
    var kept: [Word] = []
    kept.reserveCapacity(words.count)
    var searches = 0
    for word in words {
      var figure = kept.last.flatMap { word.isMark(behind: $0) ? $0 : nil }
      // What was added later stands at the end.
      if figure == nil, word.mayBeMark, searches < mostSearches {
        searches += 1
        figure = words.first { word.isMark(behind: $0) }
      }
      if let figure {
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

  /// A page has a few notes.
  private static let mostSearches = 200
}

extension Word {
  /// Whether this is a raised, smaller mark right behind `figure`, which ends in a digit.
  fileprivate func isMark(behind figure: Word) -> Bool {
    guard mayBeMark, let last = figure.text.unicodeScalars.last, Figure.isDigit(last) else {
      return false
    }
    let size = figure.fontSize ?? figure.box.height
    let gap = box.left - figure.box.right
    guard gap > -0.3 * size, gap < 0.6 * size, (fontSize ?? box.height) < size * 0.82 else {
      return false
    }
    let rise = (figure.baseline ?? figure.box.bottom) - (baseline ?? box.bottom)
    return rise > 0.14 * size && rise < size
  }

  fileprivate var mayBeMark: Bool {
    text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy(Self.isMarkCharacter)
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
