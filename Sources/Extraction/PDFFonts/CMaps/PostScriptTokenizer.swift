internal import PDFObjects

/// Splits CMaps and the clear text of Type 1 fonts into tokens, just as poppler's PSTokenizer does, so that damaged
/// ones are understood alike.
struct PostScriptTokenizer {
  enum Token: Equatable {
    /// What stands between `<` and `>`.
    case hexadecimal(Range<Int>)
    /// Without its slash.
    case name(Range<Int>)
    case arrayStart
    case arrayEnd
    /// A number, an operator, a string in parentheses or anything else.
    case other(Range<Int>)
  }

  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Nil at the end.
  mutating func next() -> Token? {
    skipBlanks()
    guard position < end else { return nil }
    let start = position
    position &+= 1
    switch bytes[start] {
    case 0x28: return string(from: start)
    case 0x3C: return hexadecimal(from: start)
    case 0x5B: return .arrayStart
    case 0x5D: return .arrayEnd
    case let first:
      while position < end, bytes[position].isPDFRegular { position &+= 1 }
      return first == 0x2F ? .name((start &+ 1)..<position) : .other(start..<position)
    }
  }

  /// The text of a short token; empty for a long one, which is no word of the language.
  func word(_ range: Range<Int>) -> String {
    range.count > 32 ? "" : String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether `token` is the operator `word`.
  func isOperator(_ token: Token?, _ word: String) -> Bool {
    guard case .other(let range) = token, range.count == word.utf8.count else { return false }
    return bytes[range].elementsEqual(word.utf8)
  }

  private mutating func skipBlanks() {
    while position < end {
      if bytes[position] == 0x25 {
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position &+= 1 }
      } else if bytes[position].isPDFBlank {
        position &+= 1
      } else {
        return
      }
    }
  }

  private mutating func string(from start: Int) -> Token {
    var isEscaped = false
    while position < end {
      let byte = bytes[position]
      position &+= 1
      if byte == 0x29, !isEscaped { break }
      isEscaped = byte == 0x5C
    }
    return .other(start..<position)
  }

  private mutating func hexadecimal(from start: Int) -> Token {
    while position < end, bytes[position] != 0x3E { position &+= 1 }
    guard position < end else { return .other(start..<end) }
    position &+= 1
    return .hexadecimal((start &+ 1)..<(position &- 1))
  }
}
