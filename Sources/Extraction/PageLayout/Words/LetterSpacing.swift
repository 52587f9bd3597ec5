internal import Diagnostics

/// Puts words together again whose characters are set apart by one and the same space, as headings, distributed lines and
/// whole documents are: `2 0 2 1`.
///
/// `pdftotext` takes every character for a word there. A space that was typed stands out by its width.
enum LetterSpacing {
  static func join(_ pages: inout [BoxPage]) {
    let spaces = spaces(in: pages)
    for index in pages.indices { join(&pages[index].words, spaces) }
  }

  /// By the size of characters in points, the space that most characters standing alone keep from the next.
  private static func spaces(in pages: [BoxPage]) -> [Int: Double] {
    var gaps: [Int: [Double]] = [:]
    for page in pages {
      for (word, next) in zip(page.words, page.words.dropFirst())
      where word.isOneScalar && next.isOneScalar {
        guard let gap = gap(word, next) else { continue }
        gaps[sizeClass(word, next), default: []].append(gap)
      }
    }
    return gaps.compactMapValues { gaps in
      guard gaps.count >= fewest else { return nil }
      let gaps = gaps.sorted()
      // The most gaps that differ by less than what measuring does.
      var best = 0..<0
      var start = 0
      for end in gaps.indices {
        while gaps[end] - gaps[start] > tolerance { start += 1 }
        if end + 1 - start > best.count { best = start..<end + 1 }
      }
      guard best.count * 10 >= gaps.count * 6 else { return nil }
      return gaps[best].reduce(0, +) / Double(best.count)
    }
  }

  private static func join(_ words: inout [Word], _ spaces: [Int: Double]) {
    guard words.count > 1 else { return }
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    var last = words[0]
    var right = last
    /// Where the run of single characters that ``last`` is in ends; all of them keep the same space.
    var runEnd = 0
    var runGap = 0.0
    var hasJoined = false
    for index in 1..<words.count {
      let next = words[index]
      if index > runEnd { (runEnd, runGap) = run(in: words, from: index - 1) }
      if let gap = gap(right, next),
        spaces[sizeClass(right, next)].map({ abs(gap - $0) <= tolerance }) == true
          || index <= runEnd && abs(gap - runGap) <= tolerance
      {
        last.text += next.text
        last.box = last.box.union(next.box)
        hasJoined = true
      } else {
        joined.append(last)
        last = next
      }
      right = next
    }
    joined.append(last)
    guard hasJoined else { return }
    for index in joined.indices { joined[index].order = index }
    words = joined
  }

  /// The last of the single characters from `start` on that keep one space, and that space; `start` where they are few.
  private static func run(in words: [Word], from start: Int) -> (end: Int, gap: Double) {
    guard words[start].isOneScalar, start + 1 < words.count, words[start + 1].isOneScalar,
      let first = gap(words[start], words[start + 1])
    else { return (start, 0) }
    var end = start + 1
    while end + 1 < words.count, words[end + 1].isOneScalar,
      let next = gap(words[end], words[end + 1]), abs(next - first) <= tolerance
    {
      end += 1
    }
    return end - start + 1 >= shortestRun ? (end, first) : (start, 0)
  }

  /// The space between two words of one line; nil where there is none, or more than cells of a table may keep.
  private static func gap(_ word: Word, _ next: Word) -> Double? {
    let height = min(word.box.height, next.box.height)
    guard abs(word.box.middleY - next.box.middleY) < height / 2 else { return nil }
    let gap = next.box.left - word.box.right
    // A digit is half as wide as a Chinese character: figures of two cells stand further apart than that.
    return gap > 0.06 * height && gap < 0.45 * height ? gap : nil
  }

  private static func sizeClass(_ word: Word, _ next: Word) -> Int {
    Int(max(word.box.height, next.box.height).rounded())
  }

  private static let tolerance = 0.35
  private static let fewest = 12
  private static let shortestRun = 8
}

extension Word {
  fileprivate var isOneScalar: Bool {
    text.utf8.count <= 4 && text.unicodeScalars.count == 1
  }
}
