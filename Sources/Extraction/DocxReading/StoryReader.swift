internal import Diagnostics
internal import DocumentModel
internal import XMLEvents

/// Reads one story - the body, the notes, a header or footer - into blocks, in one pass and without a tree.
///
/// Every element that is not passed over has a frame that says how its children are read and what its end does.
/// Wrappers (`w:sdt`, `w:hyperlink`, `w:ins`, `mc:Choice`…) repeat the frame around them, so they may stand anywhere.
struct StoryReader: XMLEventHandler {
  /// How the children of an open element are read.
  enum Context: UInt8 {
    case root, document, noteList, content, run, text, instruction, drawing, object, math
    case paragraphProperties, markProperties, numberProperties, runProperties, sectionProperties
    case tableGrid, tableProperties, rowProperties, cellProperties, formField, textFill, unknown
  }

  /// What the end of an element does.
  enum Closing: UInt8 {
    case nothing, alternate, story, note, paragraph, lineBreak, run, looseRun, text
    case table, row, cell, textBox, ruby, numerator, raised, lowered, textFill, textOutline
  }

  private struct Frame {
    var context: Context
    var closing: Closing
  }

  /// The innermost thing that is being filled.
  enum Level: UInt8 {
    case blocks, paragraph, table, row
  }

  let styles: StyleSheet
  let theme: Theme
  /// Whether `theme` is the document's own.
  let isThemeRead: Bool
  /// Whether what all text has in common may hide it.
  let hasNotableDefaults: Bool
  let limits: Limits
  var lists: ListCounters
  /// Notes that are referred to; the others of the part are passed over.
  let wantedNotes: Set<Int>

  private var frames: [Frame] = []
  /// Whether the element whose start is being read is passed over.
  private var isPassedOver = false
  private var choices = AlternateChoices()
  var levels: [Level] = []

  // The flows of blocks that are open: the story, cells, text boxes.
  var flows: [Flow] = []
  var blocks: [DraftBlock] = []
  var tables: [OpenTable] = []

  // The paragraph that is open. The bytes stand apart from it: they are appended to at every event.
  var paragraph = ParagraphState()
  var buffer: [UInt8] = []
  var suspended: [SuspendedParagraph] = []
  var runs: [RunState] = []
  /// Runs that are open; all but the innermost are in `runs`.
  var openRuns = 0
  var run = RunState()
  var textStart = 0
  var tail = TextTail()
  var fields: [Field] = []
  var mathStarts: [Int] = []
  /// Where the reading aids that are open begin, and the text before them.
  var rubyStarts: [(start: Int, tail: TextTail)] = []
  /// Whether the drawing that is open floats over the text or beside it.
  var isFloating = false
  /// Whether a picture lies behind the text of the body.
  var hasBackdrop = false
  var textFill = TextFillReader()
  /// Where text was left out that nobody sees and that takes room; -1 where none was.
  var unseenEnd = -1
  /// What is missing to tell whether text is seen.
  var missing = MissingLooks()
  /// Whether any text is struck out; most documents need not be searched for it.
  var hasStruckText = false
  /// Whether `xml:space="preserve"` stands on the root.
  var keepsSpace = false
  var keepsThisSpace = false

  // What comes out.
  var notes: [Int: [DraftBlock]] = [:]
  /// The reading aids of each paragraph that has any.
  var rubies: [String] = []
  private var openNote = 0
  private(set) var noteReferences: [NoteReference] = []
  private(set) var sectionReferences: [SectionReference] = []
  var findings = Findings()
  var failure: Failure?
  var byteCount = 0
  var cellCount = 0
  /// The name of a root element that is not that of a story.
  private(set) var hasStory = false

  init(_ context: StoryContext, limits: Limits, wantedNotes: Set<Int> = []) {
    styles = context.styles
    theme = context.theme
    isThemeRead = context.isThemeRead
    hasNotableDefaults = context.styles.defaults.isNotable
    self.limits = limits
    self.wantedNotes = wantedNotes
    lists = ListCounters(context.numbering, styles: context.styles)
  }

  /// All that was left out or guessed, once the part has ended.
  var outcome: Findings {
    var outcome = findings
    for format in lists.unknownFormats.sorted() { outcome.note(.unknownNumberFormat(format)) }
    return outcome
  }

