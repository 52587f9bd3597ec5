internal import Diagnostics
internal import NationalForm
internal import ReportRecords

extension RecordFields {
  /// `annual_report`: the three tables as the form has them, then what the text says.
  static let annualReport: [Field<AnnualReport>] =
    [
      .optionalString("signature", "The body that signs in the tail") { $0.signature },
      .optionalString("compiled_by", "The office that compiled a government's report") {
        $0.compiledBy
      },
      .optionalString("disclosure_note", "（此件公开发布）") { $0.disclosureNote },
    ] + tableFields + [
      .object(
        "derived",
        "Sums that the form doesn't print; blanks count as 0 here, and only here; null while a member is missing, unreadable or words",
        derived
      ) {
        DerivedSums(of: $0)
      },
      .objects("cited", "Documents named in 《》, in order of appearance", citation) { $0.cited },
      .objects("figures", "Quantities that the narrative states", figure) { $0.figures },
      .objects(
        "evidence", "Where each number of the tables stands, a row of the form each", evidence
      ) {
        EvidenceRow.all(of: $0)
      },
    ]

  /// One object a table, one a row (nested where its id is dotted), one number a cell.
  private static let tableFields: [Field<AnnualReport>] = NationalForm.tables.map { table in
    group(table.id.rawValue, "Table of the form", rows: table.rows[...], prefix: "", table: table)
  }

  private static func group(
    _ key: String, _ about: String, rows: ArraySlice<FormRow>, prefix: String, table: FormTable
  ) -> Field<AnnualReport> {
    var fields: [Field<AnnualReport>] = []
    var rest = rows
    while let row = rest.first {
      let name = row.id.dropFirst(prefix.count)
      if let dot = name.firstIndex(of: ".") {
        let groupPrefix = prefix + name[...dot]
        let members = rest.prefix { $0.id.hasPrefix(groupPrefix) }
        let label = row.path.dropLast().last?.text ?? ""
        fields.append(
          group(String(name[..<dot]), label, rows: members, prefix: groupPrefix, table: table))
        rest = rest.dropFirst(members.count)
      } else {
        fields.append(cells(of: row, key: String(name), in: table))
        rest = rest.dropFirst()
      }
    }
    return .group(key, about, fields)
  }

  private static func cells(of row: FormRow, key: String, in table: FormTable) -> Field<
    AnnualReport
  > {
    let fields = row.columns.compactMap { id -> Field<AnnualReport>? in
      guard let column = table.columns.first(where: { $0.id == id }),
        let cell = CellID(table: table.id, row: row.id, column: id)
      else { return nil }
      return .optionalNumber(
        id, column.path.map(\.text).joined(separator: " / "), shape: column.kind.shape
      ) {
        $0.value(at: cell.place)
      }
    }
    return .group(key, row.path.map(\.text).joined(separator: " / "), fields)
  }

  private static let citation: [Field<Citation>] = [
    .string("title", "Without 《》") { $0.title },
    .optionalString("number", "文号 or order number, without inner spaces") { $0.number },
    .integer("count", "Times named", minimum: 1) { $0.count },
    .optionalString("alias_of", "The full title that this one is short for") { $0.aliasOf },
  ]

  private static let figure: [Field<Figure>] = [
    .optionalString("label", "What is counted; null where the text doesn't tell it") { $0.label },
    .number("value", "In the printed unit, multiplied out: 536万 is 5360000") { $0.value },
    .optionalString("unit", "条, 件, %, ...; null where none is printed") { $0.unit },
    .boolean("approximate", "余, 近, 超, 约 and the like") { $0.approximate },
    .optionalString("section_id", "Null in the preamble", .pattern("s[0-9]+")) { $0.sectionID },
    .string("quote", "The shortest contiguous text that shows it") { $0.quote },
    .optionalInteger("parent", "Index, in this list, of the figure that it is a part of") {
      $0.parent
    },
  ]

  private static let evidence: [Field<EvidenceRow>] = [
    .string("table_id", "Key of the table", values(TableID.self)) { $0.id.table.rawValue },
    .string("row_id", "Key of the row in it, dotted where rows form a group") { $0.id.row },
    .strings(
      "columns", "Keys of the cells that are printed; the lists that follow go with it",
      of: { $0.printed }
    ) { row, place, json in json.string(row.cells[place].id.column) },
    .strings("states", "What the cell shows", values(CellReading.State.self), of: { $0.printed }) {
      row, place, json in json.string(row.cells[place].state.rawValue)
    },
    .optionalStrings("raw", "The printed string", of: { $0.printed }) { row, place, json in
      json.string(row.cells[place].raw)
    },
    .optionalStrings(
      "units", "As printed in the cell or the header; null for counts", of: { $0.printed }
    ) { row, place, json in json.string(row.cells[place].unit) },
    .optionalStrings("locations", "Where a person can look", of: { $0.printed }) {
      row, place, json in json.location(row.cells[place].location)
    },
  ]

  private static let derived: [Field<DerivedSums>] =
    NationalForm.derivedSums.enumerated().map { index, sum in
      .optionalInteger(sum.id, sum.definition, minimum: nil) { $0.values[index] }
    } + [
      .integer("blank_cells", "Cells that are printed and empty") { $0.blankCells }
    ]
}

extension JSONWriter {
  /// The location's description, or null.
  fileprivate mutating func location(_ location: Location?) {
    guard let location else { return token("null") }
    // A part's name may need escapes.
    if case .part = location { return string(location.description) }
    quoted { location.write(to: &$0) }
  }
}

extension FormColumn.Kind {
  fileprivate var shape: Shape {
    switch self {
    case .count: .integer(minimum: 0)
    case .change: .integer(minimum: nil)
    case .amount: .number
    }
  }
}

extension AnnualReport {
  fileprivate func value(at index: Int) -> ExactDecimal? {
    cells.indices.contains(index) ? cells[index].value : nil
  }
}
