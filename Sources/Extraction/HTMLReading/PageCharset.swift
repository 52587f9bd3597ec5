/// What a page calls its own encoding.
enum PageCharset {
  /// The name in the first `charset=` of a tag, or in the XML declaration; nil where there is none.
  static func declared(in bytes: [UInt8]) -> String? {
    // A comment of some kilobytes may come first.
    let head = bytes.prefix(64 << 10).filter { $0 != 0 }
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    if text.hasPrefix("<?xml"), let end = text.firstIndex(of: ">"),
      let name = value(of: "encoding", in: text[..<end])
    {
      return name
    }
    var rest = text[...]
    while let tag = rest.range(of: "<meta") {
      rest = rest[tag...]
      let end = rest.firstIndex(of: ">") ?? rest.endIndex
      if let name = value(of: "charset", in: rest[..<end]) { return name }
      rest = rest[end...]
    }
    return nil
  }

  /// The value behind `name=`, with or without quotation marks.
  static func value(of name: String, in text: Substring) -> String? {
    guard let start = text.range(of: name) else { return nil }
    var rest = text[start...].dropFirst(name.count).drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop { " \"'".contains($0) }
    let value = rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
}

extension Substring {
  /// Where `word` begins first; both are ASCII.
  fileprivate func range(of word: String) -> Substring.Index? {
    let pattern = Array(word.utf8)
    var index = utf8.startIndex
    while let found = utf8[index...].firstIndex(of: pattern[0]) {
      if utf8[found...].starts(with: pattern) { return found }
      index = utf8.index(after: found)
    }
    return nil
  }
}
