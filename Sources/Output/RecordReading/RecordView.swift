internal import Diagnostics
package import NationalForm
package import ReportRecords

/// A line of `records.jsonl`, read back as far as it is asked.
///
/// A member that is missing, as in a record of an older schema, is nil or empty.
package struct RecordView: Sendable {
  /// The members of the record.
  package let members: [String: JSONValue]

  /// Nil for bytes that are no record: no object, or none with `schema`, `doc_id` and `source`.
  package init?(_ line: [UInt8]) {
    guard let members = JSONValue(line).members,
      members["schema"]?.string?.hasPrefix("gongkai.record/1.") == true,
      members["doc_id"] != nil, members["source"] != nil
    else { return nil }
    self.members = members
  }

  package subscript(_ key: String) -> JSONValue? { members[key] }

  package var docID: String { members["doc_id"]?.string ?? "" }
  /// Relative to the input root.
  package var path: String { members["source"]?["path"]?.string ?? "" }
  package var url: String? { members["source"]?["url"]?.string }
  package var status: String { members["status"]?.string ?? "" }
  package var isReport: Bool { members["kind"]?.string == "annual_report" }
  package var agencyName: String? { members["agency_name"]?.string }
  package var reportYear: Int? { members["report_year"]?.integer }
  package var edition: Edition? { members["edition"]?.string.flatMap(Edition.init) }
  package var title: String? { members["title"]?.string }
  /// ISO date.
  package var datedOn: String? { members["dated_on"]?.string }

  package var sections: [Section] {
    (members["sections"]?.elements ?? []).compactMap { element in
      guard let members = element.members, let id = members["id"]?.string,
        let level = members["level"]?.integer, let text = members["text"]?.string
      else { return nil }
      return Section(
        id: id, level: level, number: members["number"]?.string,
        heading: members["heading"]?.string,
        topic: members["topic"]?.string.flatMap(Section.Topic.init), text: text)
    }
  }

  package var figures: [Figure] {
    (members["annual_report"]?["figures"]?.elements ?? []).compactMap { element in
      guard let members = element.members, let label = members["label"]?.string,
        let value = members["value"]?.decimal, let quote = members["quote"]?.string
      else { return nil }
      return Figure(
        label: label, value: value, unit: members["unit"]?.string,
        approximate: members["approximate"]?.isTrue == true,
        sectionID: members["section_id"]?.string, quote: quote,
        parent: members["parent"]?.integer)
    }
  }

  package var citations: [Citation] {
    (members["annual_report"]?["cited"]?.elements ?? []).compactMap { element in
      guard let members = element.members, let title = members["title"]?.string else { return nil }
      return Citation(
        title: title, number: members["number"]?.string, count: members["count"]?.integer ?? 1,
        aliasOf: members["alias_of"]?.string)
    }
  }

  package var checks: Checks {
    var checks = Checks()
    guard let members = members["checks"]?.members else { return checks }
    checks.passed = members["passed"]?.integer ?? 0
    checks.failed = members["failed"]?.integer ?? 0
    checks.unassessable = members["unassessable"]?.integer ?? 0
    checks.failures = (members["failures"]?.elements ?? []).compactMap { element in
      guard let members = element.members, let id = members["id"]?.string,
        let scope = members["scope"]?.string,
        let severity = members["severity"]?.string.flatMap(Severity.init)
      else { return nil }
      return CheckFailure(
        id: id, scope: scope, severity: severity, expected: members["expected"]?.decimal,
        actual: members["actual"]?.decimal, delta: members["delta"]?.decimal,
        blanksAsZero: members["blanks_as_zero"]?.isTrue == true)
    }
    return checks
  }

  /// What the record says of every cell of ``NationalForm/cells``, in that order; nil for what is no report.
  ///
  /// The number stands in the tables, the rest in `evidence`; a cell without evidence isn't printed. The location is as
  /// it is written.
  package var cells: [PrintedCell]? {
    guard isReport, let report = members["annual_report"]?.members else { return nil }
    let evidence = Self.evidence(report["evidence"])
    var rows: [String: [String: JSONValue]] = [:]
    for table in NationalForm.tables {
      Self.collect(report[table.id.rawValue], table.id.rawValue, table.rows.map(\.id)[...], &rows)
    }
    return NationalForm.cells.map { id in
      let row = "\(id.table.rawValue).\(id.row)"
      var cell = evidence[id] ?? PrintedCell(id: id)
      cell.value = rows[row]?[id.column]?.decimal
      return cell
    }
  }

  /// The objects of rows, `{"natural_person":3,…}`, by their dotted ids.
  private static func collect(
    _ object: JSONValue?, _ prefix: String, _ ids: ArraySlice<String>,
    _ rows: inout [String: [String: JSONValue]]
  ) {
    guard let members = object?.members else { return }
    var groups: [String: [String]] = [:]
    for id in ids {
      if let dot = id.firstIndex(of: ".") {
        groups[String(id[..<dot]), default: []].append(String(id[id.index(after: dot)...]))
      } else {
        rows["\(prefix).\(id)"] = members[id]?.members
      }
    }
    for (group, inner) in groups {
      collect(members[group], "\(prefix).\(group)", inner[...], &rows)
    }
  }

  private static func evidence(_ list: JSONValue?) -> [CellID: PrintedCell] {
    var cells: [CellID: PrintedCell] = [:]
    for element in list?.elements ?? [] {
      guard let row = element.members, let rowID = row["row_id"]?.string,
        let table = row["table_id"]?.string.flatMap(TableID.init),
        let columns = row["columns"]?.elements, let states = row["states"]?.elements,
        let raw = row["raw"]?.elements, let units = row["units"]?.elements,
        let locations = row["locations"]?.elements,
        [states.count, raw.count, units.count, locations.count].allSatisfy({ $0 == columns.count })
      else { continue }
      for (index, column) in columns.enumerated() {
        guard let column = column.string,
          let state = states[index].string.flatMap(CellReading.State.init)
        else { continue }
        let id = CellID(table: table, row: rowID, column: column)
        cells[id] = PrintedCell(
          id: id, state: state, raw: raw[index].string, unit: units[index].string,
          location: locations[index].string)
      }
    }
    return cells
  }
}

/// A cell of the form as a record shows it: ``CellReading`` with its location in words.
package struct PrintedCell: Hashable, Sendable {
  package var id: CellID
  package var state: CellReading.State
  package var value: ExactDecimal?
  package var raw: String?
  package var unit: String?
  /// `table 2 row 5 cell 8`.
  package var location: String?

  package init(
    id: CellID, state: CellReading.State = .absent, value: ExactDecimal? = nil, raw: String? = nil,
    unit: String? = nil, location: String? = nil
  ) {
    self.id = id
    self.state = state
    self.value = value
    self.raw = raw
    self.unit = unit
    self.location = location
  }
}
