internal import Diagnostics

/// A stretch of lines read from top to bottom, with the margins of the column of text they stand in.
struct TextFlow: Sendable {
  var lines: [Line]
  /// Where full lines begin and end, in points.
  var left, right: Double

  init(_ lines: [Line], left: Double, right: Double) {
    self.lines = lines
    self.left = left
    self.right = right
  }

  /// The margins that most of `lines` keep; nil where there are too few to tell.
  static func margins(of lines: [Line]) -> (left: Double, right: Double)? {
    // Titles in larger letters keep no margins.
    let sizes = lines.map(\.size).sorted()
    guard lines.count >= 4 else { return nil }
    let lines = lines.filter { $0.size < sizes[sizes.count / 2] * 1.3 }
    guard let left = extreme(lines.map { ($0.box.left, $0.size) }, <),
      let right = extreme(lines.map { ($0.rightOfText, $0.size) }, >)
    else { return nil }
    return (left, right)
  }

  /// The outermost of `places` that others come near to (within one character), so that one stray line does not count.
  private static func extreme(
    _ places: [(place: Double, size: Double)], _ isOutside: (Double, Double) -> Bool
  ) -> Double? {
    let sorted = places.sorted { isOutside($0.place, $1.place) }
    let enough = min(places.count < 12 ? 2 : 3, places.count)
    for index in sorted.indices where index + enough <= sorted.count {
      if abs(sorted[index + enough - 1].place - sorted[index].place) <= sorted[index].size {
        return sorted[index].place
      }
    }
    return sorted.first?.place
  }

  /// The flows of a page's `lines`: one, or, where a gutter runs down the page, its columns one after the other.
  ///
  /// `fallback` are the document's margins, for pages with few lines.
  static func flows(
    _ lines: [Line], fallback: (left: Double, right: Double)?, pageWidth: Double
  ) -> [TextFlow] {
    if let gutter = Gutter(lines) {
      return gutter.columns(of: lines).map { column in
        let margins = Self.margins(of: column) ?? bounds(of: column, pageWidth: 0)
        return TextFlow(column, left: margins.left, right: margins.right)
      }
    }
    // Short lines alone, such as headings, show no margin: no text is set in less than a third of a page.
    let shown = [lines.count >= 8 ? Self.margins(of: lines) : nil, fallback].lazy
      .compactMap(\.self)
      .first { $0.right - $0.left > pageWidth * 0.33 }
    let margins = shown ?? bounds(of: lines, pageWidth: pageWidth)
    return [TextFlow(lines, left: margins.left, right: margins.right)]
  }

  /// The margins of lines too few to show them: a page has as much room on the right as on the left.
  private static func bounds(
    of lines: [Line], pageWidth: Double
  ) -> (left: Double, right: Double) {
    let left = lines.map(\.box.left).min() ?? 0
    return (left, max(lines.map(\.box.right).max() ?? 0, pageWidth - left))
  }
}

/// The empty strip between two columns of text.
struct Gutter {
  private var left, right: Double

  /// Nil where the lines do not stand in two columns.
  init?(_ lines: [Line]) {
    if let gutter = Gutter(leftEmptyBy: lines) ?? Gutter(drawnAround: lines) {
      self = gutter
    } else {
      return nil
    }
  }

  /// The strip between columns that were drawn one after the other, so that the second begins above the end of the
  /// first.
  ///
  /// Lines of both columns need not stand at the same heights.
  private init?(drawnAround lines: [Line]) {
    guard lines.count >= 3, let low = lines.map(\.box.left).min(),
      let high = lines.map(\.box.right).max(), high - low > 100
    else { return nil }
    let words = lines.flatMap(\.words).sorted { $0.order < $1.order }
    // Titles and headings over both columns reach over the strip.
    let narrow = words.filter { $0.box.width < (high - low) * 0.55 }
    guard words.count - narrow.count <= narrow.count / 3,
      let strip = Self.emptyStrip(
        in: narrow, from: low + (high - low) * 0.4, to: low + (high - low) * 0.6)
    else { return nil }
    (left, right) = strip
    var changes = 0
    var jumps = 0
    var counts = (left: 0, right: 0)
    var previous: (isLeft: Bool, word: Word)?
    for word in narrow {
      let isLeft = word.box.right <= strip.left + 1
      guard isLeft || word.box.left >= strip.right - 1 else { continue }
      if let previous {
        if isLeft != previous.isLeft {
          changes += 1
          if !isLeft, word.box.middleY < previous.word.box.middleY - word.size * 1.5 { jumps += 1 }
        }
        if isLeft != previous.isLeft
          || abs(word.box.middleY - previous.word.box.middleY) > word.size / 2
        {
          if isLeft { counts.left += 1 } else { counts.right += 1 }
        }
      } else {
        counts.left += 1
      }
      previous = (isLeft, word)
    }
    guard jumps > 0, changes <= 2 * jumps + 1, counts.left >= 3, counts.right >= 2 else {
      return nil
    }
  }

