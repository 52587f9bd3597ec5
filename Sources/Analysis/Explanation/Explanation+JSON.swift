internal import Diagnostics
internal import FormParsing
internal import NationalForm
internal import RecordWriting
internal import ReportRecords

extension Explanation {
  /// One line of JSON with its end: the same keys in the same order, whatever the report.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("schema", "gongkai.explanation/1.0")
      json.pair("doc_id", report.docID)
      json.pair("path", report.path)
      json.optional("agency_name", report.agencyName)
      json.optional("report_year", number: report.reportYear.map { ExactDecimal($0) })
      json.optional("edition", report.edition?.rawValue)
      json.key("is_report")
      json.token(report.cells == nil ? "false" : "true")
      json.key("checks")
      json.object { json in
        json.optional("passed", number: ExactDecimal(report.checks.passed))
        json.optional("failed", number: ExactDecimal(report.checks.failed))
        json.optional("unassessable", number: ExactDecimal(report.checks.unassessable))
      }
      json.objects("failing", failing) { check, json in
        json.failure(check.failure)
        json.strings("cells", check.cells.map(\.description))
      }
      json.objects("cells", cells) { cell, json in json.explanation(cell, in: report) }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func explanation(_ cell: CellExplanation, in report: ExplainedReport) {
    pair("cell", cell.cell.id.description)
    operand(cell.cell)
    optional("raw", cell.cell.raw)
    optional("raw_unit", cell.cell.unit)
    optional("unit", cell.isMoney ? "元" : nil)
    optional("location", cell.cell.location?.description)
    optional("printed_row_labels", cell.context?.rowLabels)
    optional("printed_column_labels", cell.context?.columnLabels)
    optional("printed_row", cell.context?.row)
    strings("form_row_labels", cell.formRow)
    strings("form_column_labels", cell.formColumn)
    key("is_in_form")
    token(cell.isInForm.map { $0 ? "true" : "false" } ?? "null")
    pair("definition", cell.definition)
    optional("article", cell.article)
    objects("issues", cell.remarks) { remark, json in
      json.pair("code", remark.code)
      json.pair("severity", remark.severity)
      json.pair("message", remark.message)
    }
    objects("identities", cell.identities) { assessment, json in
      json.pair("id", assessment.identity.id)
      json.pair("scope", assessment.identity.scope)
      json.pair("outcome", assessment.outcome.rawValue)
      json.pair("outcome_with_blanks_as_zero", assessment.withBlanksAsZero.rawValue)
      json.side("expected", assessment.expected, assessment.identity.expected, in: report)
      json.side("actual", assessment.actual, assessment.identity.actual, in: report)
      json.optional("delta", number: assessment.delta.map { ExactDecimal($0) })
    }
    objects("narrative", cell.narrative) { failure, json in json.failure(failure) }
  }

  /// One side of an identity: its sum with blanks as 0, and what was added up.
  private mutating func side(
    _ name: String, _ sum: Int?, _ ids: [CellID], in report: ExplainedReport
  ) {
    key(name)
    object { json in
      json.optional("sum", number: sum.map { ExactDecimal($0) })
      json.objects("operands", ids.compactMap(report.cell)) { cell, json in
        json.pair("cell", cell.id.description)
        json.operand(cell)
      }
    }
  }

  private mutating func operand(_ cell: CellReading) {
    pair("state", cell.state.rawValue)
    optional("value", number: cell.value)
  }

  fileprivate mutating func failure(_ failure: CheckFailure) {
    pair("id", failure.id)
    pair("scope", failure.scope)
    pair("severity", failure.severity.rawValue)
    optional("expected", number: failure.expected)
    optional("actual", number: failure.actual)
    optional("delta", number: failure.delta)
    key("blanks_as_zero")
    token(failure.blanksAsZero ? "true" : "false")
  }

  fileprivate mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ members: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    array { json in
      for element in elements {
        json.element()
        json.object { members(element, &$0) }
      }
    }
  }

  fileprivate mutating func optional(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { token("null") }
  }

  fileprivate mutating func optional(_ name: String, number: ExactDecimal?) {
    key(name)
    token(number?.description ?? "null")
  }

  private mutating func optional(_ name: String, _ values: [String]?) {
    if let values {
      strings(name, values)
    } else {
      key(name)
      token("null")
    }
  }
}
