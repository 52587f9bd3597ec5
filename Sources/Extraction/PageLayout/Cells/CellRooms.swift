internal import Diagnostics

/// How much room the cells of a ruled table have for text, learnt from the text in all of them.
struct CellRooms {
  private let grid: RuledGrid
  /// On the left and on the right together.
  private var leastPadding = 0.0
  private var usualPadding = 0.0
  /// By column.
  private var widestFigures: [Int: Double] = [:]
  /// The widest digit of any figure.
  private var widestDigit = 0.0
  /// The widths of cells, from the narrowest, each with that of the widest line in any cell up to it.
  private var widestTexts: [(cell: Double, text: Double)] = []

  init(_ grid: RuledGrid, _ contents: [RuledGrid.Span: [Word]]) {
    self.grid = grid
    var margins: [(left: Double, right: Double)] = []
    for (span, words) in contents {
      let cell = grid.box(of: span)
      let lines = LineAssembly.lines(of: words)
      for line in lines {
        margins.append((line.box.left - cell.left, cell.right - line.box.right))
      }
      if let widest = lines.map(\.box.width).max() { widestTexts.append((cell.width, widest)) }
      for line in lines where Figure.isPart(line.text) {
        widestDigit = max(widestDigit, CellRoom.characterWidth(of: line))
      }
      if lines.count == 1, span.columns.count == 1, Figure.isPart(lines[0].text) {
        let column = span.columns.lowerBound
        widestFigures[column] = max(widestFigures[column] ?? 0, lines[0].box.width)
      }
    }
    let least = [margins.map(\.left), margins.map(\.right)].map { sides in
      min(max(sides.min() ?? 0, 0), Self.largestPadding)
    }
    leastPadding = least[0] + least[1]
    usualPadding = max(
      leastPadding / 2,
      Self.mostFrequent(margins.flatMap { [$0.left, $0.right] }) ?? leastPadding / 2)
    widestTexts.sort { $0.cell < $1.cell }
    for index in widestTexts.indices.dropFirst() {
      widestTexts[index].text = max(widestTexts[index].text, widestTexts[index - 1].text)
    }
  }

  func room(of span: RuledGrid.Span) -> CellRoom {
    let cell = grid.box(of: span)
    return CellRoom(
      width: cell.width, leastPadding: leastPadding, usualPadding: usualPadding,
      widestFigure: span.columns.count == 1 ? widestFigures[span.columns.lowerBound] ?? 0 : 0,
      widestText: widestText(upTo: cell.width + 0.5), widestDigit: widestDigit)
  }

  /// The widest line in any cell no wider than `width`.
  private func widestText(upTo width: Double) -> Double {
    var low = 0
    var high = widestTexts.count
    while low < high {
      let middle = (low + high) / 2
      if widestTexts[middle].cell <= width { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? widestTexts[low - 1].text : 0
  }

  /// The commonest of `margins` that can be a padding, to half a point; nil where none occurs three times.
  private static func mostFrequent(_ margins: [Double]) -> Double? {
    var counts: [Int: Int] = [:]
    for margin in margins where margin > 0 && margin <= largestPadding {
      counts[Int((margin * 2).rounded()), default: 0] += 1
    }
    return counts.filter { $0.value >= 3 }
      .max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      .map { Double($0.key) / 2 }
  }

  /// Word and WPS keep 5.4 points (0.19 cm) unless told otherwise, LibreOffice 2.75.
  private static let largestPadding = 7.5
}
