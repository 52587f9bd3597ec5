internal import DocumentModel

/// A place of a line that a script, a style or a font may show otherwise than it stands in the source.
struct LineDoubt {
  /// What a script puts there, as far as it is known: a number without separators, or empty.
  var number: String
  /// Whether no text of the source stands there.
  var isAlone: Bool
  /// Whether a blank parts it from the text before.
  var isApart: Bool

  /// Bytes of a line before the place and behind it; nothing stands between them where only the place is known.
  static let start: UInt8 = 0x13
  static let end: UInt8 = 0x14

  /// `line` without the marks of the places.
  static func unmarked(_ line: [UInt8]) -> [UInt8] { line.filter { $0 != start && $0 != end } }

  /// `line` with U+FFFD for each digit that may be another one, and what stands around these.
  ///
  /// - Parameter doubts: One for each ``start``, in order.
  static func settled(
    _ line: [UInt8], _ doubts: [LineDoubt]
  ) -> (line: [UInt8], pieces: [String]) {
    var text = Text(line, doubts)
    var pieces: [String] = []
    for place in text.settledPlaces().reversed() {
      if let piece = text.settle(place) { pieces.append(piece) }
    }
    return (text.bytes, pieces.reversed())
  }

  /// The characters of a line, and the places in it.
  private struct Text {
    struct Place {
      var range: Range<Int>
      var doubt: LineDoubt
    }

    private var scalars: [Unicode.Scalar] = []
    private var places: [Place] = []

    init(_ line: [UInt8], _ doubts: [LineDoubt]) {
      var doubts = doubts[...]
      /// The places that aren't at their end yet: one may begin within another.
      var open: [Int] = []
      for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case UInt32(LineDoubt.start):
          guard let doubt = doubts.popFirst() else { continue }
          open.append(places.count)
          places.append(Place(range: scalars.count..<scalars.count, doubt: doubt))
        case UInt32(LineDoubt.end): if let place = open.popLast() { end(place) }
        default: scalars.append(scalar)
        }
      }
      for place in open { end(place) }
      // Within a place of which nothing is known no other says more.
      var known = 0
      places.removeAll { place in
        if !place.range.isEmpty, place.range.upperBound <= known { return true }
        if place.doubt.number.isEmpty { known = max(known, place.range.upperBound) }
        return false
      }
    }

    private mutating func end(_ place: Int) {
      places[place].range = places[place].range.lowerBound..<scalars.count
    }

    /// The places, or the whole line where there are more of them than any program makes.
    func settledPlaces() -> [Place] {
      guard places.count > Self.mostPlaces else { return places }
      let all = LineDoubt(number: "", isAlone: false, isApart: false)
      return [Place(range: 0..<scalars.count, doubt: all)]
    }

    private static let mostPlaces = 200

    var bytes: [UInt8] { Array(String(scalars: scalars).utf8) }

    /// Replaces the digits at `place`, and says what stands around them; nil where there is no doubt about any.
    mutating func settle(_ place: Place) -> String? {
      let doubt = place.doubt
      var start = place.range.lowerBound
      var end = place.range.upperBound
      if place.range.isEmpty { while end < scalars.count, Self.isPassed(scalars[end]) { end += 1 } }
      if !doubt.isApart { while isOfNumber(start - 1, towards: -1) { start -= 1 } }
      while isOfNumber(end, towards: 1) { end += 1 }
      let digits = (start..<end).filter { Self.isDigit(scalars[$0]) }
      if digits.isEmpty {
        let behind = scalars[place.range.upperBound...].first { !Self.isPassed($0) }
        guard doubt.isAlone, let behind, Self.units.contains(behind) || !doubt.number.isEmpty else {
          return doubt.number.isEmpty ? nil : doubt.number
        }
        scalars.insert("\u{FFFD}", at: place.range.lowerBound)
      } else {
        let number = String(scalars: digits.map { scalars[$0] })
        guard number != doubt.number.filter(\.isNumber) else { return nil }
        for index in digits { scalars[index] = "\u{FFFD}" }
      }
      return CleanText.line(
        String(scalars: scalars[max(0, start - 12)..<min(scalars.count, end + 12)]))
    }

    /// Whether the character at `index` is a digit, or a separator with one behind it in the same direction.
    private func isOfNumber(_ index: Int, towards step: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      if Self.isDigit(scalars[index]) || scalars[index] == "\u{FFFD}" { return true }
      let next = index + step
      return [".", ",", "．", "，"].contains(scalars[index]) && scalars.indices.contains(next)
        && Self.isDigit(scalars[next])
    }

    /// Blanks, and marks of the line's other states.
    private static func isPassed(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value <= 0x20 && scalar.value != UInt32(LineBuilder.lineBreak)
        || CleanText.isBlank(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
      ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    /// What is counted in a report: a number is missing before it.
    private static let units = Set("件条个项人万亿元起篇宗份%％".unicodeScalars)
  }
}
