internal import PDFFonts
internal import PDFObjects
internal import PagePaint

/// What a Type 3 font paints for a code (ISO 32000-1, 9.6.5).
struct FontInk {
  enum Ink: Hashable {
    /// An outline in the colour of the text.
    case font
    /// Nothing at all.
    case blank
    /// Colours of its own; nil where they aren't known.
    case own(PaintColour?)
  }

  /// Those that are not the usual; none of a font of another kind.
  private var inks: [Int: Ink] = [:]

  subscript(_ code: Int) -> Ink { inks[code] ?? .font }

  /// Every code is taken to have ink where the font is damaged; one with too many codes to look at is refused.
  init(_ font: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    do throws(PDFRefusal) {
      if try file.resolve(font["Subtype"]).name == "Type3" {
        inks = try Self.procedures(font, in: file)
      }
    } catch .limit(let what) {
      throw .limit(what)
    } catch {
      inks = [:]
    }
  }

  private static func procedures(
    _ font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> [Int: Ink] {
    var inks: [Int: Ink] = [:]
    for (code, procedure) in try GlyphProcedure.all(of: font, in: file) {
      let ink: Ink =
        if let procedure { try ink(of: try file.decoded(procedure)) } else { .blank }
      if ink != .font { inks[code] = ink }
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
