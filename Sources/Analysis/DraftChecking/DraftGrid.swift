internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// The tables of the form with what a report prints in them, where there is no picture of its pages.
struct DraftGrid {
  let check: DraftCheck
  let id: String
  let language: Language

  /// Those tables that have a cell to be marked.
  func html() -> HTML {
    guard let cells = check.cells else { return "" }
    let wording = FormWording(edition: check.edition ?? DraftReading.edition(of: check.reportYear))
    let marks = Dictionary(
      DraftMark.marks(check).map { ($0.cell.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tables = NationalForm.tables.filter { table in
      marks.keys.contains { $0.table == table.id }
    }
    return "\(tables.map { html($0, cells, marks, wording) })"
  }

  private func html(
    _ table: FormTable, _ cells: [CellReading], _ marks: [CellID: DraftMark], _ wording: FormWording
  ) -> HTML {
    let rows = NationalForm.rows.filter {
      cells[$0.lowerBound].id.table == table.id && cells[$0].contains { $0.state != .absent }
    }
    let printed = Set(rows.flatMap { cells[$0].filter { $0.state != .absent }.map(\.id.column) })
    let columns = table.columns.filter { printed.contains($0.id) }
    let heads = columns.compactMap { column -> HTML? in
      guard
        let cell = rows.lazy.flatMap({ cells[$0] }).first(where: { $0.id.column == column.id })
      else { return nil }
      return "<th>\(language.text(wording.column(cell.id)))</th>"
    }
    let body = rows.map { range -> HTML in
      let name = language.text(wording.row(cells[range.lowerBound].id))
      let values = columns.map { column -> HTML in
        guard let cell = cells[range].first(where: { $0.id.column == column.id }) else {
          return "<td class=\"none\"></td>"
        }
        return value(cell, marks[cell.id])
      }
      return "<tr><th>\(name)</th>\(values)</tr>\n"
    }
    return """
      <h3>\(table.id.heading)</h3>
      <div class="scroll"><table class="grid"><thead><tr><th></th>\(heads)</tr></thead>
      <tbody>\(body)</tbody></table></div>

      """
  }

  private func value(_ cell: CellReading, _ mark: DraftMark?) -> HTML {
    let text = cell.raw ?? cell.value?.description ?? ""
    guard let mark else {
      return cell.state == .absent ? "<td class=\"none\"></td>" : "<td>\(text)</td>"
    }
    return
      "<td class=\"mark \(mark.severity.rawValue)\"><a href=\"#\(id)f\(mark.number)\"><span>\(mark.number)</span></a>\(text)</td>"
  }
}
