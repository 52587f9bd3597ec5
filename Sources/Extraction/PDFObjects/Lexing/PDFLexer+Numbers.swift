extension PDFLexer {
  /// An integer or real (7.3.3), by the rules of poppler's lexer, which take more than ISO 32000 allows.
  ///
  /// The digits after the point are added one by one, as poppler adds them, so that the sums agree to the last bit. A
  /// number ends where no digit follows: `1e5` is the integer 1 and the keyword `e5`, `--5` are the integers 0 and -5.
  /// A minus inside the fraction counts for nothing: `1.-5` is 1.5.
  mutating func number() throws(PDFRefusal) -> Token {
    let sign = bytes[position]
    if sign == 0x2B || sign == 0x2D { position &+= 1 }
    var integer = 0
    // Takes the place of `integer` once that is too small for the digits.
    var large: Double?
    while position < end, bytes[position].isDigit {
      let digit = bytes[position] &- 0x30
      position &+= 1
      if let value = large {
        large = value * 10 + Double(digit)
      } else {
        let (tens, isTooLarge) = integer.multipliedReportingOverflow(by: 10)
        let (sum, overflows) = tens.addingReportingOverflow(Int(digit))
        if isTooLarge || overflows {
          large = Double(integer) * 10 + Double(digit)
        } else {
          integer = sum
        }
      }
    }
    let isNegative = sign == 0x2D
    guard position < end, bytes[position] == 0x2E else {
      guard let large else { return .integer(isNegative ? 0 &- integer : integer) }
      return .real(try Self.finite(isNegative ? -large : large))
    }
    position &+= 1
    let sum = fraction(addedTo: large ?? Double(integer))
    return .real(try Self.finite(isNegative ? -sum : sum))
  }

  private mutating func fraction(addedTo value: Double) -> Double {
    var sum = value
    var scale = 0.1
    while position < end {
      let byte = bytes[position]
      if byte.isDigit {
        sum += scale * Double(byte &- 0x30)
        scale *= 0.1
      } else if byte != 0x2D {
        break
      }
      position &+= 1
    }
    return sum
  }

  private static func finite(_ value: Double) throws(PDFRefusal) -> Double {
    guard value.isFinite else { throw .damaged("number") }
    return value
  }
}
