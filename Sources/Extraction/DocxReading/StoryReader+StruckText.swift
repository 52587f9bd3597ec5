internal import Diagnostics
internal import DocumentModel

extension StoryReader {
  /// Marks the text since `start` as struck out; what follows it stands beside what was before it.
  mutating func markStruckText(since start: Int) {
    guard buffer.count > start else { return }
    let wasTail = tail.end == start
    buffer.insert(StruckText.opening, at: start)
    buffer.append(StruckText.closing)
    if wasTail { tail.end = buffer.count }
    hasStruckText = true
  }

  /// Keeps what is struck out of the paragraph or leaves it out.
  mutating func settleStruckText() {
    guard hasStruckText, buffer.contains(StruckText.opening) else { return }
    let settled = StruckText.settled(buffer)
    buffer = settled.bytes
    for piece in settled.pieces { note(piece, isKept: settled.isKept) }
  }

  private mutating func note(_ piece: ArraySlice<UInt8>, isKept: Bool) {
    let text = CleanText.line(String(decoding: piece, as: UTF8.self))
    guard !text.isEmpty else { return }
    let kind = isKept ? Findings.Kind.keptStruckText : .struckText
    findings.note(kind, text: text, at: findings.hasPiece(kind) ? nil : place)
  }

  /// The paragraph or cell of the body that is open; nil in text boxes and nested tables.
  var place: Location? {
    guard suspended.isEmpty, tables.count < 2 else { return nil }
    var lines = 0
    var tableCount = 0
    for block in blocks.prefix(flows.dropFirst().first?.start ?? blocks.count) {
      if case .line = block { lines += 1 } else { tableCount += 1 }
    }
    guard let table = tables.first else { return .paragraph(lines + 1) }
    // A table of one column is a frame.
    guard table.table.gridWidths.count != 1 else { return nil }
    let begun = table.row.cells.filter { $0.vertical != .continue && $0.horizontal != .continue }
    return .cell(
      table: tableCount + 1, row: table.table.rows.count + 1, cell: begun.count + 1)
  }
}
