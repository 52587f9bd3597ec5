/// The tables that the national format prescribes (条例 第五十条; 国办公开办函〔2019〕60号, 〔2021〕30号), as data.
///
/// A form is a list of tables, a table a list of rows and columns with their labels in each edition. Parsing, checking,
/// writing and describing records all walk these lists; none of them names a row or a column in code.
package enum NationalForm {
  package static let tables: [FormTable] = [activeDisclosure, applications, reviewLitigation]

  package static func table(_ id: TableID) -> FormTable {
    switch id {
    case .activeDisclosure: activeDisclosure
    case .applications: applications
    case .reviewLitigation: reviewLitigation
    }
  }

  /// The row and the column of `cell`; nil where the form has no such cell.
  package static func cell(_ cell: CellID) -> (row: FormRow, column: FormColumn)? {
    place(of: cell).map { parts[$0] }
  }

  /// The place of `cell` in ``cells``; nil where the form has no such cell.
  package static func place(of cell: CellID) -> Int? { places[cell] }

  private static let places = CellPlaces(cells)

  /// The row and the column of each of ``cells``, in that order.
  private static let parts: [(row: FormRow, column: FormColumn)] = tables.flatMap { table in
    table.rows.flatMap { row in
      row.columns.flatMap { id in
        table.columns.filter { $0.id == id }.map { (row, $0) }
      }
    }
  }

  /// The editions whose form prints each of ``cells``, in that order.
  package static let editions: [Set<Edition>] = parts.map { row, column in
    row.editions.intersection(column.editions).filter {
      row.unprinted[$0]?.contains(column.id) != true
    }
  }

  /// Every cell that a record holds, in the order in which it is written: table by table, row by row.
  package static let cells: [CellID] = tables.flatMap { table in
    table.rows.flatMap { row in
      row.columns.map { CellID(table: table.id, row: row.id, column: $0) }
    }
  }
}

/// The places of cells in a list, by the numbers that their names were hashed to once: a dictionary would hash those again.
private struct CellPlaces {
  private let cells: [CellID]
  /// Indices of `cells` by the low bits of their keys, the next free slot where one is taken; -1 for none.
  private var slots: [Int]

  init(_ cells: [CellID]) {
    self.cells = cells
    var size = 1
    while size < 4 * cells.count { size *= 2 }
    slots = [Int](repeating: -1, count: size)
    for (index, cell) in cells.enumerated() {
      var slot = firstSlot(cell)
      while slots[slot] >= 0 { slot = next(slot) }
      slots[slot] = index
    }
  }

  subscript(cell: CellID) -> Int? {
    var slot = firstSlot(cell)
    while slots[slot] >= 0 {
      if cells[slots[slot]] == cell { return slots[slot] }
      slot = next(slot)
    }
    return nil
  }

  private func firstSlot(_ cell: CellID) -> Int {
    Int(truncatingIfNeeded: cell.key) & (slots.count - 1)
  }

  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }
}

/// One of the three tables; the raw value is its key in a record.
package enum TableID: String, Sendable, CaseIterable {
  case activeDisclosure = "active_disclosure"
  case applications
  case reviewLitigation = "review_litigation"
}

/// Something of each of the three tables: a dictionary by ``TableID`` would hash its raw value, a string.
package struct PerTable<Value: Sendable>: Sendable {
  private var activeDisclosure, applications, reviewLitigation: Value

  /// Asks for the values in the order of the tables.
  package init(_ value: (TableID) -> Value) {
    activeDisclosure = value(.activeDisclosure)
    applications = value(.applications)
    reviewLitigation = value(.reviewLitigation)
  }

  package subscript(table: TableID) -> Value {
    _read {
      switch table {
      case .activeDisclosure: yield activeDisclosure
      case .applications: yield applications
      case .reviewLitigation: yield reviewLitigation
      }
    }
    _modify {
      switch table {
      case .activeDisclosure: yield &activeDisclosure
      case .applications: yield &applications
      case .reviewLitigation: yield &reviewLitigation
      }
    }
  }
}

/// Which revision of the format a report's tables follow.
package enum Edition: String, Sendable, CaseIterable {
  /// The trial format, for report years 2019 and 2020.
  case e2019
  /// The revised format, from report year 2021.
  case e2021
  /// Reports from before the national tables.
  case legacy
}

/// A cell of the form: `applications`, `denied.state_secret`, `natural_person`.
///
/// Printed as its path in `annual_report`: `applications.denied.state_secret.natural_person`.
package struct CellID: Hashable, Sendable, CustomStringConvertible {
  package let table: TableID
  package let row: String
  package let column: String
  /// Of the three above: cells are looked up hundreds of times a report, and their names are long.
  fileprivate let key: UInt64

  package init(table: TableID, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
    // FNV-1a, with a byte between the names that none of them holds.
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in [table.rawValue, row, column] {
      for byte in name.utf8 { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
      key = (key ^ 0xFF) &* 0x100_0000_01B3
    }
    self.key = key
  }

  package static func == (left: CellID, right: CellID) -> Bool {
    left.key == right.key && left.column == right.column && left.row == right.row
      && left.table == right.table
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The cell of the form at `path`; nil where there is none.
  package init?(path: some StringProtocol) {
    guard let first = path.firstIndex(of: "."), let last = path.lastIndex(of: "."), first < last,
      let table = TableID(rawValue: String(path[..<first]))
    else { return nil }
    self.init(
      table: table, row: String(path[path.index(after: first)..<last]),
      column: String(path[path.index(after: last)...]))
    if NationalForm.cell(self) == nil { return nil }
  }

  package var description: String { "\(table.rawValue).\(row).\(column)" }
}

/// A table of the form.
package struct FormTable: Sendable {
  package var id: TableID
  package var rows: [FormRow]
  package var columns: [FormColumn]
}

/// A row that carries values.
package struct FormRow: Sendable {
  /// Dotted where rows form a group: `denied.state_secret`.
  package var id: String
  /// The printed labels from the outermost merged cell inwards, first the official wording; empty for a row without a
  /// label of its own (table 3).
  package var path: [FormLabel]
  /// The editions whose form prints this row.
  package var editions: Set<Edition>
  /// Ids of the columns that the row has in one edition or the other, in the order in which a record lists them.
  package var columns: [String]
  /// The article of the 条例 behind the row: `第十四条`; nil where the row is only arithmetic.
  package var article: String?
  /// What is counted, for people who have never seen the form.
  package var definition: String
  /// Columns of `columns` that the form of an edition doesn't print in this row, although it prints them in others.
  package var unprinted: [Edition: [String]] = [:]
}

/// A value column.
package struct FormColumn: Sendable {
  package var id: String
  package var path: [FormLabel]
  package var editions: Set<Edition>
  package var kind: Kind
  package var definition: String

  package enum Kind: String, Sendable {
    /// A whole number, zero or more.
    case count
    /// A signed whole number: 本年增/减.
    case change
    /// Money in 元.
    case amount
  }
}

/// A label as the form words it, and other wordings met in reports.
package struct FormLabel: Hashable, Sendable {
  /// The wording of the 2021 form, or the only one.
  package var text: String
  /// The wording of the 2019 form, where it is another.
  package var text2019: String?
  package var aliases: [String]

  package init(_ text: String, in2019 text2019: String? = nil, aliases: [String] = []) {
    self.text = text
    self.text2019 = text2019
    self.aliases = aliases
  }

  package func text(in edition: Edition) -> String { edition == .e2019 ? text2019 ?? text : text }
}
