internal import Diagnostics

/// The words of one cell: drawn one after the other, line below line.
struct StreamCell {
  let first: Word
  private var others: [Word] = []
  /// Counts from 0.
  let page: Int
  private(set) var box: BoundingBox
  /// Of its last line.
  private var line: BoundingBox
  private var size: Double

  init(_ first: PlacedWord) {
    self.init(first.word, page: first.page)
  }

  init(_ first: Word, page: Int) {
    self.first = first
    self.page = page
    box = first.box
    line = first.box
    size = first.size
  }

  var wordCount: Int { 1 + others.count }

  var text: String {
    // Most cells hold a figure.
    if others.isEmpty { return first.text }
    return CellText(
      [first] + others,
      room: CellRoom(
        width: .infinity, leastPadding: 0, usualPadding: 0, widestFigure: 0, widestText: 0)
    ).text
  }

  /// Whether the text can be a piece of a number, which it can't where its first word can't.
  var isPartOfFigure: Bool { Figure.isPart(first.text) && Figure.isPart(text) }

  mutating func append(_ word: Word) {
    line = isOnLine(word) ? line.union(word.box) : word.box
    others.append(word)
    box = box.union(word.box)
    size = max(size, word.size)
  }

  /// Whether `next` goes on in this cell: on its last line, no further away than `reach` characters, or right below.
  func takes(_ next: PlacedWord, reach: Double = 1) -> Bool {
    guard next.page == page, wordCount < Self.mostWords else { return false }
    let word = next.word
    if isOnLine(word) {
      let gap = word.box.left - line.right
      return gap > -0.3 * size && gap < reach * size
    }
    let step = word.box.middleY - line.middleY
    let overlap = min(box.right, word.box.right) - max(box.left, word.box.left)
    let (low, high) = (min(word.box.height, line.height), max(word.box.height, line.height))
    return step > 0 && step < 1.9 * low && high < 1.5 * low
      && overlap >= min(box.width, word.box.width) / 2
  }

  private static let mostWords = 200

  private func isOnLine(_ word: Word) -> Bool {
    abs(word.box.middleY - line.middleY) < min(word.box.height, line.height) / 2
  }
}
