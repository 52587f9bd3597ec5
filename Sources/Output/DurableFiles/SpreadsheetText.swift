/// Text on its way into a table that a spreadsheet opens: Excel, WPS, LibreOffice.
///
/// A spreadsheet takes `=cmd|'/c calc'!A0` for a formula and runs it, makes `1.23457E+15` of an id of 16 digits and `10010`
/// of the postcode `010010`, whether or not the file quotes it. An apostrophe before it makes it text.
package enum SpreadsheetText {
  /// `text`, with an apostrophe before what a spreadsheet would run or round; a plain number stays one.
  package static func harmless(_ text: String) -> String {
    isRun(text) || isRounded(text.utf8) ? "'" + text : text
  }

  private static func isRun(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "+", "-": !isNumber(text.utf8.dropFirst())
    // The wide forms are the same to an Excel that speaks Chinese or Japanese.
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// `5`, `12.50`.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  /// Digits that are no amount: more than a cell shows, a zero in front, or what reads as a power of ten.
  private static func isRounded(_ text: String.UTF8View) -> Bool {
    guard let first = text.first, isDigit(first) else { return false }
    let digits = text.prefix(while: isDigit)
    let rest = text[digits.endIndex...]
    if rest.isEmpty { return digits.count > 11 || (digits.count > 1 && first == UInt8(ascii: "0")) }
    return rest.first.map { $0 | 0x20 } == UInt8(ascii: "e") && rest.count > 1
      && rest.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
