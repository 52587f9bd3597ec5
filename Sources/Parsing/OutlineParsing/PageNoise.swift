internal import DocumentModel
internal import TextScanning

/// What pages and exporters print between the lines of a text.
enum PageNoise {
  /// Whether the line is a page number standing alone.
  ///
  /// `-1-`, `— 1 —`, `- 4 -`, `第 3 页`, `第1页共5页`, `3/5` are; `3` and `2021` are not, because a list may hold them.
  static func isPageNumber(_ line: Line) -> Bool {
    guard let text = line.compact(upTo: 12), let first = text.first, let last = text.last,
      text.contains(where: \.isDigit)
    else { return false }
    if first == "-", last == "-" {
      return text.allSatisfy { $0.isDigit || $0 == "-" }
    }
    if first == "第", last == "页" {
      return text.allSatisfy { $0.isDigit || "第页共/,-".unicodeScalars.contains($0) }
    }
    return false
  }

  /// Whether the line is a rule: `----`, `====`, or the `||||` that is left of an empty table.
  static func isRule(_ line: Line) -> Bool {
    guard let first = line.text.unicodeScalars.first, "|-=_*~—─━｜".unicodeScalars.contains(first)
    else { return false }
    return line.text.unicodeScalars.allSatisfy { "|-=_*~—─━｜: ".unicodeScalars.contains($0) }
  }

  /// `text` without `[bookmark: …]` and, with what follows it, `[image: …]`; nil where there is no such mark.
  ///
  ///     "[bookmark: _Hlk83814431]收到和处理…"  ->  "收到和处理…"
  ///     "[image: image7.png]FRTE B"         ->  ""
  static func withoutMarks(_ text: String) -> String? {
    // The first byte tells for nearly every paragraph; a mark further on is found only in short ones.
    guard text.utf8.first == UInt8(ascii: "[") || text.utf8.count < 4_096, text.holds("[") else {
      return nil
    }
    let raw = text.scalars
    guard let lastClose = raw.lastIndex(of: "]") else { return nil }
    let lastIdeograph = raw.lastIndex(where: \.isIdeograph) ?? 0
    var kept: [Unicode.Scalar] = []
    var index = 0
    var found = false
    while index < raw.count {
      let isImage = raw.has("[image:", at: index)
      if index < lastClose, isImage || raw.has("[bookmark:", at: index),
        let close = raw.firstIndex(of: "]", from: index)
      {
        found = true
        index = close + 1
        // Scraps of recognized text behind a picture are Latin; a sentence behind it stays.
        if isImage, lastIdeograph < index { index = raw.count }
      } else {
        kept.append(raw[index])
        index += 1
      }
    }
    return found ? CleanText.line(kept.string(0, kept.count)) : nil
  }
}
