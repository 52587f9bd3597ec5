package import Diagnostics

/// What a page shows besides words, where a cell without words may hold it.
package struct CellContent {
  /// Pictures, and shapes that may be letters.
  package var pictures: [BoundingBox] = []
  /// Dark rectangles, which may be characters in a cell without words.
  package var blocks: [BoundingBox] = []
  /// Words that are struck out.
  package var struckWords: [BoundingBox] = []

  package init(
    pictures: [BoundingBox] = [], blocks: [BoundingBox] = [], struckWords: [BoundingBox] = []
  ) {
    self.pictures = pictures
    self.blocks = blocks
    self.struckWords = struckWords
  }

  /// What stands for the text of a cell that holds a picture: U+FFFC OBJECT REPLACEMENT CHARACTER.
  package static let picture = "\u{FFFC}"
  /// What stands for text that is there, though nobody can say what it is worth: U+FFFD.
  package static let unreadable = "\u{FFFD}"

  /// What stands for the text of a cell without words; nil for a blank one.
  package func mark(in cell: BoundingBox) -> String? {
    if struckWords.contains(where: { $0.isContent(of: cell) }) { return Self.unreadable }
    return (pictures + blocks).contains { $0.isContent(of: cell) } ? Self.picture : nil
  }
}

extension BoundingBox {
  /// Whether it may be what a cell says: it lies in the cell, and is not the cell's own ground.
  fileprivate func isContent(of cell: BoundingBox) -> Bool {
    guard width > 1.5, height > 3, let common = intersection(cell),
      common.width * common.height > width * height * 0.8
    else { return false }
    return width < cell.width * 0.9 || height < cell.height * 0.9
  }
}
