internal import Diagnostics
internal import DocumentModel

/// Takes away what a site puts around a document, and numbers what is left.
struct PageAssembly {
  private(set) var blocks: [PageBlock]
  private(set) var noise: [String] = []
  /// The day of posting that a line above the document names.
  private(set) var postedOn: PageDate?

  init(_ blocks: [PageBlock]) {
    self.blocks = blocks
    removePostingLines()
    removeHead()
    removeImprint()
    removeCounters()
    removeCopy()
  }

  /// Lines and tables, in which there is anything.
  private func text(_ index: Int) -> String? {
    if case .line(let line) = blocks[index] { line.text } else { nil }
  }

  /// Lines above the first paragraph or table say when the page was posted.
  private mutating func removePostingLines() {
    var index = 0
    while index < min(blocks.count, 14), let text = text(index), text.scalarCount < 120 {
      if SiteText.isPostingLine(text) {
        if postedOn == nil { postedOn = SiteText.postingDate(in: text) }
        noise.append(text)
        blocks.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Where the reader is and whose site it is, above a title that names its year.
  private mutating func removeHead() {
    let lines = blocks.prefix(8).prefix { if case .line = $0 { true } else { false } }
    let texts = lines.indices.map { text($0) ?? "" }
    guard
      let title = texts.firstIndex(where: { line in
        (line.hasSuffix("报告") || line.hasSuffix("年报")) && line.contains("年")
          && line.contains(where: \.isNumber) && !SiteText.isPath(line)
      })
    else { return }
    for index in texts.indices[..<title].reversed()
    where SiteText.isPath(texts[index]) || SiteText.isSiteName(texts[index])
      || index == 0 && SiteText.columns.contains(texts[index])
    {
      noise.append(texts[index])
      blocks.remove(at: index)
    }
  }

  /// How often an attachment was fetched, behind the date that ends a document.
  private mutating func removeCounters() {
    guard let signed = signature(before: blocks.count) else { return }
    for index in (signed + 1..<blocks.count).reversed() {
      guard let line = text(index), SiteText.isCounter(line) else { continue }
      noise.append(line)
      blocks.remove(at: index)
    }
  }

  /// The last line before `end` that ends a document with its date.
  private func signature(before end: Int) -> Int? {
    blocks[..<end].lastIndex { block in
      if case .line(let line) = block { ReportLine.isDate(line.text) } else { false }
    }
  }

  /// The lines at the end that say who runs the site.
  private mutating func removeImprint() {
    let start = max(0, blocks.count - 25)
    guard
      var first = blocks.indices.dropFirst(start).first(where: {
        text($0).map(SiteText.isImprint) ?? false
      })
    else { return }
    var end = first
    while end < blocks.count, let text = text(end),
      SiteText.isImprint(text) || SiteText.mayBeImprint(text)
    {
      end += 1
    }
    while first > 0, let text = text(first - 1), SiteText.leadsImprint(text) { first -= 1 }
    // Behind the date of a document, an address is the site's.
    if let signed = signature(before: first),
      (signed + 1..<first).allSatisfy({ text($0).map(SiteText.mayBeImprint) ?? false })
    {
      first = signed + 1
    }
    for index in first..<end { noise.append(text(index) ?? "") }
    blocks.removeSubrange(first..<end)
  }

  /// A page may hold its text once for large screens and once for small ones.
  private mutating func removeCopy() {
    guard let copy = PageCopies.second(in: blocks) else { return }
    var first = ""
    for index in copy where first.isEmpty { first = text(index) ?? "" }
    noise.append("a second, equal copy: \(first)")
    blocks.removeSubrange(copy)
  }

  /// Lists `texts`, which stand in the page and are none of the document's.
  mutating func leaveOut(_ texts: [String]) { noise += texts.filter { !$0.isEmpty } }

  // MARK: The title

  /// Puts `title` above the text where the text doesn't begin with it or with another one.
  ///
  /// - Returns: Whether it was added.
  mutating func add(title: String) -> Bool {
    let head = blocks.prefix(6).prefix { if case .line = $0 { true } else { false } }
    let lines = head.compactMap { block in
      if case .line(let line) = block, !line.text.isEmpty { line.text } else { nil }
    }
    // A sentence may name the report that it begins.
    let joined = Self.dense(
      lines.prefix(4).filter { $0.scalarCount <= 60 && !$0.hasSuffix("。") }.joined())
    let wanted = Self.dense(title)
    guard !wanted.isEmpty, !joined.holds(wanted) else { return false }
    if lines.prefix(4).contains(where: Self.isTitle) { return false }
    blocks.insert(.line(PageLine(text: title)), at: 0)
    return true
  }

  private static func dense(_ text: String) -> String {
    String(text.unicodeScalars.filter { !CleanText.isBlank($0) }.map(Character.init))
  }

  /// Whether a line can be a title: short, not a sentence, not a numbered heading.
  private static func isTitle(_ line: String) -> Bool {
    guard (4...60).contains(line.scalarCount), let last = line.unicodeScalars.last,
      !"。；：，;:,".unicodeScalars.contains(last), !DocumentNoise.isFurniture(line)
    else { return false }
    if ListNumber.numbersItself(line) { return false }
    if ["根据", "按照", "依据", "现将", "附件"].contains(where: { line.hasPrefix($0) }) { return false }
    // A year or 全文 in brackets may follow.
    let end = line.lastIndex { "（(".contains($0) }.map { line[..<$0] } ?? line[...]
    return Self.kinds.contains { end.hasSuffix($0) }
  }

  /// What a document is called that has a title of its own.
  private static let kinds = [
    "报告", "年报", "通知", "公告", "通告", "通报", "决定", "意见", "办法", "规定", "规则", "细则", "条例", "方案",
    "函", "批复", "公示", "总结", "要点", "计划", "规划", "指南", "目录", "纪要", "预算", "决算",
  ]

  // MARK: What there is

  /// Characters of lines that are neither `title` nor furniture, and whether there is a table.
  func substance(without title: String?) -> (characters: Int, hasTable: Bool) {
    var characters = 0
    var hasTable = false
    let title = title.map(Self.dense)
    for block in blocks {
      switch block {
      case .line(let line):
        guard !DocumentNoise.isFurniture(line.text), !SiteText.isImprint(line.text),
          title.map({ !$0.contains(Self.dense(line.text)) }) ?? true
        else { continue }
        characters += line.text.scalarCount
      case .table: hasTable = true
      }
      if characters > Self.enough { break }
    }
    return (characters, hasTable)
  }

  /// Characters of which no page without a document has as many.
  private static let enough = 1_000

  /// The first lines as one text, for looking at.
  var text: String {
    blocks.prefix(60).lazy.compactMap { if case .line(let line) = $0 { line.text } else { nil } }
      .joined(separator: " ")
  }

  // MARK: Numbering

  /// The document, and what was left out of it or is odd.
  func document() -> Diagnosed<Document> {
    var document = Document()
    var findings = PageFindings()
    var paragraphs = 0
    var tables = 0
    for block in blocks {
      switch block {
      case .line(let line):
        if !line.text.isEmpty {
          paragraphs += 1
          document.blocks.append(.paragraph(Paragraph(line.text, at: .paragraph(paragraphs))))
        }
        findings.add(line.remarks, at: .paragraph(max(1, paragraphs)))
      case .table(let table):
        tables += 1
        let number = tables
        let rows = table.rows.map { row in
          row.map { position in
            TableCell(
              position.text, position.coverage,
              at: .cell(table: number, row: position.row, cell: position.cell))
          }
        }
        document.blocks.append(.table(Table(columnCount: table.columnCount, rows: rows)))
        for row in table.rows {
          for cell in row where !cell.remarks.isEmpty {
            findings.add(cell.remarks, at: .cell(table: tables, row: cell.row, cell: cell.cell))
          }
        }
        findings.add(table, number: tables)
      }
    }
    var issues = findings.issues
    let pieces = noise.map { DocumentNoise.Piece($0, at: .paragraph(1)) }
    if let issue = DocumentNoise.issue(pieces) { issues.append(issue) }
    return Diagnosed(document, issues: issues)
  }
}
