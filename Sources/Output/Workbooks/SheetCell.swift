/// What a cell of a sheet holds.
package enum SheetCell: Hashable, Sendable {
  case empty
  /// Never a formula, whatever it begins with.
  case text(String)
  /// A decimal number as it is written: `8803.28`; with more digits than Excel keeps it is text.
  case number(String)
  /// `2023-12-31`; a day that Excel has no number for is text.
  case day(String)
  case boolean(Bool)
}

/// How a cell looks, a place in the workbook's list of styles (``WorkbookParts``).
package enum SheetStyle: Int, CaseIterable, Sendable {
  case plain
  /// Text that would be a formula or another number if it were typed anew.
  case quoted
  case day
  /// Over a column of a table.
  case head
  /// Over a part of a sheet.
  case title
  /// A paragraph.
  case note
  /// In a table with rules: a label, a number, one that some reports don't have.
  case label, figure, incompleteFigure
}

/// Cells that are one: rows and columns from 0, both ends included.
package struct MergedCells: Hashable, Sendable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// `A1:C2`.
  var reference: String {
    CellReference.name(row: rows.lowerBound, column: columns.lowerBound) + ":"
      + CellReference.name(row: rows.upperBound, column: columns.upperBound)
  }
}

/// What was changed in a workbook because Excel can't hold it.
package struct SheetLosses: Hashable, Sendable {
  /// Texts that were cut to ``SheetLimits/characters``.
  package var cutTexts = 0
  /// Numbers that stand as text.
  package var textNumbers = 0

  package init() {}
}

/// Excel's limits.
package enum SheetLimits {
  package static let rows = 1_048_576
  package static let columns = 16_384
  /// UTF-16 code units of a cell.
  package static let characters = 32_767
  /// Digits that a number keeps.
  package static let digits = 15
  /// Of the title of a sheet.
  package static let titleCharacters = 31
}

enum CellReference {
  /// `AB12`, of row 11 and column 27.
  static func name(row: Int, column: Int) -> String { "\(letters(column))\(row + 1)" }

  static func letters(_ column: Int) -> String {
    let (more, last) = (column / 26, column % 26)
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(last)))
    return more == 0 ? letter : letters(more - 1) + letter
  }
}
