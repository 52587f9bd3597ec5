/// What a page calls its own encoding.
enum PageCharset {
  /// The name in the first `charset=` of a tag, or in the XML declaration; nil where there is none.
  static func declared(in bytes: [UInt8]) -> String? {
    // A comment of some kilobytes may come first.
    let head: [UInt8] = bytes.prefix(64 << 10).compactMap { byte in
      byte == 0 ? nil : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    if head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")),
      let name = value(of: "encoding", in: head[..<end])
    {
      return name
    }
    var rest = head[...]
    while let tag = rest.firstIndex(of: "<meta") {
      rest = rest[tag...]
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let name = value(of: "charset", in: rest[..<end]) { return name }
      rest = rest[end...]
    }
    return nil
  }

  /// The value behind `name=`, with or without quotation marks.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.firstIndex(of: name) else { return nil }
    var rest = tag[(start + name.utf8.count)...].drop { $0 <= 0x20 }
    guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
    rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let value = rest.prefix { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: true
      default: "-_:.".utf8.contains(byte)
      }
    }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }
}
