import DocumentModel
import Testing

@Suite struct DigitHeightTests {
  @Test func digitsOfBothWidthsAreRaisedAndLowered() {
    let text = "1０年9a".unicodeScalars
    #expect(
      [DigitHeight.raised, .lowered].map { height in
        String(String.UnicodeScalarView(text.map(height.shifted)))
      } == ["¹⁰年⁹a", "₁₀年₉a"])
  }
}
