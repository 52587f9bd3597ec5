internal import ReportRecords
internal import TextScanning

/// Which figures of a paragraph are parts of which (其中…), and where parts and whole don't agree.
struct FigureTree {
  /// For each mention the index of its whole; nil for one that is no part.
  private(set) var parents: [Int?]
  /// Wholes that differ from the sum of their parts.
  private(set) var disagreements: [(whole: Int, sum: ExactDecimal)] = []

  /// Figures looked back at for a whole.
  private static let reach = 16

  let text: ProseText
  let mentions: [FigureScanner.Mention]
  private var depth = 0
  /// Where the brackets around the place began.
  private var brackets: [Int] = []
  private var open: [Enumeration] = []
  /// Figures that may be wholes, the last sentence's too.
  private var candidates: [Int] = []
  private var sentenceStart = 0
  private var announced: Announcement?
  /// Whether a semicolon stands between the figure before and the next.
  private var isBehindSemicolon = false
  /// For each mention the number of its sentence.
  private(set) var sentences: [Int] = []

  /// A whole whose parts are being listed.
  private struct Enumeration {
    var whole: Int
    /// Of the parts: 件 perhaps where the whole is given in 份.
    var unit: String?
    var depth: Int
    /// Whether every part is said to be listed.
    var isComplete: Bool
    var sum: ExactDecimal
    var parts: Int
  }

  /// Words that parts follow: 其中, 分别为, or just a bracket behind a figure.
  struct Announcement {
    var depth: Int
    var isComplete: Bool
    /// The whole, where only one figure can be it.
    var whole: Int?
    /// Figures before the words.
    var candidates: [Int]
  }

  init(_ text: ProseText, _ scanner: FigureScanner) {
    self.text = text
    mentions = scanner.mentions
    parents = Array(repeating: nil, count: mentions.count)
    var sentence = 0
    for mark in scanner.marks {
      switch mark {
      case .figure: sentences.append(sentence)
      case .stop: sentence += 1
      default: continue
      }
    }
    for mark in scanner.marks { read(mark) }
    while !open.isEmpty { close() }
  }

  private mutating func read(_ mark: FigureScanner.Mark) {
    switch mark {
    case .figure(let index): place(index)
    case .parts:
      announce(isComplete: false, wholeOfBracket)
    case .someParts(let position):
      if let whole = wholeOfBracket ?? figure(rightBefore: position) {
        announce(isComplete: false, whole)
      }
    case .allParts(let position):
      // 行政许可1项，即核准招标，全年申请0件: 即 explains more often than it counts.
      if let whole = figure(rightBefore: position),
        text[position] != "即" || makesUp(whole, from: whole + 1)
      {
        announce(isComplete: true, whole)
      }
    case .open(let position):
      depth += 1
      brackets.append(position)
      if let whole = figure(rightBefore: position) {
        announce(isComplete: true, whole)
      }
    case .close:
      while let last = open.last, last.depth >= depth { close() }
      forgetBracket()
      if announced?.depth == depth { announced = nil }
      depth = max(0, depth - 1)
    case .semicolon: isBehindSemicolon = true
    case .stop:
      while let last = open.last, last.depth >= depth { close() }
      announced = nil
      candidates.removeFirst(min(sentenceStart, candidates.count))
      sentenceStart = candidates.count
    }
  }

  /// What a bracket says more of a figure is no whole of what follows the bracket: 43件(历年累计418件)。其中….
  private mutating func forgetBracket() {
    guard let open = brackets.popLast() else { return }
    while let last = candidates.last, mentions[last].range.lowerBound > open {
      candidates.removeLast()
    }
    sentenceStart = min(sentenceStart, candidates.count)
  }

  private mutating func announce(isComplete: Bool, _ whole: Int?) {
    announced = Announcement(
      depth: depth, isComplete: isComplete, whole: whole,
      candidates: whole == nil ? Array(candidates.suffix(Self.reach)) : [])
  }

  /// The figure behind which the bracket opened that nothing has been listed in yet.
  private var wholeOfBracket: Int? { announced?.depth == depth ? announced?.whole : nil }

  /// The figure that nothing but a mark parts from `position`.
  private func figure(rightBefore position: Int) -> Int? {
    guard let last = candidates.last else { return nil }
    let end = mentions[last].range.upperBound
    guard end <= position, position - end <= 1 else { return nil }
    return position == end || [",", ":", ";"].contains(text[end]) ? last : nil
  }

