internal import PDFObjects
internal import PagePaint

/// How numbers name a colour (ISO 32000-1, 8.6), as far as it tells light from dark.
indirect enum ColourSpace {
  case grey, rgb, cmyk
  /// Colours of `base` by number, each `count` bytes of `table`.
  case indexed(base: ColourSpace, count: Int, table: [UInt8])
  /// Amounts of inks, of which `tint` makes colours of `base`; nil where it isn't computed. None of any is the white of
  /// the paper.
  case inks(count: Int, base: ColourSpace, tint: PDFFunction?)
  /// The ink `None`, which leaves no mark.
  case noInk(count: Int)
  case pattern
  /// With its white point (8.6.5.4).
  case lab(white: [Double])

  /// How many numbers name a colour.
  var count: Int {
    switch self {
    case .grey, .indexed: 1
    case .rgb: 3
    case .cmyk: 4
    case .lab: 3
    case .inks(let count, _, _), .noInk(let count): count
    case .pattern: 0
    }
  }

  /// What a space begins with (8.6.5 to 8.6.6): black, or full inks.
  var initial: PaintColour? {
    switch self {
    case .grey, .rgb, .cmyk: .black
    case .indexed: colour([0])
    case .inks(let count, _, _): colour(Array(repeating: 1, count: count))
    case .lab: .black
    case .pattern, .noInk: nil
    }
  }

  /// Whether nothing that is painted in it is seen.
  var isNothing: Bool {
    if case .noInk = self { true } else { false }
  }

  /// Nil where it isn't computed.
  func colour(_ values: [Double]) -> PaintColour? {
    guard values.count == count, !values.isEmpty else { return nil }
    switch self {
    case .grey: return PaintColour(red: values[0], green: values[0], blue: values[0])
    case .rgb: return PaintColour(red: values[0], green: values[1], blue: values[2])
    case .cmyk:
      let light = 1 - min(max(values[3], 0), 1)
      return PaintColour(
        red: (1 - values[0]) * light, green: (1 - values[1]) * light,
        blue: (1 - values[2]) * light)
    case .indexed(let base, let count, let table):
      guard values[0] >= 0, values[0] < 256 else { return nil }
      let start = Int(values[0]) * count
      guard start + count <= table.count else { return nil }
      let shares = table[start..<start + count].map { Double($0) / 255 }
      // L* goes up to 100, and a* and b* around 0.
      if case .lab = base {
        return base.colour([shares[0] * 100, shares[1] * 200 - 100, shares[2] * 200 - 100])
      }
      return base.colour(shares)
    case .inks(_, let base, let tint):
      if values.allSatisfy({ $0 == 0 }) { return .white }
      return tint?.values(values).flatMap { base.colour($0) }
    case .lab(let white): return Self.lab(values, white)
    case .pattern, .noInk: return nil
    }
  }
}

extension ColourSpace {
  /// L* from 0 to 100, a* and b* around 0.
  private static func lab(_ values: [Double], _ white: [Double]) -> PaintColour {
    let middle = (values[0] + 16) / 116
    let parts = [middle + values[1] / 500, middle, middle - values[2] / 200]
    let (x, y, z) = (
      white[0] * unlab(parts[0]), white[1] * unlab(parts[1]), white[2] * unlab(parts[2])
    )
    // As seen under daylight of 6500 K, whatever the white point: it is about light and dark.
    let (u, v, w) = (x / white[0] * 0.9505, y / white[1], z / white[2] * 1.089)
    return PaintColour(
      red: gamma(3.2406 * u - 1.5372 * v - 0.4986 * w),
      green: gamma(-0.9689 * u + 1.8758 * v + 0.0415 * w),
      blue: gamma(0.0557 * u - 0.204 * v + 1.057 * w))
  }

  private static func unlab(_ part: Double) -> Double {
    part >= 6.0 / 29 ? part * part * part : 108.0 / 841 * (part - 4.0 / 29)
  }

