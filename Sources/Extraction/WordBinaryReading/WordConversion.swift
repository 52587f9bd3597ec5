internal import Diagnostics
internal import DocumentModel
internal import DocxReading

/// One Word document on its way to the parts of a WordprocessingML package.
struct WordConversion {
  private let file: WordFile
  private var writer: StoryWriter
  private let lists: WordLists
  private(set) var issues: [Issue] = []

  init(_ file: WordFile, limits: Limits) throws(Failure) {
    self.file = file
    let fonts = Fonts(file)
    lists = WordLists(file, fonts)
    writer = StoryWriter(
      try WordText(file, limits: limits), styles: WordStyles(file), fonts: fonts,
      anchors: Anchors(file), drawings: Drawings(file))
  }

  mutating func parts() throws(Failure) -> WordprocessingParts {
    let anchors = writer.anchors
    var body = MarkupBuffer()
    body.open("document")
    body.add("<w:body>")
    body.add(try writer.blocks(file.characters(of: .main)))
    body.add(try writer.looseBoxes())
    var running: [WordprocessingParts.Running] = []
    for (number, text) in anchors.running.enumerated() {
      let blocks = try writer.blocks(text.characters)
      var part = MarkupBuffer()
      part.open(text.isHeader ? "hdr" : "ftr")
      part.add(blocks)
      part.close(text.isHeader ? "hdr" : "ftr")
      running.append(
        WordprocessingParts.Running(
          name: "\(text.isHeader ? "header" : "footer")\(number + 1)", isHeader: text.isHeader,
          bytes: part.bytes))
    }
    body.add("<w:sectPr>")
    for part in running {
      body.add(part.isHeader ? "<w:headerReference r:id=\"" : "<w:footerReference r:id=\"")
      body.addAttribute(part.name)
      body.add("\"/>")
    }
    body.add("</w:sectPr></w:body>")
    body.close("document")

    var parts = WordprocessingParts(document: body.bytes)
    parts.running = running
    parts.styles = writer.styles.part(writer.fonts).bytes
    parts.numbering = lists.part.bytes
    if !anchors.footnotes.isEmpty {
      parts.footnotes = try notes(anchors.footnotes, isEndnote: false).bytes
    }
    if !anchors.endnotes.isEmpty {
      parts.endnotes = try notes(anchors.endnotes, isEndnote: true).bytes
    }
    noteDamage()
    return parts
  }

  private mutating func notes(_ texts: [Range<Int>], isEndnote: Bool) throws(Failure)
    -> MarkupBuffer
  {
    var part = MarkupBuffer()
    part.open(isEndnote ? "endnotes" : "footnotes")
    for (index, characters) in texts.enumerated() {
      part.add(isEndnote ? "<w:endnote w:id=\"" : "<w:footnote w:id=\"")
      part.add(index + 1)
      part.add("\">")
      part.add(try writer.blocks(characters))
      part.close(isEndnote ? "endnote" : "footnote")
    }
    part.close(isEndnote ? "endnotes" : "footnotes")
    return part
  }

  /// Says what could not be read beside the text itself.
  private mutating func noteDamage() {
    var damaged = writer.anchors.damaged
    if writer.styles.isDamaged { damaged.append("styles") }
    if lists.isDamaged { damaged.append("lists") }
    if writer.drawings.isDamaged || writer.hasLostDrawing { damaged.append("drawings") }
    var seen: Set<String> = []
    for name in damaged where seen.insert(name).inserted {
      issues.append(Issue(.docxPartDamaged, "the \(name) of the document are damaged"))
    }
    if writer.strayMarks > 0 {
      issues.append(
        Issue(
          .docxPartDamaged, "\(writer.strayMarks) marks of cells stand outside of all tables"))
    }
    if writer.text.barePlaces > 0 {
      issues.append(
        Issue(.docxPartDamaged, "text has no properties in \(writer.text.barePlaces) places"))
    }
    if writer.lostCharacters > 0 {
      issues.append(
        Issue(
          .garbledText, "\(writer.lostCharacters) damaged characters were replaced by U+FFFD"))
    }
  }
}