  /// The widest strip of points between `start` and `end` on the x axis over which hardly any word reaches; nil where it
  /// is narrower than a character.
  private static func emptyStrip(
    in words: [Word], from start: Double, to end: Double
  ) -> (left: Double, right: Double)? {
    guard let size = words.first?.size else { return nil }
    let count = Int(end - start)
    guard (1...2000).contains(count) else { return nil }
    var covering = Array(repeating: 0, count: count + 1)
    for word in words {
      let first = max(0, Int((word.box.left - start).rounded(.down)))
      let last = min(count, Int((word.box.right - start).rounded(.up)))
      guard first < last else { continue }
      for index in first..<last { covering[index] += 1 }
    }
    let most = max(1, words.count / 20)
    var best = 0..<0
    var first = 0
    for index in covering.indices {
      if covering[index] > most { first = index + 1 }
      if index + 1 - first > best.count { best = first..<index + 1 }
    }
    guard Double(best.count) > max(8, size * 0.6) else { return nil }
    let middle = start + Double(best.lowerBound + best.upperBound) / 2
    return (
      words.lazy.map(\.box.right).filter { $0 < middle }.max() ?? start,
      words.lazy.map(\.box.left).filter { $0 > middle }.min() ?? end
    )
  }

  /// The strip that at least eight lines, and more than half of them, leave empty, with text on both sides that fills its
  /// half.
  private init?(leftEmptyBy lines: [Line]) {
    var gaps: [(left: Double, right: Double)] = []
    for line in lines {
      for (word, next) in zip(line.words, line.words.dropFirst())
      where next.box.left - word.box.right > line.size {
        gaps.append((word.box.right, next.box.left))
      }
    }
    guard gaps.count >= 8, let low = lines.map(\.box.left).min(),
      let high = lines.map(\.box.right).max()
    else { return nil }
    let middle = (low + high) / 2
    let central = gaps.filter { $0.left < middle && $0.right > middle }
    guard central.count >= 8, central.count * 2 > lines.count else { return nil }
    let lefts = central.map(\.left).sorted()
    let rights = central.map(\.right).sorted()
    // A line or two may reach further, as headings over both columns do.
    left = lefts[lefts.count * 9 / 10]
    right = rights[rights.count / 10]
    let fill = central.reduce(0) { $0 + min($1.left, left) } / Double(central.count)
    guard right - left > 4, fill - low > (left - low) * 0.7 else { return nil }
  }

  /// The lines of each column, cut where a line runs across the gutter.
  func columns(of lines: [Line]) -> [[Line]] {
    var flows: [[Line]] = []
    var across: [Line] = []
    var sides: (left: [Line], right: [Line]) = ([], [])
    func closeColumns() {
      flows += [sides.left, sides.right].filter { !$0.isEmpty }
      sides = ([], [])
    }
    func closeAcross() {
      if !across.isEmpty { flows.append(across) }
      across = []
    }
    for line in lines {
      let before = line.words.filter { $0.box.right <= right }
      let after = line.words.filter { $0.box.right > right }
      if after.contains(where: { $0.box.left < left }) {
        closeColumns()
        across.append(line)
      } else {
        closeAcross()
        if !before.isEmpty { sides.left.append(Line(before)) }
        if !after.isEmpty { sides.right.append(Line(after)) }
      }
    }
    closeColumns()
    closeAcross()
    return flows
  }
}

extension Line {
  /// Where its text ends, a mark at its end left out: such a mark may hang over the margin.
  fileprivate var rightOfText: Double {
    guard let last = words.last?.text.unicodeScalars.last,
      ParagraphAssembly.cannotBeginLine(last)
    else { return box.right }
    return box.right - size
  }
}
