internal import ConsoleText
package import NationalForm
package import PlainWords
package import ReportRecords

/// How facts are put into words for a person; nothing here decides anything.
package enum Wording {
  /// What the form calls a cell: `三、本年度办理结果 / （一）予以公开 / 总计`.
  package static func label(_ id: CellID, in edition: Edition?) -> String {
    guard let (row, column) = NationalForm.cell(id) else { return id.description }
    return (row.path + column.path).map { $0.text(in: edition ?? .latest) }.joined(separator: " / ")
  }

  /// The number, else the state and what is printed: `12`, `blank`, `text 见附件`.
  package static func value(_ reading: CellReading) -> Words {
    if let value = reading.value { return Words(same: value.description) }
    let state = reading.state.words
    guard let raw = reading.raw, reading.state == .text || reading.state == .unreadable else {
      return state
    }
    return state + Words(same: " \(TerminalText.line(raw))")
  }

  /// With its sign: `+4`, `-0.5`, `+0`.
  package static func signed(_ number: String) -> String {
    number.hasPrefix("-") ? number : "+\(number)"
  }
}
