import Diagnostics
import DocumentModel
import NationalForm

/// Finds the parts of the three tables by their labels.
struct TableParts {
  private(set) var parts: [TablePart] = []

  /// Blocks that may lie between two parts of one table: page numbers, headings, notes.
  private static let gap = 6

  init(_ document: Document, book: LabelBook) {
    var loose = LooseRows(book: book)
    var scattered = ScatteredTables(document, book: book)
    var taken = 0
    var index = 0
    while index < document.blocks.count {
      switch document.blocks[index] {
      case .paragraph(let paragraph):
        if let found = scattered.found(at: index) {
          loose.flush()
          addLoose(
            loose.lines[taken...].filter { $0.blocks.upperBound < found.blocks.lowerBound }[...])
          taken = loose.lines.count
          append(found.lines, of: found.table)
          if let last = parts.indices.last {
            parts[last].evidence.rows.formUnion(found.rows)
            parts[last].isRebuilt = found.isRebuilt
          }
          index = found.blocks.upperBound
        } else {
          loose.add(paragraph, block: index)
        }
      case .table(let table):
        loose.flush()
        addLoose(loose.lines[taken...])
        taken = loose.lines.count
        add(table, block: index, book: book)
        nameReview(block: index, document, book)
        scattered.floor = index
      }
      index += 1
    }
    loose.flush()
    addLoose(loose.lines[taken...])
    keepProven()
  }

  // MARK: Tables

  private mutating func add(_ table: Table, block: Int, book: LabelBook) {
    var lines = table.rows.map { row in
      FormLine(
        cells: row.map { FormCell($0.text, at: $0.location, book: book) }, blocks: block...block,
        isLoose: false)
    }
    markCovered(by: table, &lines)
    for index in lines.indices {
      lines[index].splitOnlyCell(book: book)
      lines[index].clearBeforeLabel()
    }
    let tables = lines.map(\.table)
    guard var current = tables.lazy.compactMap({ $0 }).first else {
      return addUnlabelled(lines, block: block)
    }
    var start = 0
    for (index, table) in tables.enumerated() {
      guard let table, table != current else { continue }
      append(Array(lines[start..<index]), of: current)
      start = index
      current = table
    }
    append(Array(lines[start...]), of: current)
  }

  /// Notes which places a merged cell with a figure covers.
  private func markCovered(by table: Table, _ lines: inout [FormLine]) {
    for row in table.rows.indices {
      for column in table.rows[row].indices where table.rows[row][column].coverage != .own {
        let cover: FormCell? =
          switch table.rows[row][column].coverage {
          case .coveredFromLeft: column > 0 ? lines[row].cells[column - 1] : nil
          case .coveredFromAbove:
            row > 0 && lines[row - 1].cells.indices.contains(column)
              ? lines[row - 1].cells[column] : nil
          case .own: nil
          }
        guard lines[row].cells[column].isBlank, let cover else { continue }
        lines[row].cells[column].isCovered = cover.kind == .figure || cover.isCovered
      }
    }
  }

  /// Puts the paragraph above five columns of table 3 into their header, where it names their group.
  private mutating func nameReview(block: Int, _ document: Document, _ book: LabelBook) {
    guard block > 0, let part = parts.last, part.table == .reviewLitigation,
      part.blocks == block...block, part.evidence.rows.isEmpty,
      part.evidence.columns == NationalForm.reviewLitigation.columns.count,
      case .paragraph(let paragraph) = document.blocks[block - 1],
      let row = ReviewGroup.named(in: paragraph.text),
      let label = NationalForm.reviewLitigation.rows[row].path.last
    else { return }
    let line = FormLine(
      cells: [FormCell(label.text, at: paragraph.location, book: book)],
      blocks: block - 1...block, isLoose: false)
    let index = parts.count - 1
    parts[index].lines.insert(line, at: 0)
    parts[index].blocks = block - 1...block
    parts[index].evidence.rows.insert(row)
  }

  /// Values that a page break parted from the header of table 3, or from the last row of another table, are a table without
  /// any label.
  private mutating func addUnlabelled(_ lines: [FormLine], block: Int) {
    guard let last = parts.last, block - last.blocks.upperBound <= 2, lines.count <= 2,
      lines.contains(where: \.hasFigures)
    else { return }
    let isParted =
      last.table == .reviewLitigation
      ? !last.lines.contains(where: \.hasFigures) : last.lines.last?.hasFigures == false
    if isParted { append(lines, of: last.table) }
  }

