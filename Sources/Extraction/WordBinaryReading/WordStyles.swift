internal import CompoundFiles

/// The styles of a document (STSH, MS-DOC 2.9.271).
struct WordStyles {
  private enum Kind: Int {
    case paragraph = 1
    case character = 2
    case table = 3
    case numbering = 4
  }

  private struct Style {
    var kind: Kind
    /// The style that it is based on, by its number.
    var base: Int
    var paragraph = ParagraphFormat()
    var characters = CharacterFormat()
    /// Whether tables of the style may stand on a ground of its own.
    var hasOwnGround = false
  }

  /// By number; nil where a number is not used.
  private var styles: [Style?] = []
  /// What all of them say of hidden and struck-out text.
  private var allToggles: [Toggles] = []
  /// Whether some of them could not be read.
  private(set) var isDamaged = false

  /// The base of a style that has none.
  private static let noBase = 0xFFF
  /// Built-in styles of tables without a ground: the usual one, and that with lines (2.9.260).
  private static let plainTables = [105, 154]

  init(_ file: WordFile) {
    guard let range = file.range(of: .styles), !range.isEmpty,
      let headerLength = file.table.uint16(range.lowerBound),
      let count = file.table.uint16(range.lowerBound + 2),
      let baseLength = file.table.uint16(range.lowerBound + 4)
    else {
      isDamaged = true
      return
    }
    defer { allToggles = inheritedToggles() }
    var offset = range.lowerBound + 2 + headerLength
    for _ in 0..<count {
      guard let length = file.table.uint16(offset), offset + 2 + length <= range.upperBound else {
        isDamaged = true
        return
      }
      let bytes = file.table[offset + 2..<offset + 2 + length]
      let style = length == 0 ? nil : Self.style(Array(bytes), baseLength, file.data)
      if length > 0, style?.paragraph.isIncomplete ?? true { isDamaged = true }
      styles.append(style)
      offset += 2 + length + length % 2
    }
  }

  /// A style as its bytes have it: its head, its name, and what it says, in one to three pieces; nil where they are cut off.
  private static func style(_ bytes: [UInt8], _ baseLength: Int, _ data: [UInt8]) -> Style? {
    guard let first = bytes.uint16(0), let second = bytes.uint16(2),
      let nameLength = bytes.uint16(baseLength)
    else { return nil }
    guard let kind = Kind(rawValue: second & 0xF) else { return nil }
    var style = Style(kind: kind, base: second >> 4)
    var offset = baseLength + 4 + 2 * nameLength
    func piece() -> ArraySlice<UInt8> {
      offset += offset % 2
      guard let length = bytes.uint16(offset), let range = bytes.range(offset + 2, count: length)
      else { return [] }
      offset = range.upperBound
      return bytes[range]
    }
    switch kind {
    case .table: style.hasOwnGround = !piece().isEmpty && !plainTables.contains(first & 0xFFF)
    case .paragraph:
      style.paragraph = ParagraphFormat(piece(), data: data)
      style.characters = CharacterFormat(piece())
    case .character: style.characters = CharacterFormat(piece())
    case .numbering: style.paragraph = ParagraphFormat(piece(), data: data)
    }
    return style
  }

  /// Whether text of the style is hidden, or has a line or two through it.
  struct Toggles {
    var hidden = false
    var struck = false
    var doubleStruck = false

    /// What `format` makes of them.
    func applying(_ format: CharacterFormat) -> Toggles {
      Toggles(
        hidden: format.hidden?.resolved(hidden) ?? hidden,
        struck: format.struck?.resolved(struck) ?? struck,
        doubleStruck: format.doubleStruck?.resolved(doubleStruck) ?? doubleStruck)
    }
  }

  /// What the style `number` and those that it is based on say.
  func toggles(of number: Int) -> Toggles {
    allToggles.indices.contains(number) ? allToggles[number] : Toggles()
  }

  /// What each style and those that it is based on say; a chain that comes back to itself ends there.
  private func inheritedToggles() -> [Toggles] {
    var resolved = [Toggles?](repeating: nil, count: styles.count)
    var isOnPath = [Bool](repeating: false, count: styles.count)
    for first in styles.indices {
      var path: [Int] = []
      var next = first
      while styles.indices.contains(next), let style = styles[next], resolved[next] == nil,
        !isOnPath[next]
      {
        isOnPath[next] = true
        path.append(next)
        next = style.base
      }
      var toggles = styles.indices.contains(next) ? resolved[next] ?? Toggles() : Toggles()
      for number in path.reversed() {
        if let style = styles[number] { toggles = toggles.applying(style.characters) }
        resolved[number] = toggles
      }
    }
    return resolved.map { $0 ?? Toggles() }
  }

