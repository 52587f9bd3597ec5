internal import Diagnostics
internal import DocumentModel
internal import PageLayout
internal import PagePaint

/// Tells which turned and faint texts of a document are watermarks, and which are text.
///
/// A watermark lies across other words, or stands in the same place on several pages. What looks and reads like a watermark is
/// one too.
struct WatermarkCandidates {
  /// By page.
  private let runs: [[WatermarkCandidate]]
  /// For each of them whether it is a watermark.
  private var isMark: [[Bool]] = []
  /// For each page whether it has too much turned or faint text to compare.
  private var isCrowded: [Bool] = []
  private var findings: [PaintFinding] = []

  private init(_ runs: [[WatermarkCandidate]], on pages: [BoxPage]) {
    self.runs = runs
    tellMarks(pages)
  }

  /// Takes watermarks out of the words of all pages; of other runs it makes words that are level.
  ///
  /// - Parameters:
  ///   - runs: Of each page; ``Word/candidate`` is an index of them, and each has a word at least.
  ///   - rulings: Of each page. Text that stands alone in a cell is the text of that cell.
  /// - Returns: The words taken out, by page, and what must be said.
  static func settle(
    _ runs: [[WatermarkCandidate]], in pages: inout [BoxPage], _ rulings: [Rulings?]
  ) -> (marks: [[Word]], findings: [PaintFinding]) {
    var marks: [[Word]] = Array(repeating: [], count: pages.count)
    guard runs.contains(where: { !$0.isEmpty }) else { return (marks, []) }
    var candidates = WatermarkCandidates(runs, on: pages)
    for index in pages.indices where !runs[index].isEmpty {
      let others = pages[index].words.filter(\.isPlain)
      let cells =
        candidates.isCrowded[index]
        ? nil : CandidateCells(runs[index], among: others, rulings[index])
      marks[index] = candidates.settle(&pages[index].words, cells, page: index)
    }
    return (marks, candidates.findings)
  }

  // MARK: Which are watermarks

  /// What all copies of one watermark have in common.
  private struct Look: Hashable {
    var text: String
    var turn, size, alpha: Int

    init(_ run: WatermarkCandidate) {
      text = run.text
      turn = Int(run.turn.rounded())
      size = Int(min(run.size * 2, 1e6).rounded())
      alpha = Int((run.alpha * 20).rounded())
    }
  }

  private struct Place: Hashable {
    var look: Look
    var x, y: Int
  }

  private mutating func tellMarks(_ pages: [BoxPage]) {
    var looks: Set<Look> = []
    var places: [Place: Int] = [:]
    for (page, runs) in runs.enumerated() {
      let others = pages[page].words.filter(\.isPlain)
      isCrowded.append(Self.isCrowded(runs, others.count))
      for run in runs {
        let look = Look(run)
        if !isCrowded[page], !looks.contains(look), run.isAcross(others) { looks.insert(look) }
        // Small figures of one column stand in the same place of several pages.
        guard run.size > Self.large || run.text.unicodeScalars.count > 2 else { continue }
        let place = Place(
          look: look, x: Int((run.start.x / 6).rounded()), y: Int((run.start.y / 6).rounded()))
        if let other = places[place], other != page { looks.insert(look) }
        places[place] = page
      }
    }
    isMark = runs.map { $0.map { looks.contains(Look($0)) } }
    for page in runs.indices where !isCrowded[page] { markRest(of: page) }
  }

  /// Marks runs on the line of a watermark: those of a watermark whose characters are set far apart.
  private mutating func markRest(of page: Int) {
    let runs = runs[page]
    var marks = runs.indices.filter { isMark[page][$0] }
    while let mark = marks.popLast() {
      for index in runs.indices
      where !isMark[page][index] && runs[index].isOnLine(of: runs[mark]) {
        isMark[page][index] = true
        marks.append(index)
      }
    }
  }

  /// Whether comparing the characters of all runs with one another and with other words would take seconds.
  private static func isCrowded(_ runs: [WatermarkCandidate], _ others: Int) -> Bool {
    let characters = runs.reduce(runs.count) { $0 + $1.boxes.count }
    return characters * (runs.count + others) > mostComparisons
  }

  private static let mostComparisons = 50_000_000

  private static let large = 16.0

  // MARK: What becomes of them

