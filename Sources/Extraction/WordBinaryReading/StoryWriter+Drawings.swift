internal import Diagnostics

extension StoryWriter {
  /// Writes the shapes that the character at `position` anchors, with the text of their boxes.
  mutating func addDrawing(_ position: Int, _ properties: [UInt8]) throws(Failure) {
    guard let anchor = anchors.shapes[position] else { return }
    let known = drawings.groups[anchor.id]
    if known == nil { hasLostDrawing = true }
    let shapes = known ?? [Drawings.Shape(id: anchor.id, kind: .textOnly)]
    let isInLine = isInShapeField
    if isInLine { frame.fields[frame.fields.count - 1].hasShape = true }
    addElement("<w:drawing>", properties)
    if isInLine {
      frame.out.add("<wp:inline>")
    } else if anchor.isBehindText {
      frame.out.add("<wp:anchor behindDoc=\"1\">")
    } else {
      frame.out.add("<wp:anchor>")
    }
    for shape in shapes {
      switch shape.kind {
      case .picture: frame.out.add("<pic:pic/>")
      case .object: frame.out.add("<o:OLEObject/>")
      case .box: frame.out.add("<a:prstGeom prst=\"rect\"/>")
      case .outlines: frame.out.add("<a:custGeom/>")
      case .line, .textOnly: break
      }
      if let words = shape.words {
        frame.out.add("<v:textpath string=\"")
        frame.out.addAttribute(words)
        frame.out.add("\"/>")
      }
      if shape.kind != .line { frame.shownCount += 1 }
      try addTextBox(shape.id)
    }
    frame.out.add(isInLine ? "</wp:inline></w:drawing>" : "</wp:anchor></w:drawing>")
  }

  /// Whether the innermost field is one that puts a shape into a line of text.
  private var isInShapeField: Bool {
    guard let field = frame.fields.last, !field.isInCode else { return false }
    return String(decoding: field.code, as: UTF16.self).split(separator: " ").first == "SHAPE"
  }

  private mutating func addTextBox(_ id: Int) throws(Failure) {
    guard let characters = anchors.textBoxes[id], writtenBoxes.insert(id).inserted else { return }
    let content = try blocks(characters)
    frame.out.add("<w:txbxContent>")
    frame.out.bytes += content.bytes
    frame.out.add("</w:txbxContent>")
  }

  /// The boxes of the body that no character anchors, each in a paragraph of its own.
  mutating func looseBoxes() throws(Failure) -> MarkupBuffer {
    var loose = MarkupBuffer()
    for id in anchors.bodyBoxes where !writtenBoxes.contains(id) {
      frame = Frame()
      try addTextBox(id)
      loose.add("<w:p><w:r><w:drawing>")
      loose.add(frame.out)
      loose.add("</w:drawing></w:r></w:p>")
    }
    return loose
  }
}
