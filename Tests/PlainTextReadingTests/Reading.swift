import Diagnostics
import DocumentModel
import PlainTextReading

/// What the reader makes of a text, one block a line: compact enough to be the whole expectation.
///
///     2 概述            a paragraph and its line
///     4 [规章|0|0]      a table row and the line of its first cell; a row of another table follows a line `--`
///     footnote 9 注     a note
func dump(_ text: String, limits: Limits = Limits()) async throws -> [String] {
  try await dump(Array(text.utf8), limits: limits)
}

func dump(_ bytes: [UInt8], limits: Limits = Limits()) async throws -> [String] {
  dump(try await read(bytes, limits: limits).value)
}

func read(_ bytes: [UInt8], limits: Limits = Limits()) async throws -> Diagnosed<Document> {
  try await PlainTextReader(limits: limits).read(SourceFile(name: "report.txt", bytes: bytes))
}

func read(_ text: String) async throws -> Diagnosed<Document> {
  try await read(Array(text.utf8))
}

/// - Parameter places: Whether each line begins with where its block came from.
func dump(_ document: Document, places: Bool = true) -> [String] {
  func place(_ location: Location?) -> String {
    guard places else { return "" }
    if case .line(let number) = location { return "\(number) " }
    return "\(location?.description ?? "-") "
  }
  var lines: [String] = []
  var afterTable = false
  for block in document.blocks {
    switch block {
    case .paragraph(let paragraph):
      lines.append(place(paragraph.location) + paragraph.text)
      afterTable = false
    case .table(let table):
      if afterTable { lines.append("--") }
      for row in table.rows {
        let cells = row.map(\.text).joined(separator: "|")
        lines.append(place(row.first?.location) + "[\(cells)]")
      }
      afterTable = true
    }
  }
  return lines
    + document.notes.map { "\($0.kind.rawValue) " + place($0.location) + $0.text }
}
