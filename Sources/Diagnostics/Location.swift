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

  /// The page that it is on; nil where it isn't in a PDF.
  package var pageNumber: Int? {
    guard case .page(let number, box: _) = self else { return nil }
    return number
  }

  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what it is printed as: a record has hundreds, and is written without a string for each.
  ///
  /// Plain ASCII, but for the name of a part, which comes from the input.
  package func write(to bytes: inout [UInt8]) {
    switch self {
    case .line(let number): bytes.write("line ", number)
    case .paragraph(let number): bytes.write("paragraph ", number)
    case .cell(let table, let row, let cell):
      bytes.write("table ", table)
      bytes.write(" row ", row)
      bytes.write(" cell ", cell)
    case .page(let number, let box):
      bytes.write("page ", number)
      guard let box else { break }
      bytes.write(" box ")
      box.write(to: &bytes)
    case .part(let name):
      bytes.write("part ")
      bytes.append(contentsOf: name.utf8)
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
  fileprivate func write(to bytes: inout [UInt8]) {
    bytes.write(tenths: Self.tenths(left))
    bytes.write(",")
    bytes.write(tenths: Self.tenths(top))
    bytes.write(",")
    bytes.write(tenths: Self.tenths(right))
    bytes.write(",")
    bytes.write(tenths: Self.tenths(bottom))
  }

  private static func tenths(_ value: Double) -> Int {
    // Coordinates come from a file; what is no page coordinate prints as 0.
    value.isFinite && abs(value) < 1e9 ? Int((value * 10).rounded()) : 0
  }
}

extension [UInt8] {
  fileprivate mutating func write(_ words: StaticString) {
    words.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  fileprivate mutating func write(_ words: StaticString, _ number: Int) {
    write(words)
    if number < 0 { append(UInt8(ascii: "-")) }
    write(digits: number.magnitude)
  }

  fileprivate mutating func write(tenths: Int) {
    if tenths < 0 { append(UInt8(ascii: "-")) }
    write(digits: tenths.magnitude / 10)
    append(UInt8(ascii: "."))
    write(digits: tenths.magnitude % 10)
  }

  private mutating func write(digits number: UInt) {
    if number > 9 { write(digits: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
