internal import ConsoleText
package import NationalForm
internal import RecordReading

/// Cells by what the form calls them: `予以公开/总计`, `不予公开.属于国家秘密.总计`, `行政诉讼 复议后起诉 结果维持`.
package enum LabelledCells {
  /// Those whose row and column have these labels in any wording, more of their path for one that isn't clear.
  ///
  /// Parts stand between slashes, points, commas or blanks; numbers before a label may be left out.
  package static func cells(_ text: String) -> [CellID] {
    let parts = parts(of: text)
    guard (1...6).contains(parts.count) else { return [] }
    return NationalForm.cells.filter { cell in
      guard let (row, column) = NationalForm.cell(cell) else { return false }
      return parts.count == 1 ? joined(cell) == parts[0] : holds(row, column, parts)
    }
  }

  /// Up to three whose labels differ from `text` by few characters, the nearest first.
  package static func nearest(to text: String) -> [CellID] {
    let wrong = Array(parts(of: text).joined().unicodeScalars)
    guard (2...60).contains(wrong.count) else { return [] }
    let ranked = NationalForm.cells.compactMap { cell -> (rank: Int, cell: CellID)? in
      let distance = EditDistance.between(wrong, Array(joined(cell).unicodeScalars))
      return distance <= wrong.count / 3 ? (distance, cell) : nil
    }
    return ranked.sorted { ($0.rank, $0.cell.place) < ($1.rank, $1.cell.place) }.prefix(3).map(
      \.cell)
  }

  /// `予以公开/总计`.
  package static func label(_ cell: CellID) -> String { lastLabels(cell).joined(separator: "/") }

  private static func joined(_ cell: CellID) -> String { lastLabels(cell).map(folded).joined() }

  private static func lastLabels(_ cell: CellID) -> [String] {
    guard let (row, column) = NationalForm.cell(cell) else { return [cell.description] }
    return [row.path.last, column.path.last].compactMap { $0.map { ShortLabel.chinese($0.text) } }
  }

  private static func parts(of text: String) -> [String] {
    guard text.utf8.count <= 600 else { return [] }
    let separators = Set("/／.,，、 　|>")
    // Brackets may hold what separates elsewhere, `（区分处理的，只计这一情形，不计其他情形）`.
    var parts = [""]
    var depth = 0
    for character in text {
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, separators.contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !isNumber($0) }.map(folded)
  }

  /// `1`, `三`, `（一）`: what numbers a label that stands behind.
  private static func isNumber(_ part: String) -> Bool {
    part.allSatisfy { $0.isASCII && $0.isNumber || "一二三四五六七八九十（）()".contains($0) }
  }

  /// Whether the parts are labels of the path in its order, the last of the row and the last of the column among them.
  private static func holds(_ row: FormRow, _ column: FormColumn, _ parts: [String]) -> Bool {
    let path = row.path + column.path
    let last = row.path.count - 1
    var rest = parts[...]
    for (place, label) in path.enumerated() {
      let isHere =
        rest.first.map { part in label.wordings.contains { folded($0) == part } } ?? false
      if isHere { rest = rest.dropFirst() }
      let isNeeded = place == last || place == path.count - 1
      guard isHere || !isNeeded else { return false }
    }
    return rest.isEmpty
  }

  private static func folded(_ label: String) -> String {
    ShortLabel.chinese(label).filter { !$0.isWhitespace && !"“”\"'".contains($0) }
  }
}
