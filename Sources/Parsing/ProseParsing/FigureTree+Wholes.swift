internal import ReportRecords
internal import TextScanning

/// Which figure is the whole of a list of parts.
extension FigureTree {
  /// Figures looked ahead at for a sum.
  private static let lookahead = 64

  /// The nearest figure of the same unit that is not smaller, else the only one, else one in a unit that counts the same
  /// things.
  func whole(for index: Int, _ announcement: Announcement) -> Int? {
    let part = mentions[index]
    if let whole = announcement.whole { return canHold(whole, part) ? whole : nil }
    let same = announcement.candidates.filter { mentions[$0].unit == part.unit }
    guard let last = same.last else {
      return announcement.candidates.last { canHold($0, part) }
    }
    // A part that others follow is no whole: 其中 counts all of them another way.
    let nearest = same.last {
      part.value.isAtMost(mentions[$0].value) && ($0 == last || parents[$0] == nil)
    }
    guard let nearest else { return same.count == 1 ? last : nil }
    if parents[nearest] != nil,
      let exact = same.last(where: { parents[$0] == nil && makesUp($0, from: index) })
    {
      return exact
    }
    // 网站12条，公众号280条，其他5条。其中县公众号150条、镇公众号900条: none of these.
    return nearest == last || runSum(from: index).isAtMost(mentions[nearest].value) ? nearest : nil
  }

  /// Whether two or more figures from `index` on make up the figure `whole`.
  func makesUp(_ whole: Int, from index: Int) -> Bool {
    guard index < mentions.count else { return false }
    let count = figuresLeft(
      from: index, of: mentions[whole].value, unit: mentions[index].unit, above: ExactDecimal(0))
    return count.map { $0 > 1 } ?? false
  }

  /// The sum of the figures of one unit from `index` on that only 、 parts.
  private func runSum(from index: Int) -> ExactDecimal {
    var sum = mentions[index].value
    var next = index + 1
    while next < mentions.count, next - index <= Self.lookahead,
      mentions[next].unit == mentions[index].unit,
      text[mentions[next - 1].range.upperBound] == "、", let more = sum + mentions[next].value
    {
      sum = more
      next += 1
    }
    return sum
  }

  /// Whether the parts of `whole` are told apart by different things, so that they may overlap: 其中光纤用户…，农村用户….
  func countsInSeveralWays(_ whole: Int) -> Bool {
    let parts = mentions.indices.filter { parents[$0] == whole }
    let ways = parts.compactMap { part in
      FigureWords.partings.firstIndex { words in
        words.first(in: text, mentions[part].statement.lowerBound..<mentions[part].range.lowerBound)
          != nil
      }
    }
    return Set(ways).count > 1
      && parts.allSatisfy { mentions[$0].value.isAtMost(mentions[whole].value) }
  }

  private func canHold(_ whole: Int, _ part: FigureScanner.Mention) -> Bool {
    let whole = mentions[whole]
    if whole.unit == part.unit { return true }
    guard let unit = whole.unit, let other = part.unit else { return false }
    return FigureWords.interchangeable.contains(unit)
      && FigureWords.interchangeable.contains(other) && part.value.isAtMost(whole.value)
  }

  /// How many figures from `index` on, in its sentence, add up to `whole` together with `sum`; nil where none do.
  func figuresLeft(
    from index: Int, of whole: ExactDecimal, unit: String?, above sum: ExactDecimal
  ) -> Int? {
    var sum: ExactDecimal? = sum
    var next = index
    while next < mentions.count, next - index <= Self.lookahead,
      sentences[next] == sentences[index]
    {
      let figure = mentions[next]
      next += 1
      guard !figure.isComparison, figure.unit == unit else { continue }
      sum = sum.flatMap { $0 + figure.value }
      guard let sum, sum.isAtMost(whole) else { return nil }
      if sum == whole { return next - index }
    }
    return nil
  }
}

extension ExactDecimal {
  /// Whether this is the same or less.
  func isAtMost(_ other: ExactDecimal) -> Bool {
    (other - self).map { $0.digits >= 0 } ?? false
  }
}
