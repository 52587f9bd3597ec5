/// Marks that programs leave in a text where a bookmark or a picture was.
///
///     [bookmark: _Hlk83814431]收到和处理政府信息公开申请情况统计表
///     [image: image7.png]FRTE B
package enum LineMarks {
  /// `text` without its marks and the marks themselves, in order; nil where there are none.
  ///
  /// A scrap of characters that a program recognised in the picture goes with the mark: what follows a picture on its line,
  /// if it is short and has no Chinese character. A figure is no scrap, and in a table nothing with a digit is; beside a
  /// picture it stays apart from what is before.
  ///
  ///     12[image: a.png]3  ->  12 3
  ///
  /// - Parameter isInTable: Nil where only the look of `text` tells: TABs, `|` or gaps in it.
  package static func removed(
    from text: String, isInTable: Bool? = nil
  ) -> (text: String, marks: [String])? {
    guard text.holds("[") else { return nil }
    let bytes = text.utf8Span.span
    guard isPossible(in: bytes) else { return nil }
    let isInTable = isInTable ?? hasFields(bytes)
    var kept: [UInt8] = []
    var marks: [String] = []
    var index = 0
    while index < bytes.count {
      guard let mark = mark(in: bytes, at: index) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      let end =
        mark.isPicture ? endOfScrap(bytes, from: mark.end, isInTable: isInTable) : mark.end
      marks.append(CleanText.line(bytes.extracting(index..<end)))
      if mark.isPicture, isJoint(kept, bytes, at: end) { kept.append(0x20) }
      index = end
    }
    return (String(decoding: kept, as: UTF8.self), marks)
  }

  /// Whether `utf8` has a mark.
  package static func isPossible(in utf8: Span<UInt8>) -> Bool {
    for index in utf8.indices where utf8[index] == UInt8(ascii: "[") {
      if mark(in: utf8, at: index) != nil { return true }
    }
    return false
  }

  /// Whether a mark begins at `index`.
  static func isMark(in utf8: Span<UInt8>, at index: Int) -> Bool {
    mark(in: utf8, at: index) != nil
  }

  private static func mark(in utf8: Span<UInt8>, at index: Int) -> (end: Int, isPicture: Bool)? {
    guard utf8[index] == UInt8(ascii: "[") else { return nil }
    let isPicture = utf8.hasASCIIPrefix("[image:", at: index)
    guard isPicture || utf8.hasASCIIPrefix("[bookmark:", at: index) else { return nil }
    // Names are short; the bound keeps a text of nothing but `[image:` linear.
    let limit = min(utf8.count, index + 256)
    var end = index + 7
    while end < limit {
      if utf8[end] == UInt8(ascii: "]") { return (end + 1, isPicture) }
      end += 1
    }
    return nil
  }

  /// The end of the scrap from `start` on; `start` where there is none.
  private static func endOfScrap(
    _ utf8: Span<UInt8>, from start: Int, isInTable: Bool
  ) -> Int {
    var end = start
    var hasDigit = false
    var hasLetter = false
    while end < utf8.count, utf8[end] != UInt8(ascii: "\t"), utf8[end] != UInt8(ascii: "[") {
      if isInTable, utf8[end] == UInt8(ascii: "|") { break }
      guard utf8[end] < 0x80, end - start < 24 else { return start }
      switch utf8[end] {
      case 0x30...0x39: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A: hasLetter = true
      default: break
      }
      end += 1
    }
    return hasDigit && (isInTable || !hasLetter) ? start : end
  }

  /// Whether `utf8` looks like a row of cells.
  private static func hasFields(_ utf8: Span<UInt8>) -> Bool {
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "\t"), UInt8(ascii: "|"): return true
      case UInt8(ascii: " "): if index > 0, utf8[index - 1] == UInt8(ascii: " ") { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether what stands before and after a picture would run together, as two numbers.
  private static func isJoint(_ kept: [UInt8], _ utf8: Span<UInt8>, at index: Int) -> Bool {
    guard index < utf8.count, utf8[index] > 0x20, let last = kept.last, last > 0x20 else {
      return false
    }
    var start = kept.count - 1
    while start > 0, kept.count - start < 4, kept[start] & 0xC0 == 0x80 { start -= 1 }
    guard let left = kept.span.scalar(at: start).scalar, let right = utf8.scalar(at: index).scalar
    else { return false }
    return !CleanText.isChinese(left) && !CleanText.isChinese(right)
  }
}
