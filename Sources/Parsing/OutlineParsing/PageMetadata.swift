internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// What the page around a report says of it, in lines or in a table above the title.
struct PageMetadata {
  /// The date that the page gives the text.
  private(set) var dated: CalendarDate?
  /// When the page was posted.
  private(set) var published: CalendarDate?
  private(set) var publisher: String?
  private(set) var title: String?

  mutating func read(line text: String) {
    guard text.utf8.count <= 600 else { return }
    if let line = MetadataLine(text) {
      for pair in line.pairs where !pair.value.isEmpty {
        readLabelled(pair.label.string(0, pair.label.count) + ":" + pair.value)
      }
      title = title ?? line.title
    }
    readLabelled(text)
  }

  private mutating func readLabelled(_ text: String) {
    let folded = TextFolding.folded(text)
    // With its blanks first: 2024-01-20 10:30.
    let date =
      Furniture.publicationDate(in: folded) ?? Furniture.publicationDate(in: folded.withoutBlanks)
    if let date {
      // A minute is that of posting, and no text has one.
      if dated == nil, !Furniture.hasTimeOfDay(folded) { dated = date }
      if published == nil { published = date }
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
