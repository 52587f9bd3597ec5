/// How many records a run may remove because their files are gone, before it takes that for a mistake.
package enum RemovalLimit: Hashable, Sendable {
  /// Percent of the records: more than these may not go at once, unless they are few (``few``) and not most of all.
  case share(Int)
  case count(Int)

  /// Documents that somebody may well have removed by hand.
  static let few = 5

  /// `10%`, `500`; nil for anything else.
  init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Int(text.dropLast()), (0...100).contains(percent) else { return nil }
      self = .share(percent)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// Whether `removed` of `published` records are more than may go.
  ///
  /// - Parameter failing: Of `removed`, those whose document is there and can't be read: a few of these are said, each with
  ///   its line, and stop no run.
  package func isExceeded(by removed: Int, failing: Int = 0, of published: Int) -> Bool {
    switch self {
    case .count(let most): return removed > most
    case .share(let percent):
      func isExceeded(_ removed: Int, _ few: Int) -> Bool {
        removed * 100 > published * percent && removed > few
      }
      let gone = removed - failing
      return isExceeded(removed, Self.few) || isExceeded(gone, 1) && gone * 2 > published
    }
  }

  package var text: String {
    switch self {
    case .share(let percent): "\(percent)%"
    case .count(let count): "\(count)"
    }
  }
}
