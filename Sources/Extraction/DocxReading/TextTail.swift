internal import Diagnostics
internal import DocumentModel
internal import XMLEvents

/// What was written last to the paragraph that is open: two numbers that print apart must not grow together.
struct TextTail {
  /// The bytes of the last piece of text on one height.
  var start = 0
  var end = 0
  /// Its `w:position` in half points.
  var shift = 0
  /// What its digits became.
  var position = VerticalPosition.baseline
  /// Where struck-out text was that is more than a digit of a number.
  var gap: Int?
}

extension StoryReader {
  /// Takes the text of a struck-out `w:t` back: a correction stands beside it (~~12~~15 is 15, not 1215).
  mutating func leaveOutStruckText() {
    let text = CleanText.line(String(decoding: buffer[textStart...], as: UTF8.self))
    let isNumberPart = !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    buffer.removeSubrange(textStart...)
    if !isNumberPart { tail.gap = textStart }
    guard !text.isEmpty else { return }
    let location = findings.hasStruckText ? nil : place
    findings.noteStruck(text, at: location)
  }

  /// The paragraph or cell of the body that is open; nil in text boxes and nested tables.
  private var place: Location? {
    guard suspended.isEmpty, tables.count < 2 else { return nil }
    var lines = 0
    var tableCount = 0
    for block in blocks.prefix(flows.dropFirst().first?.start ?? blocks.count) {
      if case .line = block { lines += 1 } else { tableCount += 1 }
    }
    guard let table = tables.first else { return .paragraph(lines + 1) }
    // A table of one column is a frame.
    guard table.table.gridWidths.count != 1 else { return nil }
    let begun = table.row.cells.filter { $0.vertical != .continue && $0.horizontal != .continue }
    return .cell(
      table: tableCount + 1, row: table.table.rows.count + 1, cell: begun.count + 1)
  }

  /// Sees to it that the text since `textStart` and what stands before it are no number that is not printed.
  ///
  ///     3 ~~件，~~ 5        ->  3 5
  ///     12 and a raised 1  ->  12¹
  mutating func keepNumbersApart() {
    if tail.gap == textStart, endsInDigit(before: textStart), beginsWithDigit(at: textStart) {
      buffer.insert(0x20, at: textStart)
      textStart += 1
    }
    tail.gap = nil
    var piece = TextTail(start: textStart, end: buffer.count, shift: run.shift)
    if tail.end == textStart, textStart > 0 {
      let step = run.shift - tail.shift
      if abs(step) < Self.leastStep {
        piece.start = tail.start
        piece.position = tail.position
        piece.shift = tail.shift
        if tail.position != .baseline { shiftDigits(from: textStart, tail.position) }
      } else if endsInDigit(before: textStart), beginsWithDigit(at: textStart) {
        if abs(run.shift) > abs(tail.shift) {
          piece.position = step > 0 ? .superscript : .subscript
          shiftDigits(from: textStart, piece.position)
        } else {
          let own = Array(buffer[textStart...])
          buffer.removeSubrange(textStart...)
          shiftDigits(from: tail.start, step < 0 ? .superscript : .subscript)
          piece.start = buffer.count
          buffer += own
        }
      }
    }
    piece.end = buffer.count
    tail = piece
  }

  /// Half points between two heights that a reader sees as two; less only sets a line straight.
  private static var leastStep: Int { 3 }

  private mutating func shiftDigits(from start: Int, _ position: VerticalPosition) {
    let text = String(decoding: buffer[start...], as: UTF8.self)
    buffer.removeSubrange(start...)
    var shifted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shifted.append(position.shifted(scalar)) }
    buffer.append(contentsOf: String(shifted).utf8)
  }

  private func endsInDigit(before index: Int) -> Bool {
    guard index > 0, index <= buffer.count else { return false }
    return Self.isDigit(buffer[index - 1]) || isFullWidthDigit(at: index - 3)
  }

  private func beginsWithDigit(at index: Int) -> Bool {
    index < buffer.count && Self.isDigit(buffer[index]) || isFullWidthDigit(at: index)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ０ to ９: EF BC 90 to EF BC 99.
  private func isFullWidthDigit(at index: Int) -> Bool {
    index >= 0 && index + 2 < buffer.count && buffer[index] == 0xEF && buffer[index + 1] == 0xBC
      && (0x90...0x99).contains(buffer[index + 2])
  }
}

extension XMLAttributes {
  /// `w:val` of `w:position` in half points: `8`, and `4pt` in later editions; 0 where it is neither.
  var halfPoints: Int {
    if let number = integer(.val) { return min(max(number, -1_000), 1_000) }
    guard let value = string(.val), value.hasSuffix("pt"), let points = Double(value.dropLast(2)),
      abs(points) <= 500
    else { return 0 }
    return Int((points * 2).rounded())
  }
}
