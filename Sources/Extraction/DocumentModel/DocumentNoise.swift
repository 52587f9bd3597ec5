package import Diagnostics

/// What is in a document but not of it: page numbers, page furniture of portals, marks of exporters.
///
/// One rule for every format: each reader's document goes through ``removed(from:)``, and the reader of plain text asks
/// the same questions of its lines before it builds tables.
package enum DocumentNoise {
  /// A piece that was left out.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var location: Location

    package init(_ text: String, at location: Location) {
      self.text = text
      self.location = location
    }
  }

  /// What some exporters write above the text.
  package static let exportersFirstLine = "正文"

  /// `document` without noise, and an issue that lists what was left out.
  ///
  /// Doing it twice changes nothing more.
  package static func removed(from document: Document) -> Diagnosed<Document> {
    var clean = document
    var pieces: [Piece] = []
    clean.blocks.removeAll(keepingCapacity: true)
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        if let kept = cleaned(paragraph, isFirst: clean.blocks.isEmpty, &pieces) {
          clean.blocks.append(.paragraph(kept))
        }
      case .table(let table):
        clean.blocks.append(.table(cleaned(table, &pieces)))
      }
    }
    clean.notes = document.notes.compactMap { note in
      let asParagraph = Paragraph(note.text, at: note.location)
      return cleaned(asParagraph, isFirst: false, &pieces).map {
        Note(note.kind, $0.text, at: note.location)
      }
    }
    return Diagnosed(clean, issues: issue(pieces).map { [$0] } ?? [])
  }

  /// The issue that lists `pieces`; nil for none.
  package static func issue(_ pieces: [Piece]) -> Issue? {
    guard let first = pieces.first else { return nil }
    let listed = pieces.prefix(20).map { "\(excerpt($0.text)) (\($0.location))" }
    let rest = pieces.count - listed.count
    let list = listed.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return Issue(.noiseRemoved, "left out as not part of the report: \(list)", at: first.location)
  }

  private static func excerpt(_ text: String) -> String {
    let head = text.prefix(40)
    return head.endIndex == text.endIndex ? text : head + "…"
  }

  private static func cleaned(
    _ paragraph: Paragraph, isFirst: Bool, _ pieces: inout [Piece]
  ) -> Paragraph? {
    var kept = paragraph
    if CleanText.holdsPicture(paragraph.text) {
      kept.text = CleanText.withoutPictures(paragraph.text)
      pieces.append(Piece("a picture (U+FFFC)", at: paragraph.location))
    }
    if let (text, marks) = LineMarks.removed(from: kept.text, isInTable: false) {
      kept.text = CleanText.line(text)
      pieces += marks.map { Piece($0, at: paragraph.location) }
    }
    if isFurniture(kept.text) || isFirst && kept.text == exportersFirstLine {
      pieces.append(Piece(kept.text, at: paragraph.location))
      return nil
    }
    return kept.text.isEmpty ? nil : kept
  }

  private static func cleaned(_ table: Table, _ pieces: inout [Piece]) -> Table {
    var kept = table
    for row in table.rows.indices {
      // By index: a cell in a variable of its own is a copy. The shortest mark is `[image:]`.
      for column in table.rows[row].indices where table.rows[row][column].text.utf8.count > 7 {
        guard
          let (text, marks) = LineMarks.removed(
            from: table.rows[row][column].text, isInTable: true)
        else { continue }
        kept.rows[row][column].text = CleanText.line(text)
        let location = table.rows[row][column].location
        pieces += marks.map { Piece($0, at: location) }
      }
    }
    return kept
  }
}
