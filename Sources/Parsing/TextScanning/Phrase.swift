internal import DocumentModel

/// A word to look for in folded text, written as a literal in its folded form: `"总体情况"`, `"(此件"`.
///
/// Made anew wherever it is written in a function, so it is no more than where the literal lies: lists of phrases cost
/// nothing to make.
@usableFromInline package struct Phrase: Equatable, Sendable, ExpressibleByStringLiteral {
  @usableFromInline let literal: StaticString

  @inlinable package init(stringLiteral literal: StaticString) { self.literal = literal }

  /// Its scalars, in order.
  @safe fileprivate struct Scalars: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ literal: StaticString) {
      unsafe bytes = UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    }

    mutating func next() -> Unicode.Scalar? {
      guard unsafe index < bytes.count else { return nil }
      let (scalar, length) = unsafe bytes.validScalar(at: index)
      index += length
      return scalar
    }
  }

  fileprivate var scalars: Scalars { Scalars(literal) }

  /// In Unicode scalars.
  package var count: Int { scalars.reduce(0) { count, _ in count + 1 } }

  /// Nil for an empty phrase.
  package var first: Unicode.Scalar? {
    var scalars = scalars
    return scalars.next()
  }

  /// Whether `text` is this phrase and nothing else.
  package func isWhole(_ text: ArraySlice<Unicode.Scalar>) -> Bool { scalars.elementsEqual(text) }

  /// Whether `text` is this phrase and nothing else.
  package func isWhole(_ text: [Unicode.Scalar]) -> Bool { isWhole(text[...]) }

  @usableFromInline package static func == (left: Phrase, right: Phrase) -> Bool {
    left.scalars.elementsEqual(right.scalars)
  }
}

extension Array<Unicode.Scalar> {
  /// Whether `phrase` stands at `index`; false for an index outside the text.
  package func has(_ phrase: Phrase, at index: Int) -> Bool {
    guard index >= 0 else { return false }
    var place = index
    for scalar in phrase.scalars {
      guard place < count, self[place] == scalar else { return false }
      place += 1
    }
    return place <= count
  }

  /// The first of `phrases` that stands at `index`.
  package func first(of phrases: [Phrase], at index: Int) -> Phrase? {
    phrases.first { has($0, at: index) }
  }

  /// Whether the whole text is one of `phrases`.
  package func isAny(of phrases: [Phrase]) -> Bool { phrases.contains { $0.isWhole(self) } }

  package func starts(withAny phrases: [Phrase]) -> Bool { first(of: phrases, at: 0) != nil }

  package func ends(with phrase: Phrase) -> Bool { has(phrase, at: count - phrase.count) }

  package func ends(with other: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    reversed().starts(with: other.reversed())
  }

  package func ends(withAny phrases: [Phrase]) -> Bool { phrases.contains { ends(with: $0) } }

  /// Where `phrase` first begins at or after `start`, wholly before `end` (by default the end of the text).
  package func firstIndex(of phrase: Phrase, from start: Int = 0, upTo end: Int = .max) -> Int? {
    guard let head = phrase.first else { return nil }
    var index = Swift.max(0, start)
    let last = Swift.min(end, count) - phrase.count
    while index <= last {
      if self[index] == head, has(phrase, at: index) { return index }
      index += 1
    }
    return nil
  }

  package func contains(_ phrase: Phrase) -> Bool { firstIndex(of: phrase) != nil }

  package func contains(anyOf phrases: [Phrase]) -> Bool { phrases.contains { contains($0) } }

  /// The text between `lower` and `upper`, both clamped to the text.
  package func string(_ lower: Int, _ upper: Int) -> String {
    let lower = Swift.max(0, Swift.min(lower, count))
    let upper = Swift.max(lower, Swift.min(upper, count))
    return String(scalars: self[lower..<upper])
  }

  package var withoutBlanks: Self { self[...].withoutBlanks }

  /// Without blanks at either end.
  package var trimmed: Self {
    guard let lower = firstIndex(where: { $0 != " " }), let upper = lastIndex(where: { $0 != " " })
    else { return [] }
    return lower == 0 && upper == count - 1 ? self : Array(self[lower...upper])
  }
}

extension ArraySlice<Unicode.Scalar> {
  package var withoutBlanks: [Unicode.Scalar] { contains(" ") ? filter { $0 != " " } : Array(self) }
}
