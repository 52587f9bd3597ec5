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

  /// Whether it has an operator that paints: without one nothing is seen of the glyph.
  static func paints(_ content: [UInt8]) -> Bool {
    var start = 0
    var position = 0
    while position <= content.count {
      if position == content.count || !content[position].isPDFRegular {
        if painting.contains(where: { $0.elementsEqual(content[start..<position]) }) { return true }
        start = position &+ 1
      }
      position &+= 1
    }
    return false
  }

  /// A code each, and where runs of them begin.
  private static let mostDifferences = 1_000
  private static let painting: [[UInt8]] = [
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "BI", "sh", "Tj", "TJ", "'", "\"",
  ].map { Array($0.utf8) }
}
