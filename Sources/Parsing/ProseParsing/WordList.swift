internal import TextScanning

/// Words to look for at a position of a ``ProseText``; the longest one wins.
struct WordList: Sendable {
  private let beginnings: WordTable
  private let endings: WordTable

  /// - Parameter text: The words, separated by blanks.
  init(_ text: String) {
    self.init(text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { Array($0) })
  }

  /// The words of all `lists`.
  init(ofAll lists: [WordList]) { self.init(lists.flatMap(\.beginnings.all)) }

  private init(_ words: [[Unicode.Scalar]]) {
    beginnings = WordTable(words) { $0.first }
    endings = WordTable(words) { $0.last }
  }

  /// Where the longest word that begins at `start` ends; nil where none does.
  func end(in text: ProseText, from start: Int, upTo limit: Int = .max) -> Int? {
    guard let words = beginnings[text[start]] else { return nil }
    for word in words where start + word.count <= limit && text.has(word, at: start) {
      return start + word.count
    }
    return nil
  }

  /// Where the longest word that ends before `end` begins; nil where none does.
  func start(in text: ProseText, endingAt end: Int, downTo limit: Int = 0) -> Int? {
    guard let words = endings[text[end - 1]] else { return nil }
    for word in words where end - word.count >= limit && text.has(word, at: end - word.count) {
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

/// Words by one of their scalars, the longest first: a table by its low bits, since nearly every place of a text is asked
/// about, and nearly none has a word.
struct WordTable: Sendable {
  /// A bit for each of the low eight of the scalars.
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// By the low five; words of another scalar may be among them.
  private var words = [[[Unicode.Scalar]]](repeating: [], count: 32)

  init(_ words: [[Unicode.Scalar]], by key: ([Unicode.Scalar]) -> Unicode.Scalar?) {
    for word in words.sorted(by: { $0.count > $1.count }) {
      guard let scalar = key(word) else { continue }
      self.words[Int(scalar.value & 31)].append(word)
      let bit = UInt64(1) << UInt64(scalar.value & 63)
      switch scalar.value >> 6 & 3 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  var all: [[Unicode.Scalar]] { words.flatMap { $0 } }

  /// Words that may have `scalar` at their place; nil for nearly every other scalar.
  subscript(scalar: Unicode.Scalar) -> [[Unicode.Scalar]]? {
    let word =
      switch scalar.value >> 6 & 3 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    guard word >> UInt64(scalar.value & 63) & 1 == 1 else { return nil }
    return words[Int(scalar.value & 31)]
  }
}
