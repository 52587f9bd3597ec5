internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Where the colours of a picture stand, for the case that glyphs lie at it.
struct PictureSource {
  enum Data {
    case stream(PDFStream)
    case inline([UInt8])
  }

  /// Its index among the pictures of the page.
  let picture: Int
  let dictionary: PDFDictionary
  let data: Data
  /// From a square of side 1 to the page.
  let matrix: AffineMatrix
  let isStencil: Bool
  /// Whether its mask is a part of its own data, which isn't read.
  let isMaskedWithin: Bool
  /// What names of colour spaces mean.
  let named: PDFDictionary
}

extension ContentInterpreter {
  /// Reads the pictures on which glyphs lie, or which lie on glyphs and have a mask.
  ///
  /// A picture in a format that isn't decoded here, or a large one, stays unread.
  mutating func readPictures() {
    guard !sources.isEmpty, !paint.glyphs.isEmpty,
      sources.count * paint.glyphs.count < Self.mostPictureComparisons
    else { return }
    for source in sources where matters(paint.pictures[source.picture]) {
      do throws(PDFRefusal) {
        paint.pictures[source.picture].raster = try raster(of: source)
      } catch {
        // What it looks like stays unknown.
      }
    }
  }

  private func matters(_ picture: PaintedPicture) -> Bool {
    paint.glyphs.contains {
      $0.concealment == nil && (picture.isMasked || $0.paint.order > picture.paint.order)
        && $0.box.intersection(picture.box) != nil
    }
  }

  private func raster(of source: PictureSource) throws(PDFRefusal) -> PictureRaster? {
    guard !source.isMaskedWithin, let inverse = source.matrix.inverse else { return nil }
    if source.isStencil {
      // A 0 is painted, unless the decoding says otherwise.
      let mask = try samples(
        source.dictionary, source.data, count: 1, isStencil: true, isMask: true)
      return mask.flatMap {
        PictureRaster(
          samples: nil, colours: .grey, mask: .soft($0), toSquare: inverse.numbers)
      }
    }
    var mask: PictureRaster.Mask?
    if source.dictionary["SMask"] != nil || source.dictionary["Mask"] != nil {
      mask = try self.mask(of: source)
      if mask == nil { return nil }
    }
    let (colours, samples) = try colours(of: source)
    if case .key = mask, samples == nil { return nil }
    guard samples != nil || mask != nil else { return nil }
    return PictureRaster(
      samples: samples, colours: colours, mask: mask, toSquare: inverse.numbers)
  }

  /// Nil for one that isn't read.
  private func mask(of source: PictureSource) throws(PDFRefusal) -> PictureRaster.Mask? {
    let file = resources.file
    if let stream = try file.resolve(source.dictionary["SMask"]).stream {
      return try samples(stream.dictionary, .stream(stream), count: 1, isMask: true)
        .map { .soft($0) }
    }
    if let stream = try file.resolve(source.dictionary["Mask"]).stream {
      return try samples(
        stream.dictionary, .stream(stream), count: 1, isStencil: true, isMask: true
      ).map { .soft($0) }
    }
    guard let numbers = try numbers(source.dictionary["Mask"]), numbers.count % 2 == 0,
      !numbers.isEmpty
    else { return nil }
    var ranges: [ClosedRange<Int>] = []
    for index in stride(from: 0, to: numbers.count, by: 2) {
      guard let low = Int(exactly: numbers[index]), let high = Int(exactly: numbers[index + 1]),
        low <= high
      else { return nil }
      ranges.append(low...high)
    }
    return .key(ranges)
  }

  /// Samples are nil where the colours of the picture aren't decoded: its mask alone may say enough.
  private func colours(
    of source: PictureSource
  ) throws(PDFRefusal) -> (PictureRaster.Colours, PictureRaster.Samples?) {
    guard let name = source.dictionary["ColorSpace"] ?? source.dictionary["CS"] else {
      return (.grey, nil)
    }
    do throws(PDFRefusal) {
      let space = try ColourSpace(name, resources: source.named, in: resources.file)
      let bits = try bits(of: source.dictionary)
      let colours: PictureRaster.Colours
      switch space {
      case .grey: colours = .grey
      case .rgb: colours = .rgb
      case .cmyk: colours = .cmyk
      case .indexed:
        colours = .table((0..<1 << bits).map { space.colour([Double($0)]) ?? .black })
      case .inks(1, _, _):
        let greatest = Double((1 << bits) - 1)
        let table = (0..<1 << bits).compactMap { space.colour([Double($0) / greatest]) }
        guard table.count == 1 << bits else { return (.grey, nil) }
        colours = .table(table)
      default: return (.grey, nil)
      }
      return (colours, try samples(source.dictionary, source.data, count: space.count))
    } catch {
      return (.grey, nil)
    }
  }

  private func bits(of dictionary: PDFDictionary) throws(PDFRefusal) -> Int {
    let bits =
      try resources.file.resolve(dictionary["BitsPerComponent"] ?? dictionary["BPC"]).integer ?? 8
    guard (1...8).contains(bits) else { throw .unsupported("the bits of a picture") }
    return bits
  }

  /// Nil for what isn't decoded here.
  private func samples(
    _ dictionary: PDFDictionary, _ data: PictureSource.Data, count: Int, isStencil: Bool = false,
    isMask: Bool = false
  ) throws(PDFRefusal) -> PictureRaster.Samples? {
    let file = resources.file
    guard let width = try file.resolve(dictionary["Width"] ?? dictionary["W"]).integer,
      let height = try file.resolve(dictionary["Height"] ?? dictionary["H"]).integer,
      (1...1 << 14).contains(width), (1...1 << 14).contains(height)
    else { return nil }
    let bits = isStencil ? 1 : try bits(of: dictionary)
    guard width * height * count * bits / 8 <= Self.largestPicture,
      resources.pictureBytesLeft > 0
    else { return nil }
    var isInverted = isStencil
    if let decode = try numbers(dictionary["Decode"] ?? dictionary["D"]) {
      let usual: [Double] = (0..<count * 2).map { Double($0 % 2) }
      let inverted: [Double] = usual.map { 1 - $0 }
      if decode == inverted {
        isInverted.toggle()
      } else if decode != usual, decode != [0, Double((1 << bits) - 1)] {
        return nil
      }
    }
    let bytes: [UInt8] =
      switch data {
      case .stream(let stream): try file.decoded(stream)
      case .inline(let bytes): try file.decoded(inline: bytes, dictionary)
      }
    resources.pictureBytesLeft -= bytes.count
    return PictureRaster.Samples(
      width: width, height: height, count: count, bits: bits, bytes: bytes,
      isInverted: isInverted)
  }

  private static var mostPictureComparisons: Int { 20_000_000 }
  /// In bytes: a seal of 1,000 by 1,000 colours has 3,000,000.
  private static var largestPicture: Int { 6_000_000 }
}

extension AffineMatrix {
  /// Nil for one that leaves no area.
  fileprivate var inverse: AffineMatrix? {
    let determinant = a * d - b * c
    guard abs(determinant) > 1e-9 else { return nil }
    return AffineMatrix(
      d / determinant, -b / determinant, -c / determinant, a / determinant,
      (c * f - d * e) / determinant, (b * e - a * f) / determinant)
  }

  fileprivate var numbers: [Double] { [a, b, c, d, e, f] }
}
