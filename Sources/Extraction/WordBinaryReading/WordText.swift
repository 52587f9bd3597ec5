internal import CompoundFiles
internal import Diagnostics
internal import DocumentModel

/// The characters of a document with the properties of each.
struct WordText {
  let file: WordFile
  let pieces: PieceTable
  private let characterRuns: FormattedRuns
  private let paragraphRuns: FormattedRuns
  let limits: Limits

  // What was made of properties already: most are those of many runs.
  private var characterFormats: [Int: CharacterFormat] = [:]
  private var paragraphFormats: [Int: ParagraphFormat] = [:]
  /// Bytes of properties that may still be looked at: the same ones may stand for all paragraphs of a hostile file.
  private var allowance: Int

  /// Paragraphs without properties of their own, and places where characters have none: no program leaves any.
  private(set) var barePlaces = 0

  private static let mostKept = 4_096
  /// Bytes of memory that a run of properties takes.
  private static let runSize = 64

  init(_ file: WordFile, limits: Limits) throws(Failure) {
    self.file = file
    self.limits = limits
    pieces = try PieceTable(file)
    characterRuns = try FormattedRuns(.characters, file)
    paragraphRuns = try FormattedRuns(.paragraphs, file)
    guard
      characterRuns.runs.count + paragraphRuns.runs.count
        <= limits.documentBytes / Self.runSize
    else {
      throw Failure(
        .docLimit, "The properties of its text take \(limits.over(.documentBytes))")
    }
    allowance = 16 * (file.text.count + file.data.count) + 4 << 20
  }

  var units: [UInt16] { pieces.units }

  private mutating func spend(_ bytes: Int) throws(Failure) {
    allowance -= bytes
    guard allowance >= 0 else {
      throw WordFile.corrupt("the same properties are used again and again")
    }
  }

  /// The properties of the characters from `position` on, and the first character after it that may have others.
  ///
  /// - Parameter isText: Whether something is shown there: the last mark of a document has no properties in some files.
  mutating func characterFormat(
    at position: Int, isText: Bool = false
  ) throws(Failure) -> (format: CharacterFormat, end: Int) {
    let piece = pieces.pieces[pieces.pieceIndex(of: position)]
    let offset = piece.offset(of: position)
    let index = characterRuns.index(at: offset)
    var end = piece.characters.upperBound
    var format = CharacterFormat()
    var isBare = true
    if index < characterRuns.runs.count {
      let run = characterRuns.runs[index]
      isBare = run.bytes.lowerBound > offset
      let limit = isBare ? run.bytes.lowerBound : run.bytes.upperBound
      end = min(end, position + max(1, (limit - offset + piece.width - 1) / piece.width))
      if !isBare { format = try characterFormat(run.format) }
    }
    if isBare, isText { barePlaces += 1 }
    if !piece.modifiers.isEmpty {
      try spend(piece.modifiers.count)
      format.apply(piece.modifiers)
    }
    return (format, end)
  }

  private mutating func characterFormat(_ index: Int) throws(Failure) -> CharacterFormat {
    if let format = characterFormats[index] { return format }
    let bytes = characterRuns.formats[index]
    try spend(bytes.count)
    let format = CharacterFormat(file.text[bytes])
    if characterFormats.count >= Self.mostKept { characterFormats = [:] }
    characterFormats[index] = format
    return format
  }

  /// The properties of the paragraph whose mark is the character at `position`.
  mutating func paragraphFormat(at position: Int) throws(Failure) -> ParagraphFormat {
    let piece = pieces.pieces[pieces.pieceIndex(of: position)]
    let offset = piece.offset(of: position)
    let index = paragraphRuns.index(at: offset)
    var format = ParagraphFormat()
    if index < paragraphRuns.runs.count, paragraphRuns.runs[index].bytes.lowerBound <= offset {
      format = try paragraphFormat(paragraphRuns.runs[index].format)
    } else {
      barePlaces += 1
    }
    if !piece.modifiers.isEmpty {
      try spend(piece.modifiers.count)
      let known = format.dataCount
      format.apply(piece.modifiers, data: file.data)
      try spend(format.dataCount - known)
      try Self.check(format)
    }
    return format
  }

  private static func check(_ format: ParagraphFormat) throws(Failure) {
    guard !format.isIncomplete else {
      throw WordFile.corrupt("a paragraph has more properties than can be meant")
    }
  }

  private mutating func paragraphFormat(_ index: Int) throws(Failure) -> ParagraphFormat {
    if let format = paragraphFormats[index] { return format }
    let bytes = paragraphRuns.formats[index]
    try spend(bytes.count)
    let format = ParagraphFormat(file.text[bytes], data: file.data)
    try spend(format.dataCount)
    try Self.check(format)
    if paragraphFormats.count >= Self.mostKept { paragraphFormats = [:] }
    paragraphFormats[index] = format
    return format
  }
}
