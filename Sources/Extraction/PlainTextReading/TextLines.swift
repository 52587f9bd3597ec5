internal import Diagnostics
internal import DocumentModel

/// The lines of a text that have something to read, and what was left out between them.
struct TextLines {
  private(set) var lines: [TextLine] = []
  private(set) var noise: [DocumentNoise.Piece] = []
  /// The text, and behind it the lines that had to be rewritten.
  private(set) var buffer: [UInt8]

  private let textLength: Int
  private var rewritten: [UInt8] = []
  private var number = 1
  private var blanks = 0
  private var pageBreak = false
  /// How many of ``lines`` stand before each form feed.
  private var pageEnds: [Int] = []

  /// Cuts `text` at LF, CR LF, CR, NEL and form feed; a form feed ends a page and counts as no line of its own.
  init(of text: [UInt8]) {
    buffer = text
    textLength = text.count
    var start = 0
    var index = 0
    let span = text.span
    while true {
      index = Self.nextEnd(in: span, from: index)
      guard index < span.count else { break }
      switch span[index] {
      case 0x0A:
        line(span, start..<index)
        number += 1
        start = index + 1
      case 0x0D:
        line(span, start..<index)
        number += 1
        if index + 1 < span.count, span[index + 1] == 0x0A { index += 1 }
        start = index + 1
      case 0x0C:
        if index > start { line(span, start..<index) }
        pageBreak = true
        pageEnds.append(lines.count)
        start = index + 1
      case 0xC2 where index + 1 < span.count && span[index + 1] == 0x85:
        line(span, start..<index)
        index += 1
        start = index + 1
      default: break
      }
      index += 1
    }
    line(span, start..<span.count)
    buffer += rewritten
    if !pageEnds.isEmpty { dropPageNumbers() }
  }

  /// Takes away the last lines of pages where they number the pages: on all of them but one perhaps, each one more than the
  /// one before, from 1 on or on at least three pages.
  ///
  /// Any other bare number may be a value.
  private mutating func dropPageNumbers() {
    if pageEnds.last != lines.count { pageEnds.append(lines.count) }
    var numbers: [(line: Int, number: Int, page: Int)] = []
    var previous = 0
    for (page, end) in pageEnds.enumerated() where end > previous {
      if let number = pageNumber(lines[end - 1]) { numbers.append((end - 1, number, page)) }
      previous = end
    }
    guard numbers.count > 1, numbers.count > 2 || numbers[0].number == 1,
      numbers.count + 1 >= pageEnds.count,
      Set(numbers.map { $0.number - $0.page }).count == 1
    else { return }
    for line in numbers.lazy.map(\.line).reversed() {
      let text = String(decoding: buffer[lines[line].range], as: UTF8.self)
      noise.append(DocumentNoise.Piece(text, at: .line(lines[line].number)))
      lines.remove(at: line)
    }
  }

  /// The number whose digits, ASCII or full-width, are all of `line`; nil for any other line, and for more than three digits.
  private func pageNumber(_ line: TextLine) -> Int? {
    guard line.kind == .paragraph || line.kind == .columns, line.range.count <= 9 else {
      return nil
    }
    let digits = String(decoding: buffer[line.range], as: UTF8.self).unicodeScalars
    guard 1...3 ~= digits.count else { return nil }
    var number: UInt32 = 0
    for digit in digits {
      switch digit {
      case "0"..."9": number = number * 10 + (digit.value - 0x30)
      case "\u{FF10}"..."\u{FF19}": number = number * 10 + (digit.value - 0xFF10)
      default: return nil
      }
    }
    return Int(number)
  }

  /// The next byte that may end a line; the end of the text where none does.
  private static func nextEnd(in text: Span<UInt8>, from start: Int) -> Int {
    unsafe text.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = start
      // All of the line ends are below the printing characters, but for the NEL.
      while index + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if Self.holdsByte(word, below: 0x0E) { break }
        if Self.holdsByte(word ^ 0xC2C2_C2C2_C2C2_C2C2, below: 1) { break }
        index += 8
      }
      while index < raw.count, unsafe raw[index] > 0x0D && raw[index] != 0xC2 { index += 1 }
      return index
    }
  }

  /// Whether one of the eight bytes of `word` is less than `limit`: taking that away borrows from its high bit.
  private static func holdsByte(_ word: UInt64, below limit: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (word &- ones &* limit) & ~word & (ones << 7) != 0
  }

  private mutating func line(_ text: Span<UInt8>, _ range: Range<Int>) {
    let printed = TextLine(number: number, in: text, range)
    if printed.isVerbatim || printed.isEmpty {
      add(printed)
    } else if printed.mayHaveLeftovers || printed.noteKind != nil,
      let (kept, removed) = Leftovers.removed(from: text.extracting(range))
    {
      noise += removed.map { DocumentNoise.Piece($0, at: .line(number)) }
      let offset = textLength + rewritten.count
      rewritten += kept
      let line = TextLine(number: number, in: kept.span, 0..<kept.count, offset: offset)
      if line.isEmpty, !removed.isEmpty {
        pageBreak = true
      } else {
        addParts(of: line, in: kept.span, offset: offset)
      }
    } else {
      addParts(of: printed, in: text, offset: 0)
    }
  }

  /// A line break inside a paragraph ends it; in a row it stays in its cell.
  private mutating func addParts(of line: TextLine, in bytes: Span<UInt8>, offset: Int) {
    guard line.mayHaveSoftBreaks, line.kind == .paragraph || line.kind == .columns else {
      addUnlessNoise(line, in: bytes, offset: offset)
      return
    }
    let range = line.range.lowerBound - offset..<line.range.upperBound - offset
    for part in SoftBreak.parts(of: range, in: bytes) {
      let line = TextLine(number: line.number, in: bytes, part, offset: offset)
      addUnlessNoise(line, in: bytes, offset: offset)
    }
  }

  private mutating func addUnlessNoise(_ line: TextLine, in bytes: Span<UInt8>, offset: Int) {
    switch line.kind {
    case .paragraph, .columns, .pipes:
      let range = line.range.lowerBound - offset..<line.range.upperBound - offset
      let text = bytes.extracting(range)
      let isExporters = lines.isEmpty && text.begins(with: Self.exportersFirstLine)
      if DocumentNoise.isFurniture(text)
        || isExporters && text.count == Self.exportersFirstLine.count
      {
        noise.append(DocumentNoise.Piece(CleanText.line(text), at: .line(number)))
        pageBreak = true
      } else {
        add(line)
      }
    case .row, .cell, .note: add(line)
    }
  }

  private static let exportersFirstLine = Array(DocumentNoise.exportersFirstLine.utf8)

  private mutating func add(_ line: TextLine) {
    guard !line.isEmpty else {
      blanks += 1
      return
    }
    var line = line
    line.blanksBefore = blanks
    line.followsPageBreak = pageBreak
    lines.append(line)
    blanks = 0
    pageBreak = false
  }
}
