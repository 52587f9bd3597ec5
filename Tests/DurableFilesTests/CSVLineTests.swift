import DurableFiles
import Testing

@Test(arguments: [
  "=cmd|'/c calc'!A0", "@SUM(9)", "+A1", "-A1", "-", "--", "+", "\t=1", "\r=1", "\n=1", "＝1+1",
  "＠x", "＋x", "－x", "-5%", "-1-2", "+1+2", "-1e5", "=1", "@", "-.", "- 5",
  "1234567890123456", "007", "00", "123456789012", "12345678901e1234", "1E5", "0123456789abcdef0",
])
func whatASpreadsheetWouldRunOrRoundIsText(text: String) {
  let isHexadecimal = text.hasSuffix("f0")
  #expect(SpreadsheetText.harmless(text) == (isHexadecimal ? text : "'" + text))
}

@Test(arguments: [
  "", "0", "12", "-5", "+5", "-12.50", "+0.5", "12345678901", "0.5", "-0", "1.25", "a=1", "某局",
  "'=1",
  "0517-83996", "12a", "e5", "5e", "2023-01-02", "（一）", "—", "…", "12,345", ".5", "1.2.3",
])
func numbersAndOtherTextStay(text: String) {
  #expect(SpreadsheetText.harmless(text) == text)
}
