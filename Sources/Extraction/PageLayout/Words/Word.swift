package import Diagnostics
internal import DocumentModel

/// A word as `pdftotext` tells words apart: characters of one font on one baseline without a gap between them.
///
/// A figure is always one word; a line of Chinese is one word unless fonts, blanks or wide spacing part it.
package struct Word: Sendable {
  /// Clean (``CleanText``), never empty.
  package var text: String
  package var box: BoundingBox
  /// The word's place in the page's content stream.
  ///
  /// Programs that write documents draw a table cell by cell.
  package var order: Int
  /// The y of its baseline and the height of an em, in points; nil where the page's paint isn't known.
  package var baseline: Double?
  package var fontSize: Double?
  /// Where it stands if its line runs up or down the page; nil for any other, and where the page's paint isn't known.
  package var turned: TurnedPlace?
  /// Whether it and the word before it touch, though they stand in two columns.
  package var isParted = false
  /// Whether it is a piece of a word that touches the next column, and where that begins isn't certain.
  package var isJoined = false
  /// Whether it is a part of a watermark.
  package var isWatermark = false
  /// Which of its page's ``WatermarkCandidate`` it is of; nil for a word of the text.
  package var candidate: Int?

  package init(text: String, box: BoundingBox, order: Int) {
    self.text = text
    self.box = box
    self.order = order
  }
}

/// The place of a word whose line is turned by a quarter: `pdftotext` gives such words boxes beside their characters.
package struct TurnedPlace: Hashable, Sendable {
  /// Whether the line runs from the head of the page to its foot.
  package var isDown: Bool
  package var box: BoundingBox

  package init(isDown: Bool, box: BoundingBox) {
    self.isDown = isDown
    self.box = box
  }
}

/// A page and its words, in the order of its content stream.
package struct BoxPage: Sendable {
  /// In points, as the page is seen; finite and positive, else the size of A4.
  package var width, height: Double
  package var words: [Word]
  /// Text whose place is no place on a page: not a number, or far outside.
  package var unplaced: [String] = []

  package init(width: Double, height: Double, words: [Word] = []) {
    self.width = width
    self.height = height
    self.words = words
  }
}

extension BoxPage {
  /// Drops words that are drawn twice in almost the same place, which is how bold letters and shadows are made.
  package mutating func dropOverprints() {
    let order = words.enumerated()
      .map { (left: $1.box.left, top: $1.box.top, index: $0) }
      .sorted { ($0.left, $0.index) < ($1.left, $1.index) }
    var dropped: Set<Int> = []
    for place in order.indices {
      let (left, top, index) = order[place]
      let height = words[index].box.height
      // The column below a word begins at the same place: of it, so many rows are looked through.
      for next in (place + 1)..<min(place + 65, order.count) {
        guard order[next].left - left < height * 0.15 else { break }
        let other = order[next].index
        if abs(order[next].top - top) < height * 0.2, words[other].text == words[index].text {
          dropped.insert(max(index, other))
        }
      }
    }
    guard !dropped.isEmpty else { return }
    words = words.indices.filter { !dropped.contains($0) }.map { words[$0] }
    for index in words.indices { words[index].order = index }
  }

  /// Swaps width and height where the words show that `/Rotate` turns the page by 90 degrees.
  ///
  /// `pdftotext` gives the places of words as seen, but the size of the page as it is before turning.
  package mutating func turnIfWordsDo() {
    let right = words.lazy.map(\.box.right).max() ?? 0
    let bottom = words.lazy.map(\.box.bottom).max() ?? 0
    if height > width, right > width + 1, bottom <= width + 1 { swap(&width, &height) }
    if width > height, bottom > height + 1, right <= height + 1 { swap(&width, &height) }
  }
}
