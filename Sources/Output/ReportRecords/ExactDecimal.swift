/// A decimal number as printed: `digits` / 10^`scale`, never through floating point.
///
/// `6229.95` is digits 622995, scale 2. Always in lowest terms, so equal numbers are equal values.
package struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  package private(set) var digits: Int
  /// Digits after the point, 0 or more.
  package private(set) var scale: Int

  package init(_ digits: Int, scale: Int = 0) {
    self.digits = digits
    self.scale = digits == 0 ? 0 : scale
    while self.scale > 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.scale -= 1
    }
  }

  /// The number that `text` spells with ASCII digits: an optional sign, digits, optionally a point and digits.
  ///
  /// Nil for anything else, and where it doesn't fit (over 18 digits): `"1,036"`, `""`, `"1."`, `"."` are nil.
  package init?(_ text: some StringProtocol) {
    var digits = 0
    var scale = 0
    var seenPoint = false
    var seenDigit = false
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    for byte in bytes {
      if byte == UInt8(ascii: "."), seenDigit, !seenPoint {
        seenPoint = true
        seenDigit = false
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      seenDigit = true
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, product <= Int.max - 9 else { return nil }
      digits = product + Int(byte - UInt8(ascii: "0"))
      if seenPoint { scale += 1 }
    }
    guard seenDigit, scale <= 18 else { return nil }
    self.init(isNegative ? -digits : digits, scale: scale)
  }

  /// This number times ten to the power of `exponent`; nil where it doesn't fit.
  ///
  ///     ExactDecimal("6229.95")?.shifted(by: 4)  ->  62299500
  package func shifted(by exponent: Int) -> ExactDecimal? {
    var result = self
    for _ in 0..<max(0, exponent) {
      if result.scale > 0 {
        result.scale -= 1
      } else {
        let (product, overflow) = result.digits.multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        result.digits = product
      }
    }
    return ExactDecimal(result.digits, scale: result.scale)
  }

  /// The value as a whole number; nil if it has a fraction.
  package var integer: Int? { scale == 0 ? digits : nil }

  /// Rounded half away from zero to at most `places` digits after the point.
  package func rounded(toPlaces places: Int) -> ExactDecimal {
    guard scale > places else { return self }
    var divisor = 1
    for _ in 0..<min(18, scale - places) { divisor *= 10 }
    let quotient = digits / divisor
    let remainder = abs(digits % divisor)
    let step = remainder >= divisor - remainder ? (digits < 0 ? -1 : 1) : 0
    return ExactDecimal(quotient + step, scale: places)
  }

  /// Plain decimal notation, as JSON wants it: `-5`, `0.34`, `62299500`.
  package var description: String {
    guard scale > 0 else { return String(digits) }
    let magnitude = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - magnitude.count)) + magnitude
    let point = padded.index(padded.endIndex, offsetBy: -scale)
    return (digits < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }

  /// The sum; nil where it doesn't fit.
  package static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    let scale = max(left.scale, right.scale)
    guard let a = left.shifted(by: scale)?.integer, let b = right.shifted(by: scale)?.integer
    else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(sum, scale: scale)
  }

  /// The difference; nil where it doesn't fit.
  package static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    guard right.digits != .min else { return nil }
    return left + ExactDecimal(-right.digits, scale: right.scale)
  }
}
