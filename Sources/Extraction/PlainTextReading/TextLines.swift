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
    if bytes.starts(with: PrintedForm.guardBytes) {
      add(TextLine(number: number, bytes))
      return
    }
    var rest = bytes
    if let (kept, removed) = Leftovers.removed(from: bytes) {
      noise += removed.map { DocumentNoise.Piece($0, at: .line(number)) }
      rest = kept[...]
      if !removed.isEmpty, TextLine(number: number, rest).bytes.isEmpty {
        pageBreak = true
        return
      }
    }
    let whole = TextLine(number: number, rest)
    let parts = whole.tabs > 0 || whole.kind == .pipes ? [rest] : SoftBreak.parts(of: rest)
    for part in parts {
      let line = parts.count > 1 ? TextLine(number: number, part) : whole
      if isNoise(line) {
        noise.append(DocumentNoise.Piece(line.text, at: .line(number)))
        pageBreak = true
      } else {
        add(line)
      }
    }
  }

  private func isNoise(_ line: TextLine) -> Bool {
    guard line.tabs == 0 else { return false }
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
