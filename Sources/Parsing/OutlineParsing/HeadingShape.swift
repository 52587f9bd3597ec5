internal import DocumentModel
internal import ReportRecords
internal import TextScanning

/// A paragraph seen as a heading, perhaps with text run in behind it.
struct HeadingShape {
  var level: Int
  /// As printed: `一`, `（一）`; nil for a heading without one.
  var number: String?
  /// Without number and final mark; nil where nothing stands behind the number.
  var heading: String?
  var topic: Section.Topic?
  /// Where the text behind a run-in heading begins, in scalars; nil where there is none.
  var textStart: Int?
  var hasDirtyPrefix = false

  /// Scalars of a paragraph that are looked at: the longest heading and its number.
  static let prefixLength = 96

  /// The heading in `text`; nil for running text and for a numbered sentence.
  ///
  /// - Parameter inDocument: Whether the text is no report: articles are parts of it.
  init?(_ text: String, inDocument: Bool) {
    guard HeadingNumber.mayBegin(text) else { return nil }
    let raw = text.scalars(upTo: Self.prefixLength)
    let folded = TextFolding.folded(raw)
    guard let number = HeadingNumber(folded) else { return nil }
    // In a document a bullet is a bullet: nothing says that its text was converted badly.
    if inDocument, number.hasDirtyPrefix { return nil }
    guard let content = HeadingContent(folded, number: number, inDocument: inDocument) else {
      return nil
    }
    level = number.level
    self.number = Self.tidy(raw[number.range])
    let heading = Self.tidy(raw[content.range])
    self.heading = heading.isEmpty ? nil : heading
    textStart = content.textStart
    topic = level == 1 ? SectionTopic.topic(of: folded[content.range].withoutBlanks) : nil
    hasDirtyPrefix = number.hasDirtyPrefix
  }

  /// A heading without a number: a caption of one of the tables, a part, or a conventional subhead.
  init?(unnumbered text: String) {
    guard text.utf8.count <= 160, SectionTopic.mayEndHeading(text) else { return nil }
    let compact = TextFolding.folded(text).withoutBlanks
    if SectionTopic.isHeadingWithoutNumber(compact) {
      level = 1
      topic = SectionTopic.topic(of: compact)
    } else if SectionTopic.isKnownSubhead(compact), compact.count >= 4 {
      level = 2
    } else {
      return nil
    }
    heading = Self.tidy(text.scalars[...])
  }

  /// Without blanks, except between Latin words, and without the marks that close a heading.
  private static func tidy(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = Array(scalars).trimmed
    while let last = scalars.last, "。:：.．,，、;；*# ".unicodeScalars.contains(last) {
      scalars.removeLast()
    }
    return TightText.string(scalars)
  }
}

/// Text without the blanks that typesetting puts between ideographs, digits and marks.
enum TightText {
  /// `2019 年政府 信息`  ->  `2019年政府信息`; a blank between two Latin letters or digits stays.
  static func string(_ scalars: [Unicode.Scalar]) -> String {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if scalar == " " {
        guard index > 0, index + 1 < scalars.count, isLatin(scalars[index - 1]),
          isLatin(scalars[index + 1])
        else { continue }
      }
      kept.append(scalar)
    }
    return String(scalars: kept)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isASCIILetter
  }
}
