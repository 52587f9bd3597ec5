internal import PageLayout
internal import PagePaint

/// What the ways in which a page sets its glyphs tell of its words.
struct GlyphSettings {
  /// Whether a glyph that is moved within its text object begins a word, as the first one of an object does.
  private let wordsBeginMoved: Bool
  private let isKnown: Bool

  /// How many glyphs are set in each way.
  private struct Counts {
    private(set) var total = 0
    private(set) var anew = 0
    private(set) var moved = 0
    /// Of those whose setting isn't known.
    private(set) var unknown = 0

    mutating func add(_ setting: PaintedGlyph.Setting?) {
      total += 1
      switch setting {
      case .anew: anew += 1
      case .moved: moved += 1
      case .following: break
      case nil: unknown += 1
      }
    }
  }

  init(_ words: some Sequence<ArraySlice<Int>>, _ painted: [PaintedGlyph]) {
    var digits = Counts()
    var all = Counts()
    var (wordCount, anewCount) = (0, 0)
    for word in words {
      guard let first = word.first else { continue }
      wordCount += 1
      if painted[first].setting == .anew { anewCount += 1 }
      for (last, index) in zip(word, word.dropFirst()) {
        let setting = painted[index].setting
        all.add(setting)
        if painted[index].isDigit, painted[last].isDigit { digits.add(setting) }
      }
    }
    // Programs may set digits one by one and strings of Chinese characters in one.
    let counts = digits.total > 2 ? digits : all
    let half = counts.total / 2
    // What most glyphs within words have says nothing; and where words are text objects, a change of font may move.
    wordsBeginMoved = counts.moved <= half && anewCount * 2 <= wordCount
    isKnown = all.unknown == 0 && counts.anew <= half
  }

  /// Whether a glyph is set as the first one of a word; nil where that can't be told.
  func beginsWord(_ glyph: PaintedGlyph) -> Bool? {
    guard isKnown, let setting = glyph.setting else { return nil }
    return setting == .anew || setting == .moved && wordsBeginMoved
  }
}

extension PaintedGlyph {
  fileprivate var isDigit: Bool {
    if case .one(let scalar) = characters { Figure.isDigit(scalar) } else { false }
  }
}
