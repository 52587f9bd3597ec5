/// Where digits stand that are raised or lowered: 10² is not 102, and 12 with a mark of a note is not 121.
package enum DigitHeight {
  case raised, lowered

  private static let raisedDigits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
  private static let loweredDigits = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)

  /// The raised or lowered form of a digit, also of one of full width; any other character as it is.
  package func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let digit: UInt32
    switch scalar {
    case "0"..."9": digit = scalar.value - 0x30
    case "０"..."９": digit = scalar.value - 0xFF10
    default: return scalar
    }
    return self == .raised ? Self.raisedDigits[Int(digit)] : Self.loweredDigits[Int(digit)]
  }
}
