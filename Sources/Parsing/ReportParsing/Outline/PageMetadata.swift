internal import DocumentModel
internal import ReportRecords

/// What the page around a report says of it, in lines or in a table above the title.
struct PageMetadata {
  private(set) var published: CalendarDate?
  private(set) var publisher: String?

  mutating func read(line text: String) {
    guard text.utf8.count <= 600 else { return }
    if published == nil {
      published = Furniture.publicationDate(in: TextFolding.folded(text).withoutBlanks)
    }
    if publisher == nil { publisher = Furniture.publisher(in: text) }
  }

  /// A table of labels and values: `索引号 | 1137… | 发布机构 | 某某局`.
  mutating func read(_ table: Table) {
    guard table.rows.count <= 12 else { return }
    for row in table.rows {
      let cells = row.map(\.text).filter { !$0.isEmpty }
      for (label, value) in zip(cells, cells.dropFirst()) {
        let mark = label.unicodeScalars.last == "：" || label.unicodeScalars.last == ":" ? "" : ":"
        read(line: label + mark + value)
      }
    }
  }

  /// Whether `table` holds metadata and not content of its own.
  static func isMetadata(_ table: Table) -> Bool {
    guard table.rows.count <= 12 else { return false }
    return table.rows.contains { row in
      row.contains { cell in
        let compact = TextFolding.foldedPrefix(cell.text, 40).withoutBlanks
        return compact.starts(withAny: ["索引号", "发布机构", "发布日期", "公开日期", "发文机关", "主题分类"])
      }
    }
  }
}
