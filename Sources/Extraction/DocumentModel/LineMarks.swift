/// Marks that programs leave in a text where a bookmark or a picture was.
///
///     [bookmark: _Hlk83814431]收到和处理政府信息公开申请情况统计表
///     [image: image7.png]FRTE B
package enum LineMarks {
  /// `text` without its marks and the marks themselves, in order; nil where there are none.
  ///
  /// A scrap of characters that a program recognised in the picture goes with the mark: what follows a picture on its line,
  /// if it is short and has no Chinese character.
  package static func removed(from text: String) -> (text: String, marks: [String])? {
    let bytes = text.utf8Span.span
    guard isPossible(in: bytes) else { return nil }
    var kept: [UInt8] = []
    var marks: [String] = []
    var index = 0
    while index < bytes.count {
      guard let mark = mark(in: bytes, at: index) else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      let end = mark.isPicture ? endOfScrap(bytes, from: mark.end) : mark.end
      marks.append(CleanText.line(bytes.extracting(index..<end)))
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
  private static func endOfScrap(_ utf8: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < utf8.count, utf8[end] != UInt8(ascii: "\t"), utf8[end] != UInt8(ascii: "[") {
      guard utf8[end] < 0x80, end - start < 24 else { return start }
      end += 1
    }
    return end
  }
}
