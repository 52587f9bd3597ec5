extension Int {
  /// `61,204`.
  var grouped: String {
    let digits = Array(String(magnitude))
    var result = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// With its sign: `+1,204`, `-3`.
  var signed: String { (self > 0 ? "+" : "") + grouped }

  /// The part of `whole` that this is, from 0 to 1; 0 of nothing.
  func share(of whole: Int) -> Double {
    whole > 0 ? Swift.min(1, Swift.max(0, Double(self) / Double(whole))) : 0
  }
}

extension Collection<Int> {
  /// The sum, or the largest number there is.
  var saturatingSum: Int {
    reduce(0) { sum, value in
      let (result, overflow) = sum.addingReportingOverflow(value)
      return overflow ? .max : result
    }
  }
}

extension Collection<Int?> {
  /// The sum of those that there are.
  var printedSum: Int { compactMap(\.self).saturatingSum }
}

extension Int? {
  /// A dash where no number is printed, which is not 0.
  var grouped: String { self?.grouped ?? "–" }
}

extension Double {
  /// With at most `places` decimals and a point: `12.5`, `3`; 0 for what is no number.
  func rounded(places: Int) -> String {
    let scale = (0..<Swift.max(0, Swift.min(places, 6))).reduce(1) { scale, _ in scale * 10 }
    guard isFinite, abs(self) < 1e12 else { return "0" }
    let scaled = Int((abs(self) * Double(scale)).rounded())
    let sign = self < 0 && scaled > 0 ? "-" : ""
    var fraction = String(scaled % scale + scale).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return sign + String(scaled / scale) + (fraction.isEmpty ? "" : ".") + fraction
  }

  /// A share as people read it: `12.5 %`, with a space that doesn't break.
  var percent: String {
    let text = (self * 100).rounded(places: 1)
    return "\(text.contains(".") ? text : text + ".0")\u{A0}%"
  }

  /// A share as a length in a picture: `12.5%`.
  var length: String { "\((self * 100).rounded(places: 2))%" }
}
