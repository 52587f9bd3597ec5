internal import Diagnostics
internal import DocumentModel

/// Tables without lines around their cells that ``WordTables`` leaves in doubt, rebuilt from the places of words.
///
/// Figures stand in columns, and each row has its figures on one line; labels may have more lines. That leaves room
/// for error, so every such table is flagged.
enum UnruledTables {
  /// Takes tables out of a page's `lines`.
  static func tables(
    in lines: [Line], page: Int
  ) -> (tables: [GridTable], rest: [Line], issues: [Issue]) {
    var tables: [GridTable] = []
    var rest: [Line] = []
    var issues: [Issue] = []
    let rows = lines.map(SegmentedLine.init)
    var index = 0
    while index < rows.count {
      guard rows[index].segments.count > 1 else {
        rest.append(lines[index])
        index += 1
        continue
      }
      let end = endOfStretch(rows, from: index)
      if let table = table(Array(rows[index..<end]), page: page) {
        tables.append(table)
        issues.append(
          Issue(
            .pdfColumnUncertain, "a table without lines was rebuilt from the places of its words",
            at: .page(page, box: table.box)))
      } else {
        rest += lines[index..<end]
      }
      index = end
    }
    return (tables, rest, issues)
  }

  /// The end of the stretch of rows of several texts that begins at `start`.
  ///
  /// Single texts between such rows belong to the stretch: captions and lines of labels.
  private static func endOfStretch(_ rows: [SegmentedLine], from start: Int) -> Int {
    var end = start + 1
    var index = start + 1
    while index < rows.count, index - end < 4,
      rows[index].box.top - rows[index - 1].box.bottom < 3 * rows[index].size
    {
      index += 1
      if rows[index - 1].segments.count > 1 { end = index }
    }
    return end
  }

  /// Nil where fewer than two of `rows` have figures beside other texts.
  private static func table(_ rows: [SegmentedLine], page: Int) -> GridTable? {
    let anchors = rows.filter { $0.segments.count > 1 }
    guard anchors.count(where: { $0.segments.contains { Figure.isPart($0.text) } }) >= 2 else {
      return nil
    }
    let segments = anchors.flatMap(\.segments)
    let figures = intervals(segments.filter { Figure.isPart($0.text) }.map(\.box))
    let firstFigure = figures.first?.left ?? 0
    // Heads stand above figures; labels stand left of all of them.
    let labels = intervals(segments.map(\.box).filter { $0.right <= firstFigure })
    let columns = (labels + figures).sorted { $0.left < $1.left }
    guard (2...mostColumns).contains(columns.count), let first = columns.first,
      let last = columns.last
    else { return nil }
    let box = rows.dropFirst().reduce(rows[0].box) { $0.union($1.box) }
    let inner = zip(columns, columns.dropFirst()).map { ($0.right + $1.left) / 2 }
    let edges = [min(box.left, first.left)] + inner + [max(box.right, last.right)]
    var cells: [[GridCell]] = []
    for group in groups(rows) {
      cells.append(row(group, edges: edges, columns: columns, page: page))
    }
    return GridTable(page: page, box: box, edges: edges, rows: cells)
  }

  /// The lines of each row: one with figures or several texts, and the lines of its label that are nearest to it.
  private static func groups(_ rows: [SegmentedLine]) -> [[SegmentedLine]] {
    let anchors = rows.indices.filter { rows[$0].segments.count > 1 }
    var groups = anchors.map { [rows[$0]] }
    // The captions in front of each group, and after the last.
    var captions: [[SegmentedLine]] = Array(repeating: [], count: anchors.count + 1)
    var next = 0
    for index in rows.indices {
      guard rows[index].segments.count == 1 else {
        next += 1
        continue
      }
      let near = [next - 1, next].filter { anchors.indices.contains($0) }
        .map { (group: $0, distance: abs(rows[anchors[$0]].box.middleY - rows[index].box.middleY)) }
        .min { $0.distance < $1.distance }
      if let near, near.distance < rows[index].size * 1.6 {
        groups[near.group].append(rows[index])
      } else {
        captions[next].append(rows[index])
      }
    }
    return zip(captions, groups + [[]]).flatMap { captions, group in
      captions.map { [$0] }
        + (group.isEmpty ? [] : [group.sorted { $0.box.middleY < $1.box.middleY }])
    }
  }

  private static func row(
    _ lines: [SegmentedLine], edges: [Double], columns: [BoundingBox], page: Int
  ) -> [GridCell] {
    let box = lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
    var cells = columns.indices.map { column in
      GridCell(
        text: "",
        box: BoundingBox(
          left: edges[column], top: box.top, right: edges[column + 1], bottom: box.bottom),
        page: page)
    }
    for segment in lines.flatMap(\.segments) {
      let column =
        columns.indices.min {
          abs(columns[$0].middleX - segment.box.middleX)
            < abs(columns[$1].middleX - segment.box.middleX)
        } ?? 0
      let home =
        columns.indices.first {
          edges[$0] <= segment.box.left && segment.box.right <= edges[$0 + 1]
        }
        ?? column
      if Figure.isPart(segment.text), !cells[home].text.isEmpty {
        // Two figures stay two, whatever their last and first characters.
        cells[home].text += " " + segment.text
      } else {
        TextJoining.append(segment.text, to: &cells[home].text)
      }
    }
    return cells
  }

  /// More columns than any form has; past it the rows are no table but scattered words.
  private static let mostColumns = 64

  /// `boxes` on the x axis, those that overlap made one, from left to right.
  private static func intervals(_ boxes: [BoundingBox]) -> [BoundingBox] {
    var merged: [BoundingBox] = []
    for box in boxes.sorted(by: { $0.left < $1.left }) {
      if let last = merged.last, box.left <= last.right {
        merged[merged.count - 1] = last.union(box)
      } else {
        merged.append(box)
      }
    }
    return merged
  }
}

/// A line, parted where its words stand further apart than words of a sentence do.
struct SegmentedLine: Sendable {
  struct Segment: Sendable {
    /// At least one.
    var words: ArraySlice<Word>
    var box: BoundingBox

    /// Put together when it is asked for: hardly any line is a row.
    var text: String { Line(words).text }
  }

  private(set) var segments: [Segment] = []
  var box: BoundingBox
  var size: Double

  init(_ line: Line) {
    box = line.box
    size = line.size
    var start = 0
    for index in line.words.indices.dropFirst()
    where line.words[index].box.left - line.words[index - 1].box.right > line.size {
      append(line.words[start..<index])
      start = index
    }
    append(line.words[start...])
  }

  private mutating func append(_ words: ArraySlice<Word>) {
    guard let first = words.first else { return }
    let box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
    segments.append(Segment(words: words, box: box))
  }
}
