package import Diagnostics
package import DocumentModel

extension Document {
  /// Replaces each location by what `move` makes of it.
  package mutating func moveLocations(_ move: (Location) -> Location) {
    blocks = blocks.map { $0.moved(move) }
    notes = notes.map { $0.moved(move) }
  }
}

extension Block {
  package func moved(_ move: (Location) -> Location) -> Block {
    switch self {
    case .paragraph(var paragraph):
      paragraph.location = move(paragraph.location)
      return .paragraph(paragraph)
    case .table(var table):
      for row in table.rows.indices {
        for cell in table.rows[row].indices {
          table.rows[row][cell].location = move(table.rows[row][cell].location)
        }
      }
      return .table(table)
    }
  }
}

extension Note {
  package func moved(_ move: (Location) -> Location) -> Note {
    Note(kind, text, at: move(location))
  }
}

extension Issue {
  package func moved(_ move: (Location) -> Location) -> Issue {
    var issue = self
    issue.location = location.map(move)
    return issue
  }
}
