internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// The glyphs of one level word from left to right, and where it may be two.
struct GlyphChain {
  struct Cut {
    /// The glyph behind the cut, counted from 0 within the word.
    var joint: Int
    var isCertain: Bool
  }

  private(set) var word: Word
  /// Where each glyph begins and ends, the number of its characters, and whether a word begins with it; nil where that
  /// can't be told.
  private var glyphs: [(left: Double, right: Double, count: Int, isFirst: Bool?)]
  /// The glyphs that may begin another word.
  let joints: [Int]
  let size: Double
  /// The height of the middle of its digits.
  let middle: Double
  private let usualGap: Double

  /// Nil for a word that can't be several.
  init?(
    _ word: Word, _ indices: ArraySlice<Int>, _ painted: [PaintedGlyph], _ settings: GlyphSettings
  ) {
    guard indices.count > 1, let first = indices.first,
      indices.dropFirst().contains(where: { settings.beginsWord(painted[$0]) != false })
    else { return nil }
    var glyphs: [(left: Double, right: Double, count: Int, isFirst: Bool?)] = []
    var last = -Double.infinity
    for index in indices {
      let glyph = painted[index]
      guard glyph.turn == 0, glyph.origin.x > last, glyph.concealment == nil else { return nil }
      last = glyph.origin.x
      let count: Int
      switch glyph.characters {
      case .one, .untold: count = 1
      case .several(let ligature): count = ligature.count
      case .unknown: return nil
      }
      glyphs.append((glyph.box.left, glyph.box.right, count, settings.beginsWord(glyph)))
    }
    guard glyphs.reduce(0, { $0 + $1.count }) == word.text.unicodeScalars.count else { return nil }
    self.init(
      word, glyphs, size: painted[first].size, middle: painted[first].box.middleY)
  }

  private init(
    _ word: Word, _ glyphs: [(left: Double, right: Double, count: Int, isFirst: Bool?)],
    size: Double, middle: Double
  ) {
    self.word = word
    self.glyphs = glyphs
    self.size = size
    self.middle = middle
    joints = glyphs.indices.dropFirst().filter { glyphs[$0].isFirst != false }
    let gaps = zip(glyphs, glyphs.dropFirst()).map { $1.left - $0.right }.sorted()
    usualGap = gaps.isEmpty ? 0 : glyphs.count > 2 ? gaps[(gaps.count - 1) / 2] : 0
  }

  /// What lies between the glyph `joint` and the one before it, on the x axis.
  func space(at joint: Int) -> (left: Double, right: Double) {
    (glyphs[joint - 1].right, glyphs[joint].left)
  }

  /// Whether the page sets the glyph `joint` as the first of a word.
  func isCertain(_ joint: Int) -> Bool { glyphs[joint].isFirst == true }

  /// Whether more space is before the glyph `joint` than between others.
  func hasGap(at joint: Int) -> Bool {
    let space = space(at: joint)
    return space.right - space.left - usualGap > size * Self.leastGap
  }

  /// The words that it is if it is cut so.
  func parted(at cuts: [Cut]) -> [GlyphChain] {
    guard !cuts.isEmpty else { return [self] }
    var scalars = word.text.unicodeScalars[...]
    var pieces: [GlyphChain] = []
    var start = 0
    for end in cuts.map(\.joint) + [glyphs.count] {
      let own = Array(glyphs[start..<end])
      guard let first = own.first, let last = own.last else { continue }
      let count = own.reduce(0) { $0 + $1.count }
      var piece = word
      piece.text = String(scalars: scalars.prefix(count))
      scalars = scalars.dropFirst(count)
      if start > 0 { piece.box.left = first.left }
      if end < glyphs.count { piece.box.right = last.right }
      pieces.append(GlyphChain(piece, own, size: size, middle: middle))
      start = end
    }
    return pieces
  }

  /// The cuts where figures of other rows end or begin in one line with the pieces on both sides.
  ///
  /// - Parameter looksLeft: How many more words may be compared; none are left where it gets below 0.
  func alignedCuts(with others: [Word], _ looksLeft: inout Int) -> [Cut] {
    looksLeft -= (joints.count + 1) * others.count * 2
    guard looksLeft >= 0 else { return [] }
    func count(_ place: (BoundingBox) -> Double, _ x: Double) -> Int {
      others.count { abs(place($0.box) - x) < Self.aligned }
    }
    let right = joints.filter { count(\.right, space(at: $0).left) > 1 }
    let left = joints.filter { count(\.left, space(at: $0).right) > 1 }
    let ends = count(\.right, word.box.right) > 0 ? right : []
    let starts = count(\.left, word.box.left) > 0 ? left : []
    let joints = ends.count >= starts.count ? ends : starts
    return joints.map { Cut(joint: $0, isCertain: isCertain($0)) }
  }

  /// Cuts between columns of another row with several figures where this word has one; none of them is certain.
  ///
  /// - Parameters:
  ///   - others: Sorted by the heights of their middles.
  ///   - looksLeft: How many more words may be compared; none are left where it gets below 0.
  func columnCuts(by others: [Word], _ looksLeft: inout Int) -> [Cut] {
    looksLeft -= others.count
    let covered = others.filter { other in
      let common = min(other.box.right, word.box.right) - max(other.box.left, word.box.left)
      return common > other.box.width * 0.6
    }.map(\.box)
    guard covered.count > 1 else { return [] }
    var cuts: Set<Int> = []
    // Where the row of `one` begins in `covered`, and behind its end.
    var (start, end) = (0, 0)
    for one in covered {
      while start < covered.count, one.middleY - covered[start].middleY >= size * 0.3 { start += 1 }
      end = max(start, end)
      while end < covered.count, covered[end].middleY - one.middleY < size * 0.3 { end += 1 }
      looksLeft -= end - start
      guard looksLeft >= 0 else { return [] }
      let behind = covered[start..<end].lazy.filter {
        $0.left > one.right - 0.5 && $0.left > one.left
      }
      guard let left = behind.map(\.left).min() else { continue }
      looksLeft -= joints.count
      let middle = (one.right + left) / 2
      let nearest = joints.min {
        abs(space(at: $0).left - middle) < abs(space(at: $1).left - middle)
      }
      if let nearest, abs(space(at: nearest).left - middle) < size { cuts.insert(nearest) }
    }
    return cuts.sorted().map { Cut(joint: $0, isCertain: false) }
  }

  /// In characters.
  private static let leastGap = 0.05
  /// How far the ends of figures of one column may lie apart, in points.
  private static let aligned = 0.35
}
