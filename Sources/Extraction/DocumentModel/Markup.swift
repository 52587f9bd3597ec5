/// Tags and entities of HTML that are left over in a plain text.
package enum Markup {
  /// Elements whose tags are taken out: what portals put around and into the text of a report.
  ///
  /// A name in angle brackets that is none of them stays: `<长江>`, `<http://www.example.gov.cn>`.
  package static let elements: Set<String> = [
    "a", "b", "body", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "hr", "html", "i", "img", "li", "meta", "o:p", "ol", "p", "script", "span", "strong",
    "style", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u",
    "ul",
  ]

  /// What the entities stand for that reports have; others stay as they are.
  package static let entities: [String: UInt32] = [
    "nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "amp": 0x26, "lt": 0x3C,
    "gt": 0x3E, "quot": 0x22, "apos": 0x27, "ldquo": 0x201C, "rdquo": 0x201D, "lsquo": 0x2018,
    "rsquo": 0x2019, "mdash": 0x2014, "ndash": 0x2013, "hellip": 0x2026, "middot": 0xB7,
    "times": 0xD7, "yen": 0xA5, "copy": 0xA9, "bull": 0x2022, "lang": 0x27E8, "rang": 0x27E9,
    "zwj": 0x200D, "zwnj": 0x200C,
  ]

  /// A tag at an index of a text.
  package struct Tag: Equatable {
    /// In lower case.
    package var name: String
    package var isClosing: Bool
    /// With both angle brackets.
    package var length: Int
  }

  /// The tag at `index`, where a `<` stands; nil where it begins no tag of ``elements``.
  package static func tag(in utf8: Span<UInt8>, at index: Int) -> Tag? {
    var next = index + 1
    let isClosing = next < utf8.count && utf8[next] == UInt8(ascii: "/")
    if isClosing { next += 1 }
    var name: [UInt8] = []
    while next < utf8.count, name.count < 8, isNamePart(utf8[next]) {
      name.append(utf8[next] | ((0x41...0x5A).contains(utf8[next]) ? 0x20 : 0))
      next += 1
    }
    let found = String(decoding: name, as: UTF8.self)
    guard elements.contains(found) else { return nil }
    // Attributes: bounded, so that a text of nothing but `<p ` takes linear time.
    let end = min(utf8.count, next + 512)
    while next < end, utf8[next] != UInt8(ascii: ">") {
      if utf8[next] == UInt8(ascii: "<") { return nil }
      next += 1
    }
    guard next < end else { return nil }
    return Tag(name: found, isClosing: isClosing, length: next + 1 - index)
  }

  /// The scalar that the entity at `index`, where a `&` stands, spells and its length in bytes; nil where there is none.
  package static func entity(
    in utf8: Span<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let limit = min(utf8.count, index + 12)
    var end = index + 1
    while end < limit, utf8[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit, end > index + 1 else { return nil }
    var body: [UInt8] = []
    for position in index + 1..<end { body.append(utf8[position]) }
    let name = String(decoding: body, as: UTF8.self)
    let scalar =
      if body[0] != UInt8(ascii: "#") {
        entities[name]
      } else if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16)
      } else {
        UInt32(name.dropFirst())
      }
    guard let scalar, scalar > 0, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, end + 1 - index)
  }

  /// Whether `utf8` has a tag or an entity.
  package static func isPossible(in utf8: Span<UInt8>) -> Bool {
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "<"): if tag(in: utf8, at: index) != nil { return true }
      case UInt8(ascii: "&"): if entity(in: utf8, at: index) != nil { return true }
      default: continue
      }
    }
    return false
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