  private static func gamma(_ part: Double) -> Double {
    part <= 0.0031308
      ? 12.92 * part : 1.055 * CalculatorFunction.power(part, 1 / 2.4) - 0.055
  }

  /// Reads a space as a page names or defines it.
  ///
  /// - Parameter resources: Where names other than those of devices are looked up (8.6.8).
  init(
    _ object: PDFObject, resources: PDFDictionary, in file: PDFFile, depth: Int = 0
  ) throws(PDFRefusal) {
    guard depth < 8 else { throw .limit("colour spaces in colour spaces") }
    switch try file.resolve(object) {
    case .name(let name):
      if let device = Self.device(name) {
        self = device
      } else {
        let spaces = try file.resolve(resources["ColorSpace"]).dictionary
        guard let own = spaces?[name] else { throw .damaged("the colour space \(name.text)") }
        try self.init(own, resources: PDFDictionary(), in: file, depth: depth + 1)
      }
    case .array(let items):
      guard let family = try file.resolve(items.first).name else {
        throw .damaged("the family of a colour space")
      }
      self = try Self.space(family, items, resources: resources, in: file, depth: depth)
    default: throw .damaged("a colour space")
    }
  }

  private static func space(
    _ family: PDFName, _ items: [PDFObject], resources: PDFDictionary, in file: PDFFile, depth: Int
  ) throws(PDFRefusal) -> ColourSpace {
    if items.count == 1, let device = device(family) { return device }
    switch family.text {
    case "CalGray": return .grey
    case "CalRGB": return .rgb
    case "Lab":
      var white: [Double] = []
      let entries = try file.resolve(items.count > 1 ? items[1] : nil).dictionary
      for item in try file.resolve(entries?["WhitePoint"]).array ?? [] {
        white.append(try file.resolve(item).number ?? 0)
      }
      guard white.count == 3, white.allSatisfy({ $0 > 0 && $0 < 10 }) else {
        return .lab(white: [0.9505, 1, 1.089])
      }
      return .lab(white: white)
    case "Pattern": return .pattern
    case "ICCBased":
      guard items.count > 1, let profile = try file.resolve(items[1]).dictionary else {
        throw .damaged("the profile of a colour space")
      }
      switch try file.resolve(profile["N"]).integer {
      case 1: return .grey
      case 3: return .rgb
      case 4: return .cmyk
      default: throw .damaged("the number of colours of a profile")
      }
    case "Separation", "DeviceN":
      let inks: [PDFObject]
      if family == "DeviceN" {
        guard items.count > 1, let named = try file.resolve(items[1]).array, named.count <= 32
        else { throw .damaged("the inks of a colour space") }
        inks = named
      } else {
        inks = items.count > 1 ? [items[1]] : [.null]
      }
      var isNothing = !inks.isEmpty
      for ink in inks where try file.resolve(ink).name != "None" { isNothing = false }
      if isNothing { return .noInk(count: inks.count) }
      guard items.count > 3 else { throw .damaged("the inks of a colour space") }
      return .inks(
        count: inks.count,
        base: try ColourSpace(items[2], resources: resources, in: file, depth: depth + 1),
        tint: try PDFFunction(items[3], in: file))
    case "Indexed", "I":
      guard items.count > 3 else { throw .damaged("the table of a colour space") }
      let base = try ColourSpace(
        items[1], resources: resources, in: file, depth: depth + 1)
      let table: [UInt8]
      switch try file.resolve(items[3]) {
      case .string(let bytes): table = bytes
      case .stream(let stream): table = try file.decoded(stream)
      default: throw .damaged("the table of a colour space")
      }
      return .indexed(base: base, count: base.count, table: table)
    default: throw .unsupported("the colour space \(family.text)")
    }
  }

  private static func device(_ name: PDFName) -> ColourSpace? {
    switch name.text {
    case "DeviceGray", "G", "CalGray": .grey
    case "DeviceRGB", "RGB", "CalRGB": .rgb
    case "DeviceCMYK", "CMYK": .cmyk
    case "Pattern": .pattern
    default: nil
    }
  }
}
