/// What some properties of characters (MS-DOC 2.6.1) say, as far as it matters for text; nil where they say nothing.
struct CharacterFormat: Hashable {
  /// A property that a style may have too (2.9.327).
  enum Toggle: Hashable {
    case off, on
    /// As the style has it, or the other way round.
    case asStyle, opposite

    init(_ value: Int) {
      self =
        switch value {
        case 0: .off
        case 0x80: .asStyle
        case 0x81: .opposite
        default: .on
        }
    }

    /// What it is where the style has `inherited`; nil where it says no more than that.
    func resolved(_ inherited: Bool) -> Bool? {
      switch self {
      case .off: false
      case .on: true
      case .asStyle: nil
      case .opposite: !inherited
      }
    }
  }

  var isDeleted = false
  var isInserted = false
  /// The character stands for something else (`fSpec`).
  var isSpecial = false
  /// The character stands for data of a form, not for a picture.
  var isData = false
  var isObject = false
  var hidden: Toggle?
  /// The mark of a paragraph is hidden, and the next one goes on in its line.
  var isMarkHidden = false
  var struck: Toggle?
  var doubleStruck: Toggle?
  /// 1 raised, 2 lowered.
  var height: Int?
  /// Half points above the base line.
  var shift: Int?
  /// Six digits or `auto`.
  var colour: String?
  var shade: Shade?
  var highlight: Int?
  /// Half points.
  var size: Int?
  /// Percent of the usual width.
  var width: Int?
  var style: Int?
  /// Fonts by their index, of Latin letters and of other characters.
  var font: Int?
  var otherFont: Int?
  var symbol: Symbol?
  /// Where the picture or the data lie in the data stream.
  var place: Int?

  /// A character by its code in a font.
  struct Symbol: Hashable {
    var font: Int
    var code: Int
  }

  /// Whether text may be too small to be seen.
  var isTiny: Bool { size.map { $0 <= 8 } ?? false || width.map { $0 <= 1 } ?? false }

  init() {}

  init(_ modifiers: ArraySlice<UInt8>) { apply(modifiers) }

  mutating func apply(_ modifiers: ArraySlice<UInt8>) {
    for modifier in PropertyModifiers(modifiers) { apply(modifier) }
  }

  private mutating func apply(_ modifier: PropertyModifier) {
    let value = modifier.value
    switch modifier.code {
    // Toggles, but no style has them.
    case 0x0800: isDeleted = value != 0 && value != 0x80  // sprmCFRMarkDel
    case 0x0801: isInserted = value != 0 && value != 0x80  // sprmCFRMarkIns
    case 0x0806: isData = value != 0  // sprmCFData
    case 0x080A, 0x0856: isObject = value != 0  // sprmCFOle2, sprmCFObj
    case 0x0818: isMarkHidden = value != 0  // sprmCFSpecVanish
    case 0x0855: isSpecial = value != 0  // sprmCFSpec
    case 0x083C: hidden = Toggle(value)  // sprmCFVanish
    case 0x0837: struck = Toggle(value)  // sprmCFStrike
    case 0x2A53: doubleStruck = Toggle(value)  // sprmCFDStrike
    case 0x2A48: height = value  // sprmCIss
    case 0x4845: shift = modifier.signed16  // sprmCHpsPos
    case 0x6870: colour = Colour.name(modifier, at: 0)  // sprmCCv
    case 0x2A42: colour = Colour.name(index: value)  // sprmCIco
    case 0xCA71: shade = Shade(modifier, at: 0) ?? shade  // sprmCShd
    case 0x4866: shade = Shade(short: value)  // sprmCShd80
    case 0x2A0C: highlight = value  // sprmCHighlight
    case 0x4A43: size = value  // sprmCHps
    case 0x4852: width = value  // sprmCCharScale
    case 0x4A30: style = value  // sprmCIstd
    case 0x4A4F: font = value  // sprmCRgFtc0
    case 0x4A51: otherFont = value  // sprmCRgFtc2
    case 0x6A09:  // sprmCSymbol
      if let font = modifier.uint16(0), let code = modifier.uint16(2) {
        symbol = Symbol(font: font, code: code)
        isSpecial = true
      }
    case 0x6A03: place = value  // sprmCPicLocation
    // What the paragraph's style says, and nothing else (sprmCPlain).
    case 0x2A33:
      var plain = CharacterFormat()
      (plain.isDeleted, plain.isInserted, plain.isSpecial) = (isDeleted, isInserted, isSpecial)
      (plain.isData, plain.isObject, plain.place) = (isData, isObject, place)
      (plain.symbol, plain.font) = (symbol, font)
      self = plain
    default: break
    }
  }
}
