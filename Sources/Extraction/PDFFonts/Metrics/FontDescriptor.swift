internal import PDFObjects

/// What a font's descriptor (9.8) and its name say.
struct FontDescriptor {
  /// The font program in the file (9.9).
  enum Program {
    case type1(PDFStream)
    case trueType(PDFStream)
    /// Type 1 in the Compact Font Format, or OpenType, which has no encoding that counts.
    case compact(PDFStream)

    /// Whether it may have an encoding of its own.
    var hasEncoding: Bool {
      if case .trueType = self { false } else { true }
    }

    /// Nil for another kind of program, and a damaged one.
    func trueType(in file: PDFFile) -> TrueTypeProgram? {
      guard case .trueType(let stream) = self else { return nil }
      do throws(PDFRefusal) {
        return TrueTypeProgram(try file.decoded(stream))
      } catch {
        // It is looked at for what contradicts the rest only.
        return nil
      }
    }

    func encoding(in file: PDFFile) throws(PDFRefusal) -> ProgramEncoding {
      switch self {
      case .type1(let stream): ProgramEncoding(type1: try file.decoded(stream))
      case .compact(let stream): ProgramEncoding(compact: try file.decoded(stream))
      case .trueType: .none
      }
    }
  }

  /// Of an em; poppler's where the descriptor has none or nonsense.
  private(set) var ascent = 0.95
  private(set) var descent = -0.35
  /// In ems.
  private(set) var missingWidth = 0.0
  /// Nil where it is not embedded.
  private(set) var program: Program?
  /// The standard font whose name it has.
  let standardFont: StandardFont?
  private var flags = 0

  /// Whether its glyphs are none of the standard Latin ones, so far as it says (9.8.2).
  var isSymbolic: Bool { flags & 4 != 0 && flags & 32 == 0 }

  /// - Parameter font: A simple font or a CIDFont.
  init(_ font: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    let name = try file.resolve(font["BaseFont"]).name?.text
    standardFont = name.flatMap { StandardFont(alias: $0) }
    if let dictionary = try file.resolve(font["FontDescriptor"]).dictionary {
      try read(dictionary, in: file)
    }
    // poppler doesn't trust the descriptor of a standard font that is not embedded.
    if let standardFont, program == nil {
      ascent = standardFont.ascent
      descent = standardFont.descent
    }
  }

  private mutating func read(_ dictionary: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    flags = try file.resolve(dictionary["Flags"]).integer ?? 0
    missingWidth = (try file.resolve(dictionary["MissingWidth"]).number ?? 0) * 0.001
    // Signs are mixed up in some, and both are 0 or absurd in others.
    if let value = try file.resolve(dictionary["Ascent"]).number, value != 0, abs(value) < 3000 {
      ascent = abs(value) * 0.001
    }
    if let value = try file.resolve(dictionary["Descent"]).number, value != 0, abs(value) < 3000 {
      descent = -abs(value) * 0.001
    }
    if let stream = try file.resolve(dictionary["FontFile"]).stream {
      program = .type1(stream)
    } else if let stream = try file.resolve(dictionary["FontFile2"]).stream {
      program = .trueType(stream)
    } else if let stream = try file.resolve(dictionary["FontFile3"]).stream {
      program = .compact(stream)
    }
  }
}
