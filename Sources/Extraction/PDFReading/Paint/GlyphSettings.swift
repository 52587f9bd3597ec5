internal import PageLayout
internal import PagePaint

/// What the ways in which a page sets its glyphs tell of its words.
struct GlyphSettings {
  /// The settings of glyphs that begin words.
  private let wordStarts: Set<PaintedGlyph.Setting>
  private let isKnown: Bool

  init(_ words: some Sequence<ArraySlice<Int>>, _ painted: [PaintedGlyph]) {
    var digits: [PaintedGlyph.Setting?: Int] = [:]
    var all = digits
    var (wordCount, anewCount) = (0, 0)
    for word in words {
      guard let first = word.first else { continue }
      wordCount += 1
      if painted[first].setting == .anew { anewCount += 1 }
      for (last, index) in zip(word, word.dropFirst()) {
        let glyph = painted[index]
        all[glyph.setting, default: 0] += 1
        if glyph.isDigit, painted[last].isDigit { digits[glyph.setting, default: 0] += 1 }
      }
    }
    // Programs may set digits one by one and strings of Chinese characters in one.
    let counts = digits.values.reduce(0, +) > 2 ? digits : all
    let half = counts.values.reduce(0, +) / 2
    // What most glyphs within words have says nothing; and where words are text objects, a change of font may move.
    let (anew, moved) = (counts[.anew] ?? 0, counts[.moved] ?? 0)
    wordStarts = moved > half || anewCount * 2 > wordCount ? [.anew] : [.anew, .moved]
    isKnown = all[nil] == nil && anew <= half
  }

  /// Whether a glyph is set as the first one of a word; nil where that can't be told.
  func beginsWord(_ glyph: PaintedGlyph) -> Bool? {
    guard isKnown, let setting = glyph.setting else { return nil }
    return wordStarts.contains(setting)
  }
}

extension PaintedGlyph {
  fileprivate var isDigit: Bool {
    if case .one(let scalar) = characters { Figure.isDigit(scalar) } else { false }
  }
}
