/// A whole text that stands twice in a page: once for large screens, once for small ones.
enum PageCopies {
  /// The blocks of the second copy, where the last of `blocks` are equal to those right before them, with a table in them.
  static func second(in blocks: [PageBlock]) -> Range<Int>? {
    guard blocks.count >= 6 else { return nil }
    let keys = blocks.map(key)
    var tries = 0
    // A copy ends as the page does.
    for end in stride(from: blocks.count - 3, through: blocks.count / 2, by: -1)
    where keys[end - 1] == keys[blocks.count - 1] {
      let count = blocks.count - end
      tries += 1
      guard tries <= mostTries else { return nil }
      guard end >= count, keys[(end - count)..<end] == keys[end...] else { continue }
      let hasTable = blocks[end...].contains { if case .table = $0 { true } else { false } }
      if hasTable { return end..<blocks.count }
    }
    return nil
  }

  private static let mostTries = 64

  /// What two blocks have in common that say the same.
  private static func key(_ block: PageBlock) -> [String] {
    switch block {
    case .line(let line): [line.text] + line.remarks.map { "\($0)" }
    case .table(let table):
      ["\(table.columnCount)"]
        + table.rows.joined().flatMap { cell in
          ["\(cell.coverage)", cell.text] + cell.remarks.map { "\($0)" }
        }
    }
  }
}
