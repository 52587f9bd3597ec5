import Diagnostics
import ReportRecords

@testable import ProseParsing
@testable import TextScanning

extension ProseReader {
  /// What `paragraphs` of a report of `year` say.
  static func read(
    _ paragraphs: [ProseParagraph], cells: [CellReading], year: Int? = nil
  ) -> Diagnosed<Prose> {
    var reader = ProseReader(cells: cells)
    for paragraph in paragraphs {
      reader.read(ProseText(paragraph.text), of: paragraph, reportYear: year)
    }
    return reader.finished()
  }
}
