internal import DocumentModel
internal import FormParsing
internal import NationalForm
internal import ReportRecords
internal import TextScanning

/// Takes over the tables that are none of the three.
enum ContentTableReader {
  static func tables(of document: Document, form: FormReading) -> [ContentTable] {
    var tables: [ContentTable] = []
    for (index, block) in document.blocks.enumerated() {
      guard form.blocks[index] == nil, case .table(let table) = block else { continue }
      tables.append(
        ContentTable(
          id: "t\(tables.count + 1)",
          caption: paragraph(above: index, document, form).flatMap(caption),
          // A picture here is a seal or a logo as often as a value.
          rows: table.rows.map { row in
            row.map {
              CleanText.holdsPicture($0.text) ? CleanText.withoutPictures($0.text) : $0.text
            }
          }))
    }
    return tables
  }

  /// The paragraph nearest above that may be a caption; nil where another table comes first.
  private static func paragraph(
    above table: Int, _ document: Document, _ form: FormReading
  ) -> Paragraph? {
    for index in (0..<table).reversed() {
      guard form.blocks[index] == nil, case .paragraph(let paragraph) = document.blocks[index]
      else { return nil }
      if !isBesideCaption(paragraph.text) { return paragraph }
    }
    return nil
  }

  /// Whether `text` says who made a table, in which unit and under which number: `编制单位：市财政局 单位：元`, `公开01表`.
  private static func isBesideCaption(_ text: String) -> Bool {
    guard text.utf8.count <= longestLine else { return false }
    let text = text.filter { !$0.isWhitespace }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let end = text.split(separator: "：").last.map(String.init) ?? text
    return text.contains("单位：") && MoneyUnit.all.contains { $0.name == end }
      || text.hasPrefix("公开") && text.hasSuffix("表") && text.contains(where: \.isNumber)
  }

  private static let beginnings = [
    "单位：", "单位:", "编制单位：", "编制部门：", "填报单位：", "部门：", "部门名称：", "单位名称：", "金额单位：",
  ]
  private static let longestLine = 200

  /// The paragraph right above, where it is short and neither a sentence nor a numbered heading.
  private static func caption(_ paragraph: Paragraph) -> String? {
    guard let compact = Line(paragraph.text, at: paragraph.location).compact(upTo: 40),
      let last = compact.last, !"。;!?,".unicodeScalars.contains(last), HeadingNumber(compact) == nil
    else { return nil }
    return paragraph.text
  }
}
