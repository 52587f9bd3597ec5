import Diagnostics
import NationalForm

/// The columns of one block, from left to right.
struct DisclosureBlock {
  /// Index of the column, nil for a label that the form doesn't know; with its position in the row.
  var columns: [(column: Int?, position: Int)] = []
  var unit: MoneyUnit?
  /// Whether another unit is printed beside the columns.
  var unitsDiffer = false
  /// Whether a label resembles one of the form's and says something else.
  var isContradicted = false
  /// Whether the columns are the form's because the labels can't be read.
  var isAssumed = false

  private static let table = TableID.activeDisclosure

  /// No columns.
  init() {}

  /// The columns that `line`, a header, names.
  init(
    _ line: FormLine, book: LabelBook, damaged: inout DamagedLabels, into board: inout FormBoard
  ) {
    let table = Self.table
    for (position, cell) in line.cells.enumerated() where !cell.isBlank {
      let roles = cell.roles(in: table).map(\.role)
      if roles.contains(.furniture) || roles.contains(.caption) { continue }
      var column: Int?
      for case .column(let known) in roles { column = known }
      if column == nil, cell.kind == .words {
        // 单位：元 beside the columns.
        if MoneyUnit.stated(in: cell.text) != nil, FoldedLabel(cell.text).units.count < 8 {
          continue
        }
        switch damaged.column(for: FoldedLabel(cell.text), in: table, book: book) {
        case .whole(let known): column = known
        case .damaged(let known):
          column = known
          board.report(
            .labelUncertain,
            "`\(cell.text.prefix(60))` is read as \(NationalForm.table(table).columns[known].id)",
            at: cell.location)
        case .other: isContradicted = true
        // What stands left of the first column is a damaged 信息内容, not a column.
        case .unknown: if position == 0 { continue }
        }
      }
      columns.append((column, position))
      if let column, NationalForm.table(table).columns[column].kind == .amount {
        unit = MoneyUnit.named(in: cell.text)
      }
    }
  }

  /// The block itself if it heads such a row, else the columns that `edition` gives the row.
  func fitting(_ row: Int, _ figures: Int, _ edition: Edition?) -> DisclosureBlock {
    let form = NationalForm.activeDisclosure
    func isOfRow(_ column: Int) -> Bool {
      FormBoard.cell(of: Self.table, row: row, column: column) != nil
    }
    let known = columns.compactMap(\.column)
    let isOwn =
      !known.isEmpty && known.allSatisfy(isOfRow) && FormIndices(known).count == known.count
    if isContradicted {
      var block = self
      for index in columns.indices {
        let column = columns[index].column
        if let column, !isOfRow(column) { block.columns[index].column = nil }
      }
      return block
    }
    guard let edition else { return isOwn ? self : DisclosureBlock() }
    if isOwn, columns.count >= figures { return self }
    let own = form.rows[row].columns.compactMap { id in
      form.columns.firstIndex { $0.id == id }.flatMap {
        form.prints($0, row: row, in: edition) ? $0 : nil
      }
    }
    if isOwn {
      // A header of which only some labels can be read.
      let isPartial = figures == own.count && own.filter(known.contains) == known
      guard isPartial else { return self }
    }
    var assumed = self
    assumed.isAssumed = columns.contains { $0.column == nil }
    assumed.columns = own.map { ($0, -1) }
    return assumed
  }
}
