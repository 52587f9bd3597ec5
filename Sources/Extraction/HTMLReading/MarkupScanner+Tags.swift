internal import DocumentModel

/// How a tag is read.
extension MarkupScanner {
  /// The tag whose name begins at `start`, and goes behind it; nil where the page ends before it does.
  mutating func tag(nameAt start: Int) -> MarkupTag? {
    var next = start
    while next < source.count, !Self.endsName(source[next]) { next += 1 }
    var tag = MarkupTag(name: lowercased(start..<min(next, start + 64)), attributes: [])
    var conditions: [String] = []
    while true {
      while next < source.count, Self.isSpace(source[next]) || source[next] == UInt8(ascii: "/") {
        next += 1
      }
      guard next < source.count else { return nil }
      if source[next] == UInt8(ascii: ">") {
        noteSwallowed(index..<next, tag)
        if !conditions.isEmpty {
          tag.attributes.append(
            MarkupTag.Attribute(
              name: MarkupTag.conditions, value: conditions.joined(separator: " ")))
        }
        index = next + 1
        return tag
      }
      let nameStart = next
      next += 1
      while next < source.count, !Self.endsName(source[next]), source[next] != UInt8(ascii: "=") {
        next += 1
      }
      let name = lowercased(nameStart..<min(next, nameStart + 64))
      while next < source.count, Self.isSpace(source[next]) { next += 1 }
      guard next < source.count else { return nil }
      var value = next..<next
      if source[next] == UInt8(ascii: "=") {
        next += 1
        while next < source.count, Self.isSpace(source[next]) { next += 1 }
        guard next < source.count else { return nil }
        let quote = source[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          guard let end = source[(next + 1)...].firstIndex(of: quote) else { return nil }
          value = next + 1..<end
          next = end + 1
        } else {
          let valueStart = next
          while next < source.count, !Self.isSpace(source[next]), source[next] != UInt8(ascii: ">")
          {
            next += 1
          }
          value = valueStart..<next
        }
      }
      for condition in survey.conditions[name] ?? []
      where condition.holds(for: String(decoding: source[value].prefix(4_096), as: UTF8.self)) {
        conditions.append(condition.word)
      }
      // Only the first of a name counts.
      guard MarkupTag.known.contains(name) else {
        if survey.shown.contains(name), Self.isOfNumber(source[value]) { tag.filling = "" }
        if !value.isEmpty {
          tag.noteFilling(name, String(decoding: source[value].prefix(256), as: UTF8.self))
        }
        continue
      }
      guard tag[name] == nil else { continue }
      if value.count > Self.attributes[name] ?? 0, Self.ofStyles.contains(name) {
        isIncomplete = true
      }
      let most = MarkupTag.longestValue(of: name)
      tag.attributes.append(
        MarkupTag.Attribute(
          name: name, value: String(decoding: source[value].prefix(most), as: UTF8.self)))
    }
  }

  /// By which rules of styles and scripts find an element, or say how it shows.
  private static let ofStyles: Set<String> = ["id", "class", "style"]

  /// Whether the value of an attribute, which a style sheet shows, is a number or changes one.
  private static func isOfNumber(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value.prefix(40), as: UTF8.self).trimmed
    return CleanText.isFigure(String(text))
      || !text.isEmpty && text.allSatisfy { GeneratedContent.ofNumbers.contains($0) || $0 == "元" }
  }

  private static let mostDamages = 20

  /// Says so where a quotation mark that is not closed took text into a tag.
  private mutating func noteSwallowed(_ range: Range<Int>, _ tag: MarkupTag) {
    guard range.count > 200 else { return }
    var cells = 0
    let source = source
    let bytes = source.span.extracting(range)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      if bytes.hasASCIIPrefix("</td", at: index) || bytes.hasASCIIPrefix("</p>", at: index)
        || bytes.hasASCIIPrefix("</tr", at: index)
      {
        cells += 1
      }
    }
    guard cells > 0 else { return }
    if damages.count < Self.mostDamages {
      damages.append(
        "a quotation mark of <\(tag.name)> is not closed: it hides \(range.count) bytes")
    } else {
      moreDamages += 1
    }
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: source[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
