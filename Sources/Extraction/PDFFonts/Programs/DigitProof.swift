/// Holds what a font's ToUnicode says of digits against its glyphs, and takes back what can't be true.
///
///     code 5 is said to be 7, but its glyph is called three     -> unknown
///     code 5 is said to be 7, but nothing is drawn for it       -> unknown
///     code 5 is said to be a blank, but something is drawn      -> unknown
struct DigitProof {
  /// What `characters` says a digit of: by code, from the first.
  private(set) var digits: [(code: Int, value: UInt32)] = []
  /// Codes that are said to show nothing, though they take up room.
  private(set) var blanks: [Int] = []
  /// Codes that are said to be low marks of a number.
  private var marks: [Int] = []
  private var doubted: Set<Int> = []
  private var proven: Set<Int> = []

  /// - Parameter width: Of a code, in ems.
  init(_ characters: CharacterTable, width: (Int) -> Double) {
    characters.forEachCharacter { code, scalar in
      if let value = Self.digit(scalar) {
        if digits.count < Self.most { digits.append((code, value)) }
      } else if Self.isUnseen(scalar), blanks.count < Self.most, width(code) > Self.narrowest {
        blanks.append(code)
      } else if Self.isLowMark(scalar), marks.count < Self.most {
        marks.append(code)
      }
    }
  }

  /// Whether the glyphs of the font need be looked at.
  var isNeeded: Bool { !digits.isEmpty || !blanks.isEmpty || !marks.isEmpty }

  /// Takes what else says which character `code` shows, beside ToUnicode.
  mutating func hold(_ code: Int, said: GlyphCharacters, named: GlyphCharacters) {
    guard case .one(let own) = named, case .one(let other) = said else { return }
    let (name, value) = (Self.digit(own), Self.digit(other))
    guard name != nil || value != nil else { return }
    if name == value {
      proven.insert(code)
    } else if Self.mayBeOfNumber(own), Self.mayBeOfNumber(other) {
      // Where one of them is a letter, nobody takes it for a number.
      doubted.insert(code)
    }
  }

  /// Looks at the glyphs of a TrueType program.
  ///
  /// - Parameter glyph: That of a code; nil where it isn't known.
  mutating func look(at program: TrueTypeProgram, glyph: (Int) -> Int?) {
    var values: [Int: UInt32] = [:]
    if program.hasUnicodeMap {
      for value in 0..<10 as Range<UInt32> {
        if let own = program.glyph(of: 0x30 + value) { values[own] = value }
      }
    }
    var seen: [UInt32: (code: Int, glyph: Int)] = [:]
    var lines: [Int: Int] = [:]
    for (code, value) in digits {
      guard let own = glyph(code) else { continue }
      if let mapped = values[own] {
        if mapped == value { proven.insert(code) } else { doubted.insert(code) }
      }
      switch program.outline(of: own) {
      case .blank: doubted.insert(code)
      case .contours(let count): lines[code] = count
      case .composite, .unknown: break
      }
      guard !proven.contains(code) else { continue }
      if let other = seen[value], other.glyph != own, !program.areAlike(other.glyph, own) {
        doubted.formUnion([code, other.code])
      }
      seen[value] = (code, own)
    }
    look(at: lines)
    for code in blanks {
      guard let own = glyph(code) else { continue }
      switch program.outline(of: own) {
      case .contours, .composite: doubted.insert(code)
      case .blank, .unknown: break
      }
    }
    for code in marks {
      if let own = glyph(code), program.height(of: own) > Self.highestMark { doubted.insert(code) }
    }
  }

  /// Doubts the digits whose outlines have other numbers of closed lines than a digit of that value.
  ///
  /// - Parameter lines: How many that of a code has; nil where it isn't known.
  mutating func look(at lines: [Int: Int]) {
    let strange = digits.filter { code, value in
      lines[code].map { !Self.contours(of: value).contains($0) } ?? false
    }.map(\.code)
    // In a font of its own style more than a few digits are drawn otherwise.
    guard strange.count * 2 <= digits.count else { return }
    doubted.formUnion(strange.filter { !proven.contains($0) })
  }

  /// Doubts a digit for which nothing is drawn.
  mutating func doubt(_ code: Int) { doubted.insert(code) }

  /// Makes unknown what can't be true.
  func apply(to characters: inout CharacterTable) {
    for code in doubted { characters.set(code, to: .unknown) }
  }

  /// Whether the glyphs of all codes of ASCII digits that `program` has look like those digits, and hardly any other order
  /// of them would: then its codes are characters, though the font doesn't say so.
  static func showsDigits(_ program: TrueTypeProgram) -> Bool {
    /// How many digits have so many closed lines.
    var alike: [Int: Int] = [:]
    /// In how many orders these digits can stand, and in how many they look as they should.
    var (orders, rightOrders) = (1, 1)
    for value in 0..<10 as Range<UInt32> {
      guard let glyph = program.glyph(ofByte: 0x30 &+ Int(value)) else { continue }
      guard case .contours(let lines) = program.outline(of: glyph),
        contours(of: value).contains(lines), heights.contains(program.height(of: glyph))
      else { return false }
      alike[lines, default: 0] += 1
      orders *= alike.values.reduce(0, +)
      rightOrders *= alike[lines, default: 1]
    }
    return rightOrders * leastOrders <= orders
  }

  /// 3 for `3` and `３`.
  static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value & 0xF
    case 0xFF10...0xFF19: scalar.value &- 0xFF10
    default: nil
    }
  }

  /// Whether it is a blank, or a character that takes up no room.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Whether it is one of the marks of a number that are lower than a digit: a separator, a minus, a soft hyphen.
  private static func isLowMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2C, 0x2D, 0x2E, 0xAD, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }

  private static func mayBeOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || isUnseen(scalar) || isLowMark(scalar)
  }

  /// How many closed lines the outline of a digit has, in the fonts of all styles.
  private static func contours(of value: UInt32) -> ClosedRange<Int> {
    switch value {
    case 0: 2...3
    case 4: 1...2
    case 6, 9: 2...2
    case 8: 3...3
    default: 1...1
    }
  }

  /// Codes that are looked at; a real font has ten digits, and a few of another form.
  private static let most = 64
  private static let leastOrders = 50
  /// In ems, of a digit.
  private static let heights = 0.4...1.1
  /// In ems; a digit is higher.
  private static let highestMark = 0.5
  /// In ems.
  private static let narrowest = 0.1
}
