internal import PDFObjects

/// The content stream that draws a glyph of a Type 3 font (9.6.5).
enum GlyphProcedure {
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

  private static let painting: [[UInt8]] = [
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "BI", "sh", "Tj", "TJ", "'", "\"",
  ].map { Array($0.utf8) }
}
