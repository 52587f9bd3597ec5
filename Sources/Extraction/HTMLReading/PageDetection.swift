internal import DocumentModel

/// Tells web pages from other texts, by what they begin with and by their tags.
package enum PageDetection {
  /// Whether `bytes` are a web page, or a text with a table of HTML in it.
  package static func isPage(_ bytes: [UInt8]) -> Bool {
    let text = ascii(bytes)
    if let start = firstMarkup(text) { return isPageStart(text, at: start) && !isMarkdown(text) }
    return hasTableOrTags(text)
  }

  /// Whether a text has headings or rows of Markdown, and few tags: pandoc keeps the `<div>` that was around them.
  private static func isMarkdown(_ text: [UInt8]) -> Bool {
    var marks = 0
    var tags = 0
    for line in text.prefix(1 << 20).split(separator: 0x0A) {
      if line.starts(with: "# ".utf8) || line.starts(with: "## ".utf8) || line.first == 0x7C {
        marks += 1
      }
      if line.first == UInt8(ascii: "<") { tags += 1 }
    }
    return marks >= 4 && marks > tags * 2
  }

  /// Whether markup is the first that `bytes` hold, not counting blanks and comments.
  static func beginsWithMarkup(_ bytes: [UInt8]) -> Bool { firstMarkup(ascii(bytes)) != nil }

  /// The bytes as far as they are looked at, those of UTF-16 without their zeros.
  private static func ascii(_ bytes: [UInt8]) -> [UInt8] {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isWide || bytes.prefix(64).contains(0) else { return bytes }
    return bytes.prefix(1 << 20).filter { $0 != 0 && $0 < 0xFE }
  }

  /// The first `<` that is no comment's; nil where other text comes first.
  private static func firstMarkup(_ text: [UInt8]) -> Int? {
    var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < text.count {
      switch text[index] {
      case 0x09...0x0D, 0x20: index += 1
      // A no-break space or an ideographic one, and the mark again, as pages that were put together have it.
      case 0xC2 where text[index...].starts(with: [0xC2, 0xA0]): index += 2
      case 0xE3 where text[index...].starts(with: [0xE3, 0x80, 0x80]): index += 3
      case 0xEF where text[index...].starts(with: [0xEF, 0xBB, 0xBF]): index += 3
      case UInt8(ascii: "<"):
        guard text[index...].starts(with: "<!--".utf8) else { return index }
        // A comment to the end.
        guard let (_, next) = MarkupEnds.comment(in: text.span, at: index) else { return nil }
        index = next
      default: return nil
      }
    }
    return nil
  }

  private static func isPageStart(_ text: [UInt8], at start: Int) -> Bool {
    let span = text.span.extracting(start..<min(text.count, start + 4_096))
    if span.hasASCIIPrefix("<!doctype html") { return true }
    if span.hasASCIIPrefix("<?xml") || span.hasASCIIPrefix("<!doctype") {
      return span.indices.contains { span.hasASCIIPrefix("<html", at: $0) }
    }
    if span.hasASCIIPrefix("<![if") { return true }
    return tagName(in: span, at: 0).map(elements.contains) ?? false
  }

  /// Whether a text has a table of at least four cells in tags, or nothing but tags around its lines.
  private static func hasTableOrTags(_ text: [UInt8]) -> Bool {
    var tables = 0
    var cells = 0
    var tags = 0
    let span = text.span
    for index in span.indices where span[index] == UInt8(ascii: "<") {
      let isEnd = index + 1 < span.count && span[index + 1] == UInt8(ascii: "/")
      guard let name = tagName(in: span, at: index, isEnd: isEnd) else { continue }
      switch name {
      case "table": tables += isEnd ? 0 : 1
      case "td", "th": cells += isEnd ? 0 : 1
      default: break
      }
      if blocks.contains(name) { tags += 1 }
    }
    guard tables > 0 && cells >= 4 || tags >= 20 && tags * 500 >= text.count else { return false }
    // Lines that begin with a bar are a table of Markdown with tags in its cells.
    let rows = span.indices.count {
      span[$0] == UInt8(ascii: "|") && ($0 == 0 || span[$0 - 1] == 0x0A)
    }
    return rows < 5
  }

  /// The name of the tag whose `<` stands at `index`, in lower case.
  private static func tagName(in text: Span<UInt8>, at index: Int, isEnd: Bool = false) -> String? {
    var name: [UInt8] = []
    var next = index + (isEnd ? 2 : 1)
    while next < text.count, name.count < 12 {
      let byte = text[next]
      guard
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      else { break }
      name.append(byte | ((0x41...0x5A).contains(byte) ? 0x20 : 0))
      next += 1
    }
    guard !name.isEmpty, next < text.count else { return nil }
    switch text[next] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: ">"), UInt8(ascii: "/"):
      return String(decoding: name, as: UTF8.self)
    default: return nil
    }
  }

  private static let blocks: Set<String> = [
    "p", "div", "table", "tbody", "tr", "td", "th", "span", "li", "ul", "ol", "h1", "h2", "h3",
    "h4",
    "section",
  ]

  private static let elements: Set<String> = blocks.union([
    "html", "head", "body", "meta", "title", "script", "style", "link", "base", "center", "font",
    "br",
    "hr", "img", "a", "b", "strong", "em", "i", "u", "form", "iframe", "article", "main", "header",
    "nav",
    "footer", "aside", "thead", "tfoot", "colgroup", "caption", "dl", "dt", "dd", "pre",
    "blockquote",
    "h5", "h6", "noscript", "input", "address", "frameset", "ucapcontent",
  ])
}
