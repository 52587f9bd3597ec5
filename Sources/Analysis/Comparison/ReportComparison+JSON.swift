internal import Diagnostics
internal import NationalForm
package import RecordWriting
internal import ReportRecords

extension ReportComparison {
  /// One object, its keys always there and always in this order; what isn't known is null.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("schema", "gongkai.diff/1.1")
      json.key("older")
      json.write(older)
      json.key("newer")
      json.write(newer)
      json.strings("warnings", warnings.map(\.rawValue))
      json.key("cells")
      json.write(cells)
      json.key("carry_over")
      write(carryOver, to: &json)
      json.key("figures")
      json.write(figures)
      json.key("prose")
      write(sections, to: &json)
    }
    json.newline()
    return json.bytes
  }

  private func write(_ result: CarryOverResult, to json: inout JSONWriter) {
    json.object { json in
      switch result {
      case .assessed(let identities):
        json.key("not_applicable")
        json.token("null")
        json.list("identities", identities) { $0.write($1) }
      case .notApplicable(let reason):
        json.pair("not_applicable", reason.rawValue)
        json.list("identities", [CarryOver]()) { $0.write($1) }
      }
    }
  }

  private func write(_ sections: [SectionSimilarity], to json: inout JSONWriter) {
    json.object { json in
      json.write(prose)
      json.list("sections", sections) { json, section in
        json.object { json in
          json.pair("section_id", section.section.id)
          json.optional("older_section_id", section.older?.id)
          json.optional("heading", section.section.heading)
          json.optional("topic", section.section.topic?.rawValue)
          json.write(section.similarity)
        }
      }
    }
  }
}

extension JSONWriter {
  package mutating func optional(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { token("null") }
  }

  package mutating func number(_ name: String, _ value: (some CustomStringConvertible)?) {
    key(name)
    token(value?.description ?? "null")
  }

  package mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array { json in
      for element in elements {
        json.element()
        write(&json, element)
      }
    }
  }

  fileprivate mutating func write(_ facts: ReportFacts) {
    object { json in
      json.pair("doc_id", facts.docID)
      json.pair("path", facts.path)
      json.optional("agency_name", facts.agencyName)
      json.number("report_year", facts.reportYear)
      json.optional("edition", facts.form.edition?.rawValue)
      json.optional("title", facts.title)
      json.optional("dated_on", facts.datedOn)
    }
  }

  fileprivate mutating func write(_ cells: CellComparison) {
    object { json in
      json.number("equal", cells.equal)
      json.number("not_comparable", cells.notComparable)
      json.list("changes", cells.changes) { json, change in
        json.object { json in
          json.pair("cell", change.id.description)
          json.key("older")
          json.write(change.older)
          json.key("newer")
          json.write(change.newer)
          json.number("change", change.change)
        }
      }
    }
  }

  fileprivate mutating func write(_ reading: CellReading) {
    object { $0.members(reading) }
  }

  private mutating func members(_ reading: CellReading) {
    pair("state", reading.state.rawValue)
    number("value", reading.value)
    optional("raw", reading.raw)
    optional("location", reading.location?.description)
  }

  fileprivate mutating func write(_ identity: CarryOver) {
    object { json in
      json.pair("rule", identity.rule.rawValue)
      json.pair("scope", identity.scope)
      json.pair("outcome", identity.outcome.rawValue)
      json.number("expected", identity.expectedValue)
      json.number("actual", identity.actual.reading.value)
      json.number("delta", identity.delta)
      json.list("operands", identity.expected + [identity.actual]) { json, operand in
        json.object { json in
          json.pair("report", operand.place.isNewer ? "newer" : "older")
          json.pair("cell", operand.place.cell.description)
          json.key("subtracted")
          json.token(operand.place.isSubtracted ? "true" : "false")
          json.members(operand.reading)
        }
      }
    }
  }

  fileprivate mutating func write(_ figures: FigureComparison) {
    object { json in
      json.number("equal", figures.equal)
      json.list("changes", figures.changes) { json, change in
        json.object { json in
          json.optional("label", change.newer.label)
          json.optional("unit", change.newer.unit)
          json.number("older", change.older.value)
          json.number("newer", change.newer.value)
          json.number("change", change.change)
          json.pair("older_quote", change.older.quote)
          json.pair("newer_quote", change.newer.quote)
        }
      }
      json.list("only_older", figures.onlyOlder) { $0.write($1) }
      json.list("only_newer", figures.onlyNewer) { $0.write($1) }
    }
  }

  private mutating func write(_ figure: Figure) {
    object { json in
      json.optional("label", figure.label)
      json.optional("unit", figure.unit)
      json.number("value", figure.value)
      json.pair("quote", figure.quote)
    }
  }

  /// Members of the open object.
  fileprivate mutating func write(_ similarity: TextSimilarity) {
    number("characters", similarity.characters)
    number("shared", similarity.shared)
  }
}
