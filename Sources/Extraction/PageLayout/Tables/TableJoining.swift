internal import Diagnostics
internal import DocumentModel

/// Puts the parts of a table that a page break cut back together.
enum TableJoining {
  /// One table of `upper` and `lower`, the part on the next page; nil where their columns differ.
  ///
  /// What is uncertain about it is added to `issues`.
  static func joined(
    _ upper: GridTable, _ lower: GridTable, issues: inout [Issue]
  ) -> GridTable? {
    let shift = (lower.edges.first ?? 0) - (upper.edges.first ?? 0)
    guard abs(shift) <= greatestShift else { return nil }
    let edges = lower.edges.map { $0 - shift }
    var result: GridTable
    var rest: [[GridCell]]
    if let places = places(of: edges, in: upper.edges) {
      result = upper
      rest = spread(lower.rows, to: places)
    } else if let places = places(of: upper.edges, in: edges) {
      result = upper
      result.edges = edges
      result.rows = spread(upper.rows, to: places)
      rest = lower.rows
    } else {
      return nil
    }
    rest.removeFirst(repeatedRows(of: rest, in: result.rows))
    continueLabels(&result.rows, into: &rest)
    if let first = rest.first, first.contains(where: { $0.coverage == .coveredFromAbove }),
      first.allSatisfy(\.text.isEmpty), rest.count > 1
    {
      // Nothing but the end of labels: the rest of a row whose figures stand on the page before.
      rest.removeFirst()
    }
    joinCutRow(&result.rows, &rest, issues: &issues)
    result.rows += rest
    return result
  }

  /// Takes the rest of a row that a page break cut from the head of `lower`, whose columns are others than those of
  /// `upper`: there a second table may begin further down.
  static func moveRest(
    of upper: inout GridTable, from lower: inout GridTable, issues: inout [Issue]
  ) {
    guard let first = lower.rows.first else { return }
    // A border may be missing on one of the pages, and then the sides differ by a column: the side that lies the same fits.
    let shifts = [(lower.edges.first, upper.edges.first), (lower.edges.last, upper.edges.last)]
      .compactMap { own, other in own.flatMap { own in other.map { $0 - own } } }
    for shift in shifts.sorted(by: { abs($0) < abs($1) }) where abs(shift) <= greatestShift {
      guard let row = spread(first, at: lower.edges.map { $0 + shift }, over: upper) else {
        continue
      }
      var rest = [row]
      joinCutRow(&upper.rows, &rest, issues: &issues)
      if rest.isEmpty { lower.rows.removeFirst() }
      return
    }
  }

  /// The texts of `row`, whose columns begin at `edges`, in the cells of the last row of `table` that begin there; nil
  /// where one has no such cell.
  private static func spread(
    _ row: [GridCell], at edges: [Double], over table: GridTable
  ) -> [GridCell]? {
    guard var spread = table.rows.last else { return nil }
    for index in spread.indices { spread[index].text = "" }
    for (column, cell) in row.enumerated() where cell.coverage == .own && !cell.text.isEmpty {
      guard
        let place = table.edges.dropLast().firstIndex(where: {
          abs($0 - edges[column]) <= tolerance
        }), spread.indices.contains(place), spread[place].coverage == .own,
        spread[place].text.isEmpty
      else { return nil }
      spread[place] = cell
    }
    return spread
  }

  /// For each of `edges` its index in `all`; nil where one of them has no counterpart there.
  private static func places(of edges: [Double], in all: [Double]) -> [Int]? {
    var places: [Int] = []
    for edge in edges {
      guard let place = all.indices.min(by: { abs(all[$0] - edge) < abs(all[$1] - edge) }),
        abs(all[place] - edge) <= tolerance, places.last.map({ $0 < place }) ?? true
      else { return nil }
      places.append(place)
    }
    guard places.first == 0, places.last == all.count - 1 else { return nil }
    return places
  }

  /// `rows` on a finer grid: column `i` covers the new columns from `places[i]` up to `places[i + 1]`.
  private static func spread(_ rows: [[GridCell]], to places: [Int]) -> [[GridCell]] {
    guard places.count - 1 < (places.last ?? 0) else { return rows }
    return rows.map { row in
      zip(row, zip(places, places.dropFirst())).flatMap { cell, place in
        var covered = cell
        covered.text = ""
        if cell.coverage == .own { covered.coverage = .coveredFromLeft }
        return [cell] + Array(repeating: covered, count: place.1 - place.0 - 1)
      }
    }
  }

