import ReportRecords
import Testing

@Test(arguments: [
  ("0", "0"), ("007", "7"), ("-5", "-5"), ("+1036", "1036"), ("6229.95", "6229.95"),
  ("7730.280", "7730.28"), ("0.34", "0.34"), ("-0.05", "-0.05"),
  ("999999999999999999", "999999999999999999"),
])
func aPrintedNumberKeepsItsDigits(text: String, written: String) {
  #expect(ExactDecimal(text)?.description == written)
}

@Test(arguments: [
  "", "-", ".", "1.", ".5", "1,036", "1 0", "１", "1e3", "0x10", "99999999999999999999", "1.2.3",
])
func whatIsNoPlainNumberIsNil(text: String) {
  #expect(ExactDecimal(text) == nil)
}

@Test func moneyShiftsOnItsDigits() {
  let shifted = ["6229.95", "106.36", "59237.2449", "0", "0.00001"].map {
    ExactDecimal($0)?.shifted(by: 4)?.description ?? "nil"
  }
  #expect(shifted == ["62299500", "1063600", "592372449", "0", "0.1"])
}

@Test func aShiftThatDoesNotFitIsNil() {
  #expect(ExactDecimal("999999999999999999")?.shifted(by: 4) == nil)
}

@Test func roundingGoesAwayFromZero() {
  let rounded = ["1.005", "1.004", "-1.005", "2.5"].map { text in
    ExactDecimal(text)?.rounded(toPlaces: 2).description ?? "nil"
  }
  #expect(rounded == ["1.01", "1", "-1.01", "2.5"])
}

@Test func sumsAndDifferencesAreExact() {
  let sum: ExactDecimal? = ExactDecimal(1, scale: 1) + ExactDecimal(2, scale: 1)
  let difference: ExactDecimal? = ExactDecimal(3) - ExactDecimal(25, scale: 1)
  let overflow: ExactDecimal? = ExactDecimal(.max) + ExactDecimal(1)
  #expect([sum, difference, overflow].map { $0?.description ?? "nil" } == ["0.3", "0.5", "nil"])
}
