internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// Which of the turned and faint texts of a document are watermarks, and which are its text.
///
/// A watermark lies across other words, or stands in the same place of several pages; so does all that reads like it.
struct WatermarkCandidates {
  /// By page.
  private var runs: [[WatermarkCandidate]] = []
  /// For each of them whether it is a watermark.
  private var isMark: [[Bool]] = []
  private var findings: [PaintFinding] = []

  /// Takes what is a watermark's out of the words of all pages; what is not is a word as if it lay level.
  ///
  /// - Parameters:
  ///   - runs: Of each page, which its words name by index.
  ///   - rulings: Of each page: what stands in a cell alone is the cell's.
  /// - Returns: The words taken out, by page, and what is to be said.
  static func settle(
    _ runs: [[WatermarkCandidate]], in pages: inout [BoxPage], _ rulings: [Rulings?]
  ) -> (marks: [[Word]], findings: [PaintFinding]) {
    var marks: [[Word]] = Array(repeating: [], count: pages.count)
    guard runs.contains(where: { !$0.isEmpty }) else { return (marks, []) }
    var candidates = WatermarkCandidates()
    candidates.runs = runs
    candidates.tellMarks(pages)
    for index in pages.indices where !runs[index].isEmpty {
      let cells = CandidateCells(runs[index], pages[index].words, rulings[index])
      marks[index] = candidates.settle(&pages[index].words, cells, page: index)
    }
    return (marks, candidates.findings)
  }

  // MARK: Which are watermarks

  /// What watermarks that belong together have in common.
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
      let others = pages[page].words.filter { $0.candidate == nil && !$0.isWatermark }
      // Where so much is turned or faint, nobody can say more.
      guard runs.count * (others.count + 1) <= Self.mostComparisons else {
        looks.formUnion(runs.map(Look.init))
        continue
      }
      for run in runs {
        let look = Look(run)
        if !looks.contains(look), run.isAcross(others) { looks.insert(look) }
        // Small figures of one column stand in the same place of several pages.
        guard run.size > Self.large || run.text.unicodeScalars.count > 2 else { continue }
        let place = Place(
          look: look, x: Int((run.start.x / 6).rounded()), y: Int((run.start.y / 6).rounded()))
        if let other = places[place], other != page { looks.insert(look) }
        places[place] = page
      }
    }
    isMark = runs.map { $0.map { looks.contains(Look($0)) } }
    for page in runs.indices { markRest(of: page) }
  }

  /// Marks what stands on the line of a watermark, as the characters of one that is set wide do.
  private mutating func markRest(of page: Int) {
    let runs = runs[page]
    var marks = runs.indices.filter { isMark[page][$0] }
    guard runs.count * runs.count <= Self.mostComparisons else { return }
    while let mark = marks.popLast() {
      for index in runs.indices
      where !isMark[page][index] && runs[index].isOnLine(of: runs[mark]) {
        isMark[page][index] = true
        marks.append(index)
      }
    }
  }

  private static let mostComparisons = 4_000_000

  private static let large = 16.0

  // MARK: What becomes of them

  /// The words of `page` that are taken out of `words`.
  private mutating func settle(
    _ words: inout [Word], _ cells: CandidateCells, page: Int
  ) -> [Word] {
    let pivots = LevelledRuns.pivots(of: runs[page], cells.own)
    var taken: [Word] = []
    var kept: [Word] = []
    var isDone: Set<Int> = []
    for word in words {
      guard let run = word.candidate else {
        kept.append(word)
        continue
      }
      let isFirst = isDone.insert(run).inserted
      switch fate(of: run, cells, page: page) {
      case .left: taken.append(word)
      case .read where runs[page][run].isLevel:
        kept.append(word)
      case .read, .unreadable:
        if isFirst {
          kept.append(levelled(run, pivots[run], of: word, cells, page: page))
        }
      }
      if isFirst { say(run, cells, page: page) }
    }
    for run in runs[page].indices where !isDone.contains(run) {
      guard fate(of: run, cells, page: page) != .left else { continue }
      let box = runs[page][run].box
      let word = Word(text: runs[page][run].text, box: box, order: kept.count)
      kept.append(levelled(run, pivots[run], of: word, cells, page: page))
      say(run, cells, page: page)
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

  private func fate(of index: Int, _ cells: CandidateCells, page: Int) -> Fate {
    let run = runs[page][index]
    if isMark[page][index] { return .left }
    let hasDigit = Figure.hasDigit(run.text)
    if cells.own[index] != nil {
      if cells.isAlone[index] { return run.isSteep && hasDigit ? .unreadable : .read }
      // Beside other words of its cell a digit that is turned may belong to them.
      guard run.isLevel else { return hasDigit ? .unreadable : .left }
    }
    // So may one that is faint, unless nearly nobody sees it.
    if run.isLevel, cells.isBesideFigure[index] {
      return run.alpha < Self.faintest ? .left : .unreadable
    }
    if cells.own[index] != nil { return .left }
    if run.isSteep { return Figure.isFigure(run.text) ? .unreadable : .left }
    return .read
  }

  private static let faintest = 0.15

  /// A run as one word, as it would stand if its line were turned level.
  private func levelled(
    _ index: Int, _ pivot: PagePoint, of word: Word, _ cells: CandidateCells, page: Int
  ) -> Word {
    let run = runs[page][index]
    var level = word
    level.text = CleanText.line(run.text)
    if fate(of: index, cells, page: page) == .unreadable || level.text.isEmpty {
      level.text = Figure.unreadable(level.text)
    }
    level.box = run.levelled(around: pivot)
    level.baseline = level.box.bottom - run.size * LevelledRuns.depth
    level.fontSize = run.size
    return level
  }

  private mutating func say(_ index: Int, _ cells: CandidateCells, page: Int) {
    let run = runs[page][index]
    func note(_ reason: GlyphSight.Reason) {
      findings.append(
        PaintFinding(kind: .unseen(reason), text: run.text, page: page + 1, box: run.box))
    }
    switch fate(of: index, cells, page: page) {
    case .read: findings += run.findings
    case .unreadable: note(run.isLevel ? .transparent : .turned)
    case .left where isMark[page][index]:
      if run.readsAsSentence { note(.across) }
    case .left:
      if !run.isLevel, run.readsAsText { note(.turned) }
      if run.isLevel, Figure.hasDigit(run.text) || run.readsAsText { note(.transparent) }
    }
  }
}

extension WatermarkCandidate {
  /// Whether some of it lies across other words, as words of a text never do.
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

  private var chineseCount: Int { text.unicodeScalars.count(where: TextJoining.isChinese) }

  /// Whether it says something: two Chinese characters, or a digit.
  fileprivate var readsAsText: Bool { chineseCount > 1 || Figure.hasDigit(text) }

  /// Whether it is longer than any mark, with a stop or comma in it.
  fileprivate var readsAsSentence: Bool {
    chineseCount > 11 && text.unicodeScalars.contains { "，。；：、".unicodeScalars.contains($0) }
  }
}
