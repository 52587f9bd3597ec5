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
    var text = ""
    pieces { piece in
      switch piece {
      case .words(let words): text += words
      case .number(let number): text += String(number)
      }
    }
    return text
  }

  /// What a location is printed as, in pieces: a record has hundreds, and is written without a string for each.
  package enum Piece {
    /// Plain ASCII, but for the name of a part, which comes from the input.
    case words(String)
    case number(Int)
  }

  package func pieces(_ body: (Piece) -> Void) {
    switch self {
    case .line(let number):
      body(.words("line "))
      body(.number(number))
    case .paragraph(let number):
      body(.words("paragraph "))
      body(.number(number))
    case .cell(let table, let row, let cell):
      body(.words("table "))
      body(.number(table))
      body(.words(" row "))
      body(.number(row))
      body(.words(" cell "))
      body(.number(cell))
    case .page(let number, let box):
      body(.words("page "))
      body(.number(number))
      guard let box else { break }
      body(.words(" box "))
      box.pieces(body)
    case .part(let name):
      body(.words("part "))
      body(.words(name))
    }
  }
}

/// A rectangle on a page in PDF points (1/72 inch), measured from the top left corner.
package struct BoundingBox: Hashable, Sendable {
  package var left, top, right, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Left, top, right, bottom with one decimal: `90.0,120.5,101.3,131.0`.
  fileprivate func pieces(_ body: (Location.Piece) -> Void) {
    for (index, value) in [left, top, right, bottom].enumerated() {
      let tenths = Self.tenths(value)
      if index > 0 { body(.words(",")) }
      if tenths < 0 { body(.words("-")) }
      body(.number(abs(tenths) / 10))
      body(.words("."))
      body(.number(abs(tenths) % 10))
    }
  }

  private static func tenths(_ value: Double) -> Int {
    // Coordinates come from a file; what is no page coordinate prints as 0.
    value.isFinite && abs(value) < 1e9 ? Int((value * 10).rounded()) : 0
  }
}
