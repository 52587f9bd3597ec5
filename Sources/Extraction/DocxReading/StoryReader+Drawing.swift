internal import XMLEvents

extension StoryReader {
  /// `w:drawing`, `w:pict`, `w:object`: text boxes are read, pictures and objects are named.
  ///
  /// - Parameter isObject: Whether a picture only stands in for an embedded object.
  mutating func startInDrawing(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, isObject: Bool
  ) {
    guard let word = name.word else { return push(isObject ? .object : .drawing) }
    if name.isWord(.txbxContent) {
      beginTextBox()
      return push(.content, .textBox)
    }
    switch word {
    case .pic where name.isIn(.picture): skip(.picture)
    case .imagedata where name.isIn(.vml): isObject ? skip() : skip(.picture)
    case .textpath where name.isIn(.vml): wordArt(attributes)
    case .chart where name.isIn(.chart): skip(.object("chart"))
    case .relIds where name.isIn(.diagram): skip(.object("SmartArt"))
    case .t where name.isIn(.drawing): skip(.object("drawn text"))
    case .oleObject where name.isIn(.office):
      skip(.object("OLE object \(attributes.string(.progID) ?? "without a name")"))
    case .contentPart: skip(.object("ink"))
    default: push(isObject ? .object : .drawing)
    }
  }

  /// The text of a VML shape that is nothing but text (`v:textpath`): an old way to make a red heading.
  private mutating func wordArt(_ attributes: borrowing XMLAttributes) {
    skip()
    guard levels.last == .paragraph, let text = attributes.string(.string) else { return }
    paragraph.anchored += lines(of: Array(text.utf8)).map(DraftBlock.line)
  }

  /// Sets the paragraph that anchors a text box aside while the box is read.
  private mutating func beginTextBox() {
    suspended.append(
      SuspendedParagraph(
        paragraph: paragraph, buffer: buffer, runs: runs, run: run, fields: fields,
        isOpen: levels.last == .paragraph))
    paragraph = ParagraphState()
    buffer = []
    runs = []
    run = RunState()
    fields = []
    beginFlow()
  }

  mutating func endTextBox() {
    noteOpenFields()
    let content = takeFlow()
    guard let outer = suspended.popLast() else { return }
    paragraph = outer.paragraph
    buffer = outer.buffer
    runs = outer.runs
    run = outer.run
    fields = outer.fields
    tail = TextTail()
    if outer.isOpen {
      if !run.isHidden { paragraph.anchored += content }
    } else {
      blocks += content
    }
  }
}
