/// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` as programs write it, or nothing.
enum XMLDeclaration {
  private static let longest = 128
  private static let usual = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".utf8)
  private static let opening = Array("<?xml".utf8)
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The index after it and a byte order mark; nil if it is not all there.
  static func end(in bytes: Span<UInt8>) throws(NotPlainXML) -> Int? {
    if bytes.hold(usual, at: 0..<usual.count) { return usual.count }
    let start = bytes.byte(0) == mark[0] ? 3 : 0
    // Enough to tell it from a root.
    guard bytes.count >= start + 6 else { return nil }
    guard start == 0 || bytes.hold(mark, at: 0..<3) else { throw NotPlainXML() }
    guard bytes.hold(opening, at: start..<start + 5) else { return start }
    var end = start + 5
    while bytes.byte(end) != UInt8(ascii: ">") {
      guard end < start + longest else { throw NotPlainXML() }
      guard end < bytes.count else { return nil }
      end += 1
    }
    let text = String(decoding: (start + 5...end).map { bytes.byte($0) }, as: UTF8.self)
    guard isPlain(text) else { throw NotPlainXML() }
    return end + 1
  }

  private static func isPlain(_ text: String) -> Bool {
    let quote = text.utf8.contains(UInt8(ascii: "'")) ? "'" : "\""
    var rest = text.utf8[...]
    func take(_ name: String, _ values: String...) -> Bool {
      for value in values {
        let field = " \(name)=\(quote)\(value)\(quote)".utf8
        guard rest.starts(with: field) else { continue }
        rest = rest.dropFirst(field.count)
        return true
      }
      return false
    }
    guard take("version", "1.0") else { return false }
    _ = take("encoding", "UTF-8", "utf-8")
    _ = take("standalone", "yes", "no")
    return rest.elementsEqual("?>".utf8) || rest.elementsEqual(" ?>".utf8)
  }
}
