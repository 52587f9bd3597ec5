internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// The words of a page, each compared with what the page shows.
struct CheckedPage {
  var words: [Word] = []
  var findings: [PaintFinding] = []
  /// Words of watermarks, which are no part of the text.
  private(set) var watermarks: [Word] = []
  /// Turned or faint text, which may be a watermark; its words are in `words`, and ``Word/candidate`` is its index.
  private(set) var candidates: [WatermarkCandidate] = []
  /// Whether the text was recognised in pictures; then it is kept as it is.
  private(set) var isRecognised = false
  /// How many glyphs are seen, and how many of these have no character.
  var seenGlyphs = 0
  var unknownGlyphs = 0

  /// The last glyph so far that is seen in a word.
  var lastGlyph: Int?

  /// The glyphs that `candidates` are made of.
  var candidateGlyphs = CandidateGlyphs()

  private let number: Int
  let paint: PagePaint
  let sight: GlyphSight
  /// Glyphs of digits that a stroke crosses.
  let crossed: Set<Int>
  /// Whether a word without glyphs isn't shown.
  ///
  /// This holds for a drawn page too if nearly all of its words have glyphs.
  private let knowsAllGlyphs: Bool

  /// Nil where words and paint don't match, or comparing them would take seconds.
  ///
  /// - Parameters:
  ///   - page: Its words are in the order of painting.
  ///   - number: The page's, from 1.
  init?(_ page: BoxPage, number: Int, against paint: PagePaint) {
    guard let sight = GlyphSight(paint),
      let crossed = CrossingStrokes.crossedGlyphs(of: paint, upTo: Self.mostComparisons)
    else { return nil }
    self.crossed = crossed
    self.number = number
    self.paint = paint
    self.sight = sight
    isRecognised = sight.isRecognised || paint.isPictureWithoutGlyphs
    var page = page
    var matching = WordGlyphs(page.words, paint.glyphs)
    if !isRecognised {
      guard
        let touching = TouchingWords(page.words, matching, paint, upTo: Self.mostComparisons)
      else { return nil }
      if touching.hasParted {
        page.words = touching.words
        matching = WordGlyphs(page.words, paint.glyphs)
      }
    }
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

  /// Whether nearly all words have glyphs, and nearly all glyphs have words.
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
    if word.isJoined {
      var kept = word
      kept.baseline = first.origin.y
      kept.fontSize = first.size
      keepUnreadable(kept, .joined)
    } else if isWatermark(first), glyphs.allSatisfy({ isWatermark(paint.glyphs[$0]) }) {
      checkCandidate(word, glyphs, first)
    } else {
      check(word, glyphs, first)
    }
  }

  /// Checks a word of the text against its glyphs, the first of which is `first`.
  ///
  /// - Returns: Whether its digits, if they are seen, can be read for certain.
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
    // Where a cell cuts its text off, only the part that is seen lies in the cell.
    let cut = first.isCut ? first : first.concealment == .clipped ? firstCut(glyphs) : nil
    if let cut {
      kept.box.top = cut.box.top
      kept.box.bottom = cut.box.bottom
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

  private func firstCut(_ glyphs: ArraySlice<Int>) -> PaintedGlyph? {
    glyphs.lazy.map { paint.glyphs[$0] }.first(where: \.isCut)
  }

  /// Keeps a word with U+FFFD in place of its digits, and adds a finding.
  private mutating func keepUnreadable(_ word: Word, _ kind: PaintFinding.Kind) {
    var kept = word
    kept.text = Figure.unreadable(word.text)
    findings.append(finding(kind, word.text, word.box))
    words.append(kept)
  }

  /// Keeps a word without glyphs; its digits only if glyphs of the page may be missing.
  private mutating func keepUnmatched(_ word: Word) {
    if knowsAllGlyphs, Figure.hasDigit(word.text) {
      keepUnreadable(word, .differs)
    } else {
      words.append(word)
    }
  }

  /// Whether all glyphs are seen, stand from left to right, and show the characters of the word.
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

  /// Whether two characters that should be the same differ in a way that may change a number.
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
  /// Whether a level glyph is cut to less than its usual height.
  fileprivate var isCut: Bool { turn == 0 && box.height < size * 0.7 }

  /// Whether a level glyph is cut to less than its usual height or width, and not to nothing.
  var isSeenInPart: Bool { isCut || turn == 0 && box.width < advance * 0.9 }
}

extension PagePaint {
  /// Whether a drawn page shows no glyph, and a picture larger than half of it: then its text is an invisible layer.
  fileprivate var isPictureWithoutGlyphs: Bool {
    !holdsAllGlyphs && glyphs.isEmpty
      && pictures.contains { $0.box.width * $0.box.height > width * height / 2 }
  }
}
