internal import Diagnostics

/// Words on one baseline.
struct Line: Sendable {
  /// From left to right, at least one.
  var words: [Word]
  var box: BoundingBox

  /// The height of most of its characters, which is about their size, in points.
  var size: Double

  /// The line of `words`, at least one, in any order.
  init(_ words: ArraySlice<Word>) {
    self.words = Array(words)
    box = words.dropFirst().reduce(self.words[0].box) { $0.union($1.box) }
    size = Self.size(of: words)
    if words.count > 1 {
      self.words.sort { ($0.box.left, $0.order) < ($1.box.left, $1.order) }
    }
  }

  init(_ words: [Word]) {
    self.init(words[...])
  }

  /// The size of the characters of `words`, weighted by how much they take up.
  private static func size(of words: ArraySlice<Word>) -> Double {
    if let size = words.first?.size, words.allSatisfy({ $0.size == size }) { return size }
    let bySize = words.map { (size: $0.size, width: $0.box.width) }.sorted { $0.size < $1.size }
    let half = bySize.reduce(0) { $0 + $1.width } / 2
    var seen = 0.0
    for word in bySize {
      seen += word.width
      if seen >= half { return word.size }
    }
    return bySize.last?.size ?? 0
  }

  /// The words as text.
  var text: String {
    var previousRight: Double?
    return TextJoining.line(
      words.lazy.map { word in
        // Figures of two columns stay two, however near they stand.
        let least = word.isParted ? 1 : -Double.infinity
        let gap = previousRight.map { max((word.box.left - $0) / max(size, 1), least) } ?? 0
        previousRight = max(previousRight ?? word.box.right, word.box.right)
        return (word.text, gap)
      })
  }
}

extension Word {
  /// About the size of its characters: a word is as high as one, a vertical one as wide.
  package var size: Double { min(box.height, max(box.width, box.height / 2)) }
}
