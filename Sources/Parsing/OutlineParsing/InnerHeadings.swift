internal import DocumentModel
internal import TextScanning

/// Headings within a paragraph, as （二） in （一）主动公开情况。…（二）依申请公开情况。… is.
enum InnerHeadings {
  /// `text` divided before each conventional subhead that a number and the end of a sentence stand before.
  ///
  /// - Returns: Empty where there is none, as in nearly every paragraph.
  static func pieces(of text: String) -> [String] {
    guard text.utf8.count > 60, mayHold(text) else { return [] }
    let raw = text.scalars
    let folded = TextFolding.folded(raw)
    var starts = [0]
    for index in folded.indices.dropFirst()
    where folded[index - 1] == "。"
      || folded[index - 1] == " " && index >= 2 && folded[index - 2] == "。"
    {
      guard let number = HeadingNumber(Array(folded[index...].prefix(8))), number.level == 2 else {
        continue
      }
      let start = index + number.contentStart
      let end = folded[start...].prefix(25).firstIndex { "。:".unicodeScalars.contains($0) } ?? start
      if end > start, SectionTopic.isKnownSubhead(folded[start..<end].withoutBlanks) {
        starts.append(index)
      }
    }
    guard starts.count > 1 else { return [] }
    return starts.indices.map { place in
      let end = place + 1 < starts.count ? starts[place + 1] : raw.count
      return CleanText.line(raw.string(starts[place], end))
    }
  }

  /// Whether a bracket or ㈠ stands behind 。 somewhere.
  private static func mayHold(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index + 3 < bytes.count {
        // 。 is E3 80 82, （ is EF BC 88, ㈠ is E3 88 A0.
        guard unsafe bytes[index] == 0xE3, unsafe bytes[index + 1] == 0x80,
          unsafe bytes[index + 2] == 0x82
        else {
          // Most Chinese characters are three bytes from E4 on.
          index += unsafe bytes[index] >= 0xE4 ? 3 : 1
          continue
        }
        index += 3
        let next = unsafe bytes[index] == 0x20 && index + 1 < bytes.count ? index + 1 : index
        switch unsafe bytes[next] {
        case 0x28: return true
        case 0xEF where next + 2 < bytes.count: if unsafe bytes[next + 2] == 0x88 { return true }
        case 0xE3 where next + 2 < bytes.count: if unsafe bytes[next + 1] == 0x88 { return true }
        default: continue
        }
      }
      return false
    }
  }
}
