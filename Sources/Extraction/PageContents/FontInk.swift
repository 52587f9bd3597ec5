internal import PDFObjects
internal import PagePaint

/// What a font paints for a code, where its program is read for it: a Type 3 font's procedures (ISO 32000-1, 9.6.5), and the
/// places of outlines in an embedded TrueType program whose glyphs are counted by the codes.
struct FontInk {
  enum Ink: Hashable {
    /// An outline in the colour of the text.
    case font
    /// Nothing at all.
    case blank
    /// Colours of its own; nil where they aren't known.
    case own(PaintColour?)
  }

  /// Of a Type 3 font, those that are not the usual.
  private var inks: [Int: Ink] = [:]
  private var outlines: GlyphOutlines?

  subscript(_ code: Int) -> Ink {
    if let outlines { return outlines.isBlank(code) ? .blank : .font }
    return inks[code] ?? .font
  }

  /// Every code is taken to have ink where the font isn't understood.
  init(_ font: PDFDictionary, in file: PDFFile) {
    do throws(PDFRefusal) {
      switch try file.resolve(font["Subtype"]).name?.text {
      case "Type3": inks = try Self.procedures(font, in: file)
      case "Type0": outlines = try GlyphOutlines(font, in: file)
      default: break
      }
    } catch {
      inks = [:]
    }
  }

  // MARK: Type 3

  private static func procedures(
    _ font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> [Int: Ink] {
    guard let procedures = try file.resolve(font["CharProcs"]).dictionary,
      let encoding = try file.resolve(font["Encoding"]).dictionary,
      let differences = try file.resolve(encoding["Differences"]).array, differences.count <= 1_000
    else { return [:] }
    var inks: [Int: Ink] = [:]
    var code = 0
    for item in differences {
      let item = try file.resolve(item)
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        let ink: Ink =
          if let stream = try file.resolve(procedures[name]).stream {
            try ink(of: try file.decoded(stream))
          } else {
            .blank
          }
        if ink != .font { inks[code] = ink }
        code &+= 1
      }
    }
    return inks
  }

  private static func ink(of procedure: [UInt8]) throws(PDFRefusal) -> Ink {
    var scanner = ContentScanner(procedure)
    var isPainted = false
    var isColoured = false
    var colours: Set<PaintColour> = []
    var isUnknown = false
    while let name = try scanner.next() {
      switch name {
      case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "Tj", "TJ", "'", "\"":
        isPainted = true
      case "BI":
        // Its bytes may look like operators.
        return .font
      case "d0": isColoured = true
      case "g", "G": colours.insert(colour(.grey, try scanner.last(1)))
      case "rg", "RG": colours.insert(colour(.rgb, try scanner.last(3)))
      case "k", "K": colours.insert(colour(.cmyk, try scanner.last(4)))
      case "sc", "scn", "SC", "SCN": isUnknown = true
      default: break
      }
    }
    guard isPainted else { return .blank }
    guard isColoured, isUnknown || !colours.isEmpty else { return .font }
    return .own(colours.count == 1 && !isUnknown ? colours.first : nil)
  }

  private static func colour(_ space: ColourSpace, _ values: [Double]) -> PaintColour {
    space.colour(values) ?? .black
  }
}

/// Where the outlines of an embedded TrueType program stand whose glyphs are counted by the codes: its table `loca`.
private struct GlyphOutlines {
  private let program: [UInt8]
  /// For each code two bytes of its glyph; nil where the code is the glyph.
  private let map: [UInt8]?
  private let loca: Int
  /// Of an entry, in bytes.
  private let size: Int
  private let count: Int

  /// Nil for other fonts.
  init?(_ font: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    let descendants = try file.resolve(font["DescendantFonts"]).array
    guard try file.resolve(font["Encoding"]).name == "Identity-H",
      let descendant = try file.resolve(descendants?.first).dictionary,
      try file.resolve(descendant["Subtype"]).name == "CIDFontType2",
      let descriptor = try file.resolve(descendant["FontDescriptor"]).dictionary,
      let stream = try file.resolve(descriptor["FontFile2"]).stream,
      stream.range.count <= Self.largestProgram
    else { return nil }
    let map = try file.resolve(descendant["CIDToGIDMap"])
    guard map == .null || map.name == "Identity" || map.stream != nil else { return nil }
    if let stream = map.stream {
      self.map = try file.decoded(stream)
    } else {
      self.map = nil
    }
    program = try file.decoded(stream)
    guard let tables = Self.number(program, 4, 2), tables <= 64 else { return nil }
    var places: [String: Int] = [:]
    for index in 0..<tables {
      let entry = 12 + index * 16
      guard let offset = Self.number(program, entry + 8, 4) else { return nil }
      places[String(decoding: program[entry..<entry + 4], as: UTF8.self)] = offset
    }
    guard let head = places["head"], let loca = places["loca"], let profile = places["maxp"],
      let format = Self.number(program, head + 50, 2), format <= 1,
      let count = Self.number(program, profile + 4, 2)
    else { return nil }
    self.loca = loca
    self.count = count
    size = format == 0 ? 2 : 4
  }

  /// Whether there is no outline for `code`: the next one begins where its own does.
  func isBlank(_ code: Int) -> Bool {
    let glyph = map.map { Self.number($0, 2 * code, 2) ?? 0 } ?? code
    guard (0..<count).contains(glyph),
      let start = Self.number(program, loca + glyph * size, size),
      let end = Self.number(program, loca + (glyph + 1) * size, size)
    else { return false }
    return start == end
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Fonts of whole alphabets are not looked into: that would cost more than all the rest of a page.
  private static let largestProgram = 400_000
}
