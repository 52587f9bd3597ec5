internal import ConsoleText
internal import NationalForm

/// Cells that somebody may have meant who wrote a path that the form does not have.
package enum NearestCells {
  /// Up to three paths, the nearest first.
  ///
  /// Those that hold all words of `wrong` in their order come before those that differ by typing mistakes:
  /// `granted.total` and `applications_granted_total` both give `applications.granted.total`.
  package static func paths(to wrong: String) -> [String] {
    // What is longer than any path with its mistakes is not worth comparing.
    guard wrong.utf8.count <= 100 else { return [] }
    let folded = folded(wrong)
    let words = folded.split(separator: dot).map(Array.init)
    let ranked = NationalForm.cells.enumerated().compactMap { index, cell in
      rank(of: self.folded(cell.description), to: folded, words: words).map { (rank: $0, index) }
    }
    let sorted = ranked.sorted { ($0.rank, $0.1) < ($1.rank, $1.1) }
    guard let best = sorted.first?.rank else { return [] }
    return sorted.prefix(3).filter { $0.rank < 0 || $0.rank <= best + 1 }.map {
      NationalForm.cells[$0.1].description
    }
  }

  /// Nil for a path that is too far off.
  private static func rank(of path: [UInt8], to wrong: [UInt8], words: [[UInt8]]) -> Int? {
    let short = path.drop { $0 != dot }.dropFirst()
    let distance = min(
      EditDistance.between(wrong, path), EditDistance.between(wrong, Array(short)) + 1)
    var rest = words[...]
    for word in path.split(separator: dot) where rest.first.map({ word.elementsEqual($0) }) == true
    {
      rest = rest.dropFirst()
    }
    if rest.isEmpty, !words.isEmpty { return distance - 1_000 }
    return distance <= path.count / 4 ? distance : nil
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "): dot
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
  }

  private static let dot = UInt8(ascii: ".")
}
