/// Goes through a style sheet from one of `{`, `}` and `;` to the next, past quotation marks and brackets.
struct StyleCursor {
  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  /// The next sign and its place.
  mutating func next() -> (sign: UInt8, at: Int)? {
    var depth = 0
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipText(byte)
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      // A bracket that isn't closed ends where the block does.
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return (byte, index - 1)
      case UInt8(ascii: ";") where depth == 0: return (byte, index - 1)
      default: break
      }
    }
    return nil
  }

  /// A line end ends a text too.
  private mutating func skipText(_ quote: UInt8) {
    while index < text.endIndex, text[index] != quote, text[index] != 0x0A {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, text.endIndex)
  }

  /// Where the content of the block ends whose bracket was just passed, and what comes next.
  mutating func endOfBlock() -> (content: Int, next: Int) {
    var depth = 1
    while let (sign, at) = next() {
      if sign == UInt8(ascii: "{") { depth += 1 }
      if sign == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return (at, index) }
    }
    index = text.endIndex
    return (index, index)
  }
}
