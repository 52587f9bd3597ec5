internal import Diagnostics
internal import DocumentModel

/// Joins printed lines into paragraphs.
///
/// A line goes on in the next where it is full, that is where the next line's first character or word would not have
/// fitted in, and where the next line is not indented. So a short line ends its paragraph, and centred lines stand
/// alone, as title lines do.
struct ParagraphAssembly {
  private var text = ""
  private var place: (page: Int, box: BoundingBox)?
  /// Whether the last line is the paragraph's first.
  private var isFirst = true
  private var last: (line: Line, flow: Margins)?

  private struct Margins {
    var left, right: Double
  }

  /// Takes the next line of `flow`, on `page` (from 1); returns the paragraph before it where that has ended.
  mutating func add(_ line: Line, of flow: TextFlow, page: Int) -> Paragraph? {
    let margins = Margins(left: flow.left, right: flow.right)
    let isSamePage = place.map { $0.page == page } ?? false
    var finished: Paragraph?
    if let last,
      Self.goesOn(last.line, last.flow, line, margins, isBelow: isSamePage, isFirst: isFirst)
    {
      TextJoining.append(line.text, to: &text)
      isFirst = false
      if isSamePage, let box = place?.box { place = (page, box.union(line.box)) }
    } else {
      finished = finish()
      text = line.text
      isFirst = true
      place = (page, line.box)
    }
    last = (line, margins)
    return finished
  }

  /// The paragraph gathered so far; nil where there is none.
  mutating func finish() -> Paragraph? {
    defer { self = ParagraphAssembly() }
    guard let place, !text.isEmpty else { return nil }
    return Paragraph(text, at: .page(place.page, box: place.box))
  }

  private static func goesOn(
    _ line: Line, _ margins: Margins, _ next: Line, _ nextMargins: Margins, isBelow: Bool,
    isFirst: Bool
  ) -> Bool {
    let size = line.size
    guard next.size < size * 1.25, size < next.size * 1.25 else { return false }
    if isFirst, isCentred(next, below: line, margins) {
      return next.box.top > line.box.top && next.box.middleY - line.box.middleY < size * 2.6
    }
    guard next.box.left - nextMargins.left < size * 0.9 else { return false }
    let endsSentence =
      line.words.last?.text.unicodeScalars.last.map(endsSentence) ?? false
    // A heading may stand below a last line that happens to be full.
    if endsSentence, let start = next.words.first?.text, LabelMark.startsWithNumber(start) {
      return false
    }
    // Lines that are not spread to the margin end up to a character before it; inside a sentence that is no end.
    let slack = endsSentence ? -0.1 : 0.8
    guard line.box.right + leadingWidth(of: next) > margins.right - size * slack else {
      return false
    }
    if isBelow, next.box.top > line.box.top {
      // Single to double spacing is within a paragraph; more than that parts two.
      return next.box.middleY - line.box.middleY < size * 2.6
    }
    return true
  }

  /// Whether `next` is the rest of a caption set in the middle, whose first line fills the width of the text.
  private static func isCentred(_ next: Line, below line: Line, _ margins: Margins) -> Bool {
    let size = line.size
    let indent = next.box.left - line.box.left
    let isFull = line.box.width + size > margins.right - margins.left
    let endsSentence =
      line.words.last?.text.unicodeScalars.last.map(endsSentence) ?? false
    return isFull && !endsSentence && indent > size * 3
      && abs(next.box.middleX - line.box.middleX) < size * 0.2
  }

  /// The width of what cannot be parted from the beginning of a line: its first Chinese character, with the marks that
  /// may not begin a line, or its first Latin word or number.
  private static func leadingWidth(of line: Line) -> Double {
    guard let word = line.words.first else { return 0 }
    let scalars = word.text.unicodeScalars
    var end = scalars.startIndex
    if let first = scalars.first, TextJoining.isChinese(first) {
      end = scalars.index(after: end)
      // An opening mark stays with the character or number after it: 〔2019〕.
      if cannotEndLine(first), end < scalars.endIndex {
        end =
          TextJoining.isChinese(scalars[end])
          ? scalars.index(after: end) : endOfLatin(scalars, from: end)
      }
    } else {
      end = endOfLatin(scalars, from: end)
    }
    for _ in 0..<3 where end < scalars.endIndex && cannotBeginLine(scalars[end]) {
      end = scalars.index(after: end)
    }
    let total = CharacterCounts(of: word.text).width
    let leading = scalars[..<end].reduce(0) { $0 + (TextJoining.isChinese($1) ? 1 : 0.5) }
    return total > 0 ? word.box.width * leading / total : 0
  }

  /// Where the characters that are not Chinese end, from `start` on.
  private static func endOfLatin(
    _ scalars: String.UnicodeScalarView, from start: String.Index
  ) -> String.Index {
    scalars[start...].firstIndex(where: TextJoining.isChinese) ?? scalars.endIndex
  }

  /// Whether `mark` stays with the character before it.
  static func cannotBeginLine(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "，", "。", "、", "；", "：", "？", "！", "）", "》", "」", "』", "】", "〕", "〉", "”", "’",
      "％", "%", "…", "—":
      true
    default: false
    }
  }

  private static func endsSentence(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "。", "；", "：", "！", "？": true
    default: false
    }
  }

  private static func cannotEndLine(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "（", "《", "「", "『", "【", "〔", "〈", "“", "‘": true
    default: false
    }
  }
}
