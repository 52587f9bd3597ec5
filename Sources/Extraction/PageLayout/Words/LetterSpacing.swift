internal import Diagnostics

/// Puts words together again whose characters are set apart by one and the same space, as headings, distributed lines and
/// whole documents are: `2 0 2 1`.
///
/// `pdftotext` takes every character for a word there. A space that was typed stands out by its width.
enum LetterSpacing {
  static func join(_ pages: inout [BoxPage]) {
    let spaces = spaces(in: pages).merging(wideSpaces(in: pages)) { space, _ in space }
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
    return gaps.compactMapValues { space(of: $0, most: 0.6) }
  }

  /// The same of digits that stand so far apart that they might be figures of several cells: no two of that size stand closer,
  /// in all of the document, and there are fewer in a row than a table has columns.
  private static func wideSpaces(in pages: [BoxPage]) -> [Int: Double] {
    var gaps: [Int: [Double]] = [:]
    var runs: [Int: Int] = [:]
    var close: Set<Int> = []
    for page in pages {
      var lastInRun = -1
      for word in page.words where word.text.utf8.count > 1 && Figure.isFigure(word.text) {
        close.insert(sizeClass(word, word))
      }
      for (index, word) in page.words.dropLast().enumerated() {
        let next = page.words[index + 1]
        guard word.isDigit, next.isDigit, let gap = gap(word, next, widest: widest) else {
          continue
        }
        let size = sizeClass(word, next)
        gaps[size, default: []].append(gap)
        if lastInRun != index { runs[size, default: 0] += 1 }
        lastInRun = index + 1
      }
    }
    return gaps.filter { size, gaps in
      !close.contains(size) && gaps.count < 4 * runs[size, default: 0]
    }
    .compactMapValues { space(of: $0, most: 0.95) }
  }

  /// The space that at least the share `most` of `gaps` has, within what measuring adds; nil where none does, or where they
  /// are few.
  private static func space(of gaps: [Double], most: Double) -> Double? {
    guard gaps.count >= fewest else { return nil }
    let gaps = gaps.sorted()
    var best = 0..<0
    var start = 0
    for end in gaps.indices {
      while gaps[end] - gaps[start] > tolerance { start += 1 }
      if end + 1 - start > best.count { best = start..<end + 1 }
    }
    guard Double(best.count) >= most * Double(gaps.count) else { return nil }
    return gaps[best].reduce(0, +) / Double(best.count)
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
      if let gap = gap(right, next, widest: widest),
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
  private static func gap(_ word: Word, _ next: Word, widest: Double = 0.45) -> Double? {
    let height = min(word.box.height, next.box.height)
    guard abs(word.box.middleY - next.box.middleY) < height / 2 else { return nil }
    let gap = next.box.left - word.box.right
    // A digit is half as wide as a Chinese character: figures of two cells stand further apart than that.
    return gap > 0.06 * height && gap < widest * height ? gap : nil
  }

  private static func sizeClass(_ word: Word, _ next: Word) -> Int {
    Int(max(word.box.height, next.box.height).rounded())
  }

  /// By the height of a line.
  private static let widest = 0.8
  private static let tolerance = 0.35
  private static let fewest = 12
  private static let shortestRun = 8
}

extension Word {
  fileprivate var isOneScalar: Bool {
    text.utf8.count <= 4 && text.unicodeScalars.count == 1
  }

  fileprivate var isDigit: Bool {
    text.utf8.count == 1 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