  /// How many of the first rows of `lower` repeat the table's head.
  private static func repeatedRows(of lower: [[GridCell]], in upper: [[GridCell]]) -> Int {
    var count = 0
    for (above, below) in zip(upper, lower) {
      guard above.map(\.text) == below.map(\.text),
        !below.contains(where: { Figure.isPart($0.text) })
      else { break }
      count += 1
    }
    return count < lower.count ? count : 0
  }

  /// Lets labels of merged cells go on over the page break: `（四）无` and `法提供` are one.
  private static func continueLabels(_ upper: inout [[GridCell]], into lower: inout [[GridCell]]) {
    guard let first = lower.first, let last = upper.last else { return }
    // A row whose cells are not those above it is another row, so what goes on in it is a cell merged over both.
    let hasOtherShape = first.indices.contains {
      (first[$0].coverage == .coveredFromLeft) != (last[$0].coverage == .coveredFromLeft)
    }
    for column in first.indices where first[column].coverage == .own {
      let cell = first[column]
      // Right of it stands the label of the row itself: this one is a group's.
      let hasLabelBeside = first[(column + 1)...].contains {
        $0.coverage == .own && !$0.text.isEmpty && !Figure.isPart($0.text)
      }
      // The same if it is merged over the next row, and the row above has its label further right.
      let isMerged =
        lower.dropFirst().first?[column].coverage == .coveredFromAbove
        && last[(column + 1)...].contains {
          $0.coverage == .own && !$0.text.isEmpty && !Figure.isPart($0.text)
        }
      guard hasLabelBeside || hasOtherShape || isMerged, !Figure.isPart(cell.text),
        !Figure.isValue(cell.text),
        !LabelMark.startsWithNumber(cell.text) || originIsEmpty(upper, column)
      else { continue }
      guard let origin = origin(upper, column), !Figure.isPart(upper[origin][column].text),
        width(of: column, in: upper[origin]) == width(of: column, in: first),
        last[column].coverage == .coveredFromAbove
          || lower.dropFirst().first?[column].coverage == .coveredFromAbove
          || (hasOtherShape && (upper[origin][column].endsFull || originIsEmpty(upper, column)))
      else { continue }
      upper[origin][column].text += cell.text
      lower[0][column].text = ""
      lower[0][column].coverage = .coveredFromAbove
    }
  }

  private static func width(of column: Int, in row: [GridCell]) -> Int {
    1 + row[(column + 1)...].prefix { $0.coverage == .coveredFromLeft }.count
  }

  private static func originIsEmpty(_ rows: [[GridCell]], _ column: Int) -> Bool {
    origin(rows, column).map { rows[$0][column].text.isEmpty } ?? false
  }

  /// The row of the cell that covers the last row in `column`; nil where that begins further left.
  private static func origin(_ rows: [[GridCell]], _ column: Int) -> Int? {
    rows.indices.reversed().first { rows[$0][column].coverage != .coveredFromAbove }
      .flatMap { rows[$0][column].coverage == .own ? $0 : nil }
  }

  /// Whether a page break went through a row, so that the first row of `lower` goes on in the cells of the last of
  /// `upper`.
  ///
  /// Each text on the next page must go on from one that filled its last line, a label from a label and a figure from a
  /// figure, or stand below a blank. What says that it is no row of its own: it has no label, or has one while all its
  /// figures or none of them stand there, or several of its texts go on, as in a head.
  private static func isCut(_ upper: [GridCell]?, _ lower: [GridCell]?) -> Bool {
    guard let upper, let lower else { return false }
    var continued = (labels: 0, figures: 0)
    var ended = 0
    for (above, below) in zip(upper, lower) {
      if below.text.isEmpty {
        if !above.text.isEmpty { ended += 1 }
      } else if above.text.isEmpty {
        guard above.coverage == .own, Figure.isPart(below.text) else { return false }
      } else {
        guard above.coverage == .own, below.coverage == .own, goesOn(above, below.text),
          Figure.isPart(above.text) == Figure.isPart(below.text),
          !LabelMark.startsWithNumber(below.text)
        else { return false }
        if Figure.isPart(below.text) { continued.figures += 1 } else { continued.labels += 1 }
      }
    }
    let hasFigures = (
      upper.contains { Figure.isPart($0.text) }, lower.contains { Figure.isPart($0.text) }
    )
    if continued.labels == 0 { return continued.figures > 0 && ended > 0 }
    return continued.labels > 1 || continued.figures > 0
      || (hasFigures.0 ? !hasFigures.1 : hasFigures.1 || ended > 0)
  }

