/// A text with places for values: `{1}` for a name, a number or a quotation, which stay as they are, and `[1]` for words, which may
/// fit a template of their own.
struct TextTemplate {
  struct Place: Hashable {
    var number: Int
    var isOfWords: Bool
  }

  /// What stands before, between and behind the places.
  let texts: [[UInt8]]
  let places: [Place]

  init(_ template: String) {
    var texts: [[UInt8]] = []
    var places: [Place] = []
    var rest = template[...]
    while let match = rest.firstMatch(of: #/\{(?<value>[1-9])\}|\[(?<words>[1-9])\]/#) {
      texts.append(Array(rest[..<match.range.lowerBound].utf8))
      let number = (match.output.value ?? match.output.words).flatMap { Int($0) }
      places.append(Place(number: number ?? 0, isOfWords: match.output.words != nil))
      rest = rest[match.range.upperBound...]
    }
    self.texts = texts + [Array(rest.utf8)]
    self.places = places
  }

  /// What stands in the places, in their order; nil where `text` doesn't fit.
  ///
  /// By bytes, since a name that begins with a combining mark would hide the quotation mark before it. Each text between two places is
  /// looked for once, from where the one before it ends: the time is that of reading `text`.
  func values(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    guard let first = texts.first, let last = texts.last, text.starts(with: first) else {
      return nil
    }
    guard !places.isEmpty else { return text.count == first.count ? [] : nil }
    var rest = text.dropFirst(first.count)
    guard rest.count > last.count, rest.suffix(last.count).elementsEqual(last) else { return nil }
    rest = rest.dropLast(last.count)
    var values: [ArraySlice<UInt8>] = []
    for piece in texts.dropFirst().dropLast() {
      guard let start = Self.place(of: piece, in: rest), start > rest.startIndex else {
        return nil
      }
      values.append(rest[..<start])
      rest = rest[(start + piece.count)...]
    }
    return rest.isEmpty ? nil : values + [rest]
  }

  private static func place(of piece: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard let first = piece.first, text.count >= piece.count else { return nil }
    var candidates = text[...(text.endIndex - piece.count)]
    while let start = candidates.firstIndex(of: first) {
      if text[start...].starts(with: piece) { return start }
      candidates = candidates[(start + 1)...]
    }
    return nil
  }
}