  /// Whether text of some style is too small to be seen, unless its run says otherwise.
  var hasTinyText: Bool {
    styles.contains { $0?.characters.isTiny == true }
  }

  func hasOwnGround(table number: Int?) -> Bool {
    guard let number, styles.indices.contains(number) else { return false }
    return styles[number]?.hasOwnGround ?? false
  }

  /// `w:styles`: styles by their numbers.
  func part(_ fonts: Fonts) -> MarkupBuffer {
    var part = MarkupBuffer()
    part.open("styles")
    for (number, style) in styles.enumerated() {
      guard let style, style.kind == .paragraph || style.kind == .character else { continue }
      part.add(
        style.kind == .paragraph ? "<w:style w:type=\"paragraph\"" : "<w:style w:type=\"character\""
      )
      if number == 0 { part.add(" w:default=\"1\"") }
      part.add(" w:styleId", number: number)
      if style.base != Self.noBase, style.base != number {
        part.add("<w:basedOn", value: style.base)
      }
      if style.paragraph.saysAnything {
        part.add("<w:pPr>")
        part.addProperties(of: style.paragraph)
        part.add("</w:pPr>")
      }
      part.addRunProperties(
        of: style.characters, inherited: toggles(of: style.base), fonts: fonts,
        saysSizes: hasTinyText)
      part.add("</w:style>")
    }
    part.close("styles")
    return part
  }
}

extension ParagraphFormat {
  /// Whether ``MarkupBuffer/addProperties(of:)`` adds anything.
  var saysAnything: Bool { list != nil || level != nil || shade?.isThere == true || isFlat }
}

extension MarkupBuffer {
  /// `w:numPr`, `w:shd` and `w:spacing` of a paragraph.
  mutating func addProperties(of format: ParagraphFormat) {
    if format.list != nil || format.level != nil {
      add("<w:numPr>")
      if let level = format.level { add("<w:ilvl", value: level) }
      if let list = format.list { add("<w:numId", value: list) }
      add("</w:numPr>")
    }
    if let shade = format.shade, shade.isThere { add(shade) }
    if format.isFlat { add("<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>") }
  }

  /// `w:rPr`, unless there is nothing to say.
  ///
  /// - Parameters:
  ///   - inherited: What the styles say that the text has.
  ///   - saysSizes: Whether sizes matter that anybody can read.
  mutating func addRunProperties(
    of format: CharacterFormat, inherited: WordStyles.Toggles, fonts: Fonts, saysSizes: Bool
  ) {
    let start = bytes.count
    add("<w:rPr>")
    let empty = bytes.count
    if let style = format.style { add("<w:rStyle", value: style) }
    add("<w:vanish", format.hidden?.resolved(inherited.hidden))
    add("<w:strike", format.struck?.resolved(inherited.struck))
    add("<w:dstrike", format.doubleStruck?.resolved(inherited.doubleStruck))
    switch format.height {
    case 1?: add("<w:vertAlign w:val=\"superscript\"/>")
    case 2?: add("<w:vertAlign w:val=\"subscript\"/>")
    case nil: break
    default: add("<w:vertAlign w:val=\"baseline\"/>")
    }
    if let shift = format.shift, shift != 0 { add("<w:position", value: shift) }
    if let colour = format.colour { add("<w:color", value: colour) }
    if saysSizes || format.isTiny {
      if let size = format.size { add("<w:sz", value: size) }
      if let width = format.width { add("<w:w", value: width) }
    }
    if let shade = format.shade { add(shade) }
    if let index = format.highlight {
      add("<w:highlight", value: Colour.highlight(index: index) ?? "none")
    }
    if let font = fonts.symbolic(format) { addFont(font) }
    if bytes.count == empty {
      bytes.removeSubrange(start...)
    } else {
      add("</w:rPr>")
    }
  }

  mutating func addFont(_ name: String) {
    add("<w:rFonts w:ascii=\"")
    addAttribute(name)
    add("\"/>")
  }

  private mutating func add(_ start: StaticString, _ isOn: Bool?) {
    guard let isOn else { return }
    add(start)
    add(isOn ? "/>" : " w:val=\"0\"/>")
  }

  mutating func add(_ shade: Shade) {
    add("<w:shd w:val=\"")
    addAttribute(shade.patternName)
    add("\" w:color=\"")
    addAttribute(shade.front)
    add("\" w:fill=\"")
    addAttribute(shade.back)
    add("\"/>")
  }
}
