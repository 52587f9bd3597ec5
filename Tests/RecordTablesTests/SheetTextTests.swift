import Testing

@testable import Workbooks

@Test(arguments: [
  ("a<b&\"c\"", "a&lt;b&amp;&quot;c&quot;"), ("\u{1}\u{FFFE}", "_x0001__xFFFE_"),
  ("_x0041_ _x004_ _y0041_", "_x005F_x0041_ _x004_ _y0041_"), ("行\n\t𠮷\r", "行\n\t𠮷_x000D_"),
])
func textInASheetIsWhatXMLHolds(text: String, xml: String) {
  #expect(String(decoding: SheetText.escaped(text), as: UTF8.self) == xml)
}

@Test(arguments: [
  ("1900-02-28", nil), ("1900-03-01", 61), ("2000-02-29", 36585), ("2023-12-31", 45291),
  ("9999-12-31", 2_958_465), ("2023-02-29", nil), ("1899-12-31", nil), ("2023-1-31", nil),
  ("", nil), ("2023-13-01", nil),
])
func aDayHasExcelsNumber(day: String, serial: Int?) {
  #expect(SheetText.serial(day: day) == serial)
}

@Test(arguments: [
  ("62299500", true), ("-0.5", true), ("999999999999999", true), ("1000000000000001", false),
  ("0.000000000000000123", true), ("1e5", false), ("", false), ("-", false),
])
func aNumberIsOneWhileExcelKeepsItsDigits(number: String, isKept: Bool) {
  #expect(SheetText.isKept(number: number) == isKept)
}

@Test func aLongTextIsCutToWhatACellHolds() {
  #expect(SheetText.fitting(String(repeating: "字", count: 32_767)).isCut == false)
  let (text, isCut) = SheetText.fitting(String(repeating: "𠮷", count: 20_000))
  #expect(isCut)
  #expect(text.utf16.count == 32_767)
  #expect(text == String(repeating: "𠮷", count: 16_383) + "…")
}

@Test func cellsAreCalledAsInASpreadsheet() {
  let names = [(0, 0), (11, 27), (1_048_575, 16_383), (2, 701), (2, 702)].map {
    CellReference.name(row: $0.0, column: $0.1)
  }
  #expect(names == ["A1", "AB12", "XFD1048576", "ZZ3", "AAA3"])
}
