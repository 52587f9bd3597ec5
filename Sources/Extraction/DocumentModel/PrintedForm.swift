/// What printing and reading plain text agree on.
///
/// Text from elsewhere is read generously: `|` may set columns, `&nbsp;` may be left over from a page. So that none of it
/// happens to a document that we printed, printing asks here which lines it must mark, and reading decides by the
/// same rules.
package enum PrintedForm {
  /// Begins a line that is read as it stands: U+2060 WORD JOINER, which shows nothing and which no clean text contains.
  package static let guardMark = "\u{2060}"
  /// ``guardMark`` in UTF-8.
  package static let guardBytes: [UInt8] = [0xE2, 0x81, 0xA0]

  /// What a note's line begins with: `[footnote] `.
  package static func noteMark(_ kind: Note.Kind) -> String { "[\(kind.rawValue)] " }

  /// Whether rows set by TABs are a table even though nothing marks them.
  ///
  /// Not a single row, for one paragraph in ten thousand has a TAB inside; not rows without two filled cells in any of
  /// them (TABs left at the ends of lines); not a numbered list with a TAB after each number.
  package static func isTable(_ rows: [some Collection<String>]) -> Bool {
    guard rows.count > 1 else { return false }
    var hasPair = false
    var isList = true
    for row in rows {
      let filled = row.lazy.filter { !$0.isEmpty }.prefix(3).count
      if filled > 1 { hasPair = true }
      if filled > 2 || !isListNumber(row.first ?? "") { isList = false }
      if hasPair, !isList { return true }
    }
    return false
  }

  /// Whether a row must be marked: it would be taken for one cell on a line (`→0`), or for a row set by `|`, or a cell
  /// would be changed.
  static func needsGuard(row: some BidirectionalCollection<String>) -> Bool {
    if row.count == 2, row.first?.isEmpty == true { return true }
    return row.contains { needsGuard(line: $0, isFirst: false) || beginsWithPipe($0) }
  }

  /// Whether a line must be marked.
  ///
  /// - Parameter isFirst: Whether it is the document's first line, where other formats have their signatures.
  static func needsGuard(line: String, isFirst: Bool) -> Bool {
    let bytes = line.utf8Span.span
    return Markup.isPossible(in: bytes) || LineMarks.isPossible(in: bytes)
      || isNote(line) || pipes(bytes) > 1 || DocumentNoise.isFurniture(line)
      || isFirst
        && (line == DocumentNoise.exportersFirstLine || ForeignFormat(startOf: bytes) != nil)
  }

  private static func isNote(_ line: String) -> Bool {
    line.utf8.first == UInt8(ascii: "[")
      && Note.Kind.allCases.contains { line.hasPrefix("[\($0.rawValue)]") }
  }

  private static func beginsWithPipe(_ text: String) -> Bool {
    !text.isEmpty && pipeLength(text.utf8Span.span, at: 0) > 0
  }

  /// How many characters there are that may set columns: `|`, and ｜ │ ┃ of CJK fonts.
  package static func pipes(_ utf8: Span<UInt8>) -> Int {
    var count = 0
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "|"): count += 1
      case 0xEF, 0xE2: if pipeLength(utf8, at: index) > 0 { count += 1 }
      default: break
      }
    }
    return count
  }

  /// The bytes of the column mark at `index`; 0 where there is none.
  package static func pipeLength(_ utf8: Span<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case UInt8(ascii: "|"): return 1
    case 0xEF, 0xE2:
      // ｜ U+FF5C, │ U+2502, ┃ U+2503
      guard index + 2 < utf8.count else { return 0 }
      let tail = (utf8[index + 1], utf8[index + 2])
      let isMark =
        utf8[index] == 0xEF
        ? tail == (0xBD, 0x9C) : tail.0 == 0x94 && (tail.1 == 0x82 || tail.1 == 0x83)
      return isMark ? 3 : 0
    default: return 0
    }
  }

  /// Whether `text` only numbers an item: `1.` `（二）` `三、` `①` `•`, not `12` and not `三、本年度`.
  private static func isListNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.prefix(7)
    guard (1...6).contains(scalars.count), let last = scalars.last else { return false }
    if scalars.count == 1 { return "•●■◆▪-*①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(last) }
    return "、.．)）:：".unicodeScalars.contains(last)
      && scalars.dropLast().allSatisfy {
        "一二三四五六七八九十第(（".unicodeScalars.contains($0) || ("0"..."9").contains($0)
      }
  }
}
