internal import PDFObjects

/// Reads a ToUnicode CMap (9.10.3) into a ``CharacterTable``.
///
/// What poppler (CharCodeToUnicode.cc) makes of it counts, also of a damaged one: codespace ranges are not looked at,
/// later entries replace earlier ones, and reading ends at a NUL.
///
///     1 beginbfchar <03> <0020> endbfchar        code 3 is a space
///     1 beginbfrange <10> <19> <0030> endbfrange codes 0x10 to 0x19 are digits
struct ToUnicodeCMap {
  private(set) var characters: CharacterTable
  /// Whether it says anything of any code.
  ///
  /// poppler takes a font with an empty one as having none.
  private(set) var hasEntries = false
  private var tokens: PostScriptTokenizer
  /// Characters that it may still give, many times those of any real font.
  private var remaining = 1 << 18

  /// - Throws: `limit` for one that says more than 260,000 characters.
  init(_ bytes: [UInt8], missing: GlyphCharacters) throws(PDFRefusal) {
    characters = CharacterTable(missing: missing)
    let end = bytes.firstIndex(of: 0) ?? bytes.count
    tokens = PostScriptTokenizer(bytes, in: 0..<end)
    try read()
  }

  private mutating func read() throws(PDFRefusal) {
    var previous = tokens.next()
    while let token = tokens.next() {
      guard case .other(let range) = token else {
        previous = token
        continue
      }
      switch tokens.word(range) {
      case "usecmap": use(previous)
      case "beginbfchar": try readCharacters()
      case "beginbfrange": try readRanges()
      case "begincidchar": try readCIDs("endcidchar", codes: 1)
      case "begincidrange": try readCIDs("endcidrange", codes: 2)
      default:
        previous = token
        continue
      }
      previous = tokens.next()
    }
  }

  /// Of the CMaps that poppler carries, those from CIDs of a character collection to Unicode say something here.
  private mutating func use(_ token: PostScriptTokenizer.Token?) {
    guard case .name(let range) = token else { return }
    let name = tokens.word(range)
    guard name.hasPrefix("Adobe-"), name.hasSuffix("-UCS2") else { return }
    characters.removeAll()
    characters.missing = .untold
    hasEntries = true
  }

  private mutating func readCharacters() throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, "endbfchar") {
      guard let second = tokens.next(), !tokens.isOperator(second, "endbfchar") else { return }
      guard let code = code(first), case .hexadecimal(let text) = second,
        let destination = Destination(tokens.bytes, text)
      else { continue }
      try add(destination, offset: 0, to: code.value)
    }
  }

  private mutating func readRanges() throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, "endbfrange") {
      guard let second = tokens.next(), !tokens.isOperator(second, "endbfrange"),
        let third = tokens.next(), !tokens.isOperator(third, "endbfrange")
      else { return }
      guard let low = code(first), let high = code(second) else { continue }
      let codes = (min(low.value, 0xFFFF), min(high.value, 0xFFFF))
      if case .arrayStart = third {
        try readArray(from: codes.0, to: codes.1)
      } else if case .hexadecimal(let text) = third,
        let destination = Destination(tokens.bytes, text), codes.0 <= codes.1
      {
        for code in codes.0...codes.1 { try add(destination, offset: code &- codes.0, to: code) }
      }
    }
  }

  /// `[<0041> <0042>]`, one text for each code.
  private mutating func readArray(from low: UInt32, to high: UInt32) throws(PDFRefusal) {
    var code = low
    while let token = tokens.next(), code <= high {
      if case .arrayEnd = token { return }
      if case .hexadecimal(let text) = token, let destination = Destination(tokens.bytes, text) {
        try add(destination, offset: 0, to: code)
      }
      code &+= 1
    }
  }

  /// Passes over the operators of a CMap to CIDs, which don't belong here: poppler takes the CIDs for characters, but
  /// nothing says that they are.
  private mutating func readCIDs(_ end: String, codes count: Int) throws(PDFRefusal) {
    while let first = tokens.next(), !tokens.isOperator(first, end) {
      var last = first
      for _ in 0..<count {
        guard let token = tokens.next(), !tokens.isOperator(token, end) else { return }
        if count == 2, last == first { last = token }
      }
      guard let low = code(first)?.value, let high = code(last)?.value else { continue }
      guard low <= min(high, 0xFFFF) else { continue }
      for code in low...min(high, 0xFFFF) {
        try pay(1)
        characters.set(Int(code), to: .unknown)
      }
      hasEntries = true
    }
  }

  private func code(_ token: PostScriptTokenizer.Token) -> HexadecimalCode? {
    guard case .hexadecimal(let range) = token else { return nil }
    return HexadecimalCode(tokens.bytes, range)
  }

  private mutating func add(
    _ destination: Destination, offset: UInt32, to code: UInt32
  ) throws(PDFRefusal) {
    hasEntries = true
    try pay(destination.cost)
    // poppler's bound.
    guard code <= 0xFF_FFFF, let characters = destination.characters(offset: offset) else { return }
    self.characters.set(Int(code), to: characters)
  }

  private mutating func pay(_ count: Int) throws(PDFRefusal) {
    remaining &-= count
    guard remaining >= 0 else { throw .limit("characters of a ToUnicode CMap") }
  }
}

extension ToUnicodeCMap {
  /// The text behind a code or a range of codes.
  private enum Destination {
    /// Of at most four digits.
    case value(UInt32)
    /// Of more.
    case units([UInt32])
    /// Not of digits alone: a short one leaves what is known of the code, a long one makes it unreadable.
    case damaged(isShort: Bool)

    /// Nil where poppler sees no text.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
      if let code = HexadecimalCode(bytes, range), code.digitCount <= 4 {
        self = .value(code.value)
        return
      }
      let length = HexadecimalCode.length(bytes, range)
      guard length <= HexadecimalCode.longestToken else { return nil }
      if length > 4, let units = HexadecimalCode.units(bytes, range) {
        self = .units(units)
      } else {
        self = .damaged(isShort: length <= 4)
      }
    }

    var cost: Int {
      if case .units(let units) = self { units.count } else { 1 }
    }

    /// The text of the code at `offset` in a range: its last character counts up with the codes.
    ///
    /// Nil where what is known of the code stays.
    func characters(offset: UInt32) -> GlyphCharacters? {
      switch self {
      case .value(let value):
        return GlyphCharacters(CollectionOfOne(value &+ offset))
      case .units(var units):
        if let last = units.popLast() { units.append(last &+ offset) }
        return GlyphCharacters(Self.scalars(units))
      case .damaged(let isShort):
        return isShort ? nil : .unknown
      }
    }

    /// The values that UTF-16 `units` stand for; a lone surrogate stays.
    private static func scalars(_ units: [UInt32]) -> [UInt32] {
      var scalars: [UInt32] = []
      var index = 0
      while index < units.count {
        let unit = units[index]
        index &+= 1
        if unit & 0xFFFF_FC00 == 0xD800, index < units.count, units[index] & 0xFFFF_FC00 == 0xDC00 {
          scalars.append(0x1_0000 &+ (unit & 0x3FF) &<< 10 &+ (units[index] & 0x3FF))
          index &+= 1
        } else {
          scalars.append(unit)
        }
      }
      return scalars
    }
  }
}
