/// Writes documents of Word 97 byte by byte, wrong ones too.
package struct WordBinaryBuilder {
  /// Characters that share their properties.
  package struct Run {
    package var text: String
    package var modifiers: [UInt8]

    package init(_ text: String, _ modifiers: [UInt8] = []) {
      self.text = text
      self.modifiers = modifiers
    }
  }

  package struct Paragraph {
    package var runs: [Run]
    package var modifiers: [UInt8]
    /// The character at its end, and its properties.
    package var mark = "\r"
    package var markModifiers: [UInt8] = []
    package var style = 0

    package init(_ runs: [Run], _ modifiers: [UInt8] = [], mark: String = "\r") {
      self.runs = runs
      self.modifiers = modifiers
      self.mark = mark
    }

    package init(_ text: String, _ modifiers: [UInt8] = [], mark: String = "\r") {
      self.init([Run(text)], modifiers, mark: mark)
    }
  }

  package var body: [Paragraph]
  /// The texts of the stories after the body, by their places among the lengths.
  package var stories: [Int: [Paragraph]] = [:]
  /// Whether characters take one byte.
  package var isCompressed = false
  /// Parts of the table stream by their places in the header's list.
  package var parts: [Int: [UInt8]] = [:]
  package var data: [UInt8] = []
  package var ident = 0xA5EC
  package var version = 0xC1
  package var flags = 0x1200
  /// A piece is begun here, and the changes of the second one stand for all of its text.
  package var secondPiece: (character: Int, modifiers: [UInt8])?

  /// The levels of the lists, which are ``lastPart``.
  package var levels: [UInt8] = []
  /// The part of the lists, when it is to lie behind all others.
  package static let lastPart = 1_000

  package init(_ body: [Paragraph]) { self.body = body }

  package static func le16(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  package static func le32(_ value: Int) -> [UInt8] { le16(value) + le16(value >> 16) }

  /// A change of a property with an operand of the length that its code tells.
  package static func modifier(_ code: Int, _ value: Int) -> [UInt8] {
    let length = [1, 1, 2, 4, 2, 2, 0, 3][code >> 13]
    return le16(code) + le32(value).prefix(length)
  }

  /// A change of a property with an operand of any length.
  package static func modifier(_ code: Int, bytes: [UInt8]) -> [UInt8] {
    let length = code == 0xD608 ? le16(bytes.count + 1) : [UInt8(truncatingIfNeeded: bytes.count)]
    return le16(code) + length + bytes
  }

  /// The bytes of the compound file.
  package func file() -> [UInt8] {
    let (text, table) = streams()
    var streams = [(name: "WordDocument", bytes: text), (name: "1Table", bytes: table)]
    if !data.isEmpty { streams.append((name: "Data", bytes: data)) }
    return CompoundBuilder(streams).file()
  }

  private static let textStart = 0x600
  private static let partCount = 93

  /// The text stream and the table stream.
  package func streams() -> (text: [UInt8], table: [UInt8]) {
    let all = body + stories.sorted { $0.key < $1.key }.flatMap(\.value)
    let width = isCompressed ? 1 : 2
    var characters: [UInt16] = []
    var runs: [(end: Int, properties: [UInt8])] = []
    var paragraphs: [(end: Int, properties: [UInt8])] = []
    for paragraph in all {
      for run in paragraph.runs where !run.text.isEmpty {
        characters += run.text.utf16
        runs.append((Self.textStart + characters.count * width, run.modifiers))
      }
      characters += paragraph.mark.utf16
      let end = Self.textStart + characters.count * width
      runs.append((end, paragraph.markModifiers))
      paragraphs.append((end, Self.le16(paragraph.style) + paragraph.modifiers))
    }
    var text = [UInt8](repeating: 0, count: Self.textStart)
    text += characters.flatMap {
      isCompressed ? [UInt8(truncatingIfNeeded: $0)] : Self.le16(Int($0))
    }
    pad(&text)
    var table: [UInt8] = [0]
    var parts = parts
    parts[12] = Self.pages(runs, &text, isParagraphs: false)
    parts[13] = Self.pages(paragraphs, &text, isParagraphs: true)
    if parts[33] == nil { parts[33] = pieces(characters.count) }
    if parts[1] == nil { parts[1] = Self.normalStyle }
    var places = [UInt8](repeating: 0, count: 8 * Self.partCount)
    for (order, bytes) in parts.sorted(by: { $0.key < $1.key }) {
      let index = order == Self.lastPart ? 73 : order
      places.replaceSubrange(
        8 * index..<8 * index + 8, with: Self.le32(table.count) + Self.le32(bytes.count))
      table += bytes
    }
    // Levels of lists lie behind their part, uncounted.
    table += levels
    var header = Self.le16(ident) + Self.le16(version) + [UInt8](repeating: 0, count: 6)
    header += Self.le16(flags) + [UInt8](repeating: 0, count: 20)
    header += Self.le16(14) + [UInt8](repeating: 0, count: 28) + Self.le16(22)
    var lengths = [Int](repeating: 0, count: 22)
    lengths[3] = Self.length(body)
    for (story, paragraphs) in stories { lengths[3 + story] = Self.length(paragraphs) }
    header += lengths.flatMap(Self.le32) + Self.le16(Self.partCount) + places + Self.le16(0)
    text.replaceSubrange(0..<header.count, with: header)
    return (text, table)
  }

  private static func length(_ paragraphs: [Paragraph]) -> Int {
    paragraphs.reduce(0) { sum, paragraph in
      paragraph.runs.reduce(sum + paragraph.mark.utf16.count) { $0 + $1.text.utf16.count }
    }
  }

  private func pad(_ bytes: inout [UInt8]) {
    bytes += [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private func pieces(_ count: Int) -> [UInt8] {
    func piece(_ character: Int, _ change: Int) -> [UInt8] {
      let start = Self.textStart + character * (isCompressed ? 1 : 2)
      let packed = isCompressed ? start * 2 | 0x4000_0000 : start
      return Self.le16(0) + Self.le32(packed) + Self.le16(change)
    }
    guard let second = secondPiece else {
      return [2] + Self.le32(16) + Self.le32(0) + Self.le32(count) + piece(0, 0)
    }
    return [1] + Self.le16(second.modifiers.count) + second.modifiers + [2] + Self.le32(28)
      + Self.le32(0) + Self.le32(second.character) + Self.le32(count) + piece(0, 0)
      + piece(second.character, 1)
  }

  /// One style, without properties.
  private static let normalStyle: [UInt8] = {
    let style =
      le16(0) + le16(0xFFF1) + le16(2) + [UInt8](repeating: 0, count: 4) + le16(1)
      + le16(0x4E) + le16(0) + le16(2) + le16(0) + le16(0)
    return le16(4) + le16(1) + le16(10) + le16(style.count) + style
  }()

  /// Writes pages of properties to the end of `text`, and gives the list of them.
  private static func pages(
    _ runs: [(end: Int, properties: [UInt8])], _ text: inout [UInt8], isParagraphs: Bool
  ) -> [UInt8] {
    let entryLength = isParagraphs ? 13 : 1
    var starts: [Int] = []
    var numbers: [Int] = []
    var start = textStart
    var rest = runs[...]
    while !rest.isEmpty {
      var taken: [(end: Int, properties: [UInt8])] = []
      var room = 506
      while let run = rest.first {
        let size = run.properties.count + 4 + 4 + entryLength
        guard size <= room else { break }
        room -= size
        taken.append(run)
        rest = rest.dropFirst()
      }
      precondition(!taken.isEmpty, "the properties of one run do not fit on a page")
      var page = [UInt8](repeating: 0, count: 512)
      var place = 510
      page.replaceSubrange(0..<4, with: le32(start))
      starts.append(start)
      for (index, run) in taken.enumerated() {
        page.replaceSubrange(4 * index + 4..<4 * index + 8, with: le32(run.end))
        start = run.end
        guard isParagraphs || !run.properties.isEmpty else { continue }
        var properties = run.properties
        if isParagraphs {
          // An odd number of bytes goes with a length of words, an even one with that in a byte of its own.
          properties =
            properties.count % 2 == 1
            ? [UInt8((properties.count + 1) / 2)] + properties
            : [0, UInt8(properties.count / 2)] + properties
        } else {
          properties.insert(UInt8(properties.count), at: 0)
        }
        place -= properties.count + properties.count % 2
        page.replaceSubrange(place..<place + properties.count, with: properties)
        page[4 * (taken.count + 1) + entryLength * index] = UInt8(place / 2)
      }
      page[511] = UInt8(taken.count)
      numbers.append(text.count / 512)
      text += page
    }
    return (starts + [start]).flatMap(le32) + numbers.flatMap(le32)
  }
}
