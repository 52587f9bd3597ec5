internal import Diagnostics

/// The text of one cell, and how sure it is.
struct CellText {
  private(set) var text: String
  private(set) var joining = Joining.none
  /// Whether the last line has no room for one more character, so that the text may go on elsewhere.
  private(set) var endsFull = false
  /// The same for two more characters.
  private(set) var endsNearlyFull = false

  enum Joining {
    /// No figure was broken over lines.
    case none
    /// A figure stood on several lines, because there was no room for one more digit on the first.
    case wrapped
    /// Figures stand on several lines, though there was room: they stay apart, and are no number.
    case apart
  }

  /// The text of `words`, which stand in one cell.
  init(_ words: [Word], room: CellRoom) {
    let columns = Self.uprightColumns(words)
    guard columns.isEmpty else {
      text = columns.joined().map(\.text).joined()
      endsFull = true
      endsNearlyFull = true
      return
    }
    let lines = LineAssembly.lines(of: words)
    let texts = lines.map(\.text)
    if let last = lines.last {
      endsFull = room.isFull(last)
      endsNearlyFull = room.isFull(last, for: 2)
    }
    guard texts.count > 1, texts.allSatisfy(Figure.isPart) else {
      text = texts.dropFirst().reduce(into: texts.first ?? "") {
        TextJoining.appendInCell($1, to: &$0)
      }
      return
    }
    let whole = texts.joined()
    let isWrapped = zip(lines, lines.dropFirst()).allSatisfy { room.isFull($0, before: $1) }
    joining = isWrapped && Figure.isFigure(whole) ? .wrapped : .apart
    text = joining == .wrapped ? whole : texts.joined(separator: " ")
  }

  func issue(at location: Location) -> Issue? {
    switch joining {
    case .none: nil
    case .wrapped:
      Issue(.pdfCellJoined, "“\(text)” stands on several lines of its cell", at: location)
    case .apart:
      Issue(
        .pdfColumnUncertain, "“\(text)” may be one number or several in one cell", at: location)
    }
  }

  /// `words` set upright, character below character, in two columns or more; empty for any other text.
  ///
  /// Upright columns run from right to left. They are told from rows of single characters by the order in which they
  /// were drawn.
  private static func uprightColumns(_ words: [Word]) -> [[Word]] {
    guard words.count > 2, words.allSatisfy({ $0.text.unicodeScalars.count == 1 }) else {
      return []
    }
    var columns: [[Word]] = []
    for word in words.sorted(by: { $0.order < $1.order }) {
      if let last = columns.last?.last, abs(word.box.middleX - last.box.middleX) < last.size / 2 {
        guard word.box.middleY > last.box.middleY else { return [] }
        columns[columns.count - 1].append(word)
      } else {
        if let last = columns.last?.last, word.box.middleX > last.box.middleX { return [] }
        columns.append([word])
      }
    }
    // Characters side by side are a line, whatever the order in which they were drawn.
    return columns.count > 1 && columns.contains { $0.count > 1 } ? columns : []
  }
}

/// How much a line of a cell holds, in points.
///
/// The space between text and border is the same in all cells of a table, but no page states it.
struct CellRoom {
  var width: Double
  /// The least space that text keeps from both borders together anywhere in the table.
  var leastPadding: Double
  /// The space that most text keeps, where that is as small as a padding can be.
  var usualPadding: Double
  /// The widest figure on one line in this column.
  var widestFigure: Double
  /// The widest text on one line in any cell that is no wider than this one.
  var widestText: Double
  /// The widest digit of any figure in the table: a 1 may be narrower than what comes next.
  var widestDigit = 0.0

  /// Whether one more character would not have fitted on `line`.
  func isFull(_ line: Line) -> Bool { isFull(line, for: 1) }

  /// Whether `count` more characters would not have fitted on `line`.
  func isFull(_ line: Line, for count: Int) -> Bool {
    let width = Self.characterWidth(of: line)
    return isFull(
      line, withWidth: Double(count) * (Figure.isPart(line.text) ? max(width, widestDigit) : width))
  }

  /// Whether the first character of `next`, the line of the same figure below it, would not have fitted on `line`.
  func isFull(_ line: Line, before next: Line) -> Bool {
    let width = Self.characterWidth(of: next)
    if isFull(line, withWidth: width) { return true }
    // What stands on one line elsewhere shows that there was room; else what comes this near to the borders had none.
    let needed = line.box.width + width
    return widestText < needed - 0.05 && needed > self.width - leastPadding - Self.measuring
  }

  private func isFull(_ line: Line, withWidth next: Double) -> Bool {
    let needed = line.box.width + next
    if needed > width - leastPadding + Self.rounding { return true }
    // A figure on one line that is wider still shows that there was room.
    guard widestFigure < needed - Self.rounding else { return false }
    return needed > width - 2 * usualPadding - 2 * Self.rounding
  }

  static func characterWidth(of line: Line) -> Double {
    let characters = line.words.reduce(0) { $0 + $1.text.unicodeScalars.count }
    return line.box.width / Double(max(characters, 1))
  }

  private static let rounding = 0.5
  /// How far the places of words and lines that two programs tell may lie apart.
  private static let measuring = 1.0
}
