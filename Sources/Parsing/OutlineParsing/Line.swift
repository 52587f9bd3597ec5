internal import Diagnostics
internal import DocumentModel
internal import FormParsing
internal import NationalForm
internal import TextScanning

/// A printed paragraph outside the three tables, on its way to being title, heading, tail or running text.
struct Line {
  var text: String
  var location: Location
  /// Whether a table, one of the three or another, stands between this line and the one before.
  var followsTable = false
  /// The national table right above, its notes not counted.
  var formAbove: TableID?
  /// Columns of a fixed-width print: 2 for an ideograph, 1 for ASCII; counted up to ``widthLimit``.
  private(set) var width: Int

  static let widthLimit = 400

  init(_ text: String, at location: Location) {
    self.text = text
    self.location = location
    width = Self.width(of: text)
  }

  /// Puts letters set apart together again.
  mutating func closeLetters() {
    text = LetterSpacing.closed(text)
    width = Self.width(of: text)
  }

  private static func width(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var width = 0
      var index = 0
      while index < bytes.count, width < widthLimit {
        // Nearly all of Chinese text: U+3000 and above, three bytes each.
        if unsafe bytes[index] >= 0xE3, unsafe bytes[index] < 0xF0 {
          width += 2
          index += 3
          continue
        }
        let (scalar, length) = unsafe bytes.validScalar(at: index)
        width += scalar.value < 0x2E80 && scalar != "“" && scalar != "”" ? 1 : 2
        index += length
      }
      return width
    }
  }

  /// The folded text without blanks, for lines short enough to be more than running text; else nil.
  func compact(upTo limit: Int = 60) -> [Unicode.Scalar]? {
    // 3 bytes for an ideograph, and blanks between all of them.
    guard text.utf8.count <= limit * 4 else { return nil }
    let compact = TextFolding.folded(text).withoutBlanks
    return compact.count <= limit ? compact : nil
  }
}

/// The lines of a document, without the three tables and without what exporters and pages add.
struct LineList {
  var lines: [Line] = []
  /// Removed page numbers, marks and the like, for the issue that says so.
  var noise: [Line] = []

  /// - Parameter keepsNoise: Whether the lines are those of a document that is no report: a rule or `- 4 -` is its text.
  init(_ document: Document, form: FormReading, keepsNoise: Bool = false) {
    lines.reserveCapacity(document.blocks.count)
    var followsTable = false
    var formAbove: TableID?
    for (index, block) in document.blocks.enumerated() {
      if let table = form.blocks[index] {
        lines += Self.headings(in: block)
        followsTable = true
        formAbove = table
        continue
      }
      guard case .paragraph(let paragraph) = block else {
        if index < 4 { lines += Self.titles(in: block) }
        followsTable = true
        formAbove = nil
        continue
      }
      let kept = keepsNoise ? Line(paragraph.text, at: paragraph.location) : cleaned(paragraph)
      guard var line = kept else { continue }
      if let text = Markup.withoutMarks(line.text) { line = Line(text, at: line.location) }
      line.followsTable = followsTable
      line.formAbove = formAbove
      followsTable = false
      formAbove = nil
      lines.append(line)
    }
    guard LetterSpacing.isUsed(in: lines) else { return }
    for index in lines.indices { lines[index].closeLetters() }
  }

  /// Titles of reports that stand alone in a row of a page's table, below its metadata.
  private static func titles(in block: Block) -> [Line] {
    guard case .table(let table) = block, table.rows.count <= 12 else { return [] }
    return table.rows.compactMap { row in
      guard let cell = row.first(where: { !$0.text.isEmpty }), cell.text.utf8.count <= 240,
        row.count(where: { !$0.text.isEmpty }) == 1
      else { return nil }
      let line = Line(cell.text, at: cell.location)
      guard let words = line.compact(), TitleWords.isPlain(words), TitleWords.isTitleEnd(words),
        TitleWords.namesTopic(words), AgencyTitle(words).year != nil
      else { return nil }
      return line
    }
  }

  /// The headings of parts that stand alone in a row of a national table, as its first row or between two in one.
  private static func headings(in block: Block) -> [Line] {
    guard case .table(let table) = block else { return [] }
    return table.rows.compactMap { row in
      guard let cell = row.first(where: { !$0.text.isEmpty }), cell.text.utf8.count <= 160,
        row.count(where: { !$0.text.isEmpty }) == 1,
        let shape = HeadingShape(cell.text, inDocument: false)
          ?? HeadingShape(unnumbered: cell.text),
        shape.level == 1, shape.textStart == nil,
        SectionTopic.isHeadingWithoutNumber(TextFolding.folded(shape.heading ?? ""))
      else { return nil }
      var line = Line(cell.text, at: cell.location)
      line.followsTable = true
      return line
    }
  }

  /// The line without marks of exporters; nil where nothing else is left of it.
  private mutating func cleaned(_ paragraph: Paragraph) -> Line? {
    let line = Line(paragraph.text, at: paragraph.location)
    if line.width <= 24 && PageNoise.isPageNumber(line) || PageNoise.isRule(line) {
      noise.append(line)
      return nil
    }
    guard let rest = PageNoise.withoutMarks(paragraph.text) else { return line }
    noise.append(line)
    return rest.isEmpty ? nil : Line(rest, at: paragraph.location)
  }
}
