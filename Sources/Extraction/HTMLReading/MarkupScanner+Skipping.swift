internal import Diagnostics
internal import DocumentModel

/// Elements whose content isn't read, and what stands for them.
extension MarkupScanner {
  /// Goes behind the end tag of an element whose content is no text of the page.
  mutating func skip(_ tag: MarkupTag) {
    let start = index
    guard !unclosed.contains(tag.name), let end = endTag(of: tag.name, from: start) else {
      unclosed.insert(tag.name)
      // A browser shows nothing of the rest either; of other elements it shows what is in them.
      if tag.name == "script" || tag.name == "style" || tag.name == "title" {
        endOfPage("a \(tag.name)")
      }
      return
    }
    head.noteContent(of: tag, source[start..<end.start])
    index = end.end
  }

  private func endTag(of name: String, from start: Int) -> (start: Int, end: Int)? {
    guard let found = MarkupEnds.content(of: name, in: source.span, from: start),
      let end = source[found...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return (found, end + 1)
  }

  /// Where an element whose content isn't read may put a number onto the page.
  mutating func writeStandIn(
    for tag: MarkupTag, _ content: ArraySlice<UInt8>
  ) throws(Failure) {
    switch tag.name {
    case "iframe", "video": try writeFrame(tag)
    case "script":
      if content.holds("document.write") { try writeUnknown() }
    case "noscript":
      // Shown in place of what a script makes, which may be another number.
      let text = content.prefix { $0 != UInt8(ascii: "<") }
      let number = String(decoding: text.prefix(64), as: UTF8.self).trimmed
      if CleanText.isFigure(String(number)) { try writeUnknown(String(number)) }
    default: break
    }
  }

  /// Stands for something that can't be read, and may be a number.
  ///
  /// - Parameters:
  ///   - filling: The number that it seems to be; empty where nothing is known.
  ///   - style: Attributes that say whether it shows.
  mutating func writeUnknown(
    _ filling: String = "", style: [MarkupTag.Attribute] = []
  ) throws(Failure) {
    try write(.img, MarkupTag(name: "img", attributes: style + Self.unknown(filling)))
  }

  /// Stands for something with a place of its own, which may show a number where a cell holds nothing else.
  mutating func writeFrame(_ tag: MarkupTag) throws(Failure) {
    var style = tag.attributes.filter {
      ["id", "class", "style", "hidden", "width", "height"].contains($0.name)
    }
    style.append(MarkupTag.Attribute(name: "type", value: Self.frame))
    try writeUnknown(style: style)
  }

  static func unknown(_ filling: String) -> [MarkupTag.Attribute] {
    [
      MarkupTag.Attribute(name: "role", value: unknown),
      MarkupTag.Attribute(name: "title", value: filling),
    ]
  }

  /// The role of a picture that stands for what a script, a font or a program shows.
  static let unknown = "unknown"
  /// The type of one with a place of its own.
  static let frame = "frame"
  /// The role of an element that a script may fill where it holds nothing yet.
  static let placeholder = "placeholder"
}
