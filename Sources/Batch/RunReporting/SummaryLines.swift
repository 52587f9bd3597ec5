internal import ConsoleText
internal import PlainWords

/// The lines of a summary, of at most 100 columns; a text in both languages takes one line where it fits, else one for each.
struct SummaryLines {
  static let width = 100
  let wording: Wording
  private(set) var all: [String]

  /// - Parameter first: The first line, however long.
  init(_ wording: Wording, first: String) {
    self.wording = wording
    all = [first]
  }

  mutating func add(_ line: String) { all.append(line) }

  mutating func section(_ title: Words) {
    all.append("")
    hang("", title)
  }

  /// Names of facts, and the facts in a column of their own.
  mutating func rows(_ rows: [(name: Words, value: Words)]) {
    let names = rows.map { wording.line($0.name) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    for (name, row) in zip(names, rows) {
      hang("  \(DisplayWidth.padded(name, to: width))  ", row.value)
    }
  }

  /// One number a line, those that are 0 left out but for the first.
  mutating func counts(_ rows: [(name: Words, count: Int)]) {
    for (index, row) in rows.enumerated() where row.count != 0 || index == 0 {
      hang("\(Number.padded(Number.grouped(row.count), to: 11))  ", row.name)
    }
  }

  /// `words` behind `head`, broken before they pass the width and indented to where they began.
  mutating func hang(_ head: String, _ words: Words) {
    let indent = DisplayWidth.of(head)
    let room = Self.width - indent
    let texts = wording.texts(words).map(TerminalText.line)
    let line = Wording.line(texts)
    let lines =
      DisplayWidth.of(line) <= room
      ? [line] : texts.flatMap { DisplayWidth.folded($0, indent: 0, width: room) }
    let blanks = String(repeating: " ", count: indent)
    all += lines.enumerated().map { ($0 == 0 ? head : blanks) + $1 }
  }
}
