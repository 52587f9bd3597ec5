/// How much of a text stands in another one.
///
/// Only letters and ideographs count, and each run of digits counts as one mark, whatever the number: the question is
/// whether the prose is the old one, and a sentence with this year's numbers in it is. Numbers are compared on their own.
package struct TextSimilarity: Hashable, Sendable {
  /// Of the newer text, as counted here.
  package var characters = 0
  /// Those of them that lie in a run of ``runLength`` that the older text has too.
  package var shared = 0

  /// Of a shorter text, all or nothing counts: it is the older one or it isn't.
  package static let runLength = 8
  /// Characters of a text that are looked at, which bounds the memory; a long section has a few thousand.
  package static let mostCharacters = 200_000

  package init() {}

  /// Takes time and memory in proportion to the two texts.
  package init(older: String, newer: String) {
    let old = Self.marks(older)
    let new = Self.marks(newer)
    characters = new.count
    guard new.count >= Self.runLength else {
      shared = new == old ? new.count : 0
      return
    }
    let known = Self.places(old)
    /// Up to where characters are counted already.
    var counted = 0
    for (start, hash) in Self.hashes(new).enumerated() {
      let end = start + Self.runLength
      guard let place = known[hash], old[place..<(place + Self.runLength)] == new[start..<end]
      else { continue }
      shared += end - max(start, counted)
      counted = end
    }
  }

  package static func + (left: TextSimilarity, right: TextSimilarity) -> TextSimilarity {
    var sum = left
    sum.characters += right.characters
    sum.shared += right.shared
    return sum
  }

  /// Whole per cent, rounded down; nil without characters.
  package var percent: Int? { characters == 0 ? nil : shared * 100 / characters }

  /// What of `text` counts.
  private static func marks(_ text: String) -> [UInt32] {
    var marks: [UInt32] = []
    for scalar in text.unicodeScalars {
      guard marks.count < mostCharacters else { break }
      guard let mark = mark(scalar), mark != digits || marks.last != digits else { continue }
      marks.append(mark)
    }
    return marks
  }

  /// What a character counts as: a letter or ideograph as itself, any digit as one and the same; nil for the others.
  static func mark(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    // Nearly all of a report, without a look into the tables of Unicode.
    case 0x4E00...0x9FFF: return scalar.value
    case 0x30...0x39: return digits
    case 0..<0x41: return nil
    default: break
    }
    if scalar.properties.numericType == .decimal { return digits }
    return scalar.properties.isAlphabetic ? scalar.value : nil
  }

  static let digits: UInt32 = 0x30

  /// Where the first run with each hash begins.
  private static func places(_ marks: [UInt32]) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for (start, hash) in hashes(marks).enumerated() where places[hash] == nil {
      places[hash] = start
    }
    return places
  }

  /// A hash of each run, the next one made of the last.
  private static func hashes(_ marks: [UInt32]) -> [UInt64] {
    guard marks.count >= runLength else { return [] }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What the first of a run weighs when it leaves.
    let first = (1..<runLength).reduce(UInt64(1)) { power, _ in power &* base }
    var hash: UInt64 = 0
    var hashes: [UInt64] = []
    hashes.reserveCapacity(marks.count)
    for (index, mark) in marks.enumerated() {
      if index >= runLength { hash &-= UInt64(marks[index - runLength]) &* first }
      hash = hash &* base &+ UInt64(mark)
      if index >= runLength - 1 { hashes.append(hash) }
    }
    return hashes
  }
}
