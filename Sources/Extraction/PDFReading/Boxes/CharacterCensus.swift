internal import DocumentModel

/// Counts characters that stand for text which a font does not let anybody read.
struct CharacterCensus: Sendable {
  private(set) var total = 0
  /// Private use, U+FFFD, controls: what glyphs without a Unicode map come out as.
  private(set) var unreadable = 0
  /// Letters of scripts that have no place in a Chinese or English text.
  private var foreign = 0
  /// The blocks of 256 that these letters are in.
  private var foreignBlocks: Set<UInt32> = []

  mutating func count(_ text: String) {
    let utf8 = text.utf8Span.span
    var index = 0
    while index < utf8.count {
      total &+= 1
      switch utf8[index] {
      case 0x20...0x7E: index += 1
      // U+4000 to U+9FFF: nearly all that is no ASCII, and none of it looked for.
      case 0xE4...0xE9: index += 3
      default:
        let (scalar, length) = utf8.scalar(at: index)
        count(scalar ?? 0)
        index += length
      }
    }
  }

  private mutating func count(_ scalar: UInt32) {
    switch scalar {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFFFD, 0xF0000...0x10FFFF:
      unreadable &+= 1
    case 0x0400...0x1CFF, 0x2C00...0x2DFF, 0xA4D0...0xABFF:
      foreign &+= 1
      foreignBlocks.insert(scalar >> 8)
    default: break
    }
  }

  /// Letters of so many scripts that they are numbers of glyphs, which poppler prints as characters where a font has
  /// no Unicode map.
  ///
  /// One language, however foreign, has its letters in one to three blocks.
  private var glyphNumbers: Int { foreignBlocks.count > 5 ? foreign : 0 }

  /// Whether so much of the text cannot be read that the rest is no document: more than half.
  var isUndecodable: Bool { (unreadable + glyphNumbers) * 2 > total }

  /// Whether enough is unreadable that a person should look: more than one in a hundred.
  var isDoubtful: Bool { (unreadable + glyphNumbers) * 100 > total }
}
