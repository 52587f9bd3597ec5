import Conversion
import Testing

@Test(arguments: [
  (0, 120, 20), (999_999, 120, 20), (1_000_000, 120, 21), (30_000_000, 120, 50),
  (100_000_000, 120, 120), (1 << 40, 120, 120), (.max, 120, 120), (-1, 120, 20), (5_000_000, 3, 3),
  (0, 600, 100), (2_000_000, 600, 110), (1 << 40, 600, 600), (0, 1, 1), (5_000_000, 60, 25),
])
func aDocumentHasSecondsByItsSize(bytes: Int, most: Int, seconds: Int) {
  #expect(DocumentTime.seconds(bytes: bytes, most: most) == seconds)
}

@Test func onlyALimitThatIsLessThanAllIsExplained() {
  #expect(DocumentTime.note(120, most: 120) == "")
  #expect(DocumentTime.note(21, most: 120) == "; by its size it has 21 of 120 s (--timeout)")
}
