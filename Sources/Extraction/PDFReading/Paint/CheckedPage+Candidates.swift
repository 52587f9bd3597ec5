internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Glyphs that may be a watermark's, and glyphs that no word has.
extension CheckedPage {
  /// Whether a glyph is turned or faint, as the text of a watermark is.
  func isWatermark(_ glyph: PaintedGlyph) -> Bool {
    let quarter = (glyph.turn / 90).rounded() * 90
    let turn = abs(glyph.turn - quarter)
    // A number that was pasted a little askew is no watermark.
    if turn > 15 || turn > 3 && glyph.size > 16 { return true }
    return glyph.paint.alpha < (glyph.size > 16 ? 0.5 : 0.35) && glyph.concealment == nil
  }

  /// Checks a word like any other, and notes that it may be part of a watermark.
  mutating func checkCandidate(
    _ word: Word, _ glyphs: ArraySlice<Int>, _ first: PaintedGlyph
  ) {
    let (wordCount, findingCount, lastDigit) = (words.count, findings.count, lastGlyph)
    let isCertain = check(word, glyphs, first)
    lastGlyph = lastDigit
    // A word that isn't seen is no watermark either.
    guard words.count > wordCount else { return }
    let own = Array(findings[findingCount...])
    findings.removeSubrange(findingCount...)
    let texts = WordCharacters(word.text, glyphs.map { paint.glyphs[$0].characters }).texts
    for (glyph, text) in zip(glyphs, texts) {
      switch sight.reasons[glyph] {
      case .overprinted, .repeated: break
      case nil where isCertain: candidateGlyphs.add(glyph, text: text, word: wordCount)
      default: candidateGlyphs.add(glyph, text: Figure.unreadable(text), word: wordCount)
      }
    }
    candidateGlyphs.add(own, word: wordCount)
  }

  /// Adds words for glyphs that `pdftotext` doesn't list and that may be digits.
  mutating func addUnlisted(_ strays: [Int]) {
    var run: [Int] = []
    for index in strays {
      let glyph = paint.glyphs[index]
      guard sight.reasons[index] == nil, mayMatter(glyph) else { continue }
      if let last = run.last.map({ paint.glyphs[$0] }),
        !glyph.follows(last) || isWatermark(glyph) != isWatermark(last)
      {
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

  /// Adds one word for glyphs that stand side by side, and a finding that says so.
  private mutating func addWord(of run: [Int]) {
    guard let first = run.first else { return }
    let glyph = paint.glyphs[first]
    let box = run.dropFirst().reduce(glyph.box) { $0.union(paint.glyphs[$1].box) }
    let text = run.map { characters(of: paint.glyphs[$0]) }.joined()
    let isUnknown = text.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" }
    let finding = finding(isUnknown ? .unknownGlyphs : .unlisted, text, box)
    if isWatermark(glyph) {
      for index in run {
        candidateGlyphs.add(index, text: characters(of: paint.glyphs[index]), word: words.count)
      }
      candidateGlyphs.add([finding], word: words.count)
    } else {
      findings.append(finding)
      seenGlyphs += run.count
      unknownGlyphs += run.count {
        if case .unknown = paint.glyphs[$0].characters { true } else { false }
      }
    }
    var word = Word(text: text, box: box, order: words.count)
    word.baseline = glyph.origin.y
    word.fontSize = glyph.size
    words.append(word)
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
