internal import DocumentModel
internal import XMLEvents

extension StoryReader {
  /// Stands for a break between visual lines; XML cannot contain it.
  static let lineBreak: UInt8 = 0x0B

  mutating func beginFlow() {
    flows.append(Flow(start: blocks.count))
    levels.append(.blocks)
  }

  /// Ends the innermost flow and leaves its blocks where they are.
  mutating func endFlow() {
    noteOpenFields()
    flushCarried()
    _ = flows.popLast()
    _ = levels.popLast()
  }

  /// Ends the innermost flow and takes its blocks out.
  mutating func takeFlow() -> [DraftBlock] {
    flushCarried()
    _ = levels.popLast()
    guard let flow = flows.popLast(), flow.start < blocks.count else { return [] }
    let content = Array(blocks[flow.start...])
    blocks.removeSubrange(flow.start...)
    return content
  }

  /// Emits text that waited for another paragraph to join.
  mutating func flushCarried() {
    guard let index = flows.indices.last, hasCarried(index) else { return }
    for line in lines(of: flows[index].carried) { blocks.append(.line(line)) }
    blocks += flows[index].carriedAnchored
    flows[index].carried = []
    flows[index].carriedAnchored = []
    flows[index].labelOffset = 0
  }

  private func hasCarried(_ index: Int) -> Bool {
    !flows[index].carried.isEmpty || !flows[index].carriedAnchored.isEmpty
  }

  mutating func beginParagraph() {
    paragraph = ParagraphState()
    paragraph.style = styles.defaultParagraphStyle
    paragraph.isNotable = paragraph.style?.hasNotableLook ?? false
    unseenEnd = -1
    runs.removeAll(keepingCapacity: true)
    openRuns = 0
    run = RunState()
    tail = TextTail()
    levels.append(.paragraph)
    guard let index = flows.indices.last, hasCarried(index) else {
      return buffer.removeAll(keepingCapacity: true)
    }
    buffer = flows[index].carried
    paragraph.anchored = flows[index].carriedAnchored
    paragraph.labelOffset = flows[index].labelOffset
    flows[index].carried = []
    flows[index].carriedAnchored = []
    flows[index].labelOffset = 0
  }

  mutating func endParagraph() {
    _ = levels.popLast()
    closeCodes()
    settleStruckText()
    endRubies()
    byteCount += buffer.count
    if byteCount > limits.documentBytes {
      fail("the bytes of its text are \(limits.over(.documentBytes))")
    }
    if paragraph.isMarkDeleted {
      findings.note(.trackedChange)
      return carry(labelOffset: paragraph.labelOffset)
    }
    if paragraph.isMarkHidden {
      if buffer.count > paragraph.labelOffset, let label = nextLabel() {
        insert(label)
      }
      return carry(labelOffset: buffer.count)
    }
    if let label = nextLabel() {
      emit(label)
    } else if !buffer.isEmpty {
      emit()
    }
    if !paragraph.anchored.isEmpty { blocks += paragraph.anchored }
  }

  private mutating func emit() {
    // Nearly every paragraph is one line.
    guard buffer.contains(Self.lineBreak) else {
      let text = CleanText.line(String(decoding: buffer, as: UTF8.self))
      if !text.isEmpty { blocks.append(.line(text)) }
      return
    }
    for line in lines(of: buffer) { blocks.append(.line(line)) }
  }

  private mutating func emit(_ label: ListLabel) {
    // Word prints the number of an empty paragraph; a lone bullet says nothing.
    if label.isBullet, lines(of: buffer).isEmpty { return }
    insert(label)
    emit()
  }

  /// Puts `label` in front of the text of the paragraph.
  private mutating func insert(_ label: ListLabel) {
    let offset = min(paragraph.labelOffset, buffer.count)
    let rest = CleanText.line(String(decoding: buffer[offset...], as: UTF8.self))
    let text = label.text + LabelJoining.separator(after: label, before: rest)
    buffer.insert(contentsOf: text.utf8, at: offset)
  }

  private mutating func carry(labelOffset: Int) {
    guard let index = flows.indices.last else { return }
    flows[index].carried = buffer
    buffer = []
    flows[index].carriedAnchored = paragraph.anchored
    flows[index].labelOffset = labelOffset
    // Counted when the paragraph that it becomes part of ends.
    byteCount -= flows[index].carried.count
  }

  /// The visual lines of `bytes`, clean, without the empty ones.
  func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: Self.lineBreak).map {
      CleanText.line(String(decoding: $0, as: UTF8.self))
    }
    .filter { !$0.isEmpty }
  }

  mutating func breakLine() {
    if levels.last == .paragraph { buffer.append(Self.lineBreak) }
  }

  /// Counts the paragraph in its list.
  private mutating func nextLabel() -> ListLabel? {
    var reference = paragraph.numbering
    var style: String?
    if reference.list == nil {
      guard let inherited = paragraph.style, inherited.numbering.list != nil else { return nil }
      reference.list = inherited.numbering.list
      if reference.level == nil {
        reference.level = inherited.numbering.level
        style = inherited.numberingStyle
      }
    }
    switch lists.next(reference, style: style) {
    case .label(let label): return label
    case .unlabelled: return nil
    case .undefined:
      findings.note(.undefinedList(reference.list ?? 0))
      return nil
    }
  }

  /// `w:pPr`, `w:rPr` and what is in them.
  mutating func startInProperties(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, in context: Context
  ) {
    guard name.isIn(.word), let word = name.word else {
      guard context == .runProperties, name.isIn(.word2010), let word = name.word,
        word == .textFill || word == .textOutline
      else { return skip() }
      return startFill(word)
    }
    switch (context, word) {
    case (.paragraphProperties, .pStyle):
      if let id = attributes.string(.val), let style = styles.style(id) {
        paragraph.style = style
        paragraph.isNotable = style.hasNotableLook
      }
      skip()
    case (.paragraphProperties, .shd):
      let ground = attributes.ground
      paragraph.ground = ground
      if ground.isThere { paragraph.isNotable = true }
      skip()
    case (.paragraphProperties, .spacing):
      if attributes.firstByte(of: WordName.lineRule.rawValue) == UInt8(ascii: "e"),
        attributes.packed(WordName.line.rawValue) ?? .max <= 0x3939,
        attributes.integer(.line) ?? .max <= Self.flatHeight
      {
        paragraph.isFlat = true
        paragraph.isNotable = true
      }
      skip()
    case (.paragraphProperties, .numPr): push(.numberProperties)
    case (.paragraphProperties, .rPr): push(.markProperties)
    case (.paragraphProperties, .sectPr): push(.sectionProperties)
    case (.numberProperties, .numId):
      paragraph.numbering.list = attributes.integer(.val)
      skip()
    case (.numberProperties, .ilvl):
      paragraph.numbering.level = attributes.integer(.val)
      skip()
    case (.markProperties, .del), (.markProperties, .moveFrom):
      paragraph.isMarkDeleted = true
      skip()
    case (.markProperties, .vanish), (.markProperties, .specVanish):
      paragraph.isMarkHidden = attributes.isOn
      skip()
    case (.runProperties, _): startInRunProperties(word, attributes)
    case (.formField, _): startInFormField(word, attributes)
    default: skip()
    }
  }
}
