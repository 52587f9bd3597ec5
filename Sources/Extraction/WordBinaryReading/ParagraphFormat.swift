internal import CompoundFiles

/// What some properties of a paragraph (MS-DOC 2.6.2, 2.6.3) say, as far as it matters for text.
struct ParagraphFormat {
  var style = 0
  var isInTable = false
  /// How many tables it lies in; nil where only ``isInTable`` tells.
  private var ownDepth: Int?
  /// Its mark ends a row of the outermost table.
  var isRowEnd = false
  /// Its mark ends a cell, or a row, of a table in a table.
  var isInnerCellEnd = false
  var isInnerRowEnd = false
  /// The list it belongs to, by the number of its override; 0 takes a style's away.
  var list: Int?
  var level: Int?
  var shade: Shade?
  /// Its lines are lower than any text.
  var isFlat = false
  /// What its mark says of the row that it ends.
  var row = RowFormat()
  /// Bytes of the data stream that are asked for.
  private(set) var dataCount = 0

  /// Lines of so many twips (1/20 point) show no text.
  private static let flatHeight = 40
  /// Numbers from here on are of paragraphs that a list has left.
  private static let leftLists = 0xF801

  /// Bytes of the data stream that are read for one paragraph: its properties are some hundred.
  private static let mostData = 1 << 20
  /// Whether more is asked for, so that not all of it was read.
  var isIncomplete: Bool { dataCount > Self.mostData }

  init() {}

  /// - Parameters:
  ///  - bytes: The number of the style in two bytes, and changes.
  ///  - data: The stream of changes that are too long for them.
  init(_ bytes: ArraySlice<UInt8>, data: [UInt8]) {
    guard bytes.count >= 2 else { return }
    style = Int(bytes[bytes.startIndex]) | Int(bytes[bytes.startIndex + 1]) << 8
    apply(bytes.dropFirst(2), data: data)
  }

  /// - Parameter isNested: Whether these changes lie in the data stream, where they lead no further.
  mutating func apply(_ modifiers: ArraySlice<UInt8>, data: [UInt8], isNested: Bool = false) {
    for modifier in PropertyModifiers(modifiers) {
      guard modifier.code == 0x6646 || modifier.code == 0x6645 else {
        apply(modifier)
        continue
      }
      guard !isNested, let length = data.uint16(modifier.value),
        let range = data.range(modifier.value + 2, count: length)
      else { continue }
      dataCount += range.count
      // Whoever asks for these properties is told by ``isIncomplete``.
      guard dataCount <= Self.mostData else { continue }
      apply(data[range], data: data, isNested: true)
    }
  }

  private mutating func apply(_ modifier: PropertyModifier) {
    let value = modifier.value
    switch modifier.code {
    case 0x4600: style = value  // sprmPIstd
    case 0x2416: isInTable = value != 0  // sprmPFInTable
    case 0x2417: isRowEnd = value != 0  // sprmPFTtp
    case 0x244B: isInnerCellEnd = value != 0  // sprmPFInnerTableCell
    case 0x244C: isInnerRowEnd = value != 0  // sprmPFInnerTtp
    case 0x6649: ownDepth = value  // sprmPItap
    case 0x664A: ownDepth = (ownDepth ?? 0) + Int(Int32(truncatingIfNeeded: value))  // sprmPDtap
    case 0x460B: list = value >= Self.leftLists ? 0 : value  // sprmPIlfo
    case 0x260A: level = value  // sprmPIlvl
    case 0xC64D: shade = Shade(modifier, at: 0) ?? shade  // sprmPShd
    case 0x442D: shade = Shade(short: value)  // sprmPShd80
    case 0x6412:  // sprmPDyaLine
      // A height below zero is exact.
      if let height = modifier.int16(0) { isFlat = height < 0 && -height <= Self.flatHeight }
    default: if modifier.code >> 10 & 7 == 5 { row.apply(modifier) }
    }
  }

  /// How many tables it lies in.
  var depth: Int {
    guard isInTable || isRowEnd || isInnerCellEnd || isInnerRowEnd else { return 0 }
    return min(max(ownDepth ?? 1, 1), Self.deepest)
  }

  /// Tables in tables beyond this are read as one.
  private static let deepest = 24
}
