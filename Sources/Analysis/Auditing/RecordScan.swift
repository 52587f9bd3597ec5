internal import Comparison
internal import NationalForm
internal import ReportRecords

/// What an audit wants of a record, read in one pass over its line.
struct RecordScan {
  private(set) var schema, docID, path, status, kind, agencyName, datedOn: String?
  private(set) var year: Int?
  private(set) var edition: Edition?
  private(set) var sections: [Section] = []
  /// How many identities fail, by their id, blanks not taken as zero.
  private(set) var failures: [String: Int] = [:]
  /// For each of ``NationalForm/cells``.
  private(set) var cells: [CellFact]
  private var hasReport = false

  /// Nil for a line that isn't a record.
  init?(_ line: [UInt8]) {
    cells = [CellFact](repeating: CellFact(.absent), count: NationalForm.cells.count)
    var cursor = JSONCursor(line)
    guard cursor.object({ read(&$0, $1) }), cursor.isAtEnd, path != nil, docID != nil,
      schema?.hasPrefix("gongkai.record/1.") == true
    else { return nil }
  }

  var isReport: Bool { kind == "annual_report" && hasReport }

  private mutating func read(_ cursor: inout JSONCursor, _ key: String) -> Bool {
    switch key {
    case "schema": return cursor.string(&schema)
    case "doc_id": return cursor.string(&docID)
    case "status": return cursor.string(&status)
    case "kind": return cursor.string(&kind)
    case "agency_name": return cursor.string(&agencyName)
    case "dated_on": return cursor.string(&datedOn)
    case "report_year":
      var text = ""
      guard cursor.token(&text) else { return false }
      year = Int(text)
      return true
    case "edition":
      var name: String?
      guard cursor.string(&name) else { return false }
      edition = name.flatMap(Edition.init)
      return true
    case "source":
      return cursor.object { $1 == "path" ? $0.string(&path) : $0.skip() }
    case "sections": return cursor.array { readSection(&$0) }
    case "annual_report":
      guard cursor.isAtContainer() else { return cursor.skip() }
      hasReport = true
      return cursor.object { readReport(&$0, $1) }
    case "checks":
      return cursor.object { cursor, key in
        key == "failures" ? cursor.array { readFailure(&$0) } : cursor.skip()
      }
    default: return cursor.skip()
    }
  }

  private mutating func readSection(_ cursor: inout JSONCursor) -> Bool {
    var heading, topic, text: String?
    var level = ""
    let isWhole = cursor.object { cursor, key in
      switch key {
      case "level": cursor.token(&level)
      case "heading": cursor.string(&heading)
      case "topic": cursor.string(&topic)
      case "text": cursor.string(&text)
      default: cursor.skip()
      }
    }
    sections.append(
      Section(
        id: "", level: Int(level) ?? 1, number: nil, heading: heading,
        topic: topic.flatMap(Section.Topic.init), text: text ?? ""))
    return isWhole
  }

  private mutating func readFailure(_ cursor: inout JSONCursor) -> Bool {
    var id: String?
    var blanksAsZero = ""
    let isWhole = cursor.object { cursor, key in
      switch key {
      case "id": cursor.string(&id)
      case "blanks_as_zero": cursor.token(&blanksAsZero)
      default: cursor.skip()
      }
    }
    if let id, blanksAsZero != "true" { failures[id, default: 0] += 1 }
    return isWhole
  }

  private mutating func readReport(_ cursor: inout JSONCursor, _ key: String) -> Bool {
    if key == "evidence" { return cursor.array { readEvidence(&$0) } }
    guard let table = CellTree.root[key] else { return cursor.skip() }
    return readNumbers(&cursor, table)
  }

  /// No deeper than the form is.
  private mutating func readNumbers(_ cursor: inout JSONCursor, _ tree: CellTree) -> Bool {
    guard case .group(let members) = tree else {
      guard case .cell(let index) = tree, !cursor.isAtContainer() else { return cursor.skip() }
      var text = ""
      guard cursor.token(&text) else { return false }
      if let value = ExactDecimal(text) {
        cells[index].value = value
        cells[index].state = .value
      }
      return true
    }
    guard cursor.isAtContainer() else { return cursor.skip() }
    return cursor.object { cursor, key in
      guard let member = members[key] else { return cursor.skip() }
      return readNumbers(&cursor, member)
    }
  }

  /// The states of a row's cells, for those that have no number.
  private mutating func readEvidence(_ cursor: inout JSONCursor) -> Bool {
    var table, row: String?
    var columns: [String?] = []
    var states: [String?] = []
    func strings(_ cursor: inout JSONCursor, _ list: inout [String?]) -> Bool {
      cursor.array { cursor in
        list.append(nil)
        return cursor.string(&list[list.count - 1])
      }
    }
    let isWhole = cursor.object { cursor, key in
      switch key {
      case "table_id": cursor.string(&table)
      case "row_id": cursor.string(&row)
      case "columns": strings(&cursor, &columns)
      case "states": strings(&cursor, &states)
      default: cursor.skip()
      }
    }
    guard isWhole, let table, let row, columns.count == states.count else { return isWhole }
    let indices = CellTree.rows["\(table).\(row)"] ?? [:]
    for (column, state) in zip(columns, states) {
      guard let index = column.flatMap({ indices[$0] }), cells[index].value == nil,
        let state = state.flatMap(CellReading.State.init)
      else { continue }
      cells[index].state = state
    }
    return true
  }
}
