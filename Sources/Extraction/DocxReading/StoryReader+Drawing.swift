internal import XMLEvents

extension StoryReader {
  /// `w:drawing`, `w:pict`, `w:object`: text boxes are read, pictures and objects are named.
  ///
  /// - Parameter isObject: Whether a picture only stands in for an embedded object.
  mutating func startInDrawing(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, isObject: Bool
  ) {
    if name.isIn(.vml), let style = attributes.string(.style), style.contains("position:absolute") {
      isFloating = true
      if style.contains("z-index:-") { hasBackdrop = true }
    }
    guard let word = name.word else { return push(isObject ? .object : .drawing) }
    if name.isWord(.txbxContent) {
      beginTextBox()
      return push(.content, .textBox)
    }
    switch word {
    case .t where name.isIn(.word): push(.unknown)
    case .anchor:
      isFloating = true
      if attributes.string(.behindDoc).map({ ["1", "true"].contains($0) }) == true {
        hasBackdrop = true
      }
      push(.drawing)
    case .pic where name.isIn(.picture): skipPicture(.picture)
    case .imagedata where name.isIn(.vml): skipPicture(isObject ? nil : .picture)
    // What may be the outlines of characters; other shapes may strike out or cover a figure.
    case .custGeom where name.isIn(.drawing): skipPicture(nil)
    case .prstGeom where name.isIn(.drawing):
      skip()
      noteInCell(.shape)
    case .rect, .roundrect, .oval, .line, .polyline, .curve, .arc:
      if name.isIn(.vml) { noteInCell(.shape) }
      push(isObject ? .object : .drawing)
    case .shape:
      if name.isIn(.vml) { noteInCell(drawn(by: attributes)) }
      push(isObject ? .object : .drawing)
    case .textpath where name.isIn(.vml): wordArt(attributes)
    case .chart where name.isIn(.chart): skipPicture(.object("chart"))
    case .relIds where name.isIn(.diagram): skipPicture(.object("SmartArt"))
    case .t where name.isIn(.drawing): skipPicture(.object("drawn text"))
    case .oleObject where name.isIn(.office):
      skipPicture(.object("OLE object \(attributes.string(.progID) ?? "without a name")"))
    case .contentPart: skipPicture(.object("ink"))
    default: push(isObject ? .object : .drawing)
    }
  }

  /// What a VML shape draws by itself, without what is in it.
  private func drawn(by attributes: borrowing XMLAttributes) -> DraftCell.Picture {
    // Its own outline may be that of characters.
    if let path = attributes.string(.path), !path.isEmpty {
      return isFloating ? .floating : .inLine
    }
    // The frame of a picture draws nothing.
    guard let type = attributes.string(.type), !type.hasSuffix("_t75") else { return .none }
    return .shape
  }

  /// Passes over a picture or an object, and notes it in the cell that is open.
  private mutating func skipPicture(_ finding: Findings.Kind?) {
    skip()
    let isInCell = !tables.isEmpty && !run.isHidden
    if let finding {
      findings.note(finding, at: isInCell && !findings.hasPiece(finding) ? place : nil)
    }
    noteInCell(isFloating ? .floating : .inLine)
  }

  /// Notes in the cell that is open what is drawn there; what may be a part of its text counts most.
  private mutating func noteInCell(_ picture: DraftCell.Picture) {
    guard !tables.isEmpty, !run.isHidden else { return }
    let current = tables.count - 1
    if picture.rawValue > tables[current].cell.picture.rawValue {
      tables[current].cell.picture = picture
    }
  }

  /// The text of a VML shape that is nothing but text (`v:textpath`): an old way to make a red heading.
  private mutating func wordArt(_ attributes: borrowing XMLAttributes) {
    skip()
    guard levels.last == .paragraph, let text = attributes.string(.string) else { return }
    paragraph.anchored += lines(of: Array(text.utf8)).map(DraftBlock.line)
  }

  /// Sets the paragraph that anchors a text box aside while the box is read.
  mutating func beginTextBox() {
    suspended.append(
      SuspendedParagraph(
        paragraph: paragraph, buffer: buffer, runs: runs, openRuns: openRuns, run: run,
        fields: fields,
        isOpen: levels.last == .paragraph, tableCount: tables.count))
    paragraph = ParagraphState()
    buffer = []
    runs = []
    openRuns = 0
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
    openRuns = outer.openRuns
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
