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
        // 编制单位：…单位：万元 stands between a caption and its table.
        if !isBesideCaption(paragraph.text) { above = paragraph }
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

  /// Whether `text` says who made a table, in which unit and under which number: `编制单位：市财政局 单位：元`, `公开01表`.
  private static func isBesideCaption(_ text: String) -> Bool {
    // Few paragraphs begin so or speak of a 单位, and characters are slow to go through.
    guard text.utf8.count <= longestLine,
      let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      starts.contains(first) || text.unicodeScalars.contains("位")
    else { return false }
    let text = text.filter { !$0.isWhitespace }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let end = text.split(separator: "：").last.map(String.init) ?? text
    return text.contains("单位：") && MoneyUnit.all.contains { $0.name == end }
      || text.hasPrefix("公开") && text.hasSuffix("表") && text.contains(where: \.isNumber)
  }

  private static let beginnings = [
    "单位：", "单位:", "编制单位：", "编制部门：", "填报单位：", "部门：", "部门名称：", "单位名称：", "金额单位：",
  ]
  /// What ``beginnings`` and 公开 begin with.
  private static let starts = Set("单编填部金公".unicodeScalars)
  private static let longestLine = 200

  /// The paragraph right above, where it is short and neither a sentence nor a numbered heading.
  private static func caption(_ paragraph: Paragraph) -> String? {
    guard let compact = Line(paragraph.text, at: paragraph.location).compact(upTo: 40),
      let last = compact.last, !"。;!?,".unicodeScalars.contains(last), HeadingNumber(compact) == nil
    else { return nil }
    return paragraph.text
  }
}
