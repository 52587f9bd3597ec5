internal import CompoundFiles
internal import Diagnostics
internal import DocumentModel

/// A field that has begun (MS-DOC 2.8.25).
struct OpenField {
  var isInCode = true
  /// The beginning of its code.
  var code: [UInt16] = []
  /// A shape stands in its result, and a picture of the shape for programs that can't draw it.
  var hasShape = false

  static let longestCode = 128
}

extension StoryWriter {
  /// Characters that are no text (MS-DOC 2.4.1, sprmCFSpec).
  private enum Special {
    static let picture: UInt16 = 0x01
    static let noteReference: UInt16 = 0x02
    static let comment: UInt16 = 0x05
    static let drawing: UInt16 = 0x08
    static let tab: UInt16 = 0x09
    static let lineFeed: UInt16 = 0x0A
    static let lineBreak: UInt16 = 0x0B
    static let pageBreak: UInt16 = 0x0C
    static let columnBreak: UInt16 = 0x0E
    static let fieldBegin: UInt16 = 0x13
    static let fieldSeparator: UInt16 = 0x14
    static let fieldEnd: UInt16 = 0x15
    static let hyphen: UInt16 = 0x1E
    static let symbol: UInt16 = 0x28
  }

  /// Writes characters that share their properties.
  mutating func write(
    _ characters: Range<Int>, _ format: CharacterFormat, _ inherited: WordStyles.Toggles
  ) throws(Failure) {
    let change: OpenRun.Change =
      format.isDeleted ? .deleted : format.isInserted ? .inserted : .none
    if change != frame.run.change {
      closeRun()
      frame.run.change = change
      if change == .deleted { frame.out.add("<w:del/>") }
      if change == .inserted { frame.out.add("<w:ins/>") }
    }
    guard change != .deleted else { return }
    let properties = properties(of: format, inherited)
    let shownBefore = frame.shownCount
    // What is hidden fills no cell.
    defer {
      if format.hidden?.resolved(inherited.hidden) == true { frame.shownCount = shownBefore }
    }
    var position = characters.lowerBound
    while position < characters.upperBound {
      var end = position
      while end < characters.upperBound, isText(end, format) { end += 1 }
      if end > position {
        add(position..<end, properties)
        position = end
        continue
      }
      if try writeSpecial(position, format, properties) { return }
      position += 1
    }
  }

  /// Whether the character at `position` is one that is shown as it is.
  private func isText(_ position: Int, _ format: CharacterFormat) -> Bool {
    let unit = text.units[position]
    if unit < 0x20 { return false }
    if format.isSpecial, unit == Special.symbol, format.symbol != nil { return false }
    // Most documents have no notes, and no character is looked up.
    return anchors.notes.isEmpty || anchors.notes[position] == nil
  }

  private static let blanks: [UInt16] = [0x20, 0xA0, 0x3000]

  private mutating func add(_ characters: Range<Int>, _ properties: [UInt8]) {
    openRun(properties)
    let isCode = frame.fields.last?.isInCode ?? false
    let content: OpenRun.Content = isCode ? .code : .text
    if frame.run.content != content {
      closeText()
      frame.out.add(isCode ? "<w:instrText>" : "<w:t>")
      frame.run.content = content
    }
    let units = text.units[characters]
    frame.out.addText(units)
    guard isCode, let index = frame.fields.indices.last else {
      if units.contains(where: { !Self.blanks.contains($0) }) { frame.shownCount += 1 }
      return
    }
    let room = OpenField.longestCode - frame.fields[index].code.count
    frame.fields[index].code += units.prefix(max(0, room))
  }

  /// Writes what one character stands for; whether that is all of the characters that share its properties.
  private mutating func writeSpecial(
    _ position: Int, _ format: CharacterFormat, _ properties: [UInt8]
  ) throws(Failure) -> Bool {
    if let note = anchors.notes[position] {
      return writeReference(to: note, position, format, properties)
    }
    switch text.units[position] {
    case Special.tab: addElement("<w:tab/>", properties)
    case Special.lineBreak, Special.lineFeed, Special.pageBreak, Special.columnBreak:
      addElement("<w:br/>", properties)
    case Special.hyphen: addElement("<w:noBreakHyphen/>", properties)
    case Special.fieldBegin: try beginField(position)
    case Special.fieldSeparator: separateField()
    case Special.fieldEnd: endField()
    case Special.comment where format.isSpecial: addElement("<w:commentReference/>", properties)
    case Special.symbol: addSymbol(format, properties)
    case Special.picture where format.isSpecial: addPicture(format, properties)
    case Special.drawing where format.isSpecial: try addDrawing(position, properties)
    default: break
    }
    return false
  }

