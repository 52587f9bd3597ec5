internal import PageLayout
internal import PagePaint

/// The glyphs of a page that may be a watermark's, with what they show and the words they are of.
struct CandidateGlyphs {
  /// Glyphs and words by their indices.
  private var glyphs: [(glyph: Int, text: String, word: Int)] = []
  /// For each word what must be said if it is read.
  private var findings: [Int: [PaintFinding]] = [:]

  mutating func add(_ glyph: Int, text: String, word: Int) {
    glyphs.append((glyph, text, word))
  }

  mutating func add(_ findings: [PaintFinding], word: Int) {
    if !findings.isEmpty { self.findings[word, default: []] += findings }
  }

  /// Makes runs of the glyphs, in the order of painting, and tells their words which they are of.
  ///
  /// All glyphs of a word are of one run.
  func runs(of words: inout [Word], _ paint: PagePaint) -> [WatermarkCandidate] {
    var runs: [WatermarkCandidate] = []
    for (index, text, word) in glyphs.sorted(by: { $0.glyph < $1.glyph }) {
      let glyph = paint.glyphs[index]
      if let run = words[word].candidate {
        runs[run].add(glyph, text: text)
        continue
      }
      if runs.last?.goesOn(with: glyph) != true { runs.append(WatermarkCandidate(glyph)) }
      runs[runs.count - 1].add(glyph, text: text)
      for finding in findings[word] ?? [] { runs[runs.count - 1].add(finding) }
      words[word].candidate = runs.count - 1
    }
    return runs
  }
}
