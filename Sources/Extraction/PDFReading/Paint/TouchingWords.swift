internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// Words of neighbouring columns that touch, so that `pdftotext` takes them for one.
///
///     51048│74893│57560 without lines  ->  “510487489357560”
///
/// A word ends where the page puts the next glyph at a place of its own, and the ground of a cell ends there, or there is
/// a gap, or figures of other rows end there too. A word that reaches over columns and can't be parted for certain
/// is unreadable in all of them.
struct TouchingWords {
  /// The words of the page, in the same order.
  private(set) var words: [Word] = []
  private(set) var hasParted = false

  /// How many more words and borders may be compared.
  private var looksLeft: Int

  /// Nil where this takes more than `limit` comparisons.
  ///
  /// - Parameter glyphs: The glyphs of each word of `listed`.
  init?(_ listed: [Word], _ glyphs: WordGlyphs, _ paint: PagePaint, upTo limit: Int) {
    looksLeft = limit
    let settings = GlyphSettings(listed.indices.lazy.map { glyphs[$0] }, paint.glyphs)
    let chains = listed.indices.map { GlyphChain(listed[$0], glyphs[$0], paint.glyphs, settings) }
    guard chains.contains(where: { $0 != nil }) else {
      words = listed
      return
    }
    let borders = ColumnBorders(paint)
    var parts: [GlyphChain?] = []
    for (word, chain) in zip(listed, chains) {
      guard let chain, !word.isWatermark else {
        words.append(word)
        parts.append(nil)
        continue
      }
      let cuts = chain.joints.compactMap { joint -> GlyphChain.Cut? in
        if chain.isCertain(joint), chain.hasGap(at: joint) {
          return GlyphChain.Cut(joint: joint, isCertain: true)
        }
        guard borders.hasBorder(at: joint, of: chain, &looksLeft) else { return nil }
        return GlyphChain.Cut(joint: joint, isCertain: chain.isCertain(joint))
      }
      guard looksLeft >= 0 else { return nil }
      add(chain.parted(at: cuts), cuts, of: word, to: &parts)
    }
    partByRows(&parts)
    guard looksLeft >= 0 else { return nil }
  }

  /// Adds the pieces of a word; unreadable ones where a cut isn't certain.
  private mutating func add(
    _ pieces: [GlyphChain], _ cuts: [GlyphChain.Cut], of word: Word, to parts: inout [GlyphChain?]
  ) {
    let isCertain = cuts.allSatisfy(\.isCertain)
    guard pieces.count > 1, isCertain || Figure.hasDigit(word.text) else {
      words.append(word)
      parts.append(pieces.count > 1 ? nil : pieces.first)
      return
    }
    hasParted = true
    for (index, piece) in pieces.enumerated() {
      var part = piece.word
      part.isParted = index > 0
      part.isJoined = !isCertain && Figure.hasDigit(part.text)
      words.append(part)
      parts.append(isCertain ? piece : nil)
    }
  }

  /// Parts what figures of other rows show to be several.
  private mutating func partByRows(_ parts: inout [GlyphChain?]) {
    let open = words.indices.filter { index in
      guard let chain = parts[index] else { return false }
      return chain.joints.contains(where: chain.isCertain) && Figure.isPart(chain.word.text)
    }
    guard !open.isEmpty else { return }
    let figures = words.filter { Figure.isPart($0.text) }
      .sorted { $0.box.middleY < $1.box.middleY }
    var pieces: [Int: (chains: [GlyphChain], cuts: [GlyphChain.Cut])] = [:]
    for index in open {
      guard let chain = parts[index] else { continue }
      looksLeft -= figures.count
      guard looksLeft >= 0 else { return }
      let others = figures.filter {
        abs($0.box.middleY - chain.word.box.middleY) > chain.size * 0.7
      }
      var cuts = chain.alignedCuts(with: others, &looksLeft)
      if cuts.isEmpty { cuts = chain.columnCuts(by: others, &looksLeft) }
      guard looksLeft >= 0 else { return }
      if !cuts.isEmpty { pieces[index] = (chain.parted(at: cuts), cuts) }
    }
    guard !pieces.isEmpty else { return }
    let listed = words
    words = []
    var rest: [GlyphChain?] = []
    for (index, word) in listed.enumerated() {
      if let parted = pieces[index] {
        add(parted.chains, parted.cuts, of: word, to: &rest)
      } else {
        words.append(word)
      }
    }
  }
}

/// Where the grounds of cells end, and lines between them, on the x axis.
private struct ColumnBorders {
  private var borders: [(x: Double, top: Double, bottom: Double)] = []

  init(_ paint: PagePaint) {
    for area in paint.areas
    where area.shape == nil && area.paint.alpha > 0 && area.paint.order < paint.annotationOrder
      && area.box.width > Self.narrowest
    {
      borders.append((area.box.left, area.box.top, area.box.bottom))
      borders.append((area.box.right, area.box.top, area.box.bottom))
    }
    for line in paint.lines
    where !line.isHorizontal && line.paint.alpha > 0 && line.paint.order < paint.annotationOrder {
      borders.append((line.ruling.position, line.ruling.start, line.ruling.end))
    }
    borders.sort { $0.x < $1.x }
  }

  /// Whether a border runs between the glyph `joint` and the one before it, along all of their height.
  ///
  /// - Parameter looksLeft: How many more borders may be compared; none are left where it gets below 0.
  func hasBorder(at joint: Int, of chain: GlyphChain, _ looksLeft: inout Int) -> Bool {
    let space = chain.space(at: joint)
    let reach = max(Self.reach, chain.size * 0.06)
    let (low, high) = (
      min(space.left, space.right) - reach, max(space.left, space.right) + reach
    )
    var index = borders.partitioningIndex { $0.x >= low }
    let half = chain.size * 0.3
    while index < borders.count, borders[index].x <= high, looksLeft >= 0 {
      looksLeft -= 1
      if borders[index].top <= chain.middle - half, borders[index].bottom >= chain.middle + half {
        return true
      }
      index += 1
    }
    return false
  }

  private static let narrowest = 4.0
  private static let reach = 0.6
}

extension Array {
  /// The first index whose element, and all behind it, are as `isBehind` says.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
