internal import Diagnostics
internal import DocumentModel
internal import PageLayout

/// Words that are no part of the text but lie over it or under it: a mark for copies, a date, a name.
struct Watermarks {
  /// The words taken away, for each page.
  private var removed: [Int: [Word]] = [:]

  mutating func add(_ words: [Word], page: Int) {
    if !words.isEmpty { removed[page, default: []] += words }
  }

  /// Marks large words that stand three times on a page, or in the same place of most pages, across other words.
  static func mark(_ pages: inout [BoxPage]) {
    guard let usual = usualSizes(in: pages) else { return }
    // Figures of a table are many words of small type: beside them a heading looks large.
    let large = min(usual.ofWords, usual.ofCharacters) * largeness
    let largeAlone = max(usual.ofCharacters * largeness, large)
    var places: [Place: Int] = [:]
    for word in pages.lazy.flatMap(\.words) where word.emSize >= large {
      places[Place(word), default: 0] += 1
    }
    let mostPages = max(2, pages.count / 2)
    for index in pages.indices {
      let groups = Dictionary(
        grouping: pages[index].words.filter { $0.emSize >= large }, by: \.text)
      let marks = groups.filter { text, words in
        (words.count > 2 || words.contains { places[Place($0), default: 0] > mostPages })
          && areAcross(words, pages[index].words)
      }
      for word in pages[index].words.indices where pages[index].words[word].emSize >= large {
        let isMark = marks[pages[index].words[word].text] != nil
        // One that stands once is told by its paint's places only.
        if isMark
          || pages[index].words[word].fontSize ?? 0 >= largeAlone
            && areAcross([pages[index].words[word]], pages[index].words)
        {
          pages[index].words[word].isWatermark = true
        }
      }
      markNeighbours(in: &pages[index].words)
    }
  }

  /// The size that half of all words have or exceed, and half of all characters; nil without words.
  private static func usualSizes(
    in pages: [BoxPage]
  ) -> (ofWords: Double, ofCharacters: Double)? {
    let sizes = pages.lazy.flatMap(\.words)
      .map { (size: $0.emSize, count: $0.text.unicodeScalars.count) }
      .sorted { $0.size < $1.size }
    guard !sizes.isEmpty else { return nil }
    var left = sizes.reduce(0) { $0 + $1.count } / 2
    let usual = sizes.first { word in
      left -= word.count
      return left < 0
    }
    let ofWords = sizes[sizes.count / 2].size
    return (ofWords, usual?.size ?? ofWords)
  }

  /// Marks on all pages what stands where a mark was left out, or on a line with it: a part of one that is covered.
  func markRest(in pages: inout [BoxPage]) {
    let places = Set(removed.values.joined().map(\.line).filter { !$0.isEmpty }.prefix(64))
    guard !places.isEmpty else { return }
    for index in pages.indices {
      for word in pages[index].words.indices where places.contains(pages[index].words[word].line) {
        pages[index].words[word].isWatermark = true
      }
    }
  }

  /// Marks what stands on a line with a mark, as large as it: the 2 of `DRAFT 2`.
  private static func markNeighbours(in words: inout [Word]) {
    var marks = words.filter { $0.isWatermark && $0.fontSize != nil }
    while let mark = marks.popLast() {
      for index in words.indices where !words[index].isWatermark && words[index].goesOn(from: mark)
      {
        words[index].isWatermark = true
        marks.append(words[index])
      }
    }
  }

  private struct Place: Hashable {
    var text: String
    var x, y: Int

    init(_ word: Word) {
      text = word.text
      x = Int(word.box.left / 8)
      y = Int(word.box.top / 8)
    }
  }

  /// Whether some of `marks` lie across other words, as words of a text never do.
  private static func areAcross(_ marks: [Word], _ words: [Word]) -> Bool {
    marks.prefix(64).contains { mark in
      words.contains { word in
        // Full-width marks side by side are set half a width into one another.
        guard word.text != mark.text, !word.isOnLine(of: mark), !word.isSetTight(to: mark),
          let common = word.ink.intersection(mark.ink)
        else { return false }
        return common.width > mark.emSize * 0.3 && common.height > word.emSize * 0.3
      }
    }
  }

  /// Says once what was left out; nil for nothing.
  var issue: Issue? {
    guard let first = removed.keys.min(), let words = removed[first] else { return nil }
    let text = words.map(\.text).joined().prefix(40)
    let count = removed.count
    return Issue(
      .noiseRemoved,
      "Left out as a watermark: “\(text)” on \(count) page\(count == 1 ? "" : "s")",
      at: .page(first + 1, box: words.dropFirst().reduce(words[0].box) { $0.union($1.box) }))
  }

  /// How much larger than most text a watermark is that is neither turned nor translucent.
  private static let largeness = 1.6
}

extension Word {
  /// Whether it stands right beside `word`, on its line and of its size.
  fileprivate func goesOn(from word: Word) -> Bool {
    guard let baseline, let fontSize, let other = word.baseline, let size = word.fontSize,
      abs(baseline - other) < size * 0.05, abs(fontSize - size) < size * 0.02
    else { return false }
    return max(box.left - word.box.right, word.box.left - box.right) < size
  }

  /// Whether it stands on the line of `word` in characters of its size.
  fileprivate func isOnLine(of word: Word) -> Bool {
    let reach = emSize * 0.1
    return abs(box.top - word.box.top) < reach && abs(box.bottom - word.box.bottom) < reach
  }

  /// Whether it is of the same size, a line further up or down: lines of a heading may reach into one another.
  fileprivate func isSetTight(to word: Word) -> Bool {
    guard let baseline, let other = word.baseline else { return false }
    return abs(emSize - word.emSize) < emSize * 0.02 && abs(baseline - other) > emSize * 0.5
  }

  /// Baseline and size of large text, in half points.
  fileprivate var line: [Int] {
    guard let baseline, let fontSize, fontSize > 16, abs(baseline) < 1e6, fontSize < 1e6 else {
      return []
    }
    return [Int((baseline * 2).rounded()), Int((fontSize * 2).rounded())]
  }

  /// The height of an em, or what the box tells of it.
  var emSize: Double { fontSize ?? box.height * 0.75 }

  /// What its characters take up, without the room that the font claims above and below.
  var ink: BoundingBox {
    let bottom = baseline ?? box.middleY + emSize * 0.4
    return BoundingBox(
      left: box.left, top: bottom - emSize * 0.8, right: box.right, bottom: bottom)
  }
}
