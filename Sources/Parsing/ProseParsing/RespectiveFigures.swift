internal import TextScanning

/// Names and figures that belong together one by one: 予以公开、部分公开分别为12、7件.
struct RespectiveFigures {
  /// By the index of the mention.
  private(set) var labels: [Int: String] = [:]

  /// Names looked for.
  private static let longest = 16
  /// Scalars that the names may take up.
  private static let reach = 80

  /// - Parameter marks: Where 分别 stands.
  init(_ text: ProseText, _ mentions: [FigureScanner.Mention], at marks: [Int]) {
    var previous: [Range<Int>] = []
    for mark in marks {
      guard let first = mentions.firstIndex(where: { $0.range.lowerBound > mark }),
        first == 0 || mentions[first - 1].range.upperBound <= mark,
        Clause.end(text, from: mark, length: Self.reach) >= mentions[first].range.upperBound
      else { continue }
      var end = first + 1
      while end < mentions.count, follows(text, mentions[end - 1], mentions[end]) { end += 1 }
      var names = names(text, before: mark)
      var shared = text.string(
        FigureLabel.stripped(text, mark + 2..<mentions[first].range.lowerBound))
      // 收入、支出分别完成12亿元和36亿元，增幅分别为5%和6%
      if names.count < 2, !previous.isEmpty {
        shared = (names.first.map { text.string($0) } ?? "") + shared
        names = previous
      }
      guard names.count > 1, names.count == end - first else { continue }
      for (index, name) in zip(first..<end, names) {
        labels[index] = text.string(name) + shared
      }
      previous = names
    }
  }

  /// Whether nothing but 、 or 和 stands between the two.
  private func follows(
    _ text: ProseText, _ figure: FigureScanner.Mention, _ next: FigureScanner.Mention
  ) -> Bool {
    let between = figure.range.upperBound..<next.range.lowerBound
    guard !between.isEmpty, between.count <= 3 else { return false }
    let start = "、,".unicodeScalars.contains(text[between.lowerBound]) ? 1 : 0
    return start == between.count
      || FigureWords.conjunctions.end(in: text, from: between.lowerBound + start)
        == between.upperBound
  }

  /// What 、 and 和 part before `mark`, each without dates and openings.
  private func names(_ text: ProseText, before mark: Int) -> [Range<Int>] {
    let limit = max(0, mark - Self.reach)
    var start = Clause.start(text, before: mark, downTo: limit)
    while let open = InnerBracket.start(text, endingAt: start, downTo: limit)
      ?? InnerBracket.ofPlaces(text, endingAt: start, downTo: limit)
    {
      start = Clause.start(text, before: open, downTo: limit)
    }
    var names: [Range<Int>] = []
    var index = start
    while index < mark, names.count < Self.longest {
      if text[index] == "、" {
        names.append(start..<index)
        start = index + 1
        index = start
      } else if FigureWords.nounWords.end(in: text, from: index) == nil, index > start + 1,
        let end = FigureWords.conjunctions.end(in: text, from: index, upTo: mark)
      {
        names.append(start..<index)
        start = end
        index = end
      } else {
        index = FigureWords.nounWords.end(in: text, from: index, upTo: mark) ?? index + 1
      }
    }
    names.append(start..<mark)
    names = names.map { FigureLabel.stripped(text, $0) }
    return names.contains { $0.isEmpty } ? [] : names
  }
}
