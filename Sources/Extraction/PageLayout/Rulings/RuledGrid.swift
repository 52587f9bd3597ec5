package import Diagnostics
internal import DocumentModel
package import PagePaint

/// The cells that a page's lines enclose: what a reader sees as a table.
///
/// Lines that touch belong together. Their positions cut the page into a grid; positions without a line between them
/// are one merged cell.
package struct RuledGrid {
  /// Where columns and rows begin and end.
  package private(set) var columnEdges, rowEdges: [Double]
  /// For each grid position, row by row: the grid positions of the merged cell it belongs to.
  private(set) var spans: [Span]
  /// Whether a line closes it on the left, and on the right; else its rows end where their lines do.
  private(set) var isClosedLeft = true
  private(set) var isClosedRight = true
  /// Whether every merged cell is a rectangle; one that is not comes apart into its positions.
  private(set) var isSound = true

  package struct Span: Hashable {
    package var rows, columns: Range<Int>
  }

  var rowCount: Int { rowEdges.count - 1 }
  var columnCount: Int { columnEdges.count - 1 }

  package var box: BoundingBox {
    BoundingBox(
      left: columnEdges.first ?? 0, top: rowEdges.first ?? 0, right: columnEdges.last ?? 0,
      bottom: rowEdges.last ?? 0)
  }

  package func span(row: Int, column: Int) -> Span { spans[row * columnCount + column] }

  package func box(of span: Span) -> BoundingBox {
    BoundingBox(
      left: columnEdges[span.columns.lowerBound], top: rowEdges[span.rows.lowerBound],
      right: columnEdges[span.columns.upperBound], bottom: rowEdges[span.rows.upperBound])
  }

  /// Makes a cell of each row of `span`.
  mutating func divide(_ span: Span) {
    for row in span.rows {
      for column in span.columns {
        spans[row * columnCount + column] = Span(rows: row..<row + 1, columns: span.columns)
      }
    }
  }

  /// Whether the edge of its page cuts it: its lines run up to it, and none closes it there.
  func isCut(byPageOf width: Double) -> Bool {
    !isClosedLeft && box.left < Self.edge || !isClosedRight && box.right > width - Self.edge
  }

  /// Whether this is a frame around text rather than a table.
  package var isSingleCell: Bool { spans.allSatisfy { $0 == spans[0] } }

  /// The grids on a page from top to bottom, frames among them.
  package static func grids(in rulings: Rulings, cellLimit: Int) -> [RuledGrid] {
    components(of: rulings)
      .compactMap { RuledGrid($0, cellLimit: cellLimit) }
      .sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
  }

  /// Nil where the lines enclose nothing.
  private init?(_ rulings: Rulings, cellLimit: Int) {
    let right = rulings.horizontal.map(\.end)
    let left = rulings.horizontal.map(\.start)
    let top = rulings.vertical.map(\.start)
    let bottom = rulings.vertical.map(\.end)
    // A table may be open at its sides: its rows end where its lines do.
    columnEdges = Self.clusters(
      rulings.vertical.map(\.position) + [left.min(), right.max()].compactMap(\.self))
    rowEdges = Self.clusters(
      rulings.horizontal.map(\.position) + [top.min(), bottom.max()].compactMap(\.self))
    spans = []
    guard !rulings.vertical.isEmpty, !rulings.horizontal.isEmpty,
      columnEdges.count > 1, rowEdges.count > 1,
      (columnEdges.count - 1) * (rowEdges.count - 1) <= cellLimit
    else { return nil }
    isClosedLeft = rulings.vertical.contains { $0.position < columnEdges[0] + Self.reach }
    isClosedRight = rulings.vertical.contains {
      $0.position > columnEdges[columnEdges.count - 1] - Self.reach
    }
    merge(
      isOpenRight: Self.coverage(rulings.vertical, at: columnEdges, across: rowEdges),
      isOpenBelow: Self.coverage(rulings.horizontal, at: rowEdges, across: columnEdges))
  }

  /// For each of `edges` and each space between two of `others`: whether no line runs along most of it.
  private static func coverage(
    _ rulings: [Ruling], at edges: [Double], across others: [Double]
  ) -> [[Bool]] {
    var isOpen = Array(
      repeating: Array(repeating: true, count: others.count - 1), count: edges.count)
    for ruling in rulings {
      guard let edge = nearest(ruling.position, in: edges) else { continue }
      for space in 0..<others.count - 1 {
        let overlap = min(ruling.end, others[space + 1]) - max(ruling.start, others[space])
        if overlap > (others[space + 1] - others[space]) / 2 { isOpen[edge][space] = false }
      }
    }
    return isOpen
  }

  private static func nearest(_ position: Double, in edges: [Double]) -> Int? {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < position { low = middle + 1 } else { high = middle }
    }
    return [low - 1, low].filter(edges.indices.contains)
      .min { abs(edges[$0] - position) < abs(edges[$1] - position) }
  }

  /// `positions`, those closer together than any row or column is wide taken for one.
  private static func clusters(_ positions: [Double]) -> [Double] {
    var clusters: [(sum: Double, count: Int, last: Double)] = []
    for position in positions.sorted() {
      if let last = clusters.last, position - last.last <= reach {
        clusters[clusters.count - 1] = (last.sum + position, last.count + 1, position)
      } else {
        clusters.append((position, 1, position))
      }
    }
    return clusters.map { $0.sum / Double($0.count) }
  }

  /// Joins the positions that no line parts.
  private mutating func merge(isOpenRight: [[Bool]], isOpenBelow: [[Bool]]) {
    var sets = DisjointSets(count: rowCount * columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let index = row * columnCount + column
        if column + 1 < columnCount, isOpenRight[column + 1][row] { sets.join(index, index + 1) }
        if row + 1 < rowCount, isOpenBelow[row + 1][column] {
          sets.join(index, index + columnCount)
        }
      }
    }
    var extents: [Int: (span: Span, count: Int)] = [:]
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let root = sets.root(row * columnCount + column)
        let old = extents[root] ?? (Span(rows: row..<row + 1, columns: column..<column + 1), 0)
        let rows = min(old.span.rows.lowerBound, row)..<max(old.span.rows.upperBound, row + 1)
        let columns =
          min(
            old.span.columns.lowerBound, column)..<max(
            old.span.columns.upperBound, column + 1)
        extents[root] = (Span(rows: rows, columns: columns), old.count + 1)
      }
    }
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let own = Span(rows: row..<row + 1, columns: column..<column + 1)
        let extent = extents[sets.root(row * columnCount + column)] ?? (own, 1)
        let isRectangle = extent.count == extent.span.rows.count * extent.span.columns.count
        isSound = isSound && isRectangle
        spans.append(isRectangle ? extent.span : own)
      }
    }
  }

  /// Lines that touch one another, directly or through others.
  private static func components(of rulings: Rulings) -> [Rulings] {
    let count = rulings.horizontal.count
    // Every pair is compared: far fewer lines than this make the largest real table.
    guard count * rulings.vertical.count <= 4_000_000 else { return [] }
    var sets = DisjointSets(count: count + rulings.vertical.count)
    for (i, across) in rulings.horizontal.enumerated() {
      for (j, down) in rulings.vertical.enumerated()
      where down.position >= across.start - reach && down.position <= across.end + reach
        && across.position >= down.start - reach && across.position <= down.end + reach
      {
        sets.join(i, count + j)
      }
    }
    var components: [Int: Rulings] = [:]
    for (i, ruling) in rulings.horizontal.enumerated() {
      components[sets.root(i), default: Rulings()].horizontal.append(ruling)
    }
    for (j, ruling) in rulings.vertical.enumerated() {
      components[sets.root(count + j), default: Rulings()].vertical.append(ruling)
    }
    return components.count > mostComponents
      ? [] : components.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Borders of neighbouring cells stand apart where each cell has its own, as in tables of web pages.
  private static let reach = 4.5
  private static let edge = 1.5
  /// Pages with more separate parts than this hold drawings, not tables.
  private static let mostComponents = 500
}

/// Which of the numbers below a count belong together.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// The lower root stays, so that roots do not depend on the order of joining.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
