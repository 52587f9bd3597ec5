/// Words to look for at a position of a ``ProseText``; the longest one wins.
struct WordList {
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let endings: [Unicode.Scalar: [[Unicode.Scalar]]]
  /// What words begin with: nearly every place of a text is no such scalar.
  private let beginnings: ScalarFilter

  /// - Parameter text: The words, separated by blanks.
  init(_ text: String) {
    var words: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    var endings: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let first = word.first, let last = word.last else { continue }
      words[first, default: []].append(Array(word))
      endings[last, default: []].append(Array(word))
    }
    beginnings = ScalarFilter(words.keys)
    self.words = words.mapValues { $0.sorted { $0.count > $1.count } }
    self.endings = endings.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Where the longest word that begins at `start` ends; nil where none does.
  func end(in text: ProseText, from start: Int, upTo limit: Int = .max) -> Int? {
    guard beginnings.mayContain(text[start]), let candidates = words[text[start]] else {
      return nil
    }
    for word in candidates where start + word.count <= limit && text.has(word, at: start) {
      return start + word.count
    }
    return nil
  }

  /// Whether `text` (folded) begins with one of the words.
  func begins(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, beginnings.mayContain(first) else { return false }
    return words[first]?.contains { text.starts(with: $0) } ?? false
  }

  /// Where the longest word that ends before `end` begins; nil where none does.
  func start(in text: ProseText, endingAt end: Int, downTo limit: Int = 0) -> Int? {
    guard let candidates = endings[text[end - 1]] else { return nil }
    for word in candidates where end - word.count >= limit && text.has(word, at: end - word.count) {
      return end - word.count
    }
    return nil
  }

  /// The first word inside `range`.
  func first(in text: ProseText, _ range: Range<Int>) -> Range<Int>? {
    for start in range {
      if let end = end(in: text, from: start, upTo: range.upperBound) { return start..<end }
    }
    return nil
  }

  /// The last word inside `range`.
  func last(in text: ProseText, _ range: Range<Int>) -> Range<Int>? {
    for end in range.reversed() {
      if let start = start(in: text, endingAt: end + 1, downTo: range.lowerBound) {
        return start..<(end + 1)
      }
    }
    return nil
  }
}

/// A set of scalars by the low eight bits of their values: it may say yes too often, and never no wrongly.
private struct ScalarFilter {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars {
      let bit = UInt64(1) << UInt64(scalar.value & 63)
      switch scalar.value >> 6 & 3 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    let word =
      switch scalar.value >> 6 & 3 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word >> UInt64(scalar.value & 63) & 1 == 1
  }
}
