internal import DocumentModel

/// What may stand in a cell for a number.
package enum Figure {
  /// Whether `text` can be a piece of a number that was broken over lines: `300`, `-`, `7730.`, `%`.
  package static func isPart(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { isDigit($0) || isMark($0) }
  }

  /// Whether `text` is one number: `3001`, `-5`, `7730.28`, `1,024`, `12%`.
  package static func isFigure(_ text: String) -> Bool {
    var points = 0
    var last = Piece.start
    for scalar in text.unicodeScalars {
      switch last {
      case .start where isSign(scalar): last = .sign
      case .percent: return false
      case _ where isDigit(scalar): last = .digit
      case .digit, .separator:
        if isSeparator(scalar) {
          if scalar == "." || scalar == "．" { points += 1 }
          last = .separator
        } else if last == .digit, scalar == "%" || scalar == "％" {
          last = .percent
        } else {
          return false
        }
      case .start, .sign: return false
      }
    }
    return points <= 1 && (last == .digit || last == .percent)
  }

  private enum Piece {
    case start, sign, digit, separator, percent
  }

  /// Whether `text` is an amount with its unit: `6229.95万元`, `0元`.
  package static func isAmount(_ text: String) -> Bool {
    // Nearly every word ends otherwise, and this is asked of each.
    text.utf8.last == "元".utf8.last
      && ["亿元", "万元", "元"].contains { unit in
        text.hasSuffix(unit) && isFigure(String(text.dropLast(unit.count)))
      }
  }

  /// Whether `text` can be all of a cell's number: with blanks in it, `5 3`, or a short unit behind it, `776件`, `3万元`; not
  /// `1.属于`.
  package static func isValue(_ text: String) -> Bool {
    if text.unicodeScalars.allSatisfy({ isNumeric($0) || $0 == " " }) { return hasDigit(text) }
    let unit = text.unicodeScalars.drop(while: isNumeric)
    return (1...3).contains(unit.count) && !unit.contains(where: isDigit)
      && isFigure(String(text.unicodeScalars.prefix(while: isNumeric)))
  }

  package static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar)
  }

  /// Whether `scalar` may be a part of a number: a digit, sign or separator.
  package static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || isMark(scalar)
  }

  /// `text` with U+FFFD for each of its digits.
  package static func unreadable(_ text: String) -> String {
    hasDigit(text)
      ? String(scalars: text.unicodeScalars.map { isDigit($0) ? "\u{FFFD}" : $0 }) : text
  }

  package static func hasDigit(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isDigit)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "．" || scalar == "," || scalar == "，"
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "+" || scalar == "−" || scalar == "－" || scalar == "＋"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    isSeparator(scalar) || isSign(scalar) || scalar == "%" || scalar == "％"
  }
}
