internal import CompoundFiles

/// A check box or a list of an old form (FFData, MS-DOC 2.9.78), as `w:ffData`.
struct FormField {
  private(set) var markup = MarkupBuffer()

  /// A state that is the default one.
  private static let isDefault = 25
  private static let mostChoices = 64

  init(_ data: [UInt8], _ range: Range<Int>) {
    guard let flags = data.uint16(range.lowerBound + 4) else { return }
    let kind = flags & 3
    let state = flags >> 2 & 0x1F
    guard kind == 1 || kind == 2 else { return }
    // Sizes, then the name; the default; four texts that nobody sees, and two names of macros.
    var offset = range.lowerBound + 10
    skipText(data, &offset)
    guard let standard = data.uint16(offset) else { return }
    let value = state == Self.isDefault ? standard : state
    guard kind == 2 else {
      markup.add("<w:ffData><w:checkBox>")
      markup.add("<w:checked", value: value == 1 ? 1 : 0)
      markup.add("</w:checkBox></w:ffData>")
      return
    }
    offset += 2
    for _ in 0..<5 { skipText(data, &offset) }
    addChoices(data, offset, range.upperBound, value)
  }

  /// A list of texts (STTB, 2.2.4): a mark, their number, bytes of data that each has, and each after its length.
  private mutating func addChoices(_ data: [UInt8], _ start: Int, _ end: Int, _ choice: Int) {
    guard data.uint16(start) == 0xFFFF, let count = data.uint16(start + 2) else { return }
    markup.add("<w:ffData><w:ddList>")
    markup.add("<w:result", value: choice)
    var offset = start + 6
    for _ in 0..<min(count, Self.mostChoices) {
      guard let length = data.uint16(offset), let text = data.range(offset + 2, count: 2 * length),
        text.upperBound <= end
      else { break }
      let units = stride(from: text.lowerBound, to: text.upperBound, by: 2).map {
        UInt16(truncatingIfNeeded: data.uint16($0) ?? 0)
      }
      markup.add("<w:listEntry", value: String(decoding: units, as: UTF16.self))
      offset = text.upperBound
    }
    markup.add("</w:ddList></w:ffData>")
  }

  /// Moves past a text with its length before and a zero after it.
  private func skipText(_ data: [UInt8], _ offset: inout Int) {
    offset += 4 + 2 * (data.uint16(offset) ?? 0)
  }
}
