internal import TextScanning

/// Names and figures that belong together one by one: 予以公开、部分公开分别为12、7件.
struct RespectiveFigures {
  /// By the index of the mention.
  private(set) var labels: [Int: String] = [:]

  private let text: ProseText
  private let mentions: [FigureScanner.Mention]

  /// Scalars that stand between two marks of one statement at most.
  private static let reach = 80

  /// - Parameter marks: Where 分别 stands.
  init(_ text: ProseText, _ mentions: [FigureScanner.Mention], at marks: [Int]) {
    self.text = text
    self.mentions = mentions
    var previous: [String] = []
    for mark in marks {
      guard let first = mentions.firstIndex(where: { $0.range.lowerBound > mark }),
        first == 0 || mentions[first - 1].range.upperBound <= mark,
        Clause.end(text, from: mark, length: Self.reach) >= mentions[first].range.upperBound
      else { continue }
      let run = first..<end(ofRunFrom: first)
      let own = RespectiveNames(text, before: mark).names
      if own.count > 1 {
        guard own.count == run.count else { continue }
        previous = own
        label(run, with: own, mark)
      } else if previous.count == run.count, let subject = previous.first, !subject.isEmpty {
        // 收入、支出分别完成12亿元和36亿元，增幅分别为5%和6%
        label(run, with: previous.map { $0 + (own.first ?? "") }, mark)
      } else if let names = namesAbove(run, mark, own.first) {
        previous = names
        label(run, with: names, mark)
      } else {
        continue
      }
      labelShares(behind: run, previous)
    }
  }

  /// Gives each figure of `run` its name and what stands between 分别 and the figures.
  private mutating func label(_ run: Range<Int>, with names: [String], _ mark: Int) {
    let shared = FigureLabel.stripped(
      text, mark + 2..<mentions[run.lowerBound].range.lowerBound)
    for (index, name) in zip(run, names) {
      var own = shared
      if index > run.lowerBound, let change = change(before: index) { own = change }
      labels[index] = name + text.string(own)
    }
  }

  /// Behind the last of the figures that follow one on the other.
  private func end(ofRunFrom first: Int) -> Int {
    var end = first + 1
    while end < mentions.count, follows(mentions[end - 1], mentions[end]) { end += 1 }
    return end
  }

  /// Whether nothing but 、 or 和, or a change behind that, stands between the two: 增长10%、下降5%.
  private func follows(
    _ figure: FigureScanner.Mention, _ next: FigureScanner.Mention
  ) -> Bool {
    let between = figure.range.upperBound..<next.range.lowerBound
    guard !between.isEmpty, between.count <= 7, let start = mark(between) else { return false }
    return start == between.upperBound
      || FigureWords.changes.end(in: text, from: start) == between.upperBound
  }

  /// Behind the 、 or 和 that `between` begins with.
  private func mark(_ between: Range<Int>) -> Int? {
    let start = between.lowerBound
    let behind = "、,".unicodeScalars.contains(text[start]) ? start + 1 : start
    let end = FigureWords.conjunctions.end(in: text, from: behind, upTo: between.upperBound)
    return end ?? (behind > start ? behind : nil)
  }

  /// 下降 before the figure at `index` of a run.
  private func change(before index: Int) -> Range<Int>? {
    let between = mentions[index - 1].range.upperBound..<mentions[index].range.lowerBound
    guard !between.isEmpty, let start = mark(between), start < between.upperBound else {
      return nil
    }
    return start..<between.upperBound
  }

  // MARK: Names that stand before another mark

  /// The names of a list without figures before the clause of `mark`, or the labels of as many figures there:
  /// 按时办结50件，延期办结2件，分别占96.2%和3.8%.
  ///
  /// - Parameter relation: What stands before 分别 in its clause: 较上年.
  private func namesAbove(_ run: Range<Int>, _ mark: Int, _ relation: String?) -> [String]? {
    let clause = Clause.start(text, before: mark, downTo: max(0, mark - Self.reach))
    guard run.count > 1, clause > 0, text[clause - 1] == "," else { return nil }
    let refersBack =
      relation.map { _ in FigureWords.relations.end(in: text, from: clause) != nil } ?? true
    guard refersBack else { return nil }
    let suffix = relation ?? ""
    let above = Clause.start(text, before: clause - 1, downTo: max(0, clause - Self.reach))
    if run.lowerBound == 0 || mentions[run.lowerBound - 1].range.upperBound <= above {
      let names = RespectiveNames(text, above: clause - 1).names
      return names.count == run.count ? names.map { $0 + suffix } : nil
    }
    let figures = run.lowerBound - run.count..<run.lowerBound
    guard figures.lowerBound >= 0, clause - mentions[figures.upperBound - 1].range.upperBound <= 1,
      figures.allSatisfy({ mentions[$0].unit == mentions[figures.lowerBound].unit }),
      figures.lowerBound == 0
        || !"、和及".unicodeScalars.contains(
          text[mentions[figures.lowerBound - 1].range.upperBound]),
      !(mentions[figures.lowerBound].range.upperBound..<mark).contains(where: {
        Clause.isStop(text, at: $0)
      })
    else { return nil }
    return figures.map { (labels[$0] ?? mentions[$0].label) + suffix }
  }

  /// Gives shares right behind a run the names of that: 分别为12件、30件，占28.6%和71.4%.
  private mutating func labelShares(behind run: Range<Int>, _ names: [String]) {
    let first = run.upperBound
    guard first < mentions.count, mentions[first].unit == "%" else { return }
    let between = mentions[run.upperBound - 1].range.upperBound..<mentions[first].range.lowerBound
    guard between.count > 1, between.count <= 4, text[between.lowerBound] == ",",
      text[between.lowerBound + 1] == "占"
    else { return }
    let shares = first..<end(ofRunFrom: first)
    guard shares.count == names.count else { return }
    for (index, name) in zip(shares, names) {
      labels[index] = name + text.string(between.lowerBound + 1..<between.upperBound)
    }
  }
}
