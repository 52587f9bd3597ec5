internal import Diagnostics
internal import DocumentModel

/// Text with a line through it, which stays marked in the paragraph until that is whole.
///
/// A correction stands beside what it replaces (~~12~~15 is 15, not 1215), and only the whole paragraph tells whether
/// figures are about. The marks are control characters, which XML cannot contain.
enum StruckText {
  static let opening: UInt8 = 0x0E
  static let closing: UInt8 = 0x0F

  /// Where the struck-out text begins that ends at `index`; `index` itself where there is none.
  static func start(before index: Int, in bytes: [UInt8]) -> Int {
    var start = index
    while start > 0, bytes[start - 1] == closing,
      let opened = bytes[..<start].lastIndex(of: opening)
    {
      start = opened
    }
    return start
  }

  /// Whether what is struck out of a paragraph may be the wrong one of two figures.
  ///
  /// So it is taken where the paragraph has a number, digits or Chinese, and is Chinese itself or nothing but numbers, as
  /// the paragraphs and cells of reports are. Elsewhere the words are as good as any that show.
  ///
  ///     共收到申请~~12~~15件    true        ~~draft 2~~ final    false
  ///     ~~12~~15              true        （~~暂行~~）          false
  static func mayBeFigure(in paragraph: [UInt8]) -> Bool {
    var hasNumber = false
    var hasIdeograph = false
    var hasLetter = false
    for scalar in String(decoding: paragraph, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９", "①"..."⓿": hasNumber = true
      case "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "两", "无":
        hasNumber = true
        hasIdeograph = true
      case "\u{3400}"..."\u{9FFF}", "\u{20000}"..."\u{3FFFF}": hasIdeograph = true
      default: if scalar.properties.isAlphabetic { hasLetter = true }
      }
    }
    return hasNumber && (hasIdeograph || !hasLetter)
  }
}

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

  /// Keeps what is struck out of the paragraph or leaves it out, and sees to it that no two numbers become one.
  ///
  ///     3~~件，~~5  ->  3 5        1~~2~~5  ->  15        draft ~~1~~2  ->  draft 1 2
  mutating func settleStruckText() {
    guard hasStruckText, buffer.contains(StruckText.opening) else { return }
    let isKept = !StruckText.mayBeFigure(in: buffer)
    let marked = buffer
    buffer.removeAll(keepingCapacity: true)
    var rest = marked[...]
    // Whether a number that goes on here would be none that is printed.
    var isGap = false
    var wasStruck = false
    while let first = rest.first {
      if first == StruckText.opening {
        let piece = rest.dropFirst().prefix { $0 != StruckText.closing }
        rest = rest[piece.endIndex...].dropFirst()
        if isKept {
          join(piece, isGap: !wasStruck)
          isGap = true
        } else {
          isGap = isGap || !Digits.isNumber(piece)
        }
        wasStruck = true
        note(piece, isKept: isKept)
      } else {
        let piece = rest.prefix { $0 != StruckText.opening }
        rest = rest[piece.endIndex...]
        join(piece, isGap: isGap)
        isGap = false
        wasStruck = false
      }
    }
  }

  private mutating func join(_ piece: ArraySlice<UInt8>, isGap: Bool) {
    if isGap, Digits.end(buffer[...]), Digits.begin(piece) { buffer.append(0x20) }
    buffer += piece
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

/// Digits in UTF-8, ASCII and full-width.
enum Digits {
  static func end(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last else { return false }
    return isDigit(last) || isFullWidth(bytes.suffix(3))
  }

  static func begin(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return isDigit(first) || isFullWidth(bytes.prefix(3))
  }

  /// Whether `bytes` are ASCII digits, blanks around them not counted.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = CleanText.line(String(decoding: bytes, as: UTF8.self))
    return !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ０ to ９: EF BC 90 to EF BC 99.
  private static func isFullWidth(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.starts(with: [0xEF, 0xBC])
      && bytes.last.map { (0x90...0x99).contains($0) } ?? false
  }
}
