internal import DocumentModel
internal import NationalForm
internal import ReportRecords

/// Takes over the tables that are none of the three.
enum ContentTableReader {
  static func tables(of document: Document, form: FormReading) -> [ContentTable] {
    var tables: [ContentTable] = []
    var above: Paragraph?
    for (index, block) in document.blocks.enumerated() {
      guard form.blocks[index] == nil else {
        above = nil
        continue
      }
      switch block {
      case .paragraph(let paragraph):
        // 单位：万元 stands between a caption and its table.
        if above == nil || !paragraph.text.utf8.starts(with: "单位".utf8) { above = paragraph }
      case .table(let table):
        tables.append(
          ContentTable(
            id: "t\(tables.count + 1)", caption: above.flatMap(caption),
            // A picture here is a seal or a logo as often as a value.
            rows: table.rows.map { row in
              row.map {
                CleanText.holdsPicture($0.text) ? CleanText.withoutPictures($0.text) : $0.text
              }
            }))
        above = nil
      }
    }
    return tables
  }

  /// The paragraph right above, where it is short and neither a sentence nor a numbered heading.
  private static func caption(_ paragraph: Paragraph) -> String? {
    guard let compact = Line(paragraph.text, at: paragraph.location).compact(upTo: 40),
      let last = compact.last, !"。;!?,".unicodeScalars.contains(last), HeadingNumber(compact) == nil
    else { return nil }
    return paragraph.text
  }
}
