internal import DurableFiles

/// Text in the XML of a sheet.
enum SheetText {
  /// `text` with what XML can't hold as Excel writes it (`_x0001_`), and what looks like that escaped.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  /// Appends `text` likewise.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    guard text.utf8.contains(where: isDoubtful) else { return bytes += text.utf8 }
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n": bytes.append(UInt8(scalar.value))
      case "_" where isEscape(rest): bytes += "_x005F_".utf8
      case _ where scalar.value < 0x20 || [0xFFFE, 0xFFFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        bytes += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8
      default: bytes += String(scalar).utf8
      }
      rest = rest.dropFirst()
    }
  }

  /// Whether a text with this byte may not stand as it is: a mark of XML, a control character, part of U+FFFE, an escape.
  private static func isDoubtful(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0xEF: true
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether it begins like `_x0041_`.
  private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    let beginning = Array(text.prefix(7))
    return beginning.count == 7 && beginning[1] == "x" && beginning[6] == "_"
      && beginning[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// `text`, or as much of it as a cell holds, with `…` at the end.
  static func fitting(_ text: String) -> (text: String, isCut: Bool) {
    // A character of UTF-16 takes at least one byte.
    guard text.utf8.count > SheetLimits.characters, text.utf16.count > SheetLimits.characters
    else { return (text, false) }
    var kept = String.UnicodeScalarView()
    var count = 1
    for scalar in text.unicodeScalars {
      count += scalar.value > 0xFFFF ? 2 : 1
      guard count <= SheetLimits.characters else { break }
      kept.append(scalar)
    }
    return (String(kept) + "…", true)
  }

  /// Whether a spreadsheet would make something else of the text if it were typed.
  static func isQuoted(_ text: String) -> Bool { SpreadsheetText.harmless(text) != text }

  /// Whether Excel keeps all digits of a decimal number: `-0.5`, `62299500`.
  static func isKept(number text: String) -> Bool {
    var digits = text.utf8.filter { (0x30...0x39).contains($0) }[...]
    guard !digits.isEmpty, text.utf8.count <= 40,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2D, 0x2E].contains($0) })
    else { return false }
    digits = digits.drop { $0 == 0x30 }
    return digits.count <= SheetLimits.digits
  }

  /// The number of a day from 1900-03-01 on, as Excel counts them; nil for any other text.
  static func serial(day text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1900...9999).contains(year), (1...12).contains(month),
      (1...lengths(year)[month - 1]).contains(day)
    else { return nil }
    // Days since 1899-12-30: right from March 1900, as Excel has a 29 February 1900.
    let before = year - 1
    let years = before * 365 + before / 4 - before / 100 + before / 400
    let serial = years + lengths(year).prefix(month - 1).reduce(day, +) - 693_594
    return serial > 60 ? serial : nil
  }

  private static func lengths(_ year: Int) -> [Int] {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}
