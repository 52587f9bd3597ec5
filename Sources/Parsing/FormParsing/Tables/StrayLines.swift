import Diagnostics
import DocumentModel
import NationalForm

/// Paragraphs that a table left behind where it lost its cells: captions of articles, column labels, labels of rows
/// without values.
///
///     第二十条第（一）项 |
///     信息内容 本年制发件数 本年废止件数 现行有效件数
///     规章 0 0 0                                <- a row, found by itself
///     其他对外管理服务事项
///     行政处罚 11
struct StrayLines {
  private let document: Document
  private let book: LabelBook
  /// Paragraphs that may still be looked at: a bound for documents without end.
  private var budget = 4_000

  init(_ document: Document, book: LabelBook) {
    self.document = document
    self.book = book
  }

  /// Paragraphs beyond a table's first or last line that may be its own.
  private static let reach = 12
  /// Blocks between two lines of one table.
  private static let gap = 8
  /// Bytes of the longest line of labels.
  private static let longest = 600

  /// Adds to `blocks` the stray lines between two lines of a table, above its first and below its last.
  mutating func claim(into blocks: inout [Int: TableID]) {
    let found = blocks.keys.sorted()
    for (order, index) in found.enumerated() {
      guard let table = blocks[index] else { continue }
      let previous = order > 0 ? found[order - 1] : nil
      let next = order + 1 < found.count ? found[order + 1] : nil
      if let next, blocks[next] == table, next - index <= Self.gap {
        for inner in index + 1..<max(next, index + 1)
        where isStray(inner, of: table, mayBeCut: true) {
          blocks[inner] = table
        }
      } else {
        claimBelow(index, upTo: next ?? document.blocks.count, table, &blocks)
      }
      if let previous, blocks[previous] == table, index - previous <= Self.gap { continue }
      claimAbove(index, downTo: previous ?? -1, table, &blocks)
    }
  }

  /// From the topmost line of column labels down to the first row.
  private mutating func claimAbove(
    _ first: Int, downTo limit: Int, _ table: TableID, _ blocks: inout [Int: TableID]
  ) {
    var top: Int?
    var index = first - 1
    while index > limit, first - index <= Self.reach, isStray(index, of: table, mayBeCut: true) {
      if roles(index, table).contains(where: \.isAboveRows) { top = index }
      index -= 1
    }
    guard let top else { return }
    for index in top..<first { blocks[index] = table }
  }

  /// Rows without values below the last row; a line such as 行政许可 alone opens what comes after the table.
  private mutating func claimBelow(
    _ last: Int, upTo limit: Int, _ table: TableID, _ blocks: inout [Int: TableID]
  ) {
    guard table != .reviewLitigation else { return }
    var isUnderHeader = table == .applications
    for index in last + 1..<max(min(limit, last + 1 + Self.reach), last + 1) {
      guard isStray(index, of: table) else { return }
      let roles = roles(index, table)
      isUnderHeader = isUnderHeader || roles.contains(where: \.isAboveRows)
      guard isUnderHeader, roles.contains(where: { !$0.isVague }) else { return }
      blocks[index] = table
    }
  }

  /// Whether the paragraph at `index` is nothing but labels of `table`; its caption alone is a heading.
  private mutating func isStray(_ index: Int, of table: TableID, mayBeCut: Bool = false) -> Bool {
    guard document.blocks.indices.contains(index), budget > 0,
      case .paragraph(let paragraph) = document.blocks[index],
      paragraph.text.utf8.count <= Self.longest
    else { return false }
    budget -= 1
    let folded = FoldedLabel(paragraph.text)
    // A rule between the lines, such as | --- |.
    if folded.isEmpty { return mayBeCut }
    guard book.isMadeOfLabels(folded, of: table, mayBeCut: mayBeCut) else {
      return false
    }
    let whole = book.meanings(of: folded)
    return whole.isEmpty || whole.contains { $0.role != .caption }
  }

  /// The meanings in `table` of every label of a paragraph.
  private func roles(_ index: Int, _ table: TableID) -> [LabelMeaning] {
    guard case .paragraph(let paragraph) = document.blocks[index] else { return [] }
    let whole = FormCell(paragraph.text, at: paragraph.location, book: book)
    if whole.kind == .label { return whole.roles(in: table) }
    return CellMark.fields(of: paragraph.text).flatMap {
      FormCell(String($0), at: paragraph.location, book: book).roles(in: table)
    }
  }
}

extension LabelMeaning {
  /// Whether it stands above the rows: a column's label, an article, 申请人情况.
  fileprivate var isAboveRows: Bool {
    switch role {
    case .column, .furniture: true
    case .row, .group: table == .reviewLitigation
    case .caption: false
    }
  }
}