  private mutating func append(_ lines: [FormLine], of table: TableID) {
    guard let first = lines.first, let last = lines.last else { return }
    var part = TablePart(
      table: table, lines: lines, blocks: first.blocks.lowerBound...last.blocks.upperBound,
      isLoose: first.isLoose)
    for line in lines where !line.isLoose || line.hasFigures || table == .reviewLitigation {
      part.evidence.formUnion(line.evidence(of: table))
    }
    if part.isLoose, table != .reviewLitigation {
      // Labels above the rows are proof only beside rows.
      for line in lines where !line.hasFigures {
        let evidence = line.evidence(of: table)
        part.evidence.columns += evidence.columns
        part.evidence.furniture += evidence.furniture
      }
    }
    parts.append(part)
  }

  // MARK: Paragraphs

  /// Groups loose lines by table; a line without labels stays only between others.
  private mutating func addLoose(_ lines: ArraySlice<FormLine>) {
    var run: [FormLine] = []
    // Figures right behind such lines go on with their table.
    let before = parts.last.flatMap { part in
      lines.first.map { part.isLoose && $0.blocks.lowerBound == part.blocks.upperBound + 1 } == true
        ? part : nil
    }
    var current = before?.table
    var end = before?.blocks.upperBound ?? 0
    // A line before the table's first certain one, such as 总计, which two tables have.
    var lead: FormLine?
    for line in lines {
      let table = line.table ?? current
      if table != current || line.blocks.lowerBound - end > Self.gap / 2 {
        appendLoose(run, of: current)
        run = []
        current = line.table
        if let current, let lead, line.blocks.lowerBound - end <= 1, !lead.hasFigures,
          lead.evidence(of: current).columns > 0
        {
          run.append(lead)
        }
      }
      if current != nil { run.append(line) }
      lead = current == nil ? line : nil
      end = line.blocks.upperBound
    }
    appendLoose(run, of: current)
  }

  private mutating func appendLoose(_ run: [FormLine], of table: TableID?) {
    guard let table else { return }
    // A heading such as 行政许可 after the last row is none of the table's.
    guard
      let last = run.lastIndex(where: {
        $0.hasFigures && (table == .reviewLitigation || $0.table == table || $0.cells.count > 3)
      })
    else { return appendEmpty(run, of: table) }
    // A column's label behind all rows, and figures below it: they belong to the rows above.
    let behind = run[(last + 1)...]
    let label = behind.firstIndex { !$0.hasFigures && $0.evidence(of: table).columns > 0 }
    let rest = label.flatMap { behind[$0...].lastIndex(where: \.hasFigures) }
    append(Array(run[...(rest ?? last)]), of: table)
  }

  /// A form that was never filled in has no figures, and then nothing less than most of its labels will do.
  private mutating func appendEmpty(_ run: [FormLine], of table: TableID) {
    var evidence = TablePart.Evidence()
    for line in run { evidence.formUnion(line.evidence(of: table)) }
    let isForm =
      switch table {
      case .activeDisclosure:
        evidence.furniture > 2 && evidence.columns > 3 && evidence.rows.count > 4
      case .applications: evidence.columns > 5 && evidence.rows.count > 15
      case .reviewLitigation: evidence.columns > 9
      }
    guard isForm else { return }
    append(run, of: table)
    parts[parts.count - 1].evidence = evidence
  }

  // MARK: Proof

  /// Keeps parts whose neighbours prove with them that the table is there.
  private mutating func keepProven() {
    var kept: [Int] = []
    for table in TableID.allCases {
      let own = parts.indices.filter { parts[$0].table == table }
      var cluster: [Int] = []
      for index in own {
        if let last = cluster.last,
          parts[index].blocks.lowerBound - parts[last].blocks.upperBound > Self.gap
        {
          kept += proven(cluster)
          cluster = []
        }
        cluster.append(index)
      }
      kept += proven(cluster)
    }
    parts = kept.sorted().map { parts[$0] }
  }

  private func proven(_ cluster: [Int]) -> [Int] {
    guard let first = cluster.first else { return [] }
    let table = parts[first].table
    var evidence = TablePart.Evidence()
    for index in cluster { evidence.formUnion(parts[index].evidence) }
    guard evidence.proves(table) else { return [] }
    // Rows alone before the first header of table 1 are a table of another kind.
    guard table == .activeDisclosure else { return cluster }
    return Array(
      cluster.drop { parts[$0].evidence.columns == 0 && parts[$0].evidence.furniture == 0 })
  }
}
