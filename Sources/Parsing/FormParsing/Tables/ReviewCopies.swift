import NationalForm

extension TableCopy {
  private static let width = NationalForm.table(.reviewLitigation).columns.count
  private static let groupCount = NationalForm.table(.reviewLitigation).rows.count

  /// Parts the lines of table 3 where a group's label comes again after its values.
  static func reviewCopies(of parts: [TablePart]) -> [TableCopy] {
    var copies: [TableCopy] = []
    var current = TableCopy()
    var hasValues = false
    var lastValues = 0
    /// Groups that label a line of figures.
    var labelled: FormIndices = []
    for line in parts.flatMap(\.lines) {
      var groups: FormIndices = []
      for cell in line.cells {
        for case .row(let group) in cell.roles(in: .reviewLitigation).map(\.role) {
          groups.insert(group)
        }
      }
      if hasValues, !groups.isDisjoint(with: current.rows) {
        let head = current.takeHead(behind: lastValues)
        copies.append(current)
        current = TableCopy()
        current.lines = head
        hasValues = false
        labelled = []
      }
      current.rows.formUnion(groups)
      let isWide =
        line.cells.count >= groupCount * width - 1 && groups.isEmpty && labelled.isEmpty
        && current.rows.count == groupCount
      if line.hasFigures {
        hasValues = true
        lastValues = current.lines.count
        labelled.formUnion(groups)
        current.filledRows += isWide ? formLine : 1
      } else if isWide, line.cells.allSatisfy(\.isBlank) {
        // A form that nobody filled in.
        hasValues = true
        lastValues = current.lines.count
      }
      current.lines.append(RoledLine(line: line, role: .note))
    }
    copies.append(current)
    for index in copies.indices where copies[index].filledRows == groupCount {
      // The groups one below the other, each with its values, are the whole form too.
      if copies[index].reviewFigures != nil { copies[index].filledRows = formLine }
    }
    return copies
  }

  /// Takes out the column labels behind the values: they are those of the table that follows.
  private mutating func takeHead(behind last: Int) -> [RoledLine] {
    let head = lines[(last + 1)...].firstIndex { roled in
      roled.line.evidence(of: .reviewLitigation).columns > 0
    }
    guard let head else { return [] }
    defer { lines.removeSubrange(head...) }
    return Array(lines[head...])
  }

  /// Whether both are whole, with other figures.
  func hasOtherReviews(than other: TableCopy) -> Bool {
    guard let own = reviewFigures, let others = other.reviewFigures else { return false }
    return own != others
  }

  /// The figures of a table that holds fifteen and no more, in the form's order; nil for any other.
  private var reviewFigures: [Int]? {
    var figures: [Int] = []
    for line in lines where line.line.hasFigures {
      for cell in line.line.cells where cell.kind == .figure {
        guard let value = PlainNumber.value(of: cell.text) else { return nil }
        figures.append(value)
      }
    }
    return figures.count == Self.width * Self.groupCount ? figures : nil
  }

  /// What the form's own line, with every group side by side, is worth: more than the lines of last year's figures that
  /// stand below it, a group or a year in each.
  private static let formLine = 20
}
