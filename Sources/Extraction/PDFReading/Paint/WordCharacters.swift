internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// The characters of a word, glyph by glyph: as `pdftotext` lists them, held against what the font says.
struct WordCharacters {
  /// For each glyph its text; U+FFFD where nobody can tell.
  private(set) var texts: [String] = []
  /// For each glyph whether font and word name different characters of a number.
  private(set) var differs: [Bool] = []
  /// Whether the word doesn't say which of its characters each glyph shows, though it has digits.
  private(set) var isUnclear = false

  init(_ word: String, _ glyphs: [PaintedGlyph.Characters]) {
    let scalars = Array(word.unicodeScalars)
    let silent = glyphs.reduce(0) { $0 + $1.count(ofUnknown: 0) }
    let loud = glyphs.reduce(0) { $0 + $1.count(ofUnknown: 1) }
    // Poppler leaves out glyphs without a character, or prints their code.
    let countOfUnknown = silent == scalars.count ? 0 : loud == scalars.count ? 1 : nil
    var place = 0
    for glyph in glyphs {
      let listed: Substring.UnicodeScalarView?
      if let countOfUnknown {
        let count = glyph.count(ofUnknown: countOfUnknown)
        listed = String(scalars: scalars[place..<place + count])[...].unicodeScalars
        place += count
      } else {
        listed = nil
      }
      add(glyph, listed: listed.map { String($0) })
    }
    isUnclear = countOfUnknown == nil && Figure.hasDigit(word + texts.joined())
  }

  private mutating func add(_ glyph: PaintedGlyph.Characters, listed: String?) {
    let own: String? =
      switch glyph {
      case .one(let scalar): String(scalar)
      case .several(let ligature): ligature.text
      case .untold, .unknown: nil
      }
    switch (glyph, own, listed) {
    case (.unknown, _, _):
      texts.append("\u{FFFD}")
      differs.append(false)
    case (_, let own?, _) where own.unicodeScalars.count(where: Figure.isDigit) > 1:
      // A glyph of a font is one digit, whatever its map says.
      texts.append("\u{FFFD}")
      differs.append(true)
    case (_, let own?, let listed?):
      let isOther = own != listed && (Figure.hasDigit(own) || Figure.hasDigit(listed))
      texts.append(isOther ? "\u{FFFD}" : listed)
      differs.append(isOther)
    case (_, let own?, nil):
      texts.append(own)
      differs.append(false)
    case (_, nil, let listed?):
      texts.append(listed)
      differs.append(false)
    case (_, nil, nil):
      texts.append("\u{FFFD}")
      differs.append(false)
    }
  }
}

extension PaintedGlyph.Characters {
  fileprivate func count(ofUnknown unknown: Int) -> Int {
    switch self {
    case .one, .untold: 1
    case .several(let ligature): ligature.count
    case .unknown: unknown
    }
  }
}
