internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// Which glyphs of a page make up which of its words.
///
/// `pdftotext -raw` lists words in the order in which their glyphs are painted, so both are walked through side by side;
/// a glyph belongs to the word in whose box it stands.
struct WordGlyphs {
  /// The glyphs of words, those of one word together.
  private var glyphs: [Int] = []
  /// For each word where its glyphs begin among them, and where those of the last one end.
  private var starts: [Int]
  /// Glyphs that stand in no word.
  private(set) var strays: [Int] = []
  /// Words without a glyph.
  private(set) var emptyWords = 0

  /// The indices of the glyphs that make up a word, in the order of painting.
  subscript(word: Int) -> ArraySlice<Int> { glyphs[starts[word]..<starts[word + 1]] }

  init(_ words: [Word], _ painted: [PaintedGlyph]) {
    let counts = words.map(\.text.scalarCount)
    let boxes = words.map(\.box)
    var homes = Array(repeating: -1, count: painted.count)
    starts = Array(repeating: 0, count: words.count + 1)
    var word = 0
    // Characters of `word` that have their glyphs.
    var taken = 0
    for (index, glyph) in painted.enumerated() where !glyph.isBlank {
      let isFull = word < boxes.count && taken >= counts[word]
      guard let found = Self.find(glyph, boxes, from: word, isFull: isFull) else {
        strays.append(index)
        continue
      }
      if found != word {
        word = found
        taken = starts[word + 1]
      }
      homes[index] = word
      starts[word + 1] += 1
      taken += glyph.characterCount
    }
    emptyWords = starts.dropFirst().count { $0 == 0 }
    for index in words.indices { starts[index + 1] += starts[index] }
    glyphs = Array(repeating: 0, count: starts[words.count])
    var next = starts
    for (index, home) in homes.enumerated() where home >= 0 {
      glyphs[next[home]] = index
      next[home] += 1
    }
  }

  /// The first word from `start` on in whose box `glyph` stands, the word before it last; nil for none nearby.
  private static func find(
    _ glyph: PaintedGlyph, _ words: [BoundingBox], from start: Int, isFull: Bool
  ) -> Int? {
    if start < words.count, !isFull, glyph.stands(in: words[start]) { return start }
    var index = start + 1
    let end = min(start + reach, words.count)
    while index < end {
      if glyph.stands(in: words[index]) { return index }
      index += 1
    }
    if start < words.count, glyph.stands(in: words[start]) { return start }
    return start > 0 && start <= words.count && glyph.stands(in: words[start - 1])
      ? start - 1 : nil
  }

  /// How many words without glyphs, such as those of an annotation, are passed over.
  private static let reach = 48
}

extension PaintedGlyph {
  /// Whether it is a blank, of which no word is made.
  var isBlank: Bool {
    if case .one(let scalar) = characters { CleanText.isUnseen(scalar) } else { false }
  }

  fileprivate var characterCount: Int {
    switch characters {
    case .one, .untold: 1
    case .several(let ligature): ligature.count
    case .unknown: 0
    }
  }

  /// Whether its middle lies in the box of a word; fonts put the edges of their boxes differently.
  fileprivate func stands(in word: BoundingBox) -> Bool {
    let isLevel = abs(turn) < 1 || abs(abs(turn) - 180) < 1
    let reach = size * (isLevel ? 0.2 : 0.7)
    let (x, y) = (box.middleX, box.middleY)
    guard x > word.left - reach, x < word.right + reach else { return false }
    // Some fonts claim two lines of room: what counts is the middle of the word, unless it is set upright.
    if isLevel, word.width > size * 0.9 || word.height < size * 2 {
      return abs(y - word.middleY) < size * 0.75
    }
    let height = size * (isLevel ? 0.35 : 0.7)
    return y > word.top - height && y < word.bottom + height
  }
}
