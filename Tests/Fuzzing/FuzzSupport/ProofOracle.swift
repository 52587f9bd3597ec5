internal import Diagnostics
internal import DocumentModel
internal import ReportRecords

/// Holds every number of a report against the characters of the document that are said to show it.
enum ProofOracle {
  static func check(_ content: Content, of document: Document) {
    guard let report = content.annualReport else { return }
    let shown = Shown(document)
    var places: [Location: CellReading] = [:]
    for cell in report.cells {
      guard (cell.value != nil) == (cell.state == .value) else {
        fatalError("oracle: a value and no value in \(cell)")
      }
      guard let value = cell.value else { continue }
      guard let raw = cell.raw, shows(raw, value) else {
        fatalError("oracle: nothing printed shows \(cell)")
      }
      guard shown.contains(raw) else { fatalError("oracle: printed nowhere: \(cell)") }
      if case .cell = cell.location, let place = cell.location {
        if let other = places.updateValue(cell, forKey: place) {
          fatalError("oracle: one cell for two numbers: \(other) and \(cell)")
        }
      }
    }
    let ids = Set(content.sections.map(\.id))
    for (index, figure) in report.figures.enumerated() {
      guard !figure.quote.isEmpty, shown.contains(figure.quote, overLines: true) else {
        fatalError("oracle: quoted from nowhere: \(figure)")
      }
      guard (figure.parent ?? -1) < index, (figure.parent ?? 0) >= 0 else {
        fatalError("oracle: the parent comes later: \(figure)")
      }
      if let id = figure.sectionID, !ids.contains(id) {
        fatalError("oracle: in no section: \(figure)")
      }
    }
  }

  /// Whether the significant digits of `value` stand in `raw` in this order, signs, separators and units aside.
  ///
  /// Money is shifted to 元 and rounded to 分, so its last digit is not looked at where it was cut.
  private static func shows(_ raw: String, _ value: ExactDecimal) -> Bool {
    let digits = raw.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x30...0x39: scalar
      case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
      case 0x96F6, 0x3007, 0x25CB: "0"
      default: nil
      }
    }
    let printed = String(String.UnicodeScalarView(digits))
    let wanted = value.description.filter { ("0"..."9").contains($0) }
    let core = wanted.drop { $0 == "0" }.reversed().drop { $0 == "0" }.reversed()
    if core.isEmpty { return printed.contains("0") }
    return printed.contains(String(core))
      || value.scale == 2 && printed.contains(String(core.dropLast()))
  }
}

/// All characters of a document, blanks aside, for finding quotations.
private struct Shown {
  private let text: [UInt8]
  /// Without marks between paragraphs: a sentence may go on in the next.
  private let running: [UInt8]

  init(_ document: Document) {
    var text: [UInt8] = []
    func add(_ piece: String) {
      text += Shown.visible(piece)
      text.append(0)
    }
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph.text)
      case .table(let table): for row in table.rows { for cell in row { add(cell.text) } }
      }
    }
    self.text = text
    running = text.filter { $0 != 0 }
  }

  func contains(_ quote: String, overLines: Bool = false) -> Bool {
    let quote = Shown.visible(quote)
    guard let first = quote.first else { return true }
    var rest = (overLines ? running : text)[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: quote) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static func visible(_ text: String) -> [UInt8] {
    Array(
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
        .utf8)
  }
}
