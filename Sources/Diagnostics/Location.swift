/// A place in an input where a person can look.
///
/// Every number counts from 1.
///
/// Printed in issues and beside cells, for example `table 2 row 5 cell 8`.
package enum Location: Hashable, Sendable, CustomStringConvertible {
  /// A line of a plain text, as an editor counts them.
  case line(Int)
  /// A paragraph of the body, tables not counted.
  case paragraph(Int)
  /// A cell as printed: merged cells count once, in the row where they begin.
  case cell(table: Int, row: Int, cell: Int)
  /// A page; `box` is nil where the whole page is meant.
  case page(Int, box: BoundingBox?)
  /// A part of a package, such as `word/footnotes.xml`.
  case part(String)

  package var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .paragraph(let number): "paragraph \(number)"
    // Without interpolation: a record has hundreds of these.
    case .cell(let table, let row, let cell):
      "table " + String(table) + " row " + String(row) + " cell " + String(cell)
    case .page(let number, nil): "page \(number)"
    case .page(let number, let box?): "page \(number) box \(box)"
    case .part(let name): "part \(name)"
    }
  }
}

/// A rectangle on a page in PDF points (1/72 inch), measured from the top left corner.
package struct BoundingBox: Hashable, Sendable, CustomStringConvertible {
  package var left, top, right, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Left, top, right, bottom with one decimal: `90.0,120.5,101.3,131.0`.
  package var description: String {
    tenths.map { "\($0 < 0 ? "-" : "")\(abs($0) / 10).\(abs($0) % 10)" }.joined(separator: ",")
  }

  /// Left, top, right, bottom in tenths of a point.
  package var tenths: [Int] { [left, top, right, bottom].map { Self.tenths($0) } }

  private static func tenths(_ value: Double) -> Int {
    // Coordinates come from a file; what is no page coordinate prints as 0.
    value.isFinite && abs(value) < 1e9 ? Int((value * 10).rounded()) : 0
  }
}
