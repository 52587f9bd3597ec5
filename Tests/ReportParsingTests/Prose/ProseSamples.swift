import Diagnostics
import ReportRecords

@testable import ReportParsing

extension ProseReader {
  /// What `paragraphs` say.
  static func read(_ paragraphs: [ProseParagraph], cells: [CellReading]) -> Diagnosed<Prose> {
    var reader = ProseReader(cells: cells)
    for paragraph in paragraphs { reader.read(ProseText(paragraph.text), of: paragraph) }
    return reader.finished()
  }
}
