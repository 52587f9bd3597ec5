internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// A word made anew of those of its glyphs that are to be read, from left to right.
///
///     26~~4~~51                 ->  2651, struck: 4
///     2641 and a white 9        ->  2641, unseen: 9
///     3156 without a map for 6  ->  315�, unknown
struct WordRebuilding {
  private(set) var word: Word
  /// What is to be said about it, each kind once.
  private(set) var findings: [PaintFinding] = []
  /// How many of its glyphs no font says the character of.
  private(set) var unknownGlyphs = 0

  private let listed: String
  private let page: Int
  private let paint: PagePaint
  private let reasons: [GlyphSight.Reason?]

  /// - Parameter glyphs: All that stand in the word, as indices, in the order of painting.
  init(
    _ word: Word, page: Int, glyphs: ArraySlice<Int>, of paint: PagePaint,
    _ reasons: [GlyphSight.Reason?]
  ) {
    self.word = word
    self.page = page
    self.paint = paint
    self.reasons = reasons
    listed = word.text
    let glyphs = withoutUnlistedCopies(glyphs)
    let told = WordCharacters(listed, glyphs.map { paint.glyphs[$0].characters })
    let isAllClipped = glyphs.allSatisfy {
      reasons[$0] == .clipped && !paint.glyphs[$0].isSeenInPart
    }
    var kept: [(glyph: Int, text: String)] = []
    for (place, index) in glyphs.enumerated() {
      if told.differs[place], reasons[index] == nil { note(.differs, listed) }
      if let text = text(of: index, told.texts[place], isAllClipped: isAllClipped) {
        kept.append((index, text))
      }
    }
    if told.isUnclear, findings.isEmpty, !kept.isEmpty { note(.differs, listed) }
    let isWhole = kept.count == glyphs.count
    if isLevel(glyphs) {
      sortByPlace(&kept)
      if !isWhole { narrowBox(to: kept.map(\.glyph)) }
    }
    // Without a figure in it, the file's own text is the better one: it may name an ideograph by ActualText.
    if !findings.isEmpty || !isWhole || Figure.hasDigit(listed) {
      self.word.text = CleanText.line(kept.map(\.text).joined())
    }
  }

  /// The text of a glyph as it is to be read; nil for one that isn't.
  private mutating func text(of index: Int, _ text: String, isAllClipped: Bool) -> String? {
    switch reasons[index] {
    case nil:
      guard case .unknown = paint.glyphs[index].characters else { return text }
      unknownGlyphs += 1
      note(.unknownGlyphs, listed)
      return text
    case .overprinted: return nil
    case .struck:
      note(.struck, text)
      return nil
    case .repeated:
      note(.repeated, text)
      return nil
    case .clipped where !isAllClipped:
      // A digit that is cut off is missing: the rest is no number.
      note(.unseen(.clipped), text)
      return CellContent.unreadable
    case .unclear where !Figure.hasDigit(text): return text
    case let reason?
    where reason == .partlyCovered || reason == .overtyped || reason == .unclear:
      note(.unseen(reason), text)
      return Figure.hasDigit(text) ? CellContent.unreadable : text
    case let reason?:
      note(.unseen(reason), text)
      return nil
    }
  }

  /// `glyphs`, without copies painted over others where `pdftotext` passed over these.
  private func withoutUnlistedCopies(_ glyphs: ArraySlice<Int>) -> [Int] {
    guard glyphs.count > listed.unicodeScalars.count else { return Array(glyphs) }
    return glyphs.filter { reasons[$0] != .overprinted && reasons[$0] != .repeated }
  }

  private func isLevel(_ glyphs: [Int]) -> Bool {
    glyphs.first.map { abs(paint.glyphs[$0].turn) < 1 } ?? true
  }

  private mutating func sortByPlace(_ kept: inout [(glyph: Int, text: String)]) {
    let painted = kept.map(\.glyph)
    kept.sort {
      (paint.glyphs[$0.glyph].origin.x, $0.glyph) < (paint.glyphs[$1.glyph].origin.x, $1.glyph)
    }
    if kept.map(\.glyph) != painted, Figure.hasDigit(listed) { note(.differs, listed) }
  }

  private mutating func narrowBox(to glyphs: [Int]) {
    let boxes = glyphs.map { paint.glyphs[$0].box }
    guard let left = boxes.map(\.left).min(), let right = boxes.map(\.right).max() else { return }
    word.box.left = left
    word.box.right = right
  }

  /// Notes `text` under `kind`: behind what was noted so before, unless that is the whole word.
  private mutating func note(_ kind: PaintFinding.Kind, _ text: String) {
    guard let index = findings.firstIndex(where: { $0.kind == kind }) else {
      findings.append(PaintFinding(kind: kind, text: text, page: page, box: word.box))
      return
    }
    if kind != .differs, kind != .unknownGlyphs { findings[index].text += text }
  }
}