  mutating func start(_ name: XMLName, _ attributes: borrowing XMLAttributes) -> XMLContent {
    isPassedOver = false
    read(name, attributes)
    return isPassedOver ? .passedOver : .wanted
  }

  private mutating func read(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    let context = frames.last?.context ?? .root
    if name.isIn(.compatibility) {
      guard choices.start(name, attributes) else { return skip() }
      return push(context, name.word == .alternateContent ? .alternate : .nothing)
    }
    switch context {
    case .root, .document, .noteList: startStory(name, attributes, in: context)
    case .content: startContent(name, attributes)
    case .run: startInRun(name, attributes)
    case .drawing, .object: startInDrawing(name, attributes, isObject: context == .object)
    case .math: startInMath(name, attributes)
    case .instruction: skip()
    case .text, .unknown: startInUnknown(name)
    case .textFill: startInTextFill(name, attributes)
    case .tableGrid, .tableProperties, .rowProperties, .cellProperties:
      startInTableProperties(name, attributes, in: context)
    case .sectionProperties: startInSection(name, attributes)
    case .paragraphProperties, .markProperties, .numberProperties, .runProperties, .formField:
      startInProperties(name, attributes, in: context)
    }
  }

  mutating func end(_ name: XMLName) {
    guard let frame = frames.popLast() else { return }
    switch frame.closing {
    case .nothing: break
    case .alternate: if choices.end(name) { findings.note(.unknownElement("mc:Choice")) }
    case .story: endFlow()
    case .note: endNote()
    case .paragraph: endParagraph()
    case .lineBreak: breakLine()
    case .run: endRun()
    case .looseRun:
      endRun()
      endParagraph()
    case .text: endText()
    case .table: endTable()
    case .row: endRow()
    case .cell: endCell()
    case .textBox: endTextBox()
    case .ruby: endRuby()
    case .numerator: endMathPart("/", isBefore: false)
    case .raised: endMathPart("^", isBefore: true)
    case .lowered: endMathPart("_", isBefore: true)
    case .textFill: endTextFill()
    case .textOutline: endTextOutline()
    }
  }

  mutating func text(_ text: borrowing XMLText) {
    guard let context = frames.last?.context else { return }
    switch context {
    case .text: appendText(text)
    case .instruction: appendInstruction(text)
    case .run, .content, .unknown: noteLostText(text)
    default: break
    }
  }

  mutating func push(_ context: Context, _ closing: Closing = .nothing) {
    frames.append(Frame(context: context, closing: closing))
  }

  /// Passes over the element whose start is being read, with all that is in it.
  mutating func skip() { isPassedOver = true }

  mutating func skip(_ finding: Findings.Kind) {
    findings.note(finding)
    skip()
  }

  mutating func fail(_ message: String) {
    if failure == nil { failure = Failure(.documentLimit, message) }
  }

  private mutating func startStory(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, in context: Context
  ) {
    guard name.isIn(.word), let word = name.word else { return skip() }
    switch (context, word) {
    case (.root, .document):
      keepsSpace = attributes.keepsSpace
      push(.document)
    case (.root, .hdr), (.root, .ftr), (.document, .body):
      if context == .root { keepsSpace = attributes.keepsSpace }
      hasStory = true
      beginFlow()
      push(.content, .story)
    case (.root, .footnotes), (.root, .endnotes):
      keepsSpace = attributes.keepsSpace
      hasStory = true
      push(.noteList)
    case (.noteList, .footnote), (.noteList, .endnote):
      guard let id = attributes.integer(.id), wantedNotes.contains(id), notes[id] == nil else {
        return skip()
      }
      openNote = id
      beginFlow()
      push(.content, .note)
    default: skip()
    }
  }

  private mutating func endNote() {
    noteOpenFields()
    notes[openNote] = takeFlow()
  }

  private mutating func startInSection(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    defer { skip() }
    guard let id = attributes.string(.id, in: .relationships) else { return }
    if name.isWord(.headerReference) {
      sectionReferences.append(SectionReference(kind: .header, id: id))
    } else if name.isWord(.footerReference) {
      sectionReferences.append(SectionReference(kind: .footer, id: id))
    }
  }

  mutating func referToNote(_ kind: Note.Kind, _ attributes: borrowing XMLAttributes) {
    guard let id = attributes.integer(.id) else { return }
    noteReferences.append(NoteReference(kind: kind, id: id))
  }
}
