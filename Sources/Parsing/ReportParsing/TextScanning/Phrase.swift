/// A word to look for in folded text, written as a literal in its folded form: `"总体情况"`, `"(此件"`.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  let scalars: [Unicode.Scalar]

  init(_ text: some StringProtocol) { scalars = Array(text.unicodeScalars) }

  init(stringLiteral value: String) { self.init(value) }
}

extension Array<Unicode.Scalar> {
  /// Whether `phrase` stands at `index`; false for an index outside the text.
  func has(_ phrase: Phrase, at index: Int) -> Bool {
    let length = phrase.scalars.count
    guard index >= 0, length <= count, index <= count - length else { return false }
    for offset in 0..<length where self[index + offset] != phrase.scalars[offset] { return false }
    return true
  }

  /// The first of `phrases` that stands at `index`.
  func first(of phrases: [Phrase], at index: Int) -> Phrase? {
    phrases.first { has($0, at: index) }
  }

  func starts(withAny phrases: [Phrase]) -> Bool { first(of: phrases, at: 0) != nil }

  func ends(with phrase: Phrase) -> Bool { has(phrase, at: count - phrase.scalars.count) }

  func ends(withAny phrases: [Phrase]) -> Bool { phrases.contains { ends(with: $0) } }

  /// Where `phrase` first begins at or after `start`, wholly before `end` (by default the end of the text).
  func firstIndex(of phrase: Phrase, from start: Int = 0, upTo end: Int = .max) -> Int? {
    guard let head = phrase.scalars.first else { return nil }
    var index = Swift.max(0, start)
    let last = Swift.min(end, count) - phrase.scalars.count
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
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[lower..<upper])
    return String(view)
  }

  /// Without blanks at either end.
  var trimmed: Self {
    guard let lower = firstIndex(where: { $0 != " " }), let upper = lastIndex(where: { $0 != " " })
    else { return [] }
    return lower == 0 && upper == count - 1 ? self : Array(self[lower...upper])
  }
}
