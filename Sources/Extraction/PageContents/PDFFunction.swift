internal import PDFObjects

/// Numbers of numbers (ISO 32000-1, 7.10): of an amount of ink its colour, of a place in a shading its colour.
indirect enum PDFFunction {
  /// A table of samples over a grid, the nearest one taken.
  case sampled(SampledFunction)
  /// From `start` to `end` by a power.
  case exponential(start: [Double], end: [Double], power: Double, domain: ClosedRange<Double>)
  /// Others one after another, each from its bound to the next.
  case stitched([PDFFunction], bounds: [Double], encode: [Double], domain: ClosedRange<Double>)
  case calculator(CalculatorFunction)
  /// One for each number that comes out.
  case list([PDFFunction])

  /// Nil for numbers that it isn't made for.
  func values(_ input: [Double]) -> [Double]? {
    switch self {
    case .sampled(let function): return function.values(input)
    case .exponential(let start, let end, let power, let domain):
      guard input.count == 1 else { return nil }
      let share = Self.clamped(input[0], domain)
      let raised = power == 1 ? share : Self.power(share, power)
      return zip(start, end).map { $0 + raised * ($1 - $0) }
    case .stitched(let parts, let bounds, let encode, let domain):
      guard input.count == 1 else { return nil }
      let place = Self.clamped(input[0], domain)
      let index = bounds.prefix { place >= $0 }.count
      let low = index == 0 ? domain.lowerBound : bounds[index - 1]
      let high = index == bounds.count ? domain.upperBound : bounds[index]
      let share = high > low ? (place - low) / (high - low) : 0
      let (from, to) = (encode[2 * index], encode[2 * index + 1])
      return parts[index].values([from + share * (to - from)])
    case .calculator(let function): return function.values(input)
    case .list(let functions):
      var values: [Double] = []
      for function in functions {
        guard let value = function.values(input)?.first else { return nil }
        values.append(value)
      }
      return values
    }
  }

  static func clamped(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    value.isNaN ? range.lowerBound : min(max(value, range.lowerBound), range.upperBound)
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    CalculatorFunction.power(base, exponent)
  }
}

extension PDFFunction {
  /// Nil for one that isn't as 7.10 says.
  init?(_ object: PDFObject?, in file: PDFFile, depth: Int = 0) throws(PDFRefusal) {
    guard depth < 6 else { return nil }
    let resolved = try file.resolve(object)
    if let items = resolved.array {
      guard (1...32).contains(items.count) else { return nil }
      var functions: [PDFFunction] = []
      for item in items {
        guard let function = try PDFFunction(item, in: file, depth: depth + 1) else { return nil }
        functions.append(function)
      }
      self = .list(functions)
      return
    }
    guard let dictionary = resolved.dictionary else { return nil }
    let numbers = { (name: PDFName) throws(PDFRefusal) -> [Double]? in
      try Self.numbers(dictionary[name], in: file)
    }
    guard let domain = Self.ranges(try numbers("Domain")), let first = domain.first else {
      return nil
    }
    switch try file.resolve(dictionary["FunctionType"]).integer {
    case 0:
      guard let stream = resolved.stream, let range = Self.ranges(try numbers("Range")),
        let size = try numbers("Size"),
        let bits = try file.resolve(dictionary["BitsPerSample"]).integer
      else { return nil }
      let encode = try numbers("Encode")
      let decode = Self.ends(try numbers("Decode"))
      let bytes = try file.decoded(stream)
      guard
        let function = SampledFunction(
          domain: domain, range: range, size: size, bits: bits, encode: encode, decode: decode,
          bytes: bytes)
      else { return nil }
      self = .sampled(function)
    case 2:
      let start = try numbers("C0") ?? [0]
      let end = try numbers("C1") ?? [1]
      guard start.count == end.count, let power = try file.resolve(dictionary["N"]).number else {
        return nil
      }
      self = .exponential(start: start, end: end, power: power, domain: first)
    case 3:
      guard let items = try file.resolve(dictionary["Functions"]).array,
        let bounds = try numbers("Bounds"), let encode = try numbers("Encode"),
        (1...64).contains(items.count), bounds.count == items.count - 1,
        encode.count == items.count * 2
      else { return nil }
      var parts: [PDFFunction] = []
      for item in items {
        guard let part = try PDFFunction(item, in: file, depth: depth + 1) else { return nil }
        parts.append(part)
      }
      self = .stitched(parts, bounds: bounds, encode: encode, domain: first)
    case 4:
      guard let stream = resolved.stream, let range = Self.ranges(try numbers("Range")),
        let function = CalculatorFunction(
          try file.decoded(stream), domain: domain, range: range)
      else { return nil }
      self = .calculator(function)
    default: return nil
    }
  }

