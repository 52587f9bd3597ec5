internal import CompoundFiles

/// The lists of a document (PlfLst and PlfLfo, MS-DOC 2.9.190, 2.9.193) as `w:numbering`.
struct WordLists {
  private(set) var part = MarkupBuffer()
  /// Whether some of them could not be read.
  private(set) var isDamaged = false
  private let file: WordFile
  private let fonts: Fonts
  /// Numbers of the lists by their ids.
  private var numbers: [Int: Int] = [:]

  private static let levelCount = 9
  private static let listLength = 28
  private static let levelLength = 28
  private static let overrideLength = 16
  /// A level without a style.
  private static let noStyle = 0xFFF

  init(_ file: WordFile, _ fonts: Fonts) {
    self.file = file
    self.fonts = fonts
    part.open("numbering")
    if !addLists() || !addOverrides() { isDamaged = true }
    part.close("numbering")
  }

  /// Whether all lists could be read.
  private mutating func addLists() -> Bool {
    guard let range = file.range(of: .lists) else { return false }
    guard !range.isEmpty else { return true }
    guard let count = file.table.uint16(range.lowerBound),
      2 + count * Self.listLength <= range.count
    else { return false }
    // The levels of all lists follow, one list after the other; the length of the part does not count them.
    var offset = range.lowerBound + 2 + count * Self.listLength
    for number in 0..<count {
      let start = range.lowerBound + 2 + number * Self.listLength
      guard let id = file.table.uint32(start), let flags = file.table.byte(start + 26) else {
        return false
      }
      part.add("<w:abstractNum w:abstractNumId", number: number)
      var isWhole = true
      for level in 0..<(flags & 1 == 0 ? Self.levelCount : 1) {
        let style = file.table.uint16(start + 8 + 2 * level) ?? Self.noStyle
        guard addLevel(level, at: &offset, style: style & 0xFFF) != nil else {
          isWhole = false
          break
        }
      }
      part.add("</w:abstractNum>")
      if numbers[id] == nil { numbers[id] = number }
      guard isWhole else { return false }
    }
    return true
  }

  /// Adds the level at `offset`, moves past it, and gives its first number; nil where it is cut off.
  private mutating func addLevel(_ level: Int, at offset: inout Int, style: Int) -> Int? {
    guard let start = file.table.int32(offset), let format = file.table.byte(offset + 4),
      let flags = file.table.byte(offset + 5), let suffix = file.table.byte(offset + 15),
      let runLength = file.table.byte(offset + 24),
      let paragraphLength = file.table.byte(offset + 25),
      let restart = file.table.byte(offset + 26),
      let run = file.table.range(
        offset + Self.levelLength + Int(paragraphLength), count: Int(runLength)),
      let length = file.table.uint16(run.upperBound),
      let text = file.table.range(run.upperBound + 2, count: 2 * length)
    else { return nil }
    offset = text.upperBound
    let characters = CharacterFormat(file.table[run])
    part.add("<w:lvl w:ilvl", number: level)
    part.add("<w:start", value: start)
    part.add("<w:numFmt", value: NumberCode.name(Int(format)))
    part.add("<w:lvlText", value: label(text))
    part.add(
      suffix == 0
        ? "<w:suff w:val=\"tab\"/>"
        : suffix == 1 ? "<w:suff w:val=\"space\"/>" : "<w:suff w:val=\"nothing\"/>")
    if flags & 0x04 != 0 { part.add("<w:isLgl/>") }
    if flags & 0x08 != 0 { part.add("<w:lvlRestart", value: Int(restart)) }
    if style != Self.noStyle { part.add("<w:pStyle", value: style) }
    addProperties(of: characters)
    part.add("</w:lvl>")
    return start
  }

  /// `w:rPr` of a number, unless there is nothing to say.
  private mutating func addProperties(of characters: CharacterFormat) {
    let font = fonts.symbolic(characters)
    guard characters.hidden == .on || font != nil else { return }
    part.add("<w:rPr>")
    if characters.hidden == .on { part.add("<w:vanish/>") }
    if let font { part.addFont(font) }
    part.add("</w:rPr>")
  }

  /// `第%1章` for a text in which codes below nine stand for the numbers of levels.
  private func label(_ range: Range<Int>) -> String {
    var units: [UInt16] = []
    for offset in stride(from: range.lowerBound, to: range.upperBound, by: 2).prefix(256) {
      guard let unit = file.table.uint16(offset) else { break }
      if unit < Self.levelCount {
        units += [UInt16(UInt8(ascii: "%")), UInt16(0x31 + unit)]
      } else {
        units.append(UInt16(truncatingIfNeeded: unit))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Whether all overrides, by which paragraphs name their lists, could be read.
  private mutating func addOverrides() -> Bool {
    guard let range = file.range(of: .listOverrides) else { return false }
    guard !range.isEmpty else { return true }
    guard let count = file.table.uint32(range.lowerBound),
      4 + count * Self.overrideLength <= range.count
    else { return false }
    var offset = range.lowerBound + 4 + count * Self.overrideLength
    for index in 0..<count {
      let start = range.lowerBound + 4 + index * Self.overrideLength
      guard let id = file.table.uint32(start), let levels = file.table.byte(start + 12) else {
        return false
      }
      part.add("<w:num w:numId", number: index + 1)
      part.add("<w:abstractNumId", value: numbers[id] ?? -1)
      offset += 4
      var isWhole = true
      for _ in 0..<levels where isWhole { isWhole = addOverride(at: &offset) }
      part.add("</w:num>")
      guard isWhole else { return false }
    }
    return true
  }

  /// Adds what an override says of one level; false where it is cut off.
  private mutating func addOverride(at offset: inout Int) -> Bool {
    guard let start = file.table.int32(offset), let flags = file.table.uint32(offset + 4) else {
      return false
    }
    offset += 8
    let level = flags & 0xF
    part.add("<w:lvlOverride w:ilvl", number: level)
    defer { part.add("</w:lvlOverride>") }
    var first = start
    if flags & 0x20 != 0 {
      guard let own = addLevel(level, at: &offset, style: Self.noStyle) else { return false }
      first = own
    }
    if flags & 0x10 != 0 { part.add("<w:startOverride", value: first) }
    return true
  }
}

/// How numbers are written (MSONFC, MS-OSHARED 2.2.1.3), by the names of WordprocessingML.
enum NumberCode {
  static func name(_ code: Int) -> String {
    if code == 255 { return "none" }
    if code == 57 { return "numberInDash" }
    return names.indices.contains(code) ? names[code] : "format \(code)"
  }

  private static let names = [
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth",
    "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop",
    "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle",
    "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting",
    "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital",
    "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "decimal",
    "koreanDigital", "koreanCounting", "koreanLegal", "koreanDigital2",
  ]
}
