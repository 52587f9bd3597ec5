internal import Diagnostics

/// The words of all pages in the order in which they were drawn, running text left out.
///
/// Programs that write documents draw a table row by row and cell by cell, over page breaks too.
struct WordStream {
  private(set) var words: [PlacedWord] = []

  init(_ pages: [BoxPage], skipping skipped: [Set<Int>]) {
    words.reserveCapacity(pages.reduce(0) { $0 + $1.words.count })
    for (page, (content, skipped)) in zip(pages, skipped).enumerated() {
      for word in content.words where skipped.isEmpty || !skipped.contains(word.order) {
        words.append(PlacedWord(word: word, page: page))
      }
    }
  }
}

/// A word and the page it stands on, which counts from 0.
struct PlacedWord {
  let word: Word
  let page: Int
  /// Whether the word is what a whole cell of figures holds: a number, an amount, or a dash for none.
  let isFigure: Bool

  init(word: Word, page: Int) {
    self.word = word
    self.page = page
    isFigure =
      Figure.isFigure(word.text) || (word.text.utf8.count == 1 && word.text == "-")
      || Figure.isAmount(word.text) || word.isJoined
  }
}

/// Figures drawn one after the other on one baseline, from left to right.
struct FigureRun {
  /// Where it stands in the stream.
  var range: Range<Int>
  var words: [Word]
  var page: Int

  var box: BoundingBox { words.dropFirst().reduce(words[0].box) { $0.union($1.box) } }

  /// The longest run that begins with the figure at `start`; nil where that is none.
  init?(in stream: [PlacedWord], from start: Int) {
    guard stream.indices.contains(start), stream[start].isFigure else { return nil }
    let first = stream[start]
    words = [first.word]
    page = first.page
    var end = start + 1
    while end < stream.count, stream[end].isFigure, stream[end].page == page,
      abs(stream[end].word.box.middleY - first.word.box.middleY) <= Self.baseline,
      stream[end].word.box.left > words[words.count - 1].box.right
    {
      words.append(stream[end].word)
      end += 1
    }
    range = start..<end
  }

  /// How far the middles of one row's figures may lie apart, in points.
  private static let baseline = 1.5
}

/// The columns in which figures stand, one below the other.
struct FigureColumns {
  /// What the figures of each column take up.
  private(set) var boxes: [BoundingBox]

  /// Nil where `runs` differ in length, or the figures of a column are not aligned, or columns touch.
  init?(_ runs: [FigureRun]) {
    guard let count = runs.first?.words.count, runs.allSatisfy({ $0.words.count == count }) else {
      return nil
    }
    boxes = []
    for column in 0..<count {
      let figures = runs.map { $0.words[column].box }
      guard Self.areAligned(figures) else { return nil }
      let box = figures.dropFirst().reduce(figures[0]) { $0.union($1) }
      if let last = boxes.last, box.left <= last.right { return nil }
      boxes.append(box)
    }
  }

  /// Between two columns, the place where the one's room ends and the other's begins; the outermost are half as wide
  /// as their neighbours let them.
  var slots: [ClosedRange<Double>] {
    let middles = zip(boxes, boxes.dropFirst()).map { ($0.right + $1.left) / 2 }
    return boxes.indices.map { column in
      let box = boxes[column]
      let left = column > 0 ? middles[column - 1] : nil
      let right = column < middles.count ? middles[column] : nil
      let low = left ?? box.middleX - max((right ?? box.right) - box.middleX, box.width / 2)
      let high = right ?? box.middleX + max(box.middleX - (left ?? box.left), box.width / 2)
      return min(low, box.left)...max(high, box.right)
    }
  }

  private static func areAligned(_ figures: [BoundingBox]) -> Bool {
    spread(figures.map(\.middleX)) <= 3 || spread(figures.map(\.left)) <= 1.5
      || spread(figures.map(\.right)) <= 1.5
  }

  private static func spread(_ places: [Double]) -> Double {
    (places.max() ?? 0) - (places.min() ?? 0)
  }
}