  private static func numbers(
    _ object: PDFObject?, in file: PDFFile
  ) throws(PDFRefusal) -> [Double]? {
    guard let items = try file.resolve(object).array, items.count <= 256 else { return nil }
    var numbers: [Double] = []
    for item in items {
      guard let number = try file.resolve(item).number, number.isFinite else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func ends(_ numbers: [Double]?) -> [(Double, Double)]? {
    guard let numbers, numbers.count % 2 == 0 else { return nil }
    return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  private static func ranges(_ numbers: [Double]?) -> [ClosedRange<Double>]? {
    guard let ends = ends(numbers), ends.allSatisfy({ $0.0 <= $0.1 }) else { return nil }
    return ends.map { $0.0...$0.1 }
  }
}

/// A function of samples (7.10.2), the nearest one taken: colours are looked at, not mixed.
struct SampledFunction {
  private let domain, range: [ClosedRange<Double>]
  private let size: [Int]
  private let bits: Int
  private let encode: [Double]
  private let decode: [(Double, Double)]
  private let bytes: [UInt8]

  init?(
    domain: [ClosedRange<Double>], range: [ClosedRange<Double>], size: [Double], bits: Int,
    encode: [Double]?, decode: [(Double, Double)]?, bytes: [UInt8]
  ) {
    let size = size.compactMap { Int(exactly: $0) }
    guard size.count == domain.count, size.allSatisfy({ (1...65_536).contains($0) }),
      (1...32).contains(range.count), [8, 16].contains(bits)
    else { return nil }
    var places = 1
    for side in size {
      places *= side
      guard places <= 1 << 24 else { return nil }
    }
    let encode: [Double] = encode ?? size.flatMap { [0, Double($0 - 1)] }
    let decode: [(Double, Double)] = decode ?? range.map { ($0.lowerBound, $0.upperBound) }
    guard encode.count == size.count * 2, decode.count == range.count,
      places * range.count * bits / 8 <= bytes.count
    else { return nil }
    (self.domain, self.range, self.size, self.bits) = (domain, range, size, bits)
    (self.encode, self.decode, self.bytes) = (encode, decode, bytes)
  }

  func values(_ input: [Double]) -> [Double]? {
    guard input.count == domain.count else { return nil }
    var place = 0
    var step = 1
    for (index, value) in input.enumerated() {
      let domain = domain[index]
      let width = domain.upperBound - domain.lowerBound
      let share =
        width > 0 ? (PDFFunction.clamped(value, domain) - domain.lowerBound) / width : 0
      let (from, to) = (encode[2 * index], encode[2 * index + 1])
      let sample = PDFFunction.clamped(
        from + share * (to - from), 0...Double(size[index] - 1))
      place += Int(sample.rounded()) * step
      step *= size[index]
    }
    return range.indices.map { index in
      let start = (place * range.count + index) * bits / 8
      let share =
        bits == 8
        ? Double(bytes[start]) / 255
        : Double(Int(bytes[start]) << 8 | Int(bytes[start + 1])) / 65_535
      let (low, high) = decode[index]
      return PDFFunction.clamped(low + share * (high - low), range[index])
    }
  }
}
