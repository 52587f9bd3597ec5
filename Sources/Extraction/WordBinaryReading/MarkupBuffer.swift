/// WordprocessingML that is being written, as UTF-8.
struct MarkupBuffer {
  var bytes: [UInt8] = []
  /// Characters that no XML can hold; U+FFFD stands for each.
  private(set) var lostCount = 0

  mutating func add(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// An element without content whose `w:val` is `value`: `<w:ilvl w:val="0"/>`.
  mutating func add(_ start: StaticString, value: Int) {
    add(start)
    add(" w:val=\"")
    add(value)
    add("\"/>")
  }

  mutating func add(_ start: StaticString, value: String) {
    add(start)
    add(" w:val=\"")
    addAttribute(value)
    add("\"/>")
  }

  /// The last attribute of a start tag, and its end: `start` is what stands before `="0">`.
  mutating func add(_ start: StaticString, number: Int) {
    add(start)
    add("=\"")
    add(number)
    add("\">")
  }

  /// Text of an attribute between quotation marks; controls are left out.
  mutating func addAttribute(_ text: String) {
    for unit in text.utf16 where unit >= 0x20 && unit != 0x22 { addText([unit][...]) }
  }

  /// Text, of which `units` hold no control.
  mutating func addText(_ units: ArraySlice<UInt16>) {
    var index = units.startIndex
    while index < units.endIndex {
      let unit = UInt32(units[index])
      index += 1
      switch unit {
      case 0x26: add("&amp;")
      case 0x3C: add("&lt;")
      case 0x3E: add("&gt;")
      case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: unit))
      case 0x80..<0x800:
        bytes.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      case 0xD800..<0xDC00:
        guard index < units.endIndex, (0xDC00..<0xE000).contains(units[index]) else {
          addLost()
          continue
        }
        addSupplementary(0x10000 + (unit - 0xD800) << 10 + UInt32(units[index]) - 0xDC00)
        index += 1
      case 0xDC00..<0xE000, 0xFFFE...: addLost()
      default: addBasic(unit)
      }
    }
  }

  private mutating func addLost() {
    lostCount += 1
    addBasic(0xFFFD)
  }

  private mutating func addBasic(_ scalar: UInt32) {
    bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
  }

  private mutating func addSupplementary(_ scalar: UInt32) {
    bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
    bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
  }

  mutating func add(_ other: MarkupBuffer) {
    bytes += other.bytes
    lostCount += other.lostCount
  }

  /// The start of a part, its namespaces bound to the usual prefixes; `root` is the rest of its tag's name.
  mutating func open(_ root: StaticString) {
    add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:")
    add(root)
    add(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"")
    add(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"")
    add(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"")
    add(" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"")
    add(" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"")
    add(
      " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    )
    // What is between the tags of a text is all text.
    add(" xml:space=\"preserve\">")
  }

  mutating func close(_ root: StaticString) {
    add("</w:")
    add(root)
    add(">")
  }
}
