internal import Diagnostics
internal import NationalForm
internal import TextScanning

/// A whole paragraph of the body.
struct BodyParagraph {
  var text: String
  var location: Location
  /// The heading that it is, if it has a number.
  var heading: HeadingShape?
  /// Which national table stands right above.
  var formAbove: TableID?
}

/// Makes whole paragraphs of lines that page breaks and fixed line lengths have cut.
struct LineJoiner {
  /// The width at which every line is broken; nil for a text with a paragraph a line.
  private let wrapWidth: Int?
  private let inDocument: Bool
  private var paragraphs: [BodyParagraph] = []
  private var open: OpenParagraph?

  /// The paragraphs of `lines`, those of `skipped` left out.
  static func paragraphs(
    of lines: [Line], from start: Int, skipping skipped: Set<Int>, inDocument: Bool
  ) -> [BodyParagraph] {
    var joiner = LineJoiner(
      wrapWidth: HardWrap.width(of: lines[min(start, lines.count)...]), inDocument: inDocument)
    for index in lines.indices.dropFirst(start) where !skipped.contains(index) {
      joiner.add(lines[index], isNext: !skipped.contains(index - 1))
    }
    joiner.close()
    return joiner.paragraphs
  }

  private init(wrapWidth: Int?, inDocument: Bool) {
    self.wrapWidth = wrapWidth
    self.inDocument = inDocument
  }

  private struct OpenParagraph {
    var parts: [String]
    var location: Location
    var formAbove: TableID?
    var lastWidth: Int
    /// Of the first line.
    var heading: HeadingShape?
    /// Known after the first line only; false once lines were joined.
    var isHeading: Bool
    var endsSentence: Bool
  }

  private mutating func add(_ line: Line, isNext: Bool) {
    let heading = HeadingShape(line.text, inDocument: inDocument)
    let isHeading = self.isHeading(line, heading)
    if isNext, !line.followsTable, joins(line, isHeading: isHeading) {
      open?.parts.append(line.text)
      open?.lastWidth = line.width
      let isWholeHeading = joinedIsHeading
      open?.isHeading = isWholeHeading
      open?.endsSentence = Self.endsSentence(line.text)
      return
    }
    close()
    open = OpenParagraph(
      parts: [line.text], location: line.location, formAbove: line.formAbove,
      lastWidth: line.width, heading: heading, isHeading: isHeading,
      endsSentence: Self.endsSentence(line.text))
  }

  private mutating func close() {
    guard let paragraph = open else { return }
    let text = Self.joined(paragraph.parts)
    let heading =
      paragraph.parts.count == 1 ? paragraph.heading : HeadingShape(text, inDocument: inDocument)
    open = nil
    let pieces = inDocument ? [] : InnerHeadings.pieces(of: text)
    guard pieces.count > 1 else {
      paragraphs.append(
        BodyParagraph(
          text: text, location: paragraph.location, heading: heading,
          formAbove: paragraph.formAbove))
      return
    }
    for (index, piece) in pieces.enumerated() {
      paragraphs.append(
        BodyParagraph(
          text: piece, location: paragraph.location,
          heading: HeadingShape(piece, inDocument: false),
          formAbove: index == 0 ? paragraph.formAbove : nil))
    }
  }

  /// Whether `line` goes on where the open paragraph stopped.
  private func joins(_ line: Line, isHeading: Bool) -> Bool {
    guard let open else { return false }
    if completesHeading(line) { return true }
    let startsAnew = isHeading || Self.startsAnew(line.text)
    if startsAnew { return false }
    if open.isHeading {
      // A heading ends with its line, unless the line is full and the words are no heading that is known.
      guard let wrapWidth else { return false }
      return open.lastWidth >= wrapWidth - 3 && !isKnown(open)
    }
    if Self.isCut(open.parts.last ?? "", line.text) { return true }
    if open.endsSentence {
      // A stop at the very end of a full line is more often in a paragraph than at its end.
      return wrapWidth.map { open.lastWidth >= $0 - 3 } ?? false
    }
    return open.lastWidth >= min(Self.cutWidth, wrapWidth ?? Self.cutWidth)
  }

  /// What a line without a stop is at least as wide as if it was cut: 无 and other short lines are whole.
  private static let cutWidth = 40

  private func isKnown(_ open: OpenParagraph) -> Bool {
    guard open.parts.count == 1, let shape = open.heading, shape.textStart == nil else {
      return true
    }
    let words = TextFolding.folded(shape.heading ?? "")
    return SectionTopic.isKnown(words)
  }

