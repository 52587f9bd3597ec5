internal import DocumentModel

/// How many characters of each kind a text has.
struct CharacterCounts {
  private(set) var chinese = 0
  private(set) var others = 0

  init(of text: String) {
    let utf8 = text.utf8Span.span
    var index = 0
    while index < utf8.count {
      switch utf8[index] {
      case 0..<0x80:
        others += 1
        index += 1
      // U+4000 to U+9FFF, all of them Chinese.
      case 0xE4...0xE9:
        chinese += 1
        index += 3
      default:
        let (scalar, length) = utf8.scalar(at: index)
        if TextJoining.isChinese(scalar ?? 0) { chinese += 1 } else { others += 1 }
        index += length
      }
    }
  }

  /// The width of the text in that of a Chinese character: others are half as wide.
  var width: Double { Double(chinese) + Double(others) / 2 }
}
