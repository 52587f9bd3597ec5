/// One glyph of a shown string (9.4.4).
package struct FontGlyph: Hashable, Sendable {
  /// The bytes of its code, the first one highest: `<4E00>` -> 0x4E00.
  package var code: Int
  /// Horizontal displacement in text space before scaling by the font size: 0.5 is half an em.
  ///
  /// In a vertical font the text does not move by it.
  package var width: Double
  /// Displacement in a vertical font (w1y in 9.7.4.3), -1 for one em down; 0 in a horizontal one.
  package var verticalDisplacement = 0.0
  /// From the origin for horizontal writing to that for vertical writing, in ems (v in 9.7.4.3); zero in a horizontal
  /// font.
  package var positionVector = GlyphVector(x: 0, y: 0)
  /// Whether word spacing applies (9.3.3).
  package var isSingleByteSpace: Bool
  package var characters: GlyphCharacters
}

/// A vector in ems.
package struct GlyphVector: Hashable, Sendable {
  package var x, y: Double
}

/// Which characters a glyph shows, so far as its font says.
package enum GlyphCharacters: Hashable, Sendable {
  /// By ToUnicode, a known encoding and the Adobe Glyph List, or a Unicode CMap.
  case one(Unicode.Scalar)
  /// A ligature or the like, `ffi`.
  case several(String)
  /// Said by tables that only poppler carries: GBK-EUC-H, the CIDs of Adobe-GB1.
  case untold
  /// Not said: no entry in ToUnicode, no known encoding, no known glyph name, or a character that nobody can read
  /// (U+0000, U+FFFD, a control character but a tab, private use). pdftotext leaves such a glyph out or prints its code.
  case unknown

  /// `unknown` where one of `scalars` is unreadable or there is none.
  init(_ scalars: some Collection<UInt32>) {
    var text = String.UnicodeScalarView()
    for value in scalars {
      guard let scalar = Self.readable(value) else {
        self = .unknown
        return
      }
      if scalars.count == 1 {
        self = .one(scalar)
        return
      }
      text.append(scalar)
    }
    self = text.isEmpty ? .unknown : .several(String(text))
  }

  /// Nil for a value that is no Unicode scalar or none that a reader could read.
  @inline(__always) static func readable(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    // wkhtmltopdf names the first blank so for which a font has no other glyph.
    case 0x09: " "
    case 0...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFFFD, 0xF0000...: nil
    case _ where value & 0xFFFE == 0xFFFE: nil
    default: Unicode.Scalar(value)
    }
  }
}

/// `[a b c d e f]`: from glyph space to text space (9.2.4).
package struct FontMatrix: Hashable, Sendable {
  package var a, b, c, d, e, f: Double

  /// A thousand units to the em, as in all fonts but Type 3.
  static let thousandth = FontMatrix(a: 0.001, b: 0, c: 0, d: 0.001, e: 0, f: 0)
}
