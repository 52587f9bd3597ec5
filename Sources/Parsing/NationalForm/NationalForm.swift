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

  /// Every cell that a record holds, in the order in which it is written: table by table, row by row.
  package static let cells: [CellID] = tables.flatMap { table in
    table.rows.flatMap { row in
      row.columns.map { CellID(table: table.id, row: row.id, column: $0) }
    }
  }
}

/// One of the three tables; the raw value is its key in a record.
package enum TableID: String, Sendable, CaseIterable {
  case activeDisclosure = "active_disclosure"
  case applications
  case reviewLitigation = "review_litigation"
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
package struct CellID: Hashable, Sendable {
  package var table: TableID
  package var row: String
  package var column: String

  package init(table: TableID, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
  }
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
}

/// A value column.
package struct FormColumn: Sendable {
  package var id: String
  package var path: [FormLabel]
  package var editions: Set<Edition>
  package var kind: Kind

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
  package var text: String
  package var aliases: [String]

  package init(_ text: String, aliases: [String] = []) {
    self.text = text
    self.aliases = aliases
  }
}
