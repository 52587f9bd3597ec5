internal import DocumentModel

/// A line of a text that is not blank: where its bytes are, and what they tell at first sight.
struct TextLine {
  /// How a line sets cells, as far as the line alone tells.
  enum Kind {
    case paragraph
    /// Fields between TABs.
    case row
    /// One cell: a TAB before it and none inside.
    case cell
    /// Fields between `|`.
    case pipes
    /// Words with two or more blanks between them: columns perhaps.
    case columns
    /// A note, told by its mark: `[footnote] `.
    case note
  }

  /// From 1, as an editor counts them.
  var number: Int
  /// Where its bytes are in ``TextLines/buffer``, without line end, marks and the blanks at both sides; TABs stay.
  var range: Range<Int>
  var kind: Kind
  /// Set for a note.
  var noteKind: Note.Kind?
  /// Whether ``PrintedForm/guardMark`` stood before it.
  var isVerbatim: Bool
  /// TABs in it.
  var tabs = 0
  /// Whether there is a character in it that tags, entities and marks begin with.
  var mayHaveLeftovers = false
  /// Whether there may be a ``SoftBreak`` in it.
  var mayHaveSoftBreaks = false
  /// Blank lines between this line and the one before.
  var blanksBefore = 0
  /// Whether a page ended between this line and the one before.
  var followsPageBreak = false

  var isEmpty: Bool { range.isEmpty }

  /// - Parameters:
  ///   - range: The line in `bytes`, without its end.
  ///   - offset: What to add to an index of `bytes` for its place in ``TextLines/buffer``.
  init(number: Int, in bytes: Span<UInt8>, _ range: Range<Int>, offset: Int = 0) {
    self.number = number
    var range = range
    let note = PrintedForm.noteMark(startOf: bytes.extracting(range))
    if let note { range = range.lowerBound + note.length..<range.upperBound }
    isVerbatim = bytes.extracting(range).begins(with: PrintedForm.guardBytes)
    if isVerbatim { range = range.lowerBound + 3..<range.upperBound }
    range = Self.trimmed(range, in: bytes)
    self.range = range.lowerBound + offset..<range.upperBound + offset
    noteKind = note?.kind
    kind = .paragraph
    look(at: bytes.extracting(range))
  }

  private mutating func look(at line: Span<UInt8>) {
    var blanks = 0
    var hasGap = false
    var pipes = 0
    var next = 0
    while next < line.count {
      let index = next
      let byte = line[index]
      next += 1
      // The bytes of nearly all Chinese characters: what begins an ideograph, and what goes on another.
      if byte & 0xC0 == 0x80 { continue }
      switch byte {
      case 0xE4...0xEE:
        next += 2
        blanks = 0
      case 0x09:
        tabs += 1
        blanks = 0
      case 0x20:
        blanks += 1
        if blanks > 1 { hasGap = true }
      case 0xC2 where index + 1 < line.count && line[index + 1] == 0xA0:
        blanks += 1
        if blanks > 1 { hasGap = true }
      case 0xE3 where index + 2 < line.count && line[index + 1] == 0x80 && line[index + 2] == 0x80:
        hasGap = true
      case 0x0B: mayHaveSoftBreaks = true
      case 0xE2:
        if index + 1 < line.count, line[index + 1] == 0x80 { mayHaveSoftBreaks = true }
        if PrintedForm.pipeLength(line, at: index) > 0 { pipes += 1 }
        blanks = 0
      case 0x7C, 0xEF:
        if PrintedForm.pipeLength(line, at: index) > 0 { pipes += 1 }
        blanks = 0
      case 0x26, 0x3C, 0x5B:
        mayHaveLeftovers = true
        blanks = 0
      default: blanks = 0
      }
    }
    if noteKind != nil {
      kind = .note
    } else if isVerbatim {
      kind = tabs > 0 ? .row : .paragraph
    } else if pipes > 1, tabs == 0 || Self.isFramed(line) {
      kind = .pipes
    } else if tabs > 0 {
      kind = tabs == 1 && line[0] == 0x09 ? .cell : .row
    } else {
      kind = hasGap ? .columns : .paragraph
    }
  }

  /// Without blanks at the ends, but with the TABs that set cells.
  private static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] != 0x09 {
      let (scalar, length) = bytes.scalar(at: start)
      guard isInvisible(scalar) else { break }
      start += length
    }
    while end > start, bytes[end - 1] != 0x09 {
      var last = end - 1
      while last > start, end - last < 4, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard isInvisible(bytes.scalar(at: last).scalar) else { break }
      end = last
    }
    return start..<max(start, end)
  }

  private static func isInvisible(_ scalar: UInt32?) -> Bool {
    guard let scalar, scalar <= 0x20 || scalar >= 0x7F, let valid = Unicode.Scalar(scalar) else {
      return false
    }
    return CleanText.isUnseen(valid)
  }

  /// Whether `|` stands at both ends, TABs aside.
  private static func isFramed(_ line: Span<UInt8>) -> Bool {
    var start = 0
    while start < line.count, line[start] == 0x09 || line[start] == 0x20 { start += 1 }
    guard start < line.count, PrintedForm.pipeLength(line, at: start) > 0 else { return false }
    switch line[line.count - 1] {
    case 0x7C: return true
    default: return line.count > 2 && PrintedForm.pipeLength(line, at: line.count - 3) == 3
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes begin with `prefix`.
  func begins(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in prefix.indices where self[index] != prefix[index] { return false }
    return true
  }
}

/// Line breaks that stay inside a cell: vertical tab, U+2028 and U+2029.
enum SoftBreak {
  /// U+2028 in UTF-8.
  static let bytes: [UInt8] = [0xE2, 0x80, 0xA8]

  /// The parts of `range` of `utf8` between soft breaks; nearly always `range` itself.
  static func parts(of range: Range<Int>, in utf8: Span<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let length = length(utf8, at: index)
      if length > 0 {
        parts.append(start..<index)
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(min(start, range.upperBound)..<range.upperBound)
    return parts
  }

  private static func length(_ utf8: Span<UInt8>, at index: Int) -> Int {
    switch utf8[index] {
    case 0x0B: return 1
    case 0xE2:
      guard index + 2 < utf8.count, utf8[index + 1] == 0x80 else { return 0 }
      return utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
