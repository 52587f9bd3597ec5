package import Diagnostics
package import DocumentModel
package import NationalForm
package import ReportRecords

/// The three tables of a report, as read.
package struct FormReading: Sendable {
  /// A reading for every cell of ``NationalForm/cells``, in that order; all absent where there is no such table.
  package var cells: [CellReading]
  /// Decided from the tables alone; nil where none of the three was found.
  package var edition: Edition?
  /// Indices of `Document.blocks` that the three tables take up, notes and stray lines inside them included: not prose.
  package var blocks: [Int: TableID]

  package init(cells: [CellReading], edition: Edition?, blocks: [Int: TableID]) {
    self.cells = cells
    self.edition = edition
    self.blocks = blocks
  }
}

/// Finds the national tables in a document and reads their cells by label.
package enum FormReader {
  package static func read(_ document: Document) -> Diagnosed<FormReading> {
    let book = LabelBook.shared
    let parts = TableParts(document, book: book).parts
    var board = FormBoard()
    guard !parts.isEmpty else {
      return Diagnosed(FormReading(cells: board.cells, edition: nil, blocks: [:]))
    }
    var reader = FormTables(parts, years: TableYears(document), book: book)
    let edition = reader.read(into: &board)
    var blocks: [Int: TableID] = [:]
    for part in parts {
      if part.isRebuilt {
        board.report(
          .textTableRebuilt,
          "labels and figures of the table stand apart; its rows are read in the order of the form",
          at: part.lines.first { $0.hasFigures }?.cells.first?.location)
      }
      for line in part.lines {
        for block in line.blocks where blocks[block] == nil { blocks[block] = part.table }
      }
    }
    var strays = StrayLines(document, book: book)
    strays.claim(into: &blocks)
    claimNotes(in: document, &blocks, &board)
    return Diagnosed(
      FormReading(cells: board.cells, edition: edition, blocks: blocks), issues: board.issues.all)
  }

  /// Notes right below a table are part of it, and kept as issues.
  private static func claimNotes(
    in document: Document, _ blocks: inout [Int: TableID], _ board: inout FormBoard
  ) {
    for index in blocks.keys.sorted() {
      guard let table = blocks[index], index + 1 < document.blocks.count, blocks[index + 1] == nil,
        case .paragraph(let paragraph) = document.blocks[index + 1],
        TableNotes.isNote(paragraph.text)
      else { continue }
      blocks[index + 1] = table
      board.report(.tableNote, paragraph.text, at: paragraph.location)
    }
  }
}
