internal import PDFObjects
internal import PagePaint

/// How numbers name a colour (ISO 32000-1, 8.6), as far as it tells light from dark.
indirect enum ColourSpace {
  case grey, rgb, cmyk
  /// Colours of `base` by number, each `count` bytes of `table`.
  case indexed(base: ColourSpace, count: Int, table: [UInt8])
  /// Amounts of inks whose colours aren't computed; none of any is the white of the paper.
  case inks(count: Int)
  case pattern
  /// Lab and the like.
  case other(count: Int)

  /// How many numbers name a colour.
  var count: Int {
    switch self {
    case .grey, .indexed: 1
    case .rgb: 3
    case .cmyk: 4
    case .inks(let count), .other(let count): count
    case .pattern: 0
    }
  }

  /// What a space begins with (8.6.5 to 8.6.6): black, or full inks.
  var initial: PaintColour? {
    switch self {
    case .grey, .rgb, .cmyk: .black
    case .indexed: colour([0])
    case .inks, .other, .pattern: nil
    }
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
      return base.colour(table[start..<start + count].map { Double($0) / 255 })
    case .inks: return values.allSatisfy { $0 == 0 } ? .white : nil
    case .other, .pattern: return nil
    }
  }
}

extension ColourSpace {
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
    case "Lab": return .other(count: 3)
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
    case "Separation": return .inks(count: 1)
    case "DeviceN":
      guard items.count > 1, let inks = try file.resolve(items[1]).array, inks.count <= 32 else {
        throw .damaged("the inks of a colour space")
      }
      return .inks(count: inks.count)
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
