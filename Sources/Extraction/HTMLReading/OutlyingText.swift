internal import DocumentModel

/// What stands beside the element that holds most of a document: parts of the document, furniture of the site, or other text.
struct OutlyingText {
  private let tree: ElementTree
  private let weights: PageWeights
  private let reader: PageLines
  /// The element that holds all that is read, or said to be left out.
  private(set) var root: Int
  /// Elements and texts in it that are no part of the document.
  private(set) var omitted: [Int] = []
  /// From the first to the last node of the document.
  private(set) var range: Range<Int>
  /// Those that are parts of it, beside the element that holds most.
  private(set) var parts: [Int] = []
  /// Those of ``omitted`` that are more than furniture.
  private(set) var reported: Set<Int> = []

  /// A block beside the main element, or text and elements in a row that make one line.
  private struct Piece {
    var nodes: [Int]
    var lines: [String]
    var verdict = Verdict.furniture
  }

  private enum Verdict {
    case part, furniture, other
  }

  /// - Parameter main: The element that holds most of the document.
  init(
    around main: Int, body: Int, _ tree: ElementTree, _ weights: PageWeights, _ tables: PageTables
  ) {
    self.tree = tree
    self.weights = weights
    reader = PageLines(tree, weights, tables)
    root = main
    range = main..<tree.nodes[main].end
    guard main > body else { return }
    let own = reader.lines(in: main..<tree.nodes[main].end)
    var (before, after) = pieces(around: main, body: body)
    judge(after: &after, own)
    judge(before: &before, own)
    let wanted = (before + after).filter { $0.verdict != .furniture }.flatMap(\.nodes)
    guard let first = wanted.min(), let last = wanted.max() else { return }
    while root > 0, first < root || last >= tree.nodes[root].end {
      root = tree.nodes[root].parent
    }
    for piece in before + after {
      guard piece.verdict != .part else {
        parts += piece.nodes
        for node in piece.nodes {
          let (start, end) = (min(range.lowerBound, node), tree.nodes[node].end)
          range = start..<max(range.upperBound, end)
        }
        continue
      }
      let inside = piece.nodes.filter { (root..<tree.nodes[root].end).contains($0) }
      omitted += inside
      if piece.verdict == .other, let first = inside.first { reported.insert(first) }
    }
  }

  // MARK: Pieces

  /// What stands outside of `main`: that before it, the nearest first, and that behind it.
  private func pieces(around main: Int, body: Int) -> (before: [Piece], after: [Piece]) {
    var before: [Piece] = []
    var after: [Piece] = []
    var inner = main
    while inner > body, tree.nodes[inner].parent >= 0 {
      let children = tree.children(of: tree.nodes[inner].parent)
      guard let place = children.firstIndex(of: inner) else { break }
      before += grouped(children[..<place]).reversed()
      after += grouped(children[(place + 1)...])
      inner = tree.nodes[inner].parent
    }
    return (before, after)
  }

  private func grouped(_ nodes: ArraySlice<Int>) -> [Piece] {
    var groups: [[Int]] = []
    var isOpen = false
    for node in nodes {
      let isBlock = tree.nodes[node].name.map { $0.isBlock || $0 == .br } ?? false
      if isOpen, !isBlock, !groups.isEmpty {
        groups[groups.count - 1].append(node)
      } else {
        groups.append([node])
      }
      isOpen = !isBlock
    }
    return groups.compactMap { nodes in
      guard let first = nodes.first, let last = nodes.last,
        nodes.contains(where: { weights.text[$0] > 0 })
      else { return nil }
      return Piece(nodes: nodes, lines: reader.lines(in: first..<tree.nodes[last].end))
    }
  }

  // MARK: Judgement

  /// Whether nothing in a piece can be of a document.
  private func isFurniture(_ piece: Piece) -> Bool {
    let text = piece.nodes.reduce(0) { $0 + weights.text[$1] }
    let linked = piece.nodes.reduce(0) { $0 + weights.linked[$1] }
    guard text > 0, linked * 2 < text else { return true }
    if piece.nodes.contains(where: { PageTables.isMetadataList($0, tree, weights) }) { return true }
    return piece.lines.allSatisfy(ReportLine.isFurniture)
  }

  private func hasLinks(_ piece: Piece) -> Bool { piece.nodes.contains { weights.links[$0] > 0 } }

  private func judge(after pieces: inout [Piece], _ own: [String]) {
    var number = own.reversed().lazy.compactMap(ReportLine.number).first
    var isOpen = own.last.map(ReportLine.isHeading) ?? false
    var isSigned = own.suffix(3).contains(where: ReportLine.isDate)
    var waiting: [Int] = []
    for index in pieces.indices where !isFurniture(pieces[index]) {
      let piece = pieces[index]
      let numbers = piece.lines.compactMap(ReportLine.number)
      let goesOn = numbers.first.map { $0 > number ?? 0 } ?? false
      let isPart =
        if !numbers.isEmpty {
          goesOn
        } else if isSigned {
          false
        } else {
          isOpen || piece.lines.contains(where: ReportLine.isDate) && !hasLinks(piece)
            || piece.lines.contains(where: ReportLine.isSentence) && !hasLinks(piece)
        }
      guard isPart else {
        pieces[index].verdict = ReportLine.isText(piece.lines) ? .other : .furniture
        waiting.append(index)
        continue
      }
      // What stands between two parts of a document is one.
      for place in waiting { pieces[place].verdict = .part }
      waiting = []
      pieces[index].verdict = .part
      number = numbers.last ?? number
      isOpen = piece.lines.last.map(ReportLine.isHeading) ?? isOpen
      isSigned = piece.lines.suffix(3).contains(where: ReportLine.isDate)
    }
  }

  private func judge(before pieces: inout [Piece], _ own: [String]) {
    var number = own.lazy.compactMap(ReportLine.number).first
    var isTitled = own.prefix(4).contains(where: ReportLine.isTitle)
    var waiting: [Int] = []
    for index in pieces.indices where !isFurniture(pieces[index]) {
      let piece = pieces[index]
      let numbers = piece.lines.compactMap(ReportLine.number)
      let isPart =
        if let last = numbers.last {
          number.map { last < $0 } ?? true
        } else {
          !isTitled && !hasLinks(piece) && piece.lines.contains(where: ReportLine.isPreamble)
            || !isTitled && !hasLinks(piece) && piece.lines.count < 4
              && piece.lines.contains(where: ReportLine.isTitle)
        }
      guard isPart else {
        pieces[index].verdict = ReportLine.isText(piece.lines) ? .other : .furniture
        waiting.append(index)
        continue
      }
      // What stands between a heading and the rest is of its part; above a title alone, the site's lines are.
      if !numbers.isEmpty { for place in waiting { pieces[place].verdict = .part } }
      waiting = []
      pieces[index].verdict = .part
      number = numbers.first ?? number
      isTitled = isTitled || piece.lines.contains(where: ReportLine.isTitle)
    }
  }
}
