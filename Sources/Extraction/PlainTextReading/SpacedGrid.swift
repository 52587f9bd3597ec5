internal import Diagnostics
internal import DocumentModel

/// The columns of rows set by blanks: a field stands in the column whose figures it lies under.
///
/// Which column a figure of a short row belongs to is told by the rows that have all. Where that leaves a doubt, its figures share
/// a cell, which nobody takes for a number.
struct SpacedGrid {
  private(set) var rows = TableRows()

  private let labels: Int
  private let columns: [Range<Int>]
  private let place: (SpacedRow.Field) -> Range<Int>

  /// Nil where the rows don't show all columns: a figure or the label of a column stands under none of them, or a head has
  /// more columns than the rows.
  init?(_ source: [SpacedRow]) {
    let most = source.lazy.map(\.figures).max() ?? 0
    let full = source.filter { $0.figures == most }
    labels =
      source.lazy.map { $0.fields.prefix { !$0.isFigure }.count * ($0.figures > 0 ? 1 : 0) }.max()
      ?? 1
    // Under a head with more columns than any row has figures, none shows which of them it lacks.
    let widest = source.lazy.filter { $0.figures == 0 }.map(\.fields.count).max() ?? 0
    guard widest <= labels + most else { return nil }
    let byCells = Self.columns(full, most) { $0.cells }
    let byCharacters = Self.columns(full, most) { $0.characters }
    if let byCells {
      columns = byCells
      place = { $0.cells }
    } else {
      columns = byCharacters ?? []
      place = { $0.characters }
    }
    guard isComplete(source, most) else { return nil }
    rows.rows = source.map { row(of: $0, most) }
  }

  private func isComplete(_ source: [SpacedRow], _ most: Int) -> Bool {
    guard source.contains(where: { (1..<most).contains($0.figures) }) else { return true }
    guard let first = columns.first else {
      return most < 4 && source.allSatisfy { [0, 1, most].contains($0.figures) }
    }
    for row in source where row.fields.count > 2 || row.figures > 0 {
      for field in row.fields {
        let range = place(field)
        if field.isFigure {
          // Two figures of a row may share a column's place only where they are refused; one alone must be certain.
          guard row.figures == most || column(of: field) != nil || row.figures > 1 else {
            return most < 4
          }
          guard columns.contains(where: { $0.overlaps(range) }) else {
            return most < 4 && row.figures == 1
          }
        } else if range.lowerBound >= first.lowerBound {
          guard columns.contains(where: { $0.overlaps(range) }) else { return false }
        }
      }
    }
    return true
  }

  /// What the figures of whole rows cover; nil where those of two columns overlap.
  private static func columns(
    _ rows: [SpacedRow], _ count: Int, _ place: (SpacedRow.Field) -> Range<Int>
  ) -> [Range<Int>]? {
    guard rows.count > 1 else { return nil }
    var columns: [Range<Int>] = []
    for row in rows {
      let own = row.fields.filter(\.isFigure).map(place)
      guard own.count == count else { return nil }
      if columns.isEmpty {
        columns = own
      } else {
        for index in own.indices {
          columns[index] =
            min(
              columns[index].lowerBound, own[index].lowerBound)..<max(
              columns[index].upperBound, own[index].upperBound)
        }
      }
    }
    for index in columns.indices.dropFirst()
    where columns[index].lowerBound < columns[index - 1].upperBound { return nil }
    return columns
  }

  private func row(of source: SpacedRow, _ most: Int) -> [TableCell] {
    let at = Location.line(source.line)
    let fields = source.fields
    func cells(_ fields: some Sequence<SpacedRow.Field>) -> [TableCell] {
      fields.map { TableCell($0.text, at: at) }
    }
    let own = fields.prefix { !$0.isFigure }
    guard source.figures > 0 else { return header(fields, at) ?? cells(fields) }
    let filler = [TableCell](repeating: TableCell("", at: at), count: max(0, labels - own.count))
    let values = fields[own.count...]
    if source.figures == most { return cells(own) + filler + cells(values) }
    var placed = [TableCell?](repeating: nil, count: columns.count)
    for value in values {
      guard let column = column(of: value), placed[column] == nil else {
        // One figure alone stands under a header of its own.
        let text = values.map(\.text).joined(separator: " ")
        return cells(own) + filler + [TableCell(text, at: at)]
      }
      placed[column] = TableCell(value.text, at: at)
    }
    return cells(own) + filler + placed.map { $0 ?? TableCell("", at: at) }
  }

  /// The column that `field` lies under; nil for none, or for two.
  private func column(of field: SpacedRow.Field) -> Int? {
    let range = place(field)
    let under = columns.indices.filter { columns[$0].overlaps(range) }
    return under.count == 1 ? under.first : nil
  }

  /// The labels of columns above them; nil where one stands above none or two.
  private func header(_ fields: [SpacedRow.Field], _ at: Location) -> [TableCell]? {
    guard !columns.isEmpty, fields.count > 1 else { return nil }
    var cells = [TableCell](repeating: TableCell("", at: at), count: labels + columns.count)
    var hasColumn = false
    for (index, field) in fields.enumerated() {
      if let column = column(of: field), cells[labels + column].text.isEmpty {
        cells[labels + column] = TableCell(field.text, at: at)
        hasColumn = true
      } else {
        guard !hasColumn, index < labels, cells[index].text.isEmpty else { return nil }
        cells[index] = TableCell(field.text, at: at)
      }
    }
    return cells
  }
}
