internal import DocumentModel
internal import XMLEvents

/// Elements that are not known here, in a run or anywhere near text: nothing may get lost in them unsaid.
extension StoryReader {
  /// An element of a run that is not one of WordprocessingML.
  ///
  /// What belongs to a drawing is read as in one, for some writers leave out `w:drawing` around a text box.
  mutating func startForeignInRun(_ name: XMLName, _ attributes: borrowing XMLAttributes) {
    for namespace in [WordNamespace.vml, .shape, .group, .canvas, .drawing, .office]
    where name.isIn(namespace) {
      return startInDrawing(name, attributes, isObject: false)
    }
    push(.unknown)
  }

  mutating func startInUnknown(_ name: XMLName) {
    guard name.isWord(.txbxContent) else { return push(.unknown) }
    beginTextBox()
    push(.content, .textBox)
  }

  /// Text that stands where no text belongs; blanks between elements are none.
  mutating func noteLostText(_ text: borrowing XMLText) {
    guard !text.isBlank, !run.isHidden else { return }
    var bytes: [UInt8] = []
    text.append(to: &bytes)
    findings.note(.lostText, text: CleanText.line(String(decoding: bytes, as: UTF8.self)), at: nil)
  }
}
