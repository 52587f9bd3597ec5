import Diagnostics

/// Words inside a table, or right below it, that belong to no row.
enum TableNotes {
  /// Keeps the text of `line` in an issue, so that nothing vanishes.
  static func report(_ line: FormLine, _ board: inout FormBoard) {
    let words = line.cells.filter { $0.kind == .words }.map(\.text)
    guard !words.isEmpty else { return }
    board.report(.tableNote, words.joined(separator: " "), at: line.location)
  }

  /// Whether a paragraph below a table is its note: `注：行政复议、行政诉讼数量含上年度结转数量`.
  static func isNote(_ text: String) -> Bool {
    openings.contains { text.hasPrefix($0) } && text.utf8.count < 1_000
  }

  private static let openings = [
    "注：", "注:", "备注：", "备注:", "注1", "注：", "说明：", "说明:", "（注", "(注", "*注", "※",
  ]
}
