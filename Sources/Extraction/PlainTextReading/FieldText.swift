internal import DocumentModel

/// What a field or a line looks like, for deciding what is a table.
enum FieldText {
  /// Whether `text` is a figure or stands for one: `619` `+2` `增 18` `106.36万元` `1,036` `/` `—`.
  static func isFigure(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 48 else { return false }
    if blanks.contains(text) { return true }
    var hasDigit = false
    for scalar in text.unicodeScalars {
      if isDigit(scalar) {
        hasDigit = true
      } else if !besideDigits.contains(scalar) {
        return false
      }
    }
    return hasDigit
  }

  static func hasDigitsOnly(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { isDigit($0) || ".．,，".unicodeScalars.contains($0) }
  }

  /// Whether `text` begins like a section: `一、`, `十二、`, `（一）`, `(三)`, `第一部分`; not `第二十条第（一）项`.
  static func isHeading(_ text: String) -> Bool {
    var rest = text.unicodeScalars[...]
    let isBracketed = rest.first.map { "（(".unicodeScalars.contains($0) } ?? false
    if isBracketed { rest = rest.dropFirst() }
    if rest.first == " " { rest = rest.dropFirst() }
    let numeral = rest.prefix { numerals.contains($0) }
    guard (1...3).contains(numeral.count) else { return false }
    rest = rest.dropFirst(numeral.count)
    guard let next = rest.first else { return false }
    return (isBracketed ? "）)" : "、．.，,").unicodeScalars.contains(next)
  }

  /// Whether `text` is running text: long, or a sentence of some length.
  ///
  /// No label of the form is.
  static func isProse(_ text: String) -> Bool {
    let bytes = text.utf8.count
    guard bytes > 60, let last = text.unicodeScalars.last else { return false }
    return bytes > 240 || "。；！？;".unicodeScalars.contains(last)
  }

  /// Scalars, counted up to 300.
  static func length(_ text: String) -> Int { text.unicodeScalars.prefix(300).count }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static let besideDigits = Set(" +-−－＋—–,，.．%％增减加少万亿元件条个户次项人".unicodeScalars)
  private static let blanks: Set<String> = ["/", "／", "\\", "-", "--", "—", "——", "–", "－", "−"]
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
}
