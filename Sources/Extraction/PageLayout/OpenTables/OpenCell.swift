internal import Diagnostics

/// The words of one cell of a table without lines: drawn one after the other, line below line.
///
/// A figure is a cell by itself, however near the next one stands.
struct OpenCell {
  private(set) var words: [Word]
  /// Counts from 0.
  let page: Int
  private(set) var box: BoundingBox
  /// Whether it holds nothing but figures: one word, or several one below the other.
  private(set) var isFigure: Bool
  /// Of its last line.
  private var line: BoundingBox

  init(_ first: PlacedWord) {
    words = [first.word]
    page = first.page
    box = first.word.box
    line = first.word.box
    isFigure = first.isFigure || Self.isDash(first.word.text)
  }

  /// The cells of `stream`: words of one line first, then lines one below the other.
  ///
  /// - Parameters:
  ///   - reach: How far words of one cell may stand apart, in characters.
  ///   - isTight: Whether lines of one cell stand as near to each other as any lines of their size do.
  static func cells(of stream: [PlacedWord], reach: Double, isTight: Bool) -> [OpenCell] {
    let lines = joined(stream.lazy.map { OpenCell($0) }) { $0.goesOnBeside($1, reach: reach) }
    guard isTight else { return joined(lines) { $0.step(to: $1) != nil } }
    // Lines of one cell stand nearer to each other than rows do.
    var steps: [Int: Double] = [:]
    for (line, next) in zip(lines, lines.dropFirst()) {
      if let step = line.step(to: next) {
        steps[line.sizeClass] = min(steps[line.sizeClass] ?? step, step)
      }
    }
    return joined(lines) { cell, next in
      guard let step = cell.step(to: next), let least = steps[next.sizeClass] else { return false }
      return step < least + max(1.5, least * 0.12)
    }
  }

  private var sizeClass: Int { Int((line.height / 2).rounded()) }

  private static func joined(
    _ pieces: some Sequence<OpenCell>, where goesOn: (OpenCell, OpenCell) -> Bool
  ) -> [OpenCell] {
    var cells: [OpenCell] = []
    for next in pieces {
      if let last = cells.last, last.page == next.page, last.words.count < mostWords,
        goesOn(last, next)
      {
        cells[cells.count - 1].append(next)
      } else {
        cells.append(next)
      }
    }
    return cells
  }

  var text: String {
    if words.count == 1 { return words[0].text }
    return CellText(
      words,
      room: CellRoom(
        width: .infinity, leastPadding: 0, usualPadding: 0, widestFigure: 0, widestText: 0)
    ).text
  }

  var size: Double { words[0].size }
  var mark: LabelMark? { LabelMark(words[0].text) }
  var isCaption: Bool { SectionedTable.isCaption(words[0]) }

  /// The cell parted where a line leaves room for one more character of a column as wide as `width`: there no text
  /// goes on in the next line, so that it is another cell.
  func parted(inWidth width: Double) -> [OpenCell] {
    let lines = LineAssembly.lines(of: words)
    guard !isFigure, lines.count > 1 else { return [self] }
    let width = lines.reduce(width) { max($0, $1.box.width) }
    var parts: [[Word]] = [lines[0].words]
    for (line, next) in zip(lines, lines.dropFirst()) {
      let characters = Double(max(1, line.words.reduce(0) { $0 + $1.text.unicodeScalars.count }))
      if line.box.width * (1 + 1 / characters) + 0.5 < width {
        parts.append(next.words)
      } else {
        parts[parts.count - 1] += next.words
      }
    }
    guard parts.count > 1 else { return [self] }
    return parts.map { OpenCell($0, of: self) }
  }

  private init(_ words: [Word], of whole: OpenCell) {
    self.words = words
    page = whole.page
    box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
    isFigure = false
    line = words[words.count - 1].box
  }

  /// Whether its middle and that of `other` are in one row.
  func isBeside(_ other: OpenCell) -> Bool {
    page == other.page
      && abs(box.middleY - other.box.middleY) < min(box.height, other.box.height) * 0.45
  }

  /// Whether it stands right of `other`, at any of the same heights.
  func standsRight(of other: OpenCell) -> Bool {
    page == other.page && box.left > other.box.left
      && min(box.bottom, other.box.bottom) - max(box.top, other.box.top) > 1
  }

  /// Whether `middle` lies at the height of the cell.
  func reaches(_ middle: Double) -> Bool {
    let slack = size * 0.3
    return box.top - slack < middle && middle < box.bottom + slack
  }

  private mutating func append(_ next: OpenCell) {
    line = isOnLine(next.box) ? line.union(next.box) : next.line
    words += next.words
    box = box.union(next.box)
    // An amount with its unit, or a sign with its number, is a value too, but none that stands alone.
    isFigure = isFigure && next.isFigure
  }

  /// Whether `next`, one word, goes on in the line of this cell.
  private func goesOnBeside(_ next: OpenCell, reach: Double) -> Bool {
    guard isOnLine(next.box) else { return false }
    let gap = (next.box.left - line.right) / max(size, 1)
    guard gap > -0.3 else { return false }
    switch (isFigure, next.isFigure) {
    case (true, true): return false
    case (false, false): return gap < reach
    // A change of font inside of a word; else only a sign before its number and a unit behind it.
    case (true, false): return gap < 0.12 || gap < 0.6 && Self.isUnit(next.words[0].text)
    case (false, true):
      return gap < 0.12 || gap < 0.6 && words.count == 1 && Self.isSign(words[0].text)
    }
  }

  /// How far `next`, a line, stands below the last line of this cell; nil where it doesn't go on in the cell, being
  /// another kind of text or set in another way.
  private func step(to next: OpenCell) -> Double? {
    guard page == next.page, isFigure == next.isFigure, next.mark == nil, !next.isCaption,
      !isCaption
    else { return nil }
    let step = next.box.middleY - line.middleY
    let overlap = min(box.right, next.box.right) - max(box.left, next.box.left)
    let (low, high) = (min(next.box.height, line.height), max(next.box.height, line.height))
    guard step > low * 0.7, step < 2.4 * low, high < 1.5 * low,
      overlap >= min(box.width, next.box.width) / 2,
      [next.box.left - line.left, next.box.middleX - line.middleX, next.box.right - line.right]
        .contains(where: { abs($0) < max(1.5, low * 0.15) })
    else { return nil }
    return step
  }

  private func isOnLine(_ other: BoundingBox) -> Bool {
    abs(other.middleY - line.middleY) < min(other.height, line.height) / 2
  }

  private static func isDash(_ text: String) -> Bool {
    switch text {
    case "-", "—", "–", "－", "/", "／", "——": true
    default: false
    }
  }

  private static func isSign(_ text: String) -> Bool {
    switch text {
    case "增", "减", "增加", "减少", "约": true
    default: false
    }
  }

  private static func isUnit(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "万", "亿", "元", "件", "项", "条", "个", "次", "（", "(": true
    default: false
    }
  }

  private static let mostWords = 200
}