  private mutating func place(_ index: Int) {
    defer { isBehindSemicolon = false }
    let figure = mentions[index]
    guard !figure.isComparison, !isRatio(figure) else { return }
    // 另有72件 is no part of what was named before.
    if FigureWords.separate.first(in: text, figure.statement.lowerBound..<figure.range.lowerBound)
      != nil
    {
      candidates.append(index)
      return
    }
    // 公开信息171条:工作动态124条，…
    if announced == nil, index > 0, candidates.last == index - 1,
      text[mentions[index - 1].range.upperBound] == ":", mentions[index - 1].unit == figure.unit,
      makesUp(index - 1, from: index)
    {
      announce(isComplete: true, index - 1)
    }
    if let announcement = announced, announcement.depth == depth,
      let whole = whole(for: index, announcement)
    {
      announced = nil
      open.append(
        Enumeration(
          whole: whole, unit: figure.unit, depth: depth, isComplete: announcement.isComplete,
          sum: ExactDecimal(0),
          parts: 0))
      add(index)
    } else {
      // What the first of a list is no part of, the others aren't either.
      if let announcement = announced, announcement.depth == depth, announcement.whole == nil,
        announcement.candidates.contains(where: { mentions[$0].unit == figure.unit })
      {
        announced = nil
      }
      join(index)
    }
    candidates.append(index)
    if candidates.count > 4 * Self.reach {
      candidates.removeFirst(2 * Self.reach)
      sentenceStart = max(0, sentenceStart - 2 * Self.reach)
    }
  }

  /// Makes the figure a part of the innermost enumeration of this bracket that it fits into.
  private mutating func join(_ index: Int) {
    let figure = mentions[index]
    while let enumeration = open.last, enumeration.depth == depth {
      guard enumeration.unit == figure.unit else { return }
      if isBehindSemicolon, statesSomethingNew(figure), !completesWhole(index, enumeration) {
        close()
        continue
      }
      let whole = mentions[enumeration.whole].value
      let sum = enumeration.sum + figure.value
      let fits = sum.map { $0.isAtMost(whole) } ?? false
      let hasOuter = open.count > 1 && open[open.count - 2].depth == depth
      if enumeration.sum == whole, whole != ExactDecimal(0) {
        // The whole is used up: in a bracket the same requests are counted again another way, elsewhere
        // something new begins.
        guard depth > 0, figure.value.isAtMost(whole) else {
          close()
          continue
        }
        open[open.count - 1].sum = ExactDecimal(0)
        open[open.count - 1].parts = 0
      } else if !figure.value.isAtMost(whole) || (!fits && (hasOuter || isBehindSemicolon)) {
        close()
        continue
      }
      add(index)
      return
    }
  }

  /// Whether the figure and those behind it in the sentence are just what the whole still lacks.
  private func completesWhole(_ index: Int, _ enumeration: Enumeration) -> Bool {
    figuresLeft(
      from: index, of: mentions[enumeration.whole].value, unit: enumeration.unit,
      above: enumeration.sum) != nil
  }

  private func statesSomethingNew(_ figure: FigureScanner.Mention) -> Bool {
    FigureWords.statements.first(in: text, figure.statement.lowerBound..<figure.range.lowerBound)
      != nil
  }

  private mutating func add(_ index: Int) {
    let last = open.count - 1
    parents[index] = open[last].whole
    open[last].sum = open[last].sum + mentions[index].value ?? open[last].sum
    open[last].parts += 1
  }

  /// Ends the innermost enumeration: its parts may not be more than the whole, and not less where all are listed.
  private mutating func close() {
    guard let enumeration = open.popLast() else { return }
    let whole = mentions[enumeration.whole]
    guard !whole.isApproximate, enumeration.parts > 0, enumeration.sum != whole.value else {
      return
    }
    let isTooMuch = !enumeration.sum.isAtMost(whole.value)
    if isTooMuch, !enumeration.isComplete, countsInSeveralWays(enumeration.whole) { return }
    if isTooMuch || (enumeration.isComplete && enumeration.parts > 1) {
      disagreements.append((enumeration.whole, enumeration.sum))
    }
  }

  private func isRatio(_ figure: FigureScanner.Mention) -> Bool {
    figure.unit.map(FigureWords.ratioUnits.contains) ?? false
  }
}