  /// Whether the text of `cell` filled its last line as far as it could if `text` went on.
  private static func goesOn(_ cell: GridCell, _ text: String) -> Bool {
    guard let second = text.unicodeScalars.dropFirst().first else { return cell.endsFull }
    return ParagraphAssembly.cannotBeginLine(second) ? cell.endsNearlyFull : cell.endsFull
  }

  /// Joins the first row of `lower` to the last of `upper` where it goes on there.
  private static func joinCutRow(
    _ upper: inout [[GridCell]], _ lower: inout [[GridCell]], issues: inout [Issue]
  ) {
    let isWhole = isCut(upper.last, lower.first) || isLabelOfFigures(lower.first, upper)
    guard isWhole || isRest(lower.first, of: upper.last), var row = upper.popLast(),
      !lower.isEmpty
    else { return }
    for (column, cell) in lower.removeFirst().enumerated() where !cell.text.isEmpty {
      if row[column].text.isEmpty {
        row[column] = cell
      } else if Figure.isPart(cell.text) {
        let issue = joinFigure(&row[column], cell, isSure: isWhole)
        issues.append(issue)
      } else {
        TextJoining.appendInCell(cell.text, to: &row[column].text)
        row[column].endsFull = cell.endsFull
      }
    }
    upper.append(row)
  }

  /// Whether the first row on a page has figures and no label of its own, where the last one on the page before has both:
  /// it goes on there, though not all of its figures show that they do.
  private static func isRest(_ lower: [GridCell]?, of upper: [GridCell]?) -> Bool {
    guard let upper, let lower, let start = upper.firstIndex(where: { Figure.isPart($0.text) }),
      let label = upper[..<start].lastIndex(where: { $0.coverage == .own && !$0.text.isEmpty }),
      !Figure.isPart(upper[label].text), lower[label].coverage == .own,
      lower[label...].contains(where: { Figure.isPart($0.text) })
    else { return false }
    return lower.allSatisfy { cell in
      cell.text.isEmpty || Figure.isPart(cell.text) || !LabelMark.startsWithNumber(cell.text)
    }
      && lower[label..<max(start, label + 1)].allSatisfy {
        $0.text.isEmpty || goesOn(upper[label], $0.text)
      }
  }

  /// Whether the first row on a page is the label, alone, of the figures that end the page before without one: its
  /// number is the next.
  private static func isLabelOfFigures(_ lower: [GridCell]?, _ upper: [[GridCell]]) -> Bool {
    guard let lower, let last = upper.last,
      last.contains(where: { Figure.isPart($0.text) }),
      last.allSatisfy({ $0.text.isEmpty || Figure.isPart($0.text) }),
      let label = lower.firstIndex(where: { !$0.text.isEmpty }),
      lower[(label + 1)...].allSatisfy(\.text.isEmpty), last[label].coverage == .own,
      let mark = LabelMark(lower[label].text),
      let previous = upper.dropLast().last.flatMap({ LabelMark($0[label].text) })
    else { return false }
    return mark.level == previous.level && mark.number == previous.number + 1
  }

  /// Puts a figure together that a page break cut, and says so.
  private static func joinFigure(
    _ upper: inout GridCell, _ lower: GridCell, isSure: Bool
  ) -> Issue {
    let location = Location.page(upper.page, box: upper.box)
    guard isSure, Figure.isFigure(upper.text + lower.text) else {
      upper.text += " " + lower.text
      return Issue(
        .pdfColumnUncertain, "“\(upper.text)” may be one number or several, on two pages",
        at: location)
    }
    upper.text += lower.text
    return Issue(.pdfCellJoined, "“\(upper.text)” stands on two pages", at: location)
  }

  /// Columns of the same table on two pages differ by less than this, in points.
  private static let tolerance = 6.0
  private static let greatestShift = 40.0
}
