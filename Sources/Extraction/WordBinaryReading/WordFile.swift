internal import CompoundFiles
internal import Diagnostics

/// The streams of a Word document, and what its file information block (MS-DOC 2.5) says of them.
struct WordFile {
  /// The stream of the text and its pages of properties.
  let text: [UInt8]
  /// The stream of everything that has a place in the ``Part`` list.
  let table: [UInt8]
  /// The stream of what is too long for the others; empty where there is none.
  let data: [UInt8]
  /// The length of each story in characters, in the order in which they follow each other.
  let lengths: [Story: Int]
  private let partsStart: Int
  private let partsCount: Int

  /// Parts of the document's text, in their order.
  enum Story: Int, CaseIterable {
    case main, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes
  }

  /// Places in the list of what the table stream holds (FibRgFcLcb97, 2.5.6).
  enum Part: Int {
    case styles = 1
    case footnoteReferences = 2
    case footnoteTexts = 3
    case sections = 6
    case headers = 11
    case characterPages = 12
    case paragraphPages = 13
    case fonts = 15
    case pieces = 33
    case shapes = 40
    case headerShapes = 41
    case endnoteReferences = 46
    case endnoteTexts = 47
    case drawings = 50
    case textBoxes = 56
    case headerTextBoxes = 58
    case lists = 73
    case listOverrides = 74
  }

  private static let word97 = 0xA5EC
  /// `wIdent` of Word 6 and Word 95, and of what came before.
  private static let earlier = [0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0xA697, 0xA698, 0xA699]
  private static let firstVersion = 0xC0

  /// Whether the header of the document in `file` is that of an earlier version; false where it can't be read.
  static func isEarlier(_ file: CompoundFile) -> Bool {
    guard case .success(let text) = Result(catching: { try Self.stream("WordDocument", of: file) }),
      let ident = text.uint16(0), let version = text.uint16(2)
    else { return false }
    return isEarlier(ident: ident, version: version)
  }

  private static func isEarlier(ident: Int, version: Int) -> Bool {
    earlier.contains(ident) || ident == word97 && version < firstVersion
  }

  init(_ file: CompoundFile) throws(Failure) {
    text = try Self.stream("WordDocument", of: file)
    guard let ident = text.uint16(0), let version = text.uint16(2), let flags = text.uint16(10)
    else { throw Self.corrupt("its header is cut off") }
    if Self.isEarlier(ident: ident, version: version) {
      throw Failure(
        .unsupportedFormat,
        "The file is a document of Word 95 or earlier: save it as docx with Word, WPS or LibreOffice"
      )
    }
    guard ident == Self.word97 else { throw Self.corrupt("its header is not Word's") }
    guard flags & 0x100 == 0 else {
      throw Failure(.encrypted, "The document is protected by a password")
    }
    // Two lists of numbers stand before the list of parts, each after its own length.
    guard let words = text.uint16(32), let longs = text.uint16(34 + 2 * words),
      let parts = text.uint16(36 + 2 * words + 4 * longs), longs >= 11
    else { throw Self.corrupt("its header is cut off") }
    partsStart = 38 + 2 * words + 4 * longs
    partsCount = parts
    guard partsStart + 8 * parts <= text.count, parts > Part.listOverrides.rawValue else {
      throw Self.corrupt("its header is cut off")
    }
    var lengths: [Story: Int] = [:]
    for story in Story.allCases {
      let length = text.int32(36 + 2 * words + 4 * (3 + story.rawValue)) ?? 0
      guard length >= 0 else { throw Self.corrupt("a part of its text has a length below zero") }
      // What stood for macros is no longer used, whatever it holds.
      lengths[story] = story == .macros ? 0 : length
    }
    self.lengths = lengths
    table = try Self.stream(flags & 0x200 == 0 ? "0Table" : "1Table", of: file)
    data = file.holds("Data") ? try Self.stream("Data", of: file) : []
  }

  private static func stream(_ name: String, of file: CompoundFile) throws(Failure) -> [UInt8] {
    do throws(CompoundFileError) { return try file.stream(name) } catch { throw error.failure }
  }

  static func corrupt(_ what: String) -> Failure {
    Failure(.docCorrupt, "The Word document is damaged: \(what)")
  }

  /// The bytes of `part` in the table stream, empty where the document has none; nil where they leave the stream.
  func range(of part: Part) -> Range<Int>? {
    guard part.rawValue < partsCount else { return 0..<0 }
    let place = partsStart + 8 * part.rawValue
    guard let start = text.uint32(place), let length = text.uint32(place + 4) else { return nil }
    return length == 0 ? 0..<0 : table.range(start, count: length)
  }

  /// Where `story` begins among all characters.
  func start(of story: Story) -> Int {
    Story.allCases.prefix { $0 != story }.reduce(0) { $0 + (lengths[$1] ?? 0) }
  }

  /// The characters of `story`.
  func characters(of story: Story) -> Range<Int> {
    let start = start(of: story)
    return start..<start + (lengths[story] ?? 0)
  }
}

extension CompoundFileError {
  /// What this means where the file is a document.
  var failure: Failure {
    switch self {
    case .notACompoundFile: Failure(.cfbCorrupt, "The file does not begin as a compound file does")
    case .damaged(let reason):
      Failure(.cfbCorrupt, "The compound file is cut off or damaged: \(reason)")
    case .noSuchStream(let name):
      Failure(.docCorrupt, "The Word document is damaged: it has no stream \(name)")
    }
  }
}
