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

  /// The row and the column of `cell`.
  package static func cell(_ cell: CellID) -> (row: FormRow, column: FormColumn)? {
    parts.indices.contains(cell.place) ? parts[cell.place] : nil
  }

  /// The table, the row and the column of each of ``cells``, in that order.
  fileprivate static let names: [(table: TableID, row: String, column: String)] =
    tables.flatMap { table in
      table.rows.flatMap { row in row.columns.map { (table.id, row.id, $0) } }
    }

  /// The row and the column of each of ``cells``, in that order.
  private static let parts: [(row: FormRow, column: FormColumn)] = tables.flatMap { table in
    table.rows.flatMap { row in
      row.columns.flatMap { id in
        table.columns.filter { $0.id == id }.map { (row, $0) }
      }
    }
  }

  /// The editions whose form prints each of ``cells``, in that order.
  package static let editions: [EditionSet] = parts.map { row, column in
    row.editions.intersection(column.editions).subtracting(row.unprinted[column.id] ?? [])
  }

  /// Every cell that a record holds, in the order in which it is written: table by table, row by row.
  package static let cells: [CellID] = names.enumerated().map { place, name in
    CellID(place: place, table: name.table)
  }

  /// Where the cells of each row stand in ``cells``, in that order.
  package static let rows: [Range<Int>] = {
    var start = 0
    return tables.flatMap(\.rows).map { row in
      defer { start += row.columns.count }
      return start..<(start + row.columns.count)
    }
  }()
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

/// A cell of the form: `applications`, `denied.state_secret`, `natural_person`.
///
/// No more than its place, because a report has hundreds of them; its names are looked up where they are printed. Printed
/// as its path in `annual_report`: `applications.denied.state_secret.natural_person`.
package struct CellID: Hashable, Sendable, CustomStringConvertible {
  private let index: UInt16
  package let table: TableID

  fileprivate init(place: Int, table: TableID) {
    index = UInt16(truncatingIfNeeded: place)
    self.table = table
  }

  /// Nil where the form has no such cell.
  package init?(table: TableID, row: String, column: String) {
    let names = NationalForm.names
    let cells = NationalForm.rows.first {
      names[$0.lowerBound].table == table && names[$0.lowerBound].row == row
    }
    guard let place = cells?.first(where: { names[$0].column == column }) else { return nil }
    self.init(place: place, table: table)
  }

  /// The cell of the form at `path`; nil where there is none.
  package init?(path: some StringProtocol) {
    guard let first = path.firstIndex(of: "."), let last = path.lastIndex(of: "."), first < last,
      let table = TableID(rawValue: String(path[..<first]))
    else { return nil }
    self.init(
      table: table, row: String(path[path.index(after: first)..<last]),
      column: String(path[path.index(after: last)...]))
  }

  /// Where it stands in ``NationalForm/cells``.
  package var place: Int { Int(index) }

  /// Dotted where rows form a group: `denied.state_secret`.
  package var row: String { NationalForm.names[place].row }
  package var column: String { NationalForm.names[place].column }

  package static func == (left: CellID, right: CellID) -> Bool { left.index == right.index }

  package func hash(into hasher: inout Hasher) { hasher.combine(index) }

  package var description: String { "\(table.rawValue).\(row).\(column)" }
}

/// A table of the form.
package struct FormTable: Sendable {
  package var id: TableID
  package var rows: [FormRow]
  package var columns: [FormColumn]
  /// What adds up in it (勾稽关系).
  package var identities: [IdentityRule] = []

  /// Whether `edition` prints the column at `column` in the row at `row`.
  package func prints(_ column: Int, row: Int, in edition: Edition) -> Bool {
    let (row, column) = (rows[row], columns[column])
    return row.editions.contains(edition) && column.editions.contains(edition)
      && row.unprinted[column.id]?.contains(edition) != true
  }
}

/// A row that carries values.
package struct FormRow: Sendable {
  /// Dotted where rows form a group: `denied.state_secret`.
  package var id: String
  /// The printed labels from the outermost merged cell inwards, first the official wording; empty for a row without a
  /// label of its own (table 3).
  package var path: [FormLabel]
  /// The editions whose form prints this row.
  package var editions: EditionSet
  /// Ids of the columns that the row has in one edition or the other, in the order in which a record lists them.
  package var columns: [String]
  /// The article of the 条例 behind the row: `第十四条`; nil where the row is only arithmetic.
  package var article: String?
  /// What is counted, for people who have never seen the form.
  package var definition: String
  /// The editions that don't print one of `columns` in this row, although they print it in others.
  package var unprinted: [String: EditionSet] = [:]
}

/// A value column.
package struct FormColumn: Sendable {
  package var id: String
  package var path: [FormLabel]
  package var editions: EditionSet
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
