internal import Comparison
internal import Diagnostics
internal import NationalForm
internal import PlainWords
internal import RecordWriting
internal import ReportRecords

extension DraftCheck {
  /// One line of JSON with its end: the same keys in the same order, whatever the report.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.pair("schema", "gongkai.check/1.0")
      json.pair("doc_id", docID)
      json.pair("path", path)
      json.optional("agency_name", agencyName)
      json.number("report_year", reportYear)
      json.optional("edition", edition?.rawValue)
      json.optional("title", title)
      json.optional("dated_on", datedOn)
      json.key("counts")
      json.object { json in
        for severity in DraftFinding.Severity.allCases {
          json.number(severity.rawValue, count(severity))
        }
      }
      json.list("facts", facts) { json, fact in
        json.object { json in
          json.words("name", fact.name)
          json.words("value", fact.value)
        }
      }
      json.list("findings", findings) { $0.finding($1) }
      json.key("error")
      if let failure {
        json.object { json in
          json.pair("code", failure.code)
          json.pair("message", failure.message)
          json.words("words", failure.words)
        }
      } else {
        json.token("null")
      }
    }
    json.newline()
    return json.bytes
  }
}

extension JSONWriter {
  /// `"name_zh":…,"name_en":…`.
  fileprivate mutating func words(_ name: String, _ words: Words) {
    pair("\(name)_zh", words.chinese)
    pair("\(name)_en", words.english)
  }

  fileprivate mutating func finding(_ finding: DraftFinding) {
    object { json in
      json.pair("kind", finding.kind.rawValue)
      json.pair("severity", finding.severity.rawValue)
      json.strings("codes", finding.codes)
      json.words("words", finding.words)
      json.strings("details_zh", finding.details.map(\.chinese))
      json.strings("details_en", finding.details.map(\.english))
      json.list("cells", finding.cells) { json, cell in
        json.object { json in
          json.pair("cell", cell.reading.id.description)
          json.words("name", cell.name)
          json.pair("state", cell.reading.state.rawValue)
          json.optional("raw", cell.reading.raw)
          json.number("value", cell.reading.value)
          json.optional("location", cell.reading.location?.description)
        }
      }
      json.list("suggestions", finding.suggestions) { json, suggestion in
        json.object { json in
          json.pair("cell", suggestion.cell.description)
          json.number("value", suggestion.value)
          json.strings("repaired", suggestion.repaired)
        }
      }
      json.optional("quote", finding.quote)
      json.optional("location", finding.place?.description)
    }
  }
}
