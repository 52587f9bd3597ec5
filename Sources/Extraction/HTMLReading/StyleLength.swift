internal import DocumentModel

/// A length, share or number of a style sheet, as far as it is spelled in known units and functions: `12px`, `-9999em`, `62.5%`,
/// `calc(100vw / 19.2)`, `min(1em, 2px)` (CSS Values and Units, 8 and 10).
indirect enum StyleLength: Hashable, Sendable {
  case amount(Double, Unit)
  case sum(StyleLength, StyleLength)
  case difference(StyleLength, StyleLength)
  case product(StyleLength, StyleLength)
  case quotient(StyleLength, StyleLength)
  case least([StyleLength])
  case greatest([StyleLength])

  enum Unit: Hashable, Sendable {
    /// Of no unit: a factor.
    case one
    case pixel
    /// Of the size of the text.
    case em
    /// Of the size of the page's own text.
    case rem
    /// Hundredths of the screen's width and height.
    case width, height
    /// Of what the property measures itself by: 1 is all of it.
    case share
  }

  /// What the units come to where nothing is said: pixels.
  struct Measures {
    var em = 16.0
    var rem = 16.0
    /// What 100 % are.
    var whole = 16.0
    var width = StyleMedia.widths.lowerBound
    var height = StyleMedia.heights.lowerBound
  }

  /// Reads a value in lower case; nil where it isn't a length or is one of units that aren't known.
  init?(_ text: some StringProtocol) {
    var reader = LengthReader(text)
    guard let length = reader.whole() else { return nil }
    self = length
  }

  /// Pixels, or the number where it has no unit; nil where a division has no result.
  func pixels(_ measures: Measures = Measures()) -> Double? {
    func both(
      _ left: StyleLength, _ right: StyleLength, _ join: (Double, Double) -> Double?
    ) -> Double? {
      guard let left = left.pixels(measures), let right = right.pixels(measures) else { return nil }
      return join(left, right)
    }
    switch self {
    case .amount(let value, let unit):
      switch unit {
      case .one, .pixel: return value
      case .em: return value * measures.em
      case .rem: return value * measures.rem
      case .width: return value * measures.width / 100
      case .height: return value * measures.height / 100
      case .share: return value * measures.whole
      }
    case .sum(let left, let right): return both(left, right, +)
    case .difference(let left, let right): return both(left, right, -)
    case .product(let left, let right): return both(left, right, *)
    case .quotient(let left, let right):
      return both(left, right) { $1 == 0 ? nil : $0 / $1 }
    case .least(let lengths):
      let all = lengths.compactMap { $0.pixels(measures) }
      return all.count == lengths.count ? all.min() : nil
    case .greatest(let lengths):
      let all = lengths.compactMap { $0.pixels(measures) }
      return all.count == lengths.count ? all.max() : nil
    }
  }

  /// The share that it is, 0.5 of `50%`; nil where it isn't one alone.
  var share: Double? {
    if case .amount(let value, .share) = self { value } else { nil }
  }

  /// Whether it is measured by one of `units`.
  func isMeasured(by units: Set<Unit>) -> Bool {
    switch self {
    case .amount(_, let unit): units.contains(unit)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right):
      left.isMeasured(by: units) || right.isMeasured(by: units)
    case .least(let all), .greatest(let all): all.contains { $0.isMeasured(by: units) }
    }
  }

  /// Whether it is a number other than 0 without a unit, which is no length (CSS Values and Units, 6).
  var isBareNumber: Bool {
    if case .amount(let value, .one) = self { value != 0 } else { false }
  }
}

/// Reads a length from its first term to its last.
private struct LengthReader {
  private var rest: Substring
  private var depth = 0
  private static let mostDepth = 8

  init(_ text: some StringProtocol) { rest = Substring(text) }

  mutating func whole() -> StyleLength? {
    let isFormula = rest.contains("(")
    guard let length = isFormula ? sum() : amount() else { return nil }
    return rest.trimmed.isEmpty ? length : nil
  }

  /// `a + b - c`, whose signs have blanks around them.
  private mutating func sum() -> StyleLength? {
    guard var left = product() else { return nil }
    while true {
      let after = rest.trimmed
      guard let sign = after.first, sign == "+" || sign == "-" else { return left }
      rest = after.dropFirst()
      guard let right = product() else { return nil }
      left = sign == "+" ? .sum(left, right) : .difference(left, right)
    }
  }

  private mutating func product() -> StyleLength? {
    guard var left = term() else { return nil }
    while true {
      let after = rest.trimmed
      guard let sign = after.first, sign == "*" || sign == "/" else { return left }
      rest = after.dropFirst()
      guard let right = term() else { return nil }
      left = sign == "*" ? .product(left, right) : .quotient(left, right)
    }
  }

  private mutating func term() -> StyleLength? {
    rest = rest.trimmed
    let name = rest.prefix { $0.isLetter || $0 == "-" }
    guard rest[name.endIndex...].first == "(" else { return amount() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else { return nil }
    rest = rest[name.endIndex...].dropFirst()
    guard let first = sum() else { return nil }
    var all = [first]
    while rest.trimmed.first == ",", all.count < 8 {
      rest = rest.trimmed.dropFirst()
      guard let next = sum() else { return nil }
      all.append(next)
    }
    rest = rest.trimmed
    guard rest.first == ")" else { return nil }
    rest = rest.dropFirst()
    switch name {
    case "", "calc", "-webkit-calc": return all.count == 1 ? first : nil
    case "min": return .least(all)
    case "max": return .greatest(all)
    case "clamp": return all.count == 3 ? .greatest([all[0], .least([all[1], all[2]])]) : nil
    default: return nil
    }
  }

  private mutating func amount() -> StyleLength? {
    let sign = rest.prefix(1).filter { $0 == "+" || $0 == "-" }
    var number = rest.dropFirst(sign.count).prefix { $0.isNumber || $0 == "." }
    // `1e3px`; not the `e` of `1em`.
    let power = rest[number.endIndex...].dropFirst().prefix { $0.isNumber || $0 == "-" }
    if rest[number.endIndex...].first == "e", power.contains(where: \.isNumber) {
      number = rest[number.startIndex..<power.endIndex]
    }
    guard let value = Double("\(sign)\(number)"), value.isFinite else { return nil }
    let unit = rest[number.endIndex...].prefix { $0.isLetter || $0 == "%" }
    guard let (factor, kind) = Self.units[String(unit)] else { return nil }
    rest = rest[unit.endIndex...]
    return .amount(value * factor, kind)
  }

  private static let units: [String: (Double, StyleLength.Unit)] = [
    "": (1, .one), "%": (0.01, .share), "px": (1, .pixel), "pt": (4.0 / 3, .pixel),
    "pc": (16, .pixel), "in": (96, .pixel), "cm": (96 / 2.54, .pixel), "mm": (9.6 / 2.54, .pixel),
    "q": (2.4 / 2.54, .pixel), "em": (1, .em), "ex": (0.5, .em), "ch": (0.5, .em), "ic": (1, .em),
    "cap": (0.7, .em), "lh": (1.2, .em), "rem": (1, .rem), "rlh": (1.2, .rem), "vw": (1, .width),
    "vi": (1, .width), "svw": (1, .width), "dvw": (1, .width), "lvw": (1, .width),
    "vh": (1, .height), "vb": (1, .height), "svh": (1, .height), "dvh": (1, .height),
    "lvh": (1, .height), "vmin": (1, .height), "vmax": (1, .width),
  ]
}
