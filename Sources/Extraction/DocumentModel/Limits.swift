/// What one document may cost.
///
/// Each limit is named in the failure that it causes.
///
/// The defaults leave real documents a wide margin: of 2,077 real docx the largest part had 12.6 MB, the deepest
/// nesting 29 levels, the highest ratio 94:1; the slowest honest PDF of 6,573 took 14.5 s.
package struct Limits: Hashable, Sendable {
  /// Bytes of the input file.
  package var inputBytes = 256 << 20
  /// Entries of a zip archive.
  package var zipEntries = 10_000
  /// Bytes of one part of a package, inflated.
  package var partBytes = 256 << 20
  /// Bytes of all parts read, inflated.
  package var packageBytes = 512 << 20
  /// Inflated to packed bytes of a part, looked at once it is over 64 MiB.
  package var inflationRatio = 200
  /// Nested XML elements.
  package var xmlDepth = 256
  /// Bytes between `<` and `>`: libxml2 compares attributes pairwise, and no option of its own stops that.
  package var xmlTagBytes = 256 << 10
  /// Bytes of text of one paragraph or cell.
  package var paragraphBytes = 16 << 20
  /// Bytes of text of one document.
  package var documentBytes = 64 << 20
  /// Grid columns of a table; a span beyond them is clamped.
  package var tableColumns = 1_024
  /// Grid positions of all tables of a document.
  package var tableCells = 4_000_000
  /// Pages of a PDF.
  package var pdfPages = 10_000
  /// Seconds until a child program is killed.
  package var backendSeconds = 120
  /// Bytes of a child program's address space.
  package var backendMemoryBytes = 1 << 30
  /// Bytes of a child program's output.
  package var backendOutputBytes = 256 << 20

  package init() {}
}
