package import PDFObjects

/// The content stream that draws a glyph of a Type 3 font (9.6.5).
package enum GlyphProcedure {
  /// Those of the codes that `Differences` names, nil for a name without one; empty where the font has none.
  package static func all(
    of font: PDFDictionary, in file: PDFFile
  ) throws(PDFRefusal) -> [Int: PDFStream?] {
    guard let procedures = try file.resolve(font["CharProcs"]).dictionary,
      let encoding = try file.resolve(font["Encoding"]).dictionary,
      let differences = try file.resolve(encoding["Differences"]).array
    else { return [:] }
    guard differences.count <= mostDifferences else { throw .limit("Differences") }
    var found: [Int: PDFStream?] = [:]
    var code = 0
    for item in differences {
      let item = try file.resolve(item)
      if let number = item.integer {
        code = number
      } else if let name = item.name {
        found[code] = .some(try file.resolve(procedures[name]).stream)
        code &+= 1
      }
    }
    return found
  }

  /// What a procedure paints.
  enum Ink: Equatable {
    case nothing
    /// So many closed lines that are filled.
    case contours(Int)
    /// Strokes, a picture, or what isn't in the procedure itself.
    case other
  }

  static func ink(of content: [UInt8]) -> Ink {
    var ink = Ink.nothing
    var contours = 0
    var start = 0
    for position in 0...content.count
    where position == content.count || !content[position].isPDFRegular {
      let word = content[start..<position]
      start = position &+ 1
      switch word.count {
      case 1 where word.first == UInt8(ascii: "m"): contours += 1
      case 2 where word.elementsEqual("re".utf8): contours += 1
      default:
        // Behind `BI` come the bytes of a picture.
        if otherwise.contains(where: { $0.elementsEqual(word) }) { return .other }
        if filling.contains(where: { $0.elementsEqual(word) }) { ink = .contours(contours) }
      }
    }
    return ink
  }

  /// A code each, and where runs of them begin.
  private static let mostDifferences = 1_000
  private static let filling = ["f", "F", "f*", "B", "B*", "b", "b*"].map { Array($0.utf8) }
  private static let otherwise = ["S", "s", "Do", "BI", "sh", "Tj", "TJ", "'", "\""].map {
    Array($0.utf8)
  }
}
