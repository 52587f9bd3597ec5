internal import Diagnostics
internal import DocumentModel

/// A word as `pdftotext` tells words apart: characters of one font on one baseline without a gap between them.
///
/// A figure is always one word; a line of Chinese is one word unless fonts, blanks or wide spacing part it.
struct Word: Sendable {
  /// Clean (``CleanText``), never empty.
  var text: String
  var box: BoundingBox
  /// The word's place in the page's content stream.
  ///
  /// Programs that write documents draw a table cell by cell.
  var order: Int
}

/// A page and its words, in the order of its content stream.
struct BoxPage: Sendable {
  /// In points, as the page is seen (turned by `/Rotate`); finite and positive, else the size of A4.
  var width, height: Double
  var words: [Word] = []
  /// Text whose place is no place on a page: not a number, or far outside.
  var unplaced: [String] = []
}
