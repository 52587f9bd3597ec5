internal import DocumentModel

/// Parts of the document that show when somebody asks for them, as behind 展开全文: what is hidden and goes on where the text
/// that is seen leaves off.
struct HiddenParts {
  /// The elements that hold them.
  private(set) var nodes: [Int] = []

  /// - Parameters:
  ///   - shown: What each element holds that is seen.
  ///   - all: What each element holds.
  init(_ tree: ElementTree, _ looks: PageLooks, shown: PageWeights, all: PageWeights) {
    let body = tree.first(.body) ?? 0
    let hidden = Self.hiddenBlocks(tree, looks, all)
    guard !hidden.isEmpty else { return }
    let tables = PageTables(tree, all)
    let reader = PageLines(tree, all, tables)
    let seen = PageLines(tree, shown, tables)
    let hasTable = shown.cells[body] >= Self.cellsOfTable
    let withTables = hidden.filter { all.cells[$0] >= Self.cellsOfTable }
    for node in hidden {
      if !hasTable, withTables == [node] {
        nodes.append(node)
        continue
      }
      let before = seen.lines(in: body..<node)
      let after = seen.lines(in: tree.nodes[node].end..<tree.nodes[body].end)
      if Self.goesOn(reader.lines(in: node..<tree.nodes[node].end), before, after) {
        nodes.append(node)
      }
    }
  }

  private static let cellsOfTable = 20
  private static let most = 20

  /// The outermost hidden blocks with sentences or tables, unless they are parts of a table.
  private static func hiddenBlocks(
    _ tree: ElementTree, _ looks: PageLooks, _ all: PageWeights
  ) -> [Int] {
    var found: [Int] = []
    var next = 0
    while next < tree.nodes.count, found.count < most {
      guard let name = tree.nodes[next].name, looks[next].isHidden else {
        next += 1
        continue
      }
      if name.holdsBlocks, all.marks[next] > 0 || all.cells[next] >= cellsOfTable {
        found.append(next)
      }
      next = tree.nodes[next].end
    }
    return found
  }

  /// Whether `lines` go on from those before and end before those after: by the numbers of their headings, or by the only date.
  private static func goesOn(_ lines: [String], _ before: [String], _ after: [String]) -> Bool {
    let numbers = lines.compactMap(ReportLine.number)
    guard let last = before.compactMap(ReportLine.number).max() else { return false }
    let next = after.compactMap(ReportLine.number).first ?? .max
    guard let first = numbers.first else {
      return next == .max && lines.suffix(3).contains(where: ReportLine.isDate)
        && !(before + after).contains(where: ReportLine.isDate)
    }
    return first == last + 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      && numbers.last.map { $0 < next } ?? true
  }
}
