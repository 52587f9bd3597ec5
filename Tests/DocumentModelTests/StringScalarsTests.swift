import DocumentModel
import Testing

/// What is done on bytes gives what the standard library gives scalar by scalar.
@Suite struct StringScalarsTests {
  private static let pieces = ["a", "é", "公", "𠀀", " ", "e\u{301}", "\u{10FFFF}", "[", "7", "，"]

  /// Texts of every length to 40 pieces, so that each of the ways that depend on the length is gone.
  private static let texts = (0...40).flatMap { length in
    pieces.indices.map { first in
      (0..<length).map { pieces[(first + $0 * $0) % pieces.count] }.joined()
    }
  }

  @Test func scalarsAreThoseOfTheText() {
    for text in Self.texts {
      let scalars = Array(text.unicodeScalars)
      #expect(text.scalars == scalars)
      #expect(text.scalarCount == scalars.count)
      #expect(text.scalars(upTo: 7) == Array(scalars.prefix(7)))
      #expect(text.scalars(upTo: .max) == scalars)
      #expect(Array(String(scalars: scalars).utf8) == Array(text.utf8))
      let rest = String(String.UnicodeScalarView(scalars.dropFirst()))
      #expect(Array(String(scalars: scalars.dropFirst()).utf8) == Array(rest.utf8))
    }
  }

  @Test func anASCIICharacterIsFoundWhereItStands() {
    for text in Self.texts {
      for character: Unicode.Scalar in ["a", " ", "[", "7", "x"] {
        #expect(text.holds(character) == text.unicodeScalars.contains(character))
      }
    }
  }
}