  /// Settles the runs of one page; returns the words that are taken out of `words`.
  ///
  /// - Parameter cells: Nil for a crowded page.
  private mutating func settle(
    _ words: inout [Word], _ cells: CandidateCells?, page: Int
  ) -> [Word] {
    let fates = runs[page].indices.map { fate(of: $0, cells, page: page) }
    let pivots = LevelledRuns.pivots(
      of: runs[page], cells?.own ?? Array(repeating: nil, count: fates.count))
    var taken: [Word] = []
    var kept: [Word] = []
    var isDone: Set<Int> = []
    for word in words {
      guard let index = word.candidate else {
        kept.append(word)
        continue
      }
      let run = runs[page][index]
      let isFirst = isDone.insert(index).inserted
      switch fates[index] {
      case .left: taken.append(word)
      case .read where run.isLevel: kept.append(word)
      case .read, .unreadable:
        if isFirst {
          kept.append(
            levelled(word, of: run, pivots[index], isUnreadable: fates[index] == .unreadable))
        }
      }
      if isFirst {
        say(
          run, fates[index], isMark: isMark[page][index], isCrowded: cells == nil, page: page)
      }
    }
    words = kept
    for index in words.indices {
      words[index].order = index
      words[index].candidate = nil
    }
    return taken
  }

  private enum Fate {
    case left, read, unreadable
  }

  private func fate(of index: Int, _ cells: CandidateCells?, page: Int) -> Fate {
    let run = runs[page][index]
    if isMark[page][index] { return .left }
    guard let cells else { return run.mayHoldDigit ? .unreadable : .left }
    if cells.own[index] != nil {
      if cells.isAlone[index] { return run.isSteep && run.mayHoldDigit ? .unreadable : .read }
      // A turned digit beside other words of its cell may be part of them.
      guard run.isLevel else { return run.mayHoldDigit ? .unreadable : .left }
    }
    // So may a faint digit, unless it is hardly seen.
    if run.isLevel, cells.isBesideFigure[index] {
      return run.alpha < Self.faintest ? .left : .unreadable
    }
    if cells.own[index] != nil { return .left }
    if run.isSteep { return Figure.isFigure(run.text) ? .unreadable : .left }
    return .read
  }

  private static let faintest = 0.15

  /// A run as one word, as it would stand if its line were turned level.
  ///
  /// - Parameter word: The first one of the run.
  private func levelled(
    _ word: Word, of run: WatermarkCandidate, _ pivot: PagePoint, isUnreadable: Bool
  ) -> Word {
    var level = word
    level.text = CleanText.line(run.text)
    if isUnreadable { level.text = Figure.unreadable(level.text) }
    if level.text.isEmpty { level.text = CellContent.unreadable }
    level.box = run.levelled(around: pivot)
    level.baseline = level.box.bottom - run.size * LevelledRuns.depth
    level.fontSize = run.size
    level.turned = nil
    return level
  }

  private mutating func say(
    _ run: WatermarkCandidate, _ fate: Fate, isMark: Bool, isCrowded: Bool, page: Int
  ) {
    func note(_ reason: GlyphSight.Reason) {
      findings.append(
        PaintFinding(kind: .unseen(reason), text: run.text, page: page + 1, box: run.box))
    }
    switch fate {
    case .read: findings += run.findings
    case .left where isMark:
      if run.readsAsSentence { note(.across) }
    case .left where isCrowded, .unreadable where isCrowded: note(.crowded)
    case .unreadable: note(run.isLevel ? .transparent : .turned)
    case .left:
      if run.readsAsText { note(run.isLevel ? .transparent : .turned) }
    }
  }
}

extension Word {
  /// Whether it is neither turned nor faint, nor a watermark's.
  fileprivate var isPlain: Bool { candidate == nil && !isWatermark }
}

extension WatermarkCandidate {
  /// Whether a character of it overlaps another word, as characters of a text never do.
  fileprivate func isAcross(_ words: [Word]) -> Bool {
    let reach = BoundingBox(
      left: box.left - size, top: box.top - size, right: box.right + size, bottom: box.bottom + size
    )
    let near = words.filter { $0.box.intersection(reach) != nil }
    guard !near.isEmpty else { return false }
    return boxes.contains { character in
      near.contains { word in
        guard let common = word.ink.intersection(character) else { return false }
        let least = min(size, word.emSize) * 0.3
        return common.width > least && common.height > least
      }
    }
  }

  /// Whether it stands on the line of `run`, not far from it, and looks like it.
  fileprivate func isOnLine(of run: WatermarkCandidate) -> Bool {
    guard abs(turn - run.turn) < 0.5, abs(size - run.size) < size * 0.02,
      abs(alpha - run.alpha) < 0.01
    else { return false }
    let (x, y) = (start.x - run.start.x, start.y - run.start.y)
    let along = x * direction.x + y * direction.y
    let across = y * direction.x - x * direction.y
    return abs(across) < size * 0.2 && abs(along) < size * 8 && (!isLevel || size > 16)
  }
}
