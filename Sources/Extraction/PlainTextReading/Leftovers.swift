internal import DocumentModel

/// What a web page or an exporter left in a line: tags, entities, marks of bookmarks and pictures.
enum Leftovers {
  /// `line` without them and what was taken out; nil where there is nothing of the kind.
  ///
  /// An entity becomes its character and isn't listed. `<br>` becomes a break inside the line, the end of a cell a TAB, for
  /// that is what they were. Digits in `<sup>` and `<sub>` become raised and lowered ones.
  static func removed(from line: Span<UInt8>) -> (line: [UInt8], removed: [String])? {
    let hasMarkup = Markup.isPossible(in: line)
    guard hasMarkup || LineMarks.isPossible(in: line) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    for index in line.indices { bytes.append(line[index]) }
    var removed: [String] = []
    if hasMarkup {
      // Twice, for `&amp;nbsp;` and `&lt;br&gt;`.
      bytes = decoded(decoded(bytes))
      bytes = withoutTags(bytes, &removed)
    }
    if let (text, marks) = LineMarks.removed(from: String(decoding: bytes, as: UTF8.self)) {
      bytes = Array(text.utf8)
      removed += marks
    }
    return (bytes, removed)
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let span = bytes.span
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < span.count {
      if span[index] == 0x26, let (scalar, length) = Markup.entity(in: span, at: index) {
        // A line end in an entity is none in the text.
        decoded.appendUTF8(scalar == 0x0A || scalar == 0x0D ? 0x20 : scalar)
        index += length
      } else {
        decoded.append(span[index])
        index += 1
      }
    }
    return decoded
  }

  private static func withoutTags(_ bytes: [UInt8], _ removed: inout [String]) -> [UInt8] {
    let span = bytes.span
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var height: DigitHeight?
    var index = 0
    while index < span.count {
      // A tag that is not closed ends with its cell.
      if span[index] == 0x09 || span[index] == 0x7C { height = nil }
      if let height, span[index] != 0x3C {
        let (scalar, length) = span.scalar(at: index)
        if let scalar, let valid = Unicode.Scalar(scalar) {
          kept.appendUTF8(height.shifted(valid).value)
        } else {
          for offset in index..<index + length { kept.append(span[offset]) }
        }
        index += length
        continue
      }
      guard span[index] == 0x3C, let tag = Markup.tag(in: span, at: index) else {
        kept.append(span[index])
        index += 1
        continue
      }
      removed.append(CleanText.line(span.extracting(index..<index + tag.length)))
      switch (tag.name, tag.isClosing) {
      case ("br", _), ("p", true), ("div", true), ("tr", true), ("li", true):
        kept += SoftBreak.bytes
      case ("sup", false): height = .raised
      case ("sub", false): height = .lowered
      case ("sup", true), ("sub", true):
        // Which digits it closes isn't known where none opens: they stay apart.
        if height == nil { kept.append(0x20) }
        height = nil
      case ("td", true), ("th", true):
        height = nil
        kept.append(0x09)
      default: break
      }
      index += tag.length
    }
    return kept
  }
}
