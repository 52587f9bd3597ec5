internal import DocumentModel

/// A line cut where two or more blanks stand.
struct SpacedRow {
  struct Field {
    var text: String
    /// Where it stands in the line, in characters, and where as wide as they are shown: an ideograph is two.
    var characters, cells: Range<Int>
    var isFigure: Bool
  }

  private(set) var fields: [Field] = []
  private(set) var figures = 0
  private(set) var line: Int
  private var joined = false

  /// Nil for a line that no such table has: prose, or one that sets cells in another way.
  init?(_ line: TextLine, in bytes: Span<UInt8>) {
    guard line.kind == .columns || line.kind == .paragraph, !line.isVerbatim,
      line.range.count < 2_000
    else { return nil }
    self.line = line.number
    // The blanks before the line count too.
    var start = line.range.lowerBound
    var column = (characters: 0, cells: 0)
    var lead = start
    while lead > 0, bytes[lead - 1] == 0x20 { lead -= 1 }
    column = (start - lead, start - lead)
    var begin = column
    var end = column
    var gap = 0
    var index = start
    while index < line.range.upperBound {
      let (scalar, length) = bytes.scalar(at: index)
      let width = scalar == 0x3000 ? 2 : scalar == 0x20 || scalar == 0xA0 ? 1 : 0
      if width == 0 {
        if gap > 1 {
          add(CleanText.line(bytes.extracting(start..<index)), begin, end)
          start = index
          begin = column
        }
        gap = 0
      }
      gap += width
      column.characters += 1
      column.cells +=
        width > 0 ? width : scalar ?? 0 >= 0x2E80 || scalar == 0x201C || scalar == 0x201D ? 2 : 1
      if width == 0 { end = column }
      index += length
    }
    add(CleanText.line(bytes.extracting(start..<line.range.upperBound)), begin, end)
    guard !fields.isEmpty, !fields.contains(where: { FieldText.isProse($0.text) }) else {
      return nil
    }
    figures = fields.count(where: \.isFigure)
    if figures == 0, fields.count > 1 { fields = fields.flatMap(Self.words) }
  }

  /// The labels of a header that single blanks part, as in narrow columns of `w3m`.
  private static func words(_ field: Field) -> [Field] {
    let words = field.text.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.unicodeScalars.count > 1 }),
      field.characters.count == field.text.unicodeScalars.count
    else { return [field] }
    var result: [Field] = []
    var characters = field.characters.lowerBound
    var cells = field.cells.lowerBound
    for word in words {
      let count = word.unicodeScalars.count
      let width = word.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      result.append(
        Field(
          text: String(word), characters: characters..<characters + count,
          cells: cells..<cells + width, isFigure: false))
      characters += count + 1
      cells += width + 1
    }
    return result
  }

  /// Whether each figure has a field of its own, and a label stands before the first.
  var isClean: Bool {
    guard figures > 0 else { return true }
    guard let first = fields.first, !first.isFigure else { return false }
    var hasFigure = false
    for field in fields {
      if field.isFigure {
        hasFigure = true
        let words = field.text.split(separator: " ")
        guard words.count(where: { FieldText.isFigure(String($0)) }) < 2 else { return false }
      } else if let last = field.text.split(separator: " ").last, last.count < field.text.count,
        FieldText.isFigure(String(last))
      {
        // 四、结转下年度继续办理 0
        return false
      } else if hasFigure {
        // Words behind figures are a part of another label.
        return FieldText.length(field.text) <= 8
      }
    }
    return true
  }

  /// Adds a field; the characters of a word spaced out (总　计) are one field.
  private mutating func add(
    _ text: String, _ begin: (characters: Int, cells: Int), _ end: (characters: Int, cells: Int)
  ) {
    guard !text.isEmpty else { return }
    let characters = begin.characters..<max(end.characters, begin.characters)
    let cells = begin.cells..<max(end.cells, begin.cells)
    if let last = fields.last, Self.isIdeograph(text), joined || Self.isIdeograph(last.text) {
      let index = fields.count - 1
      fields[index].text += text
      fields[index].characters = last.characters.lowerBound..<characters.upperBound
      fields[index].cells = last.cells.lowerBound..<cells.upperBound
      joined = true
    } else {
      fields.append(
        Field(
          text: text, characters: characters, cells: cells, isFigure: FieldText.isFigure(text)))
      joined = false
    }
  }

  private static func isIdeograph(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
    return (0x4E00...0x9FFF).contains(first.value)
  }
}