  mutating func addElement(_ element: StaticString, _ properties: [UInt8]) {
    openRun(properties)
    closeText()
    frame.out.add(element)
  }

  private mutating func addSymbol(_ format: CharacterFormat, _ properties: [UInt8]) {
    guard let symbol = format.symbol else { return }
    addElement("<w:sym w:font=\"", properties)
    frame.out.addAttribute(fonts.name(symbol.font) ?? "")
    frame.out.add("\" w:char=\"")
    frame.out.addAttribute(String(symbol.code, radix: 16, uppercase: true))
    frame.out.add("\"/>")
    frame.shownCount += 1
  }

  /// Writes the reference to a note; its own mark is all the text that shares its properties.
  private mutating func writeReference(
    to note: Anchors.NoteReference, _ position: Int, _ format: CharacterFormat,
    _ properties: [UInt8]
  ) -> Bool {
    closeRun()
    addElement(
      note.isEndnote ? "<w:endnoteReference w:id=\"" : "<w:footnoteReference w:id=\"", properties)
    frame.out.add(note.number)
    frame.out.add("\"")
    if note.hasOwnMark { frame.out.add(" w:customMarkFollows=\"1\"") }
    frame.out.add("/>")
    if note.hasOwnMark, text.units[position] >= 0x20 {
      add(position..<position + 1, properties)
    }
    // The text after it is not raised with it.
    closeRun()
    return false
  }

  // MARK: Fields

  private mutating func beginField(_ position: Int) throws(Failure) {
    closeRun()
    frame.out.add("<w:r><w:fldChar w:fldCharType=\"begin\">")
    try addFormField(position)
    frame.out.add("</w:fldChar></w:r>")
    if frame.fields.count < text.limits.xmlDepth { frame.fields.append(OpenField()) }
  }

  private mutating func separateField() {
    closeRun()
    frame.out.add("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
    if let index = frame.fields.indices.last { frame.fields[index].isInCode = false }
  }

  private mutating func endField() {
    closeRun()
    frame.out.add("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
    _ = frame.fields.popLast()
  }

  /// The state of a check box or a list of an old form, of which the code of its field holds the place (2.9.78).
  private mutating func addFormField(_ start: Int) throws(Failure) {
    var position = start + 1
    let end = min(position + OpenField.longestCode, text.units.count)
    while position < end, text.units[position] >= 0x20 { position += 1 }
    guard position < end, text.units[position] == Special.picture else { return }
    // A link keeps its target in the same place.
    let code = String(decoding: text.units[start + 1..<position], as: UTF16.self)
    guard code.contains("FORM") else { return }
    let (format, _) = try text.characterFormat(at: position)
    guard format.isData, let place = format.place,
      let length = text.file.data.uint32(place), let header = text.file.data.uint16(place + 4),
      header <= length, let range = text.file.data.range(place, count: length)
    else { return }
    frame.out.add(FormField(text.file.data, range.lowerBound + header..<range.upperBound).markup)
  }

  // MARK: Pictures

  private mutating func addPicture(_ format: CharacterFormat, _ properties: [UInt8]) {
    guard !format.isData, frame.fields.last?.isInCode != true, frame.fields.last?.hasShape != true
    else { return }
    frame.shownCount += 1
    let unnamed = format.isObject ? "without a name" : nil
    guard let object = frame.fields.last.flatMap({ Self.objectName($0.code) }) ?? unnamed else {
      addElement("<w:drawing><pic:pic/></w:drawing>", properties)
      return
    }
    addElement("<w:object><o:OLEObject ProgID=\"", properties)
    frame.out.addAttribute(object)
    frame.out.add("\"/></w:object>")
  }

  /// `Excel.Sheet.8` of ` EMBED Excel.Sheet.8 \s`; nil for another field.
  private static func objectName(_ code: [UInt16]) -> String? {
    let words = String(decoding: code, as: UTF16.self).split(separator: " ")
    guard let first = words.first?.uppercased(), ["EMBED", "LINK", "CONTROL"].contains(first) else {
      return nil
    }
    return words.dropFirst().first.map(String.init) ?? "without a name"
  }
}
