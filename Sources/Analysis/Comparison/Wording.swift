package import NationalForm
internal import ReportRecords

/// How facts are put into words for a person; nothing here decides anything.
package enum Wording {
  /// What the form calls a cell: `三、本年度办理结果 / （一）予以公开 / 总计`.
  package static func label(_ id: CellID, in edition: Edition?) -> String {
    guard let (row, column) = NationalForm.cell(id) else { return id.description }
    return (row.path + column.path).map { $0.text(in: edition ?? .e2021) }.joined(separator: " / ")
  }

  /// The number, else the state and what is printed: `12`, `blank`, `text 见附件`.
  package static func value(_ fact: CellFact) -> String {
    if let value = fact.value { return value.description }
    guard let raw = fact.raw, fact.state == .text || fact.state == .unreadable else {
      return fact.state.rawValue
    }
    return "\(fact.state.rawValue) \(line(raw))"
  }

  /// With its sign: `+4`, `-0.5`, `+0`.
  package static func signed(_ number: String) -> String {
    number.hasPrefix("-") ? number : "+\(number)"
  }

  /// `text` on one line and without what moves a terminal's cursor or turns its direction.
  package static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\t", "\r", "\u{2028}", "\u{2029}": result.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
