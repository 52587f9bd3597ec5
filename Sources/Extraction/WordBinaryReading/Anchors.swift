internal import CompoundFiles

/// What hangs on characters of the text, by their places among all characters.
struct Anchors {
  /// A footnote or an endnote, by its number from 1.
  struct NoteReference {
    var isEndnote: Bool
    var number: Int
    /// Its mark is text of the author's own.
    var hasOwnMark: Bool
  }

  /// Shapes, or a group of them.
  struct ShapeReference {
    var id: Int
    var isBehindText: Bool
  }

  private(set) var notes: [Int: NoteReference] = [:]
  private(set) var shapes: [Int: ShapeReference] = [:]
  /// The characters of each text box, by the id of the shape that shows it.
  private(set) var textBoxes: [Int: Range<Int>] = [:]
  /// The ids of the boxes of the body in the order of their texts.
  private(set) var bodyBoxes: [Int] = []
  /// The texts of footnotes and of endnotes, from the first.
  private(set) var footnotes: [Range<Int>] = []
  private(set) var endnotes: [Range<Int>] = []
  /// The texts of headers and footers in their order, and whether each is a header.
  private(set) var running: [(characters: Range<Int>, isHeader: Bool)] = []
  /// Characters that end a section, and so a paragraph.
  private(set) var sectionEnds: Set<Int> = []
  /// What could not be read: `footnotes` and the like.
  private(set) var damaged: [String] = []

  private static let shapeLength = 26
  private static let boxLength = 22

  init(_ file: WordFile) {
    let sections = list(.sections, dataLength: 12, file, "sections")
    sectionEnds = Set(sections.positions.dropFirst().map { $0 - 1 })
    footnotes = addNotes(false, file)
    endnotes = addNotes(true, file)
    addRunning(file)
    for (part, story) in [(WordFile.Part.shapes, WordFile.Story.main), (.headerShapes, .headers)] {
      let shapes = list(part, dataLength: Self.shapeLength, file, "drawings")
      for (position, data) in zip(shapes.positions, shapes.data) {
        guard let id = file.table.uint32(data), let flags = file.table.uint16(data + 20) else {
          continue
        }
        self.shapes[file.start(of: story) + position] = ShapeReference(
          id: id, isBehindText: flags & 0x4000 != 0)
      }
    }
    addBoxes(.textBoxes, .textBoxes, file)
    addBoxes(.headerTextBoxes, .headerTextBoxes, file)
  }

  private mutating func list(
    _ part: WordFile.Part, dataLength: Int, _ file: WordFile, _ name: String
  ) -> PositionList {
    let empty = PositionList()
    guard let range = file.range(of: part) else {
      damaged.append(name)
      return empty
    }
    guard !range.isEmpty else { return empty }
    guard let list = PositionList(file.table, range, dataLength: dataLength) else {
      damaged.append(name)
      return empty
    }
    return list
  }

  /// The characters of `story` between positions of its own; nil where they leave it.
  private static func characters(
    _ positions: Range<Int>, of story: WordFile.Story, _ file: WordFile
  ) -> Range<Int>? {
    let all = file.characters(of: story)
    guard positions.upperBound <= all.count else { return nil }
    return all.lowerBound + positions.lowerBound..<all.lowerBound + positions.upperBound
  }

  /// Adds the references to the notes of a kind, and gives their texts.
  private mutating func addNotes(_ isEndnote: Bool, _ file: WordFile) -> [Range<Int>] {
    let name = isEndnote ? "endnotes" : "footnotes"
    let story = isEndnote ? WordFile.Story.endnotes : .footnotes
    let references = list(
      isEndnote ? .endnoteReferences : .footnoteReferences, dataLength: 2, file, name)
    for (index, data) in references.data.enumerated() {
      notes[references.positions[index]] = NoteReference(
        isEndnote: isEndnote, number: index + 1, hasOwnMark: file.table.uint16(data) == 0)
    }
    let texts = list(isEndnote ? .endnoteTexts : .footnoteTexts, dataLength: 0, file, name)
    return texts.data.indices.prefix(references.data.count).compactMap {
      Self.characters(texts[$0], of: story, file)
    }
  }

  /// Six texts a section, after six that separate footnotes; an empty one is that of the section before.
  private mutating func addRunning(_ file: WordFile) {
    let texts = list(.headers, dataLength: 0, file, "headers and footers")
    for index in texts.data.indices.dropFirst(6) where !texts[index].isEmpty {
      guard let characters = Self.characters(texts[index], of: .headers, file) else {
        // The last position may be any number.
        if index + 1 < texts.data.count { damaged.append("headers and footers") }
        continue
      }
      // Of even pages, odd pages and the first one.
      running.append((characters, [true, true, false, false, true, false][index % 6]))
    }
  }

  private mutating func addBoxes(_ part: WordFile.Part, _ story: WordFile.Story, _ file: WordFile) {
    let boxes = list(part, dataLength: Self.boxLength, file, "text boxes")
    // The last entry stands for no box.
    for index in boxes.data.indices.dropLast() {
      guard let id = file.table.uint32(boxes.data[index] + 14),
        let characters = Self.characters(boxes[index], of: story, file)
      else {
        damaged.append("text boxes")
        return
      }
      guard textBoxes[id] == nil else { continue }
      textBoxes[id] = characters
      if story == .textBoxes { bodyBoxes.append(id) }
    }
  }
}
