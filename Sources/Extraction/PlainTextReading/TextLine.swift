internal import DocumentModel

/// A line of the text that is not blank.
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
  }

  /// From 1, as an editor counts them.
  var number: Int
  /// Without the line end and the blanks at both sides; TABs stay.
  var bytes: ArraySlice<UInt8>
  var kind: Kind
  /// Whether ``PrintedForm/guardMark`` stood before it.
  var isVerbatim: Bool
  /// TABs in it.
  var tabs: Int
  /// Blank lines between this line and the one before.
  var blanksBefore = 0
  /// Whether a page ended between this line and the one before.
  var followsPageBreak = false

  init(number: Int, _ bytes: ArraySlice<UInt8>) {
    self.number = number
    isVerbatim = bytes.starts(with: PrintedForm.guardBytes)
    self.bytes = Self.trimmed(isVerbatim ? bytes.dropFirst(3) : bytes)
    (kind, tabs) = Self.kind(of: self.bytes, isVerbatim: isVerbatim)
  }

  /// The line as one clean text.
  var text: String { CleanText.line(bytes.span) }

  /// The fields between TABs, clean; a line break inside a field (vertical tab, U+2028) joins as lines do.
  func fields() -> [String] {
    bytes.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
      CleanText.joinLines(SoftBreak.parts(of: field).map { CleanText.line($0.span) })
    }
  }

  /// Blanks at the ends, but not the TABs that set cells.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var trimmed = bytes
    while let first = trimmed.first, first != 0x09 {
      let (scalar, length) = trimmed.span.scalar(at: 0)
      guard isInvisible(scalar) else { break }
      trimmed = trimmed.dropFirst(length)
    }
    while let last = trimmed.last, last != 0x09 {
      var length = 1
      while length < 4, length < trimmed.count, trimmed[trimmed.endIndex - length] & 0xC0 == 0x80 {
        length += 1
      }
      let tail = trimmed.suffix(length)
      guard isInvisible(tail.span.scalar(at: 0).scalar) else { break }
      trimmed = trimmed.dropLast(length)
    }
    return trimmed
  }

  private static func isInvisible(_ scalar: UInt32?) -> Bool {
    guard let scalar, scalar <= 0x20 || scalar >= 0x7F, let valid = Unicode.Scalar(scalar) else {
      return false
    }
    return CleanText.isBlank(valid) || CleanText.isDropped(valid)
  }

  private static func kind(of bytes: ArraySlice<UInt8>, isVerbatim: Bool) -> (Kind, tabs: Int) {
    let span = bytes.span
    var tabs = 0
    var blanks = 0
    var hasGap = false
    var mayHavePipes = false
    for index in span.indices {
      switch span[index] {
      case 0x21...0x7B, 0x7D, 0x7E: blanks = 0
      case 0x09:
        tabs += 1
        blanks = 0
      case 0x20:
        blanks += 1
        if blanks > 1 { hasGap = true }
      case 0x7C: mayHavePipes = true
      case 0xC2 where index + 1 < span.count && span[index + 1] == 0xA0:
        blanks += 1
        if blanks > 1 { hasGap = true }
      case 0xA0: break
      case 0xE3 where index + 2 < span.count && span[index + 1] == 0x80 && span[index + 2] == 0x80:
        hasGap = true
      case 0xE2, 0xEF:
        mayHavePipes = true
        blanks = 0
      default: blanks = 0
      }
    }
    if isVerbatim { return (tabs > 0 ? .row : .paragraph, tabs) }
    if mayHavePipes, PrintedForm.pipes(span) > 1, tabs == 0 || isFramed(bytes) {
      return (.pipes, tabs)
    }
    if tabs == 1, span[0] == 0x09 { return (.cell, tabs) }
    if tabs > 0 { return (.row, tabs) }
    return (hasGap ? .columns : .paragraph, 0)
  }

  /// Whether `|` stands at both ends, TABs aside.
  private static func isFramed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let inner = bytes.drop { $0 == 0x09 || $0 == 0x20 }
    guard !inner.isEmpty, PrintedForm.pipeLength(inner.span, at: 0) > 0 else { return false }
    return [UInt8(ascii: "|"), 0x9C, 0x82, 0x83].contains(inner.last)
  }
}

/// Line breaks that stay inside a cell: vertical tab, U+2028 and U+2029.
enum SoftBreak {
  /// U+2028 in UTF-8.
  static let bytes: [UInt8] = [0xE2, 0x80, 0xA8]

  /// The parts of `line` between soft breaks; nearly always the line itself.
  static func parts(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let span = line.span
    var parts: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var index = 0
    while index < span.count {
      let length = length(span, at: index)
      if length > 0 {
        parts.append(line[start..<line.startIndex + index])
        start = line.startIndex + index + length
      }
      index += max(1, length)
    }
    return parts.isEmpty ? [line] : parts + [line[start...]]
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
