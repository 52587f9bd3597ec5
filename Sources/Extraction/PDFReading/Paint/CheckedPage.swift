internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// The words of a page after each was held against what the page shows.
struct CheckedPage {
  private(set) var words: [Word] = []
  private(set) var findings: [PaintFinding] = []
  /// Words that are no part of the text: a watermark's.
  private(set) var watermarks: [Word] = []
  /// Turned or faint text, which may be a watermark; its words are among `words` and say which they are of.
  private(set) var candidates: [WatermarkCandidate] = []
  /// Whether the text was recognised in pictures; then it stays as it is.
  private(set) var isRecognised = false
  /// How many glyphs are seen, and of how many of them no font says what they show.
  private(set) var seenGlyphs = 0
  private(set) var unknownGlyphs = 0

  /// The glyph painted last of those that are seen in words.
  var lastGlyph: Int?

  /// The glyphs of `candidates` with their texts and the words they are of, as indices.
  private var candidateGlyphs: [(glyph: Int, text: String, word: Int?)] = []
  private var candidateFindings: [Int: [PaintFinding]] = [:]

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
    gatherCandidates()
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
      checkCandidate(word, glyphs)
    } else {
      check(word, glyphs, first)
    }
  }

  /// Checks a word as if it were of the text, and notes that it may be a watermark's.
  private mutating func checkCandidate(_ word: Word, _ glyphs: ArraySlice<Int>) {
    let (wordCount, findingCount, lastDigit) = (words.count, findings.count, lastGlyph)
    guard let first = glyphs.first else { return }
    check(word, glyphs, paint.glyphs[first])
    lastGlyph = lastDigit
    let own = Array(findings[findingCount...])
    findings.removeSubrange(findingCount...)
    // What isn't seen at all is no watermark either.
    guard words.count > wordCount else {
      findings += own
      return
    }
    let texts = WordCharacters(word.text, glyphs.map { paint.glyphs[$0].characters }).texts
    for (glyph, text) in zip(glyphs, texts) {
      let isSeen = sight.reasons[glyph] == nil
      candidateGlyphs.append((glyph, isSeen ? text : Figure.unreadable(text), wordCount))
    }
    candidateFindings[wordCount] = own
  }

  private mutating func check(_ word: Word, _ glyphs: ArraySlice<Int>, _ first: PaintedGlyph) {
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
      return
    }
    if isPlain(word, glyphs) {
      words.append(kept)
      return
    }
    let rebuilt = WordRebuilding(kept, page: number, glyphs: glyphs, of: paint, sight.reasons)
    findings += rebuilt.findings
    unknownGlyphs += rebuilt.unknownGlyphs
    if !rebuilt.word.text.isEmpty { words.append(rebuilt.word) }
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

  private func finding(
    _ kind: PaintFinding.Kind, _ text: String, _ box: BoundingBox
  ) -> PaintFinding {
    PaintFinding(kind: kind, text: text, page: number, box: box)
  }

  // MARK: Watermarks, and glyphs that no word has

  /// Makes runs of the glyphs that may be a watermark's, in the order of painting.
  private mutating func gatherCandidates() {
    candidateGlyphs.sort { $0.glyph < $1.glyph }
    for (index, text, word) in candidateGlyphs {
      let glyph = paint.glyphs[index]
      if candidates.last?.goesOn(with: glyph) != true {
        candidates.append(WatermarkCandidate(glyph))
      }
      let run = candidates.count - 1
      candidates[run].add(glyph, text: text)
      guard let word, words[word].candidate == nil else { continue }
      words[word].candidate = run
      candidates[run].findings += candidateFindings[word] ?? []
    }
  }

  /// Turned text, and large text that one sees through.
  private func isWatermark(_ glyph: PaintedGlyph) -> Bool {
    let quarter = (glyph.turn / 90).rounded() * 90
    let turn = abs(glyph.turn - quarter)
    // A number that was pasted a little askew is none.
    if turn > 15 || turn > 3 && glyph.size > 16 { return true }
    return glyph.paint.alpha < (glyph.size > 16 ? 0.5 : 0.35) && glyph.concealment == nil
  }

  /// Adds what `pdftotext` leaves out: glyphs without a character, which may be digits.
  private mutating func addUnlisted(_ strays: [Int]) {
    var run: [Int] = []
    for index in strays {
      let glyph = paint.glyphs[index]
      guard sight.reasons[index] == nil, mayMatter(glyph) else { continue }
      if isWatermark(glyph) {
        candidateGlyphs.append((index, characters(of: glyph), nil))
        continue
      }
      seenGlyphs += 1
      if case .unknown = glyph.characters { unknownGlyphs += 1 }
      if let last = run.last, !glyph.follows(paint.glyphs[last]) {
        addWord(of: run)
        run = []
      }
      run.append(index)
    }
    addWord(of: run)
  }

  private func mayMatter(_ glyph: PaintedGlyph) -> Bool {
    switch glyph.characters {
    case .unknown: !glyph.isEmptyShape
    case .one(let scalar): Figure.isNumeric(scalar)
    case .several(let ligature): Figure.hasDigit(ligature.text)
    case .untold: false
    }
  }

  private func characters(of glyph: PaintedGlyph) -> String {
    switch glyph.characters {
    case .one(let scalar): String(scalar)
    case .several(let ligature): ligature.text
    case .untold, .unknown: CellContent.unreadable
    }
  }

  private mutating func addWord(of run: [Int]) {
    guard let first = run.first else { return }
    let box = run.dropFirst().reduce(paint.glyphs[first].box) { $0.union(paint.glyphs[$1].box) }
    let text = run.map { characters(of: paint.glyphs[$0]) }.joined()
    let isUnknown = text.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" }
    findings.append(finding(isUnknown ? .unknownGlyphs : .unlisted, text, box))
    var word = Word(text: text, box: box, order: words.count)
    word.baseline = paint.glyphs[first].origin.y
    word.fontSize = paint.glyphs[first].size
    words.append(word)
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

extension PaintedGlyph {
  fileprivate func follows(_ glyph: PaintedGlyph) -> Bool {
    abs(origin.y - glyph.origin.y) < size * 0.3
      && abs(box.left - glyph.box.right) < size * 0.35
  }

  /// Whether it takes up no room, as combining and control glyphs do.
  fileprivate var isEmptyShape: Bool { advance <= 0 }
}
