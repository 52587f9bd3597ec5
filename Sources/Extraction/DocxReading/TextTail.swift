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
}

extension StoryReader {
  /// Sees to it that the text since `textStart` and what stands before it are no number that is not printed.
  ///
  ///     12 and a raised 1  ->  12¹
  mutating func keepNumbersApart() {
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

  /// Whether a digit stands before `index`, struck-out text between them not counted.
  private func endsInDigit(before index: Int) -> Bool {
    Digits.end(buffer[..<StruckText.start(before: index, in: buffer)])
  }

  private func beginsWithDigit(at index: Int) -> Bool {
    index <= buffer.count && Digits.begin(buffer[index...])
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