  /// Whether the open line and `line` are a known heading together and not apart.
  ///
  ///     因政府信息公开工作被申请行政复议、提起 / 行政诉讼情况统计表
  private func completesHeading(_ line: Line) -> Bool {
    guard let open, open.parts.count == 1, let first = open.parts.first, !open.endsSentence,
      first.utf8.count <= 180, line.text.utf8.count <= 120, SectionTopic.mayEndHeading(line.text)
    else { return false }
    let upper = Self.words(first)
    guard !SectionTopic.isKnown(upper),
      HeadingNumber(TextFolding.folded(line.text)) == nil
    else { return false }
    return SectionTopic.isHeadingWithoutNumber(upper + Self.words(line.text))
  }

  private var joinedIsHeading: Bool {
    guard let open, open.parts.count <= 2 else { return false }
    return SectionTopic.isHeadingWithoutNumber(Self.words(Self.joined(open.parts)))
  }

  /// A line folded, without blanks and number.
  private static func words(_ text: String) -> [Unicode.Scalar] {
    let folded = TextFolding.folded(text)
    let start = HeadingNumber(folded)?.contentStart ?? 0
    return folded[start...].withoutBlanks
  }

  private func isHeading(_ line: Line, _ numbered: HeadingShape?) -> Bool {
    if let numbered { return numbered.textStart == nil }
    // In the middle of a sentence the name of a part is no heading: …及改进情况 at the start of a broken line.
    let mayBegin =
      open.map { open in
        open.endsSentence || open.isHeading || line.followsTable
          || wrapWidth == nil && open.lastWidth < 40
      } ?? true
    return mayBegin && HeadingShape(unnumbered: line.text) != nil
  }

  /// Whether the line begins with a number or mark that opens a paragraph.
  private static func startsAnew(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      HeadingNumber.mayBegin(text) || "附注備备图圖表联聯".unicodeScalars.contains(first)
    else { return false }
    let folded = TextFolding.foldedPrefix(text, 12)
    if let number = HeadingNumber(folded) {
      return number.style != .chineseBare && number.style != .arabicBare
    }
    return folded.starts(withAny: ["附件", "附:", "附表", "注:", "备注:", "图", "表1", "表2", "表3", "联系人:"])
  }

  /// Whether the break between two lines cannot be the end of a paragraph, however short the first one is.
  ///
  ///     …1月1日至2024 / 年12月31日止, 围绕科技计划、 / 创新平台, 电子邮箱： / a@example.cn, www.exam / ple.cn
  private static func isCut(_ upper: String, _ lower: String) -> Bool {
    guard let last = upper.unicodeScalars.last, let first = lower.unicodeScalars.first else {
      return false
    }
    if "，、,《（(“〔<".unicodeScalars.contains(last) { return true }
    // No line begins with a mark that belongs to the word before it.
    if "，,。；;：:、）)》〉”’〕！!？?".unicodeScalars.contains(first) { return true }
    let goesOn = first.isDigit || first.isASCIILetter || "./@-".unicodeScalars.contains(first)
    if last.isDigit || last.isASCIILetter || "：:@/.-—".unicodeScalars.contains(last) {
      if goesOn { return true }
    }
    return last.isDigit && "年月日条件次个项份篇期场人家户万亿元%余多".unicodeScalars.contains(first)
  }

  private static func endsSentence(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      if scalar.isClosingMark || scalar == " " { continue }
      return scalar.isTerminalMark
    }
    return false
  }

  /// The parts in one line, with a blank only where two Latin words meet.
  private static func joined(_ parts: [String]) -> String {
    guard parts.count > 1, var text = parts.first else { return parts.first ?? "" }
    for part in parts.dropFirst() {
      if isBetweenWords(text, part) { text += " " }
      text += part
    }
    return text
  }

  /// Whether a Latin word ends `upper` and another begins `lower`: no cut address such as `www.exam / ple.cn`.
  private static func isBetweenWords(_ upper: String, _ lower: String) -> Bool {
    let tail = upper.unicodeScalars.reversed().prefix(40).prefix(while: isLatin)
    let head = lower.unicodeScalars.prefix(40).prefix(while: isLatin)
    return tail.count > 1 && head.count > 1 && tail.allSatisfy(\.isASCIILetter)
      && head.allSatisfy(\.isASCIILetter)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F
  }
}
