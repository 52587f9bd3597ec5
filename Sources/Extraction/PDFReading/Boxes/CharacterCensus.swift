/// Counts characters that stand for text which a font does not let anybody read.
struct CharacterCensus: Sendable {
  private(set) var total = 0
  /// Private use, U+FFFD, controls: what glyphs without a Unicode map come out as.
  private(set) var unreadable = 0

  mutating func count(_ text: String) {
    for scalar in text.unicodeScalars {
      total &+= 1
      switch scalar.value {
      case 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF:
        unreadable &+= 1
      default: break
      }
    }
  }

  /// Whether so much of the text cannot be read that the rest is no document: more than three in ten.
  var isUndecodable: Bool { unreadable * 10 > total * 3 }

  /// Whether enough is unreadable that a person should look: more than one in a hundred.
  var isDoubtful: Bool { unreadable * 100 > total }
}
