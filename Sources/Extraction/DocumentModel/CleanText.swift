/// The rules for text on its way into a ``Document``.
package enum CleanText {
  /// `text` on one line: control characters dropped, every run of blanks one space, none at the ends.
  ///
  /// Blanks are tab, line breaks, no-break and other Unicode spaces, U+3000 and zero-width characters (which vanish).
  /// Nothing else changes: full-width digits, brackets and punctuation stay as printed.
  ///
  ///     "　　0\u{A0}"  ->  "0"
  package static func line(_ text: String) -> String {
    // Nearly all text is clean already.
    guard needsCleaning(text) else { return text }
    var clean = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        pendingBlank = true
      } else if !isDropped(scalar) {
        if pendingBlank, !clean.isEmpty { clean.append(" ") }
        pendingBlank = false
        clean.append(radicals[scalar] ?? scalar)
      }
    }
    return String(clean)
  }

  private static func needsCleaning(_ text: String) -> Bool {
    var previousIsBlank = true
    for scalar in text.unicodeScalars {
      if scalar == " " {
        if previousIsBlank { return true }
        previousIsBlank = true
      } else {
        if isBlank(scalar) || isDropped(scalar) || radicals[scalar] != nil { return true }
        previousIsBlank = false
      }
    }
    return previousIsBlank && !text.isEmpty
  }

  /// Whether `scalar` separates words and is printed as a space.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether `scalar` shows nothing: controls, zero-width and direction marks, byte order marks.
  package static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  /// Radicals that fonts without a proper Unicode map print in place of the ideograph: ⼀ (U+2F00) for 一.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = [:]
}
