internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// The words of a page after each was held against what the page shows.
struct CheckedPage {
  var words: [Word] = []
  var findings: [PaintFinding] = []
  /// Words that are no part of the text: a watermark's.
  private(set) var watermarks: [Word] = []
  /// Turned or faint text, which may be a watermark; its words are among `words` and say which they are of.
  private(set) var candidates: [WatermarkCandidate] = []
  /// Whether the text was recognised in pictures; then it stays as it is.
  private(set) var isRecognised = false
  /// How many glyphs are seen, and of how many of them no font says what they show.
  var seenGlyphs = 0
  var unknownGlyphs = 0

  /// The glyph painted last of those that are seen in words.
  var lastGlyph: Int?

  /// The glyphs that `candidates` are made of.
  var candidateGlyphs = CandidateGlyphs()

  private let number: Int
  let paint: PagePaint
  let sight: GlyphSight
  /// Digits that a stroke runs across.
  let crossed: Set<Int>
  /// Whether most of the page stands on its head, so that what does is read as it is.
  private(set) lazy var isTurned = paint.glyphs.count { $0.isTurned } * 2 > paint.glyphs.count
  /// Whether a word without glyphs is one that isn't shown: so it is on a drawn page too on which nearly all words have some.
  private let knowsAllGlyphs: Bool

  /// Nil where words and paint don't belong together, so that nothing can be said.
  ///
  /// - Parameters:
  ///   - page: With its words in the order in which they are painted.
  ///   - number: Of the page, from 1.
  init?(_ page: BoxPage, number: Int, against paint: PagePaint) {
    guard let sight = GlyphSight(paint),
      let crossed = CrossingStrokes.crossedGlyphs(of: paint, upTo: Self.mostComparisons)
    else { return nil }
    self.crossed = crossed
    self.number = number
    self.paint = paint
    self.sight = sight
    isRecognised = sight.isRecognised || paint.isPictureWithoutGlyphs
    let matching = WordGlyphs(page.words, paint.glyphs)
    knowsAllGlyphs =
      paint.holdsAllGlyphs
      || !paint.glyphs.isEmpty && matching.emptyWords * 5 < page.words.count
    guard isRecognised || Self.belongTogether(matching, page.words.count, paint) else { return nil }
    guard !isRecognised else {
      words = page.words
      return
    }
    for (index, word) in page.words.enumerated() {
      check(word, matching[index])
    }
    addUnlisted(matching.strays)
    candidates = candidateGlyphs.runs(of: &words, paint)
    let struck = paint.glyphs.indices.lazy.filter { sight.reasons[$0] == .struck }.map {
      paint.glyphs[$0].box
    }
    guard
      let lines = FigureLines.mark(
        &words, paint, struck: Array(struck), page: number, upTo: Self.mostComparisons)
    else { return nil }
    findings += lines
    for index in words.indices { words[index].order = index }
  }

  /// Whether most words have glyphs, and most glyphs words.
  private static func belongTogether(
    _ matching: WordGlyphs, _ wordCount: Int, _ paint: PagePaint
  ) -> Bool {
    if paint.holdsAllGlyphs, matching.emptyWords > 3 + wordCount / 20 { return false }
    let known = matching.strays.count {
      if case .unknown = paint.glyphs[$0].characters { false } else { true }
    }
    return known <= 20 + paint.glyphs.count / 10
  }

  // MARK: One word

  private mutating func check(_ word: Word, _ glyphs: ArraySlice<Int>) {
    guard !word.isWatermark else {
      var mark = word
      mark.baseline = glyphs.first.map { paint.glyphs[$0].origin.y }
      mark.fontSize = glyphs.first.map { paint.glyphs[$0].size }
      watermarks.append(mark)
      return
    }
    guard let firstGlyph = glyphs.first else {
      keepUnmatched(word)
      return
    }
    seenGlyphs += glyphs.count
    let first = paint.glyphs[firstGlyph]
    if isWatermark(first), glyphs.allSatisfy({ isWatermark(paint.glyphs[$0]) }) {
      checkCandidate(word, glyphs, first)
    } else {
      check(word, glyphs, first)
    }
  }

