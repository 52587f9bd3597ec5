internal import DocumentModel

/// A word to look for in folded text, written as a literal in its folded form: `"总体情况"`, `"(此件"`.
///
/// Made anew wherever it is written in a function, so it holds the literal as it is and nothing worked out of it.
struct Phrase: Equatable, Sendable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: String) { self.text = text }

  init(stringLiteral value: String) { text = value }

  /// In Unicode scalars.
  var count: Int { text.scalarCount }

  /// Nil for an empty phrase.
  var first: Unicode.Scalar? { text.unicodeScalars.first }

  /// Whether `text` is this phrase and nothing else.
  func isWhole(_ text: some Sequence<Unicode.Scalar>) -> Bool {
    self.text.unicodeScalars.elementsEqual(text)
  }
}

extension Array<Unicode.Scalar> {
  /// Whether `phrase` stands at `index`; false for an index outside the text.
  func has(_ phrase: Phrase, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for scalar in phrase.text.unicodeScalars {
      guard place < count, self[place] == scalar else { return false }
      place += 1
    }
    return place <= count
  }

  /// The first of `phrases` that stands at `index`.
  func first(of phrases: [Phrase], at index: Int) -> Phrase? {
    phrases.first { has($0, at: index) }
  }

  func starts(withAny phrases: [Phrase]) -> Bool { first(of: phrases, at: 0) != nil }

  func ends(with phrase: Phrase) -> Bool { has(phrase, at: count - phrase.count) }

  func ends(withAny phrases: [Phrase]) -> Bool { phrases.contains { ends(with: $0) } }

  /// Where `phrase` first begins at or after `start`, wholly before `end` (by default the end of the text).
  func firstIndex(of phrase: Phrase, from start: Int = 0, upTo end: Int = .max) -> Int? {
    guard let head = phrase.first else { return nil }
    var index = Swift.max(0, start)
    let last = Swift.min(end, count) - phrase.count
    while index <= last {
      if self[index] == head, has(phrase, at: index) { return index }
      index += 1
    }
    return nil
  }

  func contains(_ phrase: Phrase) -> Bool { firstIndex(of: phrase) != nil }

  func contains(anyOf phrases: [Phrase]) -> Bool { phrases.contains { contains($0) } }

  /// The text between `lower` and `upper`, both clamped to the text.
  func string(_ lower: Int, _ upper: Int) -> String {
    let lower = Swift.max(0, Swift.min(lower, count))
    let upper = Swift.max(lower, Swift.min(upper, count))
    return String(scalars: self[lower..<upper])
  }

  /// Without blanks at either end.
  var trimmed: Self {
    guard let lower = firstIndex(where: { $0 != " " }), let upper = lastIndex(where: { $0 != " " })
    else { return [] }
    return lower == 0 && upper == count - 1 ? self : Array(self[lower...upper])
  }
}
