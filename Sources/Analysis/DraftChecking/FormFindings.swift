internal import Comparison
internal import Diagnostics
internal import Explanation
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// Tables and rows that are missing, and signs that a draft follows another edition of the form than it should.
struct FormFindings {
  let draft: DraftReading

  func findings() -> [DraftFinding] {
    guard draft.facts.form.edition != .legacy else { return [wrongEdition()].compactMap(\.self) }
    return NationalForm.tables.flatMap { table in
      [missing(table)].compactMap(\.self)
    } + [wrongEdition(), otherEdition()].compactMap(\.self)
  }

  private func isPrinted(_ table: FormTable) -> Bool {
    draft.cells.contains { $0.id.table == table.id && $0.state != .absent }
  }

  private func missing(_ table: FormTable) -> DraftFinding? {
    guard let edition = draft.facts.form.edition, isPrinted(table) else { return nil }
    let rows = rows(of: table) { cells in
      cells.allSatisfy { $0.state == .absent }
        && cells.contains { NationalForm.editions[$0.id.place].contains(edition) }
    }
    guard !rows.isEmpty else { return nil }
    let heading = table.id.heading
    let names = rows.map(Self.quoted)
    var finding = DraftFinding(
      .form, .warning, [IssueCode.rowsAbsent.rawValue],
      Words(
        "“\(heading)”的表里没有读到规定的 \(rows.count) 行：\(Self.list(names.map(\.chinese)))",
        "\(rows.count) prescribed rows of the table “\(heading)” were not found: \(Self.list(names.map(\.english), ", "))"
      ))
    finding.details = draft.remarks(.rowUnknown).prefix(2).compactMap { remark in
      remark.location.flatMap(Location.init).map { place in
        Words(
          "\(place.words.chinese)的一行不认识",
          "a row that the form does not have: \(place.words.english)")
      }
    }
    return finding
  }

  /// The tables follow another edition than the report's year asks for.
  private func wrongEdition() -> DraftFinding? {
    guard let year = draft.year, let edition = draft.facts.form.edition else { return nil }
    let prescribed = DraftReading.edition(of: year)
    guard edition != prescribed else { return nil }
    let (printed, should) = (FormWording.words(edition), FormWording.words(prescribed))
    return DraftFinding(
      .form, .error, ["edition"],
      Words(
        "\(year) 年度的报告应使用 \(should.chinese)，表中的行列却是 \(printed.chinese)的",
        "a report on \(year) follows \(should.english), its tables are those of \(printed.english)")
    )
  }

  /// Rows and columns of the tables that its own edition doesn't have.
  private func otherEdition() -> DraftFinding? {
    guard let edition = draft.facts.form.edition else { return nil }
    let strangers = draft.cells.filter {
      $0.state != .absent && !NationalForm.editions[$0.id.place].contains(edition)
    }
    let isMixed = !draft.remarks(.editionMixed).isEmpty
    guard !strangers.isEmpty || isMixed else { return nil }
    var names: [Words] = []
    for cell in strangers {
      let name =
        NationalForm.cell(cell.id)?.row.editions.contains(edition) == true
        ? draft.wording.cell(cell.id) : Self.quoted(draft.wording.row(cell.id))
      if !names.contains(name) { names.append(name) }
    }
    let form = FormWording.words(edition)
    let list =
      names.isEmpty
      ? Words("", "")
      : Words("：\(Self.list(names.map(\.chinese)))", ": \(Self.list(names.map(\.english), ", "))")
    var finding = DraftFinding(
      .form, .warning, [IssueCode.editionMixed.rawValue],
      Words(
        "表中混有不属于 \(form.chinese)的行或列\(list.chinese)",
        "the tables have rows or columns that are not of \(form.english)\(list.english)"))
    finding.cells = strangers.compactMap { draft.cell($0.id) }
    return finding
  }

  private func rows(of table: FormTable, where isWanted: ([CellReading]) -> Bool) -> [Words] {
    NationalForm.rows.compactMap { range in
      let cells = Array(draft.cells[range])
      guard let first = cells.first, first.id.table == table.id, isWanted(cells) else { return nil }
      return draft.wording.row(first.id)
    }
  }

  private static func quoted(_ name: Words) -> Words {
    Words("“\(name.chinese)”", "“\(name.english)”")
  }

  private static func list(_ names: [String], _ mark: String = "、") -> String {
    let shown = names.prefix(4).joined(separator: mark)
    return names.count > 4 ? shown + " …" : shown
  }
}