  /// Checks a word of the text against its glyphs, the first of which is `first`.
  ///
  /// - Returns: Whether its digits can be told, so far as they are seen.
  @discardableResult
  mutating func check(
    _ word: Word, _ glyphs: ArraySlice<Int>, _ first: PaintedGlyph
  ) -> Bool {
    var kept = word
    kept.baseline = first.origin.y
    kept.fontSize = first.size
    if abs(abs(first.turn) - 90) < 1 {
      let box = glyphs.reduce(first.box) { $0.union(paint.glyphs[$1].box) }
      kept.turned = TurnedPlace(isDown: first.turn > 0, box: box)
    }
    // A line that its cell cuts reaches into the cell above or below, unless only what is seen of it counts.
    if first.isCut {
      kept.box.top = first.box.top
      kept.box.bottom = first.box.bottom
    }
    if Figure.hasDigit(word.text), let doubt = doubt(glyphs) {
      keepUnreadable(kept, doubt)
      return false
    }
    if isPlain(word, glyphs) {
      words.append(kept)
      return true
    }
    let rebuilt = WordRebuilding(kept, page: number, glyphs: glyphs, of: paint, sight.reasons)
    findings += rebuilt.findings
    unknownGlyphs += rebuilt.unknownGlyphs
    if !rebuilt.word.text.isEmpty { words.append(rebuilt.word) }
    return true
  }

  /// Keeps a word with U+FFFD for its digits, and says why.
  private mutating func keepUnreadable(_ word: Word, _ kind: PaintFinding.Kind) {
    var kept = word
    kept.text = Figure.unreadable(word.text)
    findings.append(finding(kind, word.text, word.box))
    words.append(kept)
  }

  /// A word whose glyphs aren't among the paint: it stands, unless every glyph of the page is known.
  private mutating func keepUnmatched(_ word: Word) {
    if knowsAllGlyphs, Figure.hasDigit(word.text) {
      keepUnreadable(word, .differs)
    } else {
      words.append(word)
    }
  }

  /// Whether all glyphs are seen, from left to right, and say the digits that the word has.
  private func isPlain(_ word: Word, _ glyphs: ArraySlice<Int>) -> Bool {
    var previous = -Double.infinity
    let isLevel = glyphs.first.map { abs(paint.glyphs[$0].turn) < 1 } ?? true
    var scalars = word.text.unicodeScalars.makeIterator()
    for index in glyphs {
      let glyph = paint.glyphs[index]
      guard sight.reasons[index] == nil else { return false }
      if isLevel {
        guard glyph.origin.x > previous - glyph.size * 0.05 else { return false }
        previous = glyph.origin.x
      }
      guard let scalar = scalars.next() else { return false }
      switch glyph.characters {
      case .one(let own): guard own == scalar || !Self.differ(own, scalar) else { return false }
      case .untold: break
      case .several, .unknown: return false
      }
    }
    return scalars.next() == nil
  }

  /// Whether two characters that should be one and the same may change a number.
  ///
  /// A font may name a radical where the text of the file says the ideograph: that is no difference.
  private static func differ(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    one != other && (Figure.isNumeric(one) || Figure.isNumeric(other))
  }

  private static let mostComparisons = 50_000_000

  func finding(
    _ kind: PaintFinding.Kind, _ text: String, _ box: BoundingBox
  ) -> PaintFinding {
    PaintFinding(kind: kind, text: text, page: number, box: box)
  }
}

extension PaintedGlyph {
  /// Whether a level glyph lacks a good part of its height.
  fileprivate var isCut: Bool { turn == 0 && box.height < size * 0.7 }
}

extension PagePaint {
  /// Whether a drawing shows a picture as large as half of the page and no glyph: its text is an unseen layer.
  fileprivate var isPictureWithoutGlyphs: Bool {
    !holdsAllGlyphs && glyphs.isEmpty
      && pictures.contains { $0.box.width * $0.box.height > width * height / 2 }
  }
}
