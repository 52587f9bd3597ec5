internal import Diagnostics

extension RuledGrid {
  /// Whether lines are drawn, but not around each cell: then words tell the table (``OpenTables``), as where there are
  /// none.
  func leavesCellsTogether(_ words: [Word]) -> Bool {
    leavesRowsTogether(words) || leavesColumnsTogether(words) || joinsRows(words)
      || leavesLabelsOut(words) || leavesFiguresOut(words)
  }

  /// Whether lines part the columns and not the rows, so that a cell holds what are cells of several rows.
  private func leavesRowsTogether(_ words: [Word]) -> Bool {
    guard
      zip(rowEdges, rowEdges.dropFirst()).contains(where: { $1 - $0 > Self.tallest })
    else { return false }
    for row in 0..<rowCount where rowEdges[row + 1] - rowEdges[row] > Self.tallest {
      var figures: [Span: Int] = [:]
      var labels: [Span: Int] = [:]
      for word in words
      where word.box.middleY > rowEdges[row] && word.box.middleY < rowEdges[row + 1] {
        guard
          let column = columnEdges.indices.dropLast().first(where: {
            word.box.middleX > columnEdges[$0] && word.box.middleX < columnEdges[$0 + 1]
          })
        else { continue }
        let span = span(row: row, column: column)
        if Figure.isFigure(word.text) {
          figures[span, default: 0] += 1
        } else if LabelMark(word.text) != nil || SectionedTable.isCaption(word) {
          labels[span, default: 0] += 1
        }
      }
      let stacked = figures.values
      if stacked.count(where: { $0 >= 8 }) >= 3 { return true }
      if stacked.count(where: { $0 >= 2 }) >= 3, labels.values.contains(where: { $0 >= 2 }) {
        return true
      }
      if stacked.reduce(0, +) >= 8, labels.values.contains(where: { $0 >= 3 }) { return true }
      // Heads and figures in one cell.
      if rowCount == 1, figures.count >= 3, columnCount >= 3 { return true }
    }
    return false
  }

  /// Whether labels stand left of the lines and nothing but figures within them.
  private func leavesLabelsOut(_ words: [Word]) -> Bool {
    var figures = 0
    for word in words where box.contains(x: word.box.middleX, y: word.box.middleY) {
      guard Figure.isPart(word.text) else { return false }
      figures += 1
    }
    return figures > 0
      && words.contains { word in
        word.box.right < box.left && box.left - word.box.right < box.width
          && word.box.middleY > box.top && word.box.middleY < box.bottom
      }
  }

  /// Whether figures stand far apart in one line of one cell, so that lines part neither rows nor columns there.
  private func leavesColumnsTogether(_ words: [Word]) -> Bool {
    var pairs = 0
    for (word, next) in zip(words, words.dropFirst())
    where next.box.left - word.box.right > 1.5 * word.box.height
      && abs(next.box.middleY - word.box.middleY) < word.box.height / 2
      && box.contains(x: word.box.middleX, y: word.box.middleY)
      && Figure.isFigure(word.text) && Figure.isFigure(next.text)
    {
      guard let row = rowEdges.dropLast().lastIndex(where: { $0 < word.box.middleY }),
        let column = columnEdges.dropLast().lastIndex(where: { $0 < word.box.middleX }),
        let other = columnEdges.dropLast().lastIndex(where: { $0 < next.box.middleX })
      else { continue }
      if span(row: row, column: column) == span(row: row, column: other) { pairs += 1 }
    }
    return pairs > 1
  }

  /// Whether figures stand right of the lines and none within them.
  private func leavesFiguresOut(_ words: [Word]) -> Bool {
    var outside = 0
    for word in words where word.box.middleY > box.top && word.box.middleY < box.bottom {
      guard Figure.isFigure(word.text) else { continue }
      if word.box.left < box.right { return false }
      outside += 1
    }
    return outside > 1
  }

  /// Whether lines are missing between cells, so that figures of several rows are in one.
  private func joinsRows(_ words: [Word]) -> Bool {
    guard !isSound else { return false }
    var figures: [Span: Int] = [:]
    for word in words where Figure.isFigure(word.text) {
      guard let row = rowEdges.dropLast().lastIndex(where: { $0 < word.box.middleY }),
        let column = columnEdges.dropLast().lastIndex(where: { $0 < word.box.middleX })
      else { continue }
      let span = span(row: row, column: column)
      if span.rows.count > 1 { figures[span, default: 0] += 1 }
    }
    return figures.values.count { $0 > 1 } > 1
  }

  /// No cell of one row is as high, unless its text is.
  private static let tallest = 60.0
}
