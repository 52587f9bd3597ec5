package import PlainWords

/// Numbers as people read them.
package enum Number {
  /// `61,204`.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// `1 document`, `61,204 documents`: what English says of one, and of any other number.
  package static func counted(
    _ number: Int, _ one: (String) -> Words, _ others: (String) -> Words
  ) -> Words {
    (number == 1 ? one : others)(grouped(number))
  }

  /// `text` with blanks before it up to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// `62.1`: rounded to `places`, with thousands grouped; `0` where it is no number.
  static func decimal(_ number: Double, places: Int) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "0" }
    let scale = (0..<max(0, min(places, 6))).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard scale > 1 else { return sign + grouped(scaled) }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: String(scale).count - 1 - fraction.count)
    return "\(sign)\(grouped(scaled / scale)).\(zeros)\(fraction)"
  }

  /// `2.7 GB`: powers of 1000, one decimal.
  static func bytes(_ number: Int) -> String {
    var value = Double(number)
    for unit in ["B", "kB", "MB", "GB", "TB"] {
      if value < 999.95 || unit == "TB" {
        return unit == "B" ? "\(number) B" : "\(decimal(value, places: 1)) \(unit)"
      }
      value /= 1000
    }
    return "\(number) B"
  }
}
