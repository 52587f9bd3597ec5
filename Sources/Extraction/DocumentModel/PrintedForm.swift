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

  /// The note that a line is whose bytes begin with such a mark, and the length of the mark; nil for any other line.
  package static func noteMark(startOf utf8: Span<UInt8>) -> (kind: Note.Kind, length: Int)? {
    guard !utf8.isEmpty, utf8[0] == UInt8(ascii: "[") else { return nil }
    for (kind, mark) in noteMarks where utf8.hasASCIIPrefix(mark) { return (kind, mark.utf8.count) }
    return nil
  }

  private static let noteMarks = Note.Kind.allCases.map { ($0, noteMark($0)) }

  /// Whether rows set by TABs are a table even though nothing marks them.
  ///
  /// Not a single row, for paragraphs have a TAB inside now and then; not rows without two filled cells in any of
  /// them (TABs left at the ends of lines); not a list with a TAB after each number or name (`联系电话：→0537`).
  package static func isTable(_ rows: [[TableCell]]) -> Bool {
    guard rows.count > 1 else { return false }
    var hasPair = false
    var isList = true
    for row in rows {
      let filled = row.count { !$0.text.isEmpty }
      if filled > 1 { hasPair = true }
      if filled > 2 || !isListMark(row.first?.text ?? "") { isList = false }
      if hasPair, !isList { return true }
    }
    return false
  }

  /// Whether a row must be marked: it would be taken for one cell on a line (`→0`), or for a row set by `|`, or a cell
  /// would be changed.
  static func needsGuard(row: some BidirectionalCollection<String>, isFirst: Bool) -> Bool {
    guard let first = row.first else { return false }
    if row.count == 2, first.isEmpty { return true }
    let bytes = first.utf8Span.span
    if noteMark(startOf: bytes) != nil || isFirst && ForeignFormat(startOf: bytes) != nil {
      return true
    }
    return row.contains { isChanged($0.utf8Span.span) || beginsWithPipe($0) }
  }

  /// Whether a line must be marked.
  ///
  /// - Parameter isFirst: Whether it is the document's first line, where other formats have their signatures.
  static func needsGuard(line: String, isFirst: Bool) -> Bool {
    let bytes = line.utf8Span.span
    if isFirst, line == DocumentNoise.exportersFirstLine || ForeignFormat(startOf: bytes) != nil {
      return true
    }
    return isChanged(bytes) || noteMark(startOf: bytes) != nil || DocumentNoise.isFurniture(bytes)
  }

  /// Whether a reader of foreign text would change `utf8` wherever it stands.
  private static func isChanged(_ utf8: Span<UInt8>) -> Bool {
    var columnMarks = 0
    for index in utf8.indices {
      switch utf8[index] {
      case UInt8(ascii: "<"): if Markup.tag(in: utf8, at: index) != nil { return true }
      case UInt8(ascii: "&"): if Markup.entity(in: utf8, at: index) != nil { return true }
      case UInt8(ascii: "["): if LineMarks.isMark(in: utf8, at: index) { return true }
      case UInt8(ascii: "|"), 0xE2, 0xEF:
        if pipeLength(utf8, at: index) > 0 { columnMarks += 1 }
        if columnMarks > 1 { return true }
      default: continue
      }
    }
    return false
  }

  private static func beginsWithPipe(_ text: String) -> Bool {
    !text.isEmpty && pipeLength(text.utf8Span.span, at: 0) > 0
  }

  /// The bytes of the character at `index` that may set columns, `|` or ｜ │ ┃ of CJK fonts; 0 where there is none.
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

  /// Whether `text` only numbers or names what follows: `1.` `（二）` `三、` `①` `•` `联系电话：`, not `12` and not `三、本年度`.
  private static func isListMark(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last, text.utf8.count <= 30 else { return false }
    if "：:".unicodeScalars.contains(last) { return true }
    if "•●■◆▪-*①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains(last) { return text.unicodeScalars.count == 1 }
    return "、.．)）".unicodeScalars.contains(last)
      && text.unicodeScalars.dropLast().allSatisfy {
        "一二三四五六七八九十第(（".unicodeScalars.contains($0) || ("0"..."9").contains($0)
      }
  }
}
