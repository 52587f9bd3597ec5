/// Rows of table 2 whose figures may be another row's.
///
/// A program that takes text out of a page may write a row's figures below its label, above it, or beside the next label. A
/// label without figures has lent them to a line beside it; and where rows of several lines each go on to such a label, or to
/// figures of no row, each may have those of the next one, though every sum holds:
///
///     8.属于行政查询事项
///     13 5 2 1 0 7 3 29               its own figures, and not those of the label below
///     1.本机关不掌握相关政府信息
struct DoubtfulRows {
  private var doubtful: Set<Int> = []

  /// - Parameters:
  ///   - rows: The rows among `lines`, in their order.
  init(_ rows: [ApplicationsReader.Row], among lines: [RoledLine]) {
    let places = Self.places(rows, lines)
    for place in places.indices where places[place].kind == .empty {
      for beside in [place - 1, place + 1] where places.indices.contains(beside) {
        if let row = places[beside].row { doubtful.insert(row) }
      }
    }
    // Figures above the first label: those behind a label may be the next one's.
    let isAllDisplaced = (rows.first?.line.figuresAbove ?? 0) >= ApplicationsReader.width
    for run in places.indices.split(whereSeparator: { places[$0].kind == .inOneLine }) {
      guard isAllDisplaced || run.contains(where: { places[$0].kind != .apart }) else { continue }
      doubtful.formUnion(run.compactMap { places[$0].row })
    }
  }

  func contains(_ row: Int) -> Bool { doubtful.contains(row) }

  private enum Kind {
    /// A label and its figures in one line, or in the cells of a table.
    case inOneLine
    /// A label, and its figures in other lines.
    case apart
    /// A label without figures, or beside another label's.
    case empty
    /// Figures without a label, or too many.
    case stray
  }

  /// The lines of rows and of figures in their order.
  private static func places(
    _ rows: [ApplicationsReader.Row], _ lines: [RoledLine]
  ) -> [(kind: Kind, row: Int?)] {
    var places: [(kind: Kind, row: Int?)] = []
    var next = 0
    for line in lines {
      switch line.role {
      case .row:
        places.append((kind(of: rows[next]), next))
        next += 1
      case .unknown where line.line.isLoose:
        places.append((kind(ofUnknown: line.line), nil))
      case .unknown: places.append((.inOneLine, nil))
      case .blank, .header, .group, .note: break
      }
    }
    return places
  }

  private static func kind(ofUnknown line: FormLine) -> Kind {
    if line.cells.contains(where: { $0.kind == .label }) { return .empty }
    // A row whose label isn't known keeps the order of labels and figures.
    return line.areWordsAbove && line.cells.count == ApplicationsReader.width ? .apart : .stray
  }

  private static func kind(of row: ApplicationsReader.Row) -> Kind {
    guard row.line.isLoose else { return .inOneLine }
    let count = row.values.count { !$0.isBlank }
    if count == 0 { return .empty }
    if count > ApplicationsReader.width { return .stray }
    return row.line.blocks.count > 1 ? .apart : .inOneLine
  }
}
