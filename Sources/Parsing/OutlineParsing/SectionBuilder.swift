internal import Diagnostics
internal import DocumentModel
internal import NationalForm
internal import ReportRecords
internal import TextScanning

/// Sections and running text, in order.
struct SectionList {
  var sections: [Section] = []
  var prose: [ProseParagraph] = []
  var issues: [Issue] = []
  /// Headings of the first level: what a preamble means by 部分.
  var partCount = 0
}

/// Divides paragraphs into sections by their headings.
struct SectionBuilder {
  private var list = SectionList()
  private var texts: [String] = []
  private var topic: Section.Topic?
  /// Whether a heading has been met; before it stands the preamble.
  private var isInBody = false
  private let inDocument: Bool

  static func sections(of paragraphs: [BodyParagraph], inDocument: Bool) -> SectionList {
    var builder = SectionBuilder(inDocument: inDocument)
    let tail = inDocument ? tailStart(paragraphs) : paragraphs.count
    for index in paragraphs.indices {
      if index < tail {
        builder.add(paragraphs, index)
      } else {
        builder.addText(paragraphs[index].text, at: paragraphs[index].location)
      }
    }
    builder.closeSection()
    if !inDocument { builder.nameTopicsWithoutParts() }
    return builder.list
  }

  /// Where the list of attachments begins that opens the tail of a document; the number of paragraphs where there is none.
  ///
  /// Its items, 附件：1.名单 and 2.清单 below it, are no headings.
  private static func tailStart(_ paragraphs: [BodyParagraph]) -> Int {
    let first = max(0, paragraphs.count - longestTail)
    for index in paragraphs.indices.reversed() where index >= first {
      if paragraphs[index].heading?.level == 1 { break }
      let words = TextFolding.foldedPrefix(paragraphs[index].text, 12).withoutBlanks
      guard words.starts(withAny: ["附件", "附"]) else { continue }
      let rest = words.drop { "附件".unicodeScalars.contains($0) || $0.isDigit }
      if rest.first == ":" { return index }
    }
    return paragraphs.count
  }

  private static let longestTail = 40

  /// Where no part has a number such as 一、, the headings with 1、 are the parts.
  private mutating func nameTopicsWithoutParts() {
    guard !list.sections.contains(where: { $0.level == 1 && $0.number != nil }),
      !list.sections.contains(where: { $0.level == 2 && $0.number != nil })
    else { return }
    for index in list.sections.indices
    where list.sections[index].level == 3 && list.sections[index].topic == nil {
      guard let heading = list.sections[index].heading else { continue }
      list.sections[index].topic = SectionTopic.topic(of: TextFolding.folded(heading).withoutBlanks)
    }
  }

  private init(inDocument: Bool) { self.inDocument = inDocument }

  private mutating func add(_ paragraphs: [BodyParagraph], _ index: Int) {
    let paragraph = paragraphs[index]
    if takesHeadingBelowNumber(paragraph) { return }
    let shape =
      paragraph.heading ?? (inDocument ? nil : HeadingShape(unnumbered: paragraph.text))
    if paragraph.formAbove == .reviewLitigation, shape?.level != 1 {
      inferProblems(paragraphs[index...])
    }
    guard let shape else {
      addText(paragraph.text, at: paragraph.location)
      return
    }
    if shape.hasDirtyPrefix {
      list.issues.append(
        Issue(
          .noiseRemoved, "marks before the number of a heading left out", at: paragraph.location))
    }
    open(
      level: shape.level, number: shape.number, heading: shape.heading, topic: shape.topic)
    if let start = shape.textStart {
      addText(String(scalars: paragraph.text.scalars.dropFirst(start)), at: paragraph.location)
    }
  }

  /// 一、 on a line of its own and 总体情况 on the next are one heading; any other text leaves the heading empty.
  private mutating func takesHeadingBelowNumber(_ paragraph: BodyParagraph) -> Bool {
    guard isInBody, texts.isEmpty, let last = list.sections.indices.last,
      list.sections[last].number != nil, list.sections[last].heading == nil,
      let shape = HeadingShape(unnumbered: paragraph.text)
    else { return false }
    list.sections[last].heading = shape.heading
    if list.sections[last].level == 1 {
      list.sections[last].topic = shape.topic
      topic = shape.topic
    }
    return true
  }

  /// Problems told below the third table without a heading of their own.
  private mutating func inferProblems(_ following: ArraySlice<BodyParagraph>) {
    guard topic != .problems, !list.sections.contains(where: { $0.topic == .problems }) else {
      return
    }
    let next = following.prefix(6).prefix { $0.heading?.level != 1 }
    let start = next.first.map { TextFolding.foldedPrefix($0.text, 2_000) } ?? []
    let others = next.dropFirst().flatMap { TextFolding.foldedPrefix($0.text, 200) }
    let words: [Phrase] = ["存在的问题", "问题", "不足", "薄弱", "差距"]
    guard start.contains(anyOf: words) || others.contains(anyOf: words) else { return }
    list.issues.append(
      Issue(
        .sectionInferred, "no heading stands over the problems described below the third table",
        at: next.first?.location))
    open(level: 1, number: nil, heading: nil, topic: .problems)
  }

  private mutating func open(
    level: Int, number: String?, heading: String?, topic: Section.Topic?
  ) {
    closeSection()
    isInBody = true
    if level == 1 {
      self.topic = topic
      list.partCount += 1
    }
    list.sections.append(
      Section(
        id: "s\(list.sections.count + 1)", level: level, number: number, heading: heading,
        topic: topic, text: ""))
  }

  private mutating func addText(_ text: String, at location: Location) {
    if list.sections.isEmpty {
      list.sections.append(
        Section(id: "s1", level: 1, number: nil, heading: nil, topic: nil, text: ""))
    }
    texts.append(text)
    list.prose.append(
      ProseParagraph(
        text, sectionID: isInBody ? list.sections.last?.id : nil, topic: topic, at: location))
  }

  private mutating func closeSection() {
    guard let last = list.sections.indices.last else { return }
    list.sections[last].text = texts.joined(separator: "\n")
    texts.removeAll()
  }
}
