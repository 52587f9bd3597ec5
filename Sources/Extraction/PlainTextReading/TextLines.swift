internal import Diagnostics
internal import DocumentModel

/// The lines of a text that have something to read, and what was left out between them.
struct TextLines {
  private(set) var lines: [TextLine] = []
  private(set) var noise: [DocumentNoise.Piece] = []

  private let text: [UInt8]
  private var number = 1
  private var blanks = 0
  private var pageBreak = false

  /// Cuts `text` at LF, CR LF, CR, NEL and form feed; a form feed ends a page and counts as no line of its own.
  init(of text: [UInt8]) {
    self.text = text
    var start = 0
    var index = 0
    let span = text.span
    while index < span.count {
      let byte = span[index]
      // All of the line ends are below the printing characters, but for the NEL.
      if byte > 0x0D, byte != 0xC2 {
        index += 1
        continue
      }
      switch byte {
      case 0x0A:
        line(start..<index)
        number += 1
        start = index + 1
      case 0x0D:
        line(start..<index)
        number += 1
        if index + 1 < span.count, span[index + 1] == 0x0A { index += 1 }
        start = index + 1
      case 0x0C:
        if index > start { line(start..<index) }
        pageBreak = true
        start = index + 1
      case 0xC2 where index + 1 < span.count && span[index + 1] == 0x85:
        line(start..<index)
        index += 1
        start = index + 1
      default: break
      }
      index += 1
    }
    line(start..<span.count)
  }

  private mutating func line(_ range: Range<Int>) {
    let bytes = text[range]
    let printed = TextLine(number: number, bytes)
    if printed.isVerbatim || printed.bytes.isEmpty {
      add(printed)
      return
    }
    var line = printed
    if let (kept, removed) = Leftovers.removed(from: bytes) {
      noise += removed.map { DocumentNoise.Piece($0, at: .line(number)) }
      line = TextLine(number: number, kept[...])
      if !removed.isEmpty, line.bytes.isEmpty {
        pageBreak = true
        return
      }
    }
    for part in parts(of: line) {
      if isNoise(part) {
        noise.append(DocumentNoise.Piece(part.text, at: .line(number)))
        pageBreak = true
      } else {
        add(part)
      }
    }
  }

  /// A line break inside a paragraph ends it; in a row it stays in its cell.
  private func parts(of line: TextLine) -> [TextLine] {
    switch line.kind {
    case .paragraph, .columns:
      let parts = SoftBreak.parts(of: line.bytes)
      return parts.count == 1 ? [line] : parts.map { TextLine(number: line.number, $0) }
    case .row, .cell, .pipes, .note: return [line]
    }
  }

  private func isNoise(_ line: TextLine) -> Bool {
    guard line.kind == .paragraph || line.kind == .columns || line.kind == .pipes else {
      return false
    }
    return DocumentNoise.isFurniture(line.bytes.span)
      || lines.isEmpty && line.text == DocumentNoise.exportersFirstLine
  }

  private mutating func add(_ line: TextLine) {
    guard !line.bytes.isEmpty else {
      blanks += 1
      return
    }
    var line = line
    line.blanksBefore = blanks
    line.followsPageBreak = pageBreak
    lines.append(line)
    blanks = 0
    pageBreak = false
  }
}
