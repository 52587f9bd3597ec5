internal import DocumentModel

/// What a story is made of before tables and paragraphs are numbered.
enum DraftBlock {
  /// A visual line of a paragraph: clean and not empty.
  case line(String)
  case table(ResolvedTable)
  /// A part in another format that stands here, by the id of its relationship: `w:altChunk` (17.17.2).
  case chunk(String)
}

/// A `w:tbl` in Word's terms.
struct DraftTable {
  /// Widths of `w:gridCol` in twips (1/20 point), 0 where not given; the grid may lie about the rows.
  var gridWidths: [Int] = []
  var rows: [DraftRow] = []
}

struct DraftRow {
  /// `w:gridBefore` and `w:gridAfter`: grid columns left out at either end.
  var before = 0
  var after = 0
  /// Recorded as deleted, or hidden.
  var isOmitted = false
  var cells: [DraftCell] = []
}

struct DraftCell {
  /// How a cell takes part in a merge (`w:vMerge`, `w:hMerge`); without `w:val` both mean continue (17.4.84).
  enum Merge {
    case none, restart, `continue`
  }

  /// Where the pictures of a cell stand: in a line of text, as a character would, or over or beside the text.
  ///
  /// A shape is drawn without a picture: a rectangle may cover a figure, but is none.
  enum Picture: UInt8 {
    case none, shape, floating, inLine
  }

  /// `w:gridSpan`, at least 1.
  var span = 1
  var vertical = Merge.none
  var horizontal = Merge.none
  var isDeleted = false
  /// All lines of the cell as one text.
  var text = ""
  /// The pictures and objects in it.
  var picture = Picture.none
  /// The blocks of the cell where they are not one line: needed when the table is a frame, or holds tables.
  var blocks: [DraftBlock] = []

  init() {}
}

extension DraftCell {
  /// What a cell shows that holds a picture and no text.
  static let pictureText = String(Character(CleanText.picture))

  /// Whether figures in a table within it are what the cell shows, beside nothing or another figure.
  var holdsFigures: Bool {
    !blocks.isEmpty && (text.isEmpty || CleanText.isFigure(text))
      && blocks.contains { if case .table(let table) = $0 { table.isMadeOfFigures } else { false } }
  }

  /// The text, with the mark of a picture where it may stand for the number or for a part of it.
  ///
  /// Beside words it is a seal or a logo.
  var textWithPicture: String {
    switch picture {
    case .none, .shape: text
    case .floating: text.isEmpty ? Self.pictureText : text
    case .inLine: text.isEmpty || CleanText.isFigure(text) ? text + Self.pictureText : text
    }
  }
}
