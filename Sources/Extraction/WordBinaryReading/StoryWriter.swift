internal import CompoundFiles
internal import Diagnostics
internal import DocumentModel

/// Writes the text of a Word document, story by story, as the blocks of WordprocessingML parts.
struct StoryWriter {
  var text: WordText
  let styles: WordStyles
  let fonts: Fonts
  let anchors: Anchors
  let drawings: Drawings
  /// What is open; a text box has its own.
  var frame = Frame()
  /// Text boxes that have been written.
  var writtenBoxes: Set<Int> = []
  /// Marks of cells that stand outside of all tables.
  private(set) var strayMarks = 0
  /// Whether the text anchors a shape that is not there.
  var hasLostDrawing = false
  /// Characters that no XML can hold.
  private(set) var lostCharacters = 0
  private let saysSizes: Bool

  /// What is open while blocks are written.
  struct Frame {
    var out = MarkupBuffer()
    var tables: [TableFrame] = []
    var fields: [OpenField] = []
    var run = OpenRun()
    /// Pieces of text and of pictures so far: a cell without any is blank.
    var shownCount = 0
  }

  /// The run that is being written.
  struct OpenRun {
    enum Content {
      /// No run is open; or one is, in which no text is.
      case none, run, text, code
    }
    enum Change {
      case none, inserted, deleted
    }

    var content = Content.none
    /// Its `w:rPr`.
    var properties: [UInt8] = []
    /// The recorded change that the text before it belongs to.
    var change = Change.none
  }

  init(
    _ text: WordText, styles: WordStyles, fonts: Fonts, anchors: Anchors, drawings: Drawings
  ) {
    self.text = text
    self.styles = styles
    self.fonts = fonts
    self.anchors = anchors
    self.drawings = drawings
    saysSizes = styles.hasTinyText
  }

  mutating func noteLost(_ count: Int) { lostCharacters += count }

  private enum Mark {
    static let paragraph: UInt16 = 0x0D
    static let cell: UInt16 = 0x07
    static let section: UInt16 = 0x0C
  }

  /// The blocks of `characters`.
  mutating func blocks(_ characters: Range<Int>) throws(Failure) -> MarkupBuffer {
    let outer = frame
    frame = Frame()
    var start = characters.lowerBound
    while start < characters.upperBound {
      start = try writeParagraph(from: start, before: characters.upperBound)
      guard frame.out.bytes.count <= text.limits.partBytes else {
        throw Failure(.docLimit, "Its text as XML takes \(text.limits.over(.partBytes))")
      }
    }
    try closeTables(downTo: 0)
    let out = frame.out
    noteLost(out.lostCount)
    frame = outer
    return out
  }

  /// Writes the paragraph that begins at `start`, and gives the character after its mark.
  private mutating func writeParagraph(from start: Int, before end: Int) throws(Failure) -> Int {
    var mark = start
    while mark < end, !isMark(at: mark) { mark += 1 }
    guard mark < end else {
      // Text without a mark at its end: no program leaves any.
      try closeTables(downTo: 0)
      try writeParagraph(start..<end, ParagraphFormat(), mark: nil)
      return end
    }
    let format = try text.paragraphFormat(at: mark)
    let depth = format.depth
    try closeTables(downTo: depth)
    while frame.tables.count < depth { openTable() }
    let (markFormat, _) = try text.characterFormat(at: mark)
    if format.isRowEnd && depth == 1 || format.isInnerRowEnd && depth > 1 {
      if start < mark { try writeParagraph(start..<mark, format, mark: nil) }
      try endRow(
        format.row, isDeleted: markFormat.isDeleted,
        isHidden: markFormat.hidden?.resolved(styles.toggles(of: format.style).hidden) ?? false)
    } else {
      try writeParagraph(start..<mark, format, mark: markFormat)
      if depth > 0, format.isInnerCellEnd || text.units[mark] == Mark.cell {
        endCell()
      } else if text.units[mark] == Mark.cell {
        strayMarks += 1
      }
    }
    return mark + 1
  }

  private func isMark(at position: Int) -> Bool {
    switch text.units[position] {
    case Mark.paragraph, Mark.cell: true
    case Mark.section: anchors.sectionEnds.contains(position)
    default: false
    }
  }

  /// - Parameter mark: The properties of its mark; nil where it has none of its own.
  private mutating func writeParagraph(
    _ characters: Range<Int>, _ format: ParagraphFormat, mark: CharacterFormat?
  ) throws(Failure) {
    frame.out.add("<w:p>")
    let inherited = styles.toggles(of: format.style)
    addProperties(format, mark, inherited)
    frame.run = OpenRun()
    var position = characters.lowerBound
    while position < characters.upperBound {
      let (format, end) = try text.characterFormat(at: position, isText: true)
      let segment = position..<min(end, characters.upperBound)
      try write(segment, format, inherited)
      position = segment.upperBound
    }
    closeRun()
    frame.out.add("</w:p>")
  }

  private mutating func addProperties(
    _ format: ParagraphFormat, _ mark: CharacterFormat?, _ inherited: WordStyles.Toggles
  ) {
    let isDeleted = mark?.isDeleted ?? false
    let isHidden =
      mark?.isMarkHidden ?? false
      || mark?.hidden.map { $0.resolved(inherited.hidden) ?? false } ?? false
    guard format.style != 0 || format.saysAnything || isDeleted || isHidden else { return }
    frame.out.add("<w:pPr>")
    if format.style != 0 { frame.out.add("<w:pStyle", value: format.style) }
    frame.out.addProperties(of: format)
    if isDeleted { frame.out.add("<w:rPr><w:del/></w:rPr>") }
    if isHidden { frame.out.add("<w:rPr><w:vanish/></w:rPr>") }
    frame.out.add("</w:pPr>")
  }

  // MARK: Runs

  mutating func closeText() {
    switch frame.run.content {
    case .text: frame.out.add("</w:t>")
    case .code: frame.out.add("</w:instrText>")
    case .none, .run: return
    }
    frame.run.content = .run
  }

  mutating func closeRun() {
    closeText()
    if frame.run.content == .run { frame.out.add("</w:r>") }
    frame.run.content = .none
  }

  /// Sees to it that a run with `properties` is open.
  mutating func openRun(_ properties: [UInt8]) {
    if frame.run.content != .none, frame.run.properties == properties { return }
    closeRun()
    frame.out.add("<w:r>")
    frame.out.bytes += properties
    frame.run.properties = properties
    frame.run.content = .run
  }

  /// The `w:rPr` of text with `format`.
  func properties(of format: CharacterFormat, _ inherited: WordStyles.Toggles) -> [UInt8] {
    var inherited = inherited
    if let style = format.style {
      let own = styles.toggles(of: style)
      inherited.hidden = inherited.hidden || own.hidden
      inherited.struck = inherited.struck || own.struck
      inherited.doubleStruck = inherited.doubleStruck || own.doubleStruck
    }
    var properties = MarkupBuffer()
    properties.addRunProperties(
      of: format, inherited: inherited, fonts: fonts, saysSizes: saysSizes)
    return properties.bytes
  }
}
