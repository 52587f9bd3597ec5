/// What was done to rows of samples before they were packed (7.4.4.4).
struct Predictor: Hashable {
  enum Method: Hashable {
    /// Each component is a difference to that of the pixel on its left (TIFF 6.0, section 14).
    case tiff
    /// Each row begins with a byte that names its method (ISO/IEC 15948, clause 9).
    case png
  }

  let method: Method
  let colors, bitsPerComponent: Int
  /// Bytes of a row, and of a pixel, at least one.
  let rowBytes, pixelBytes: Int

  /// Nil where such rows can't be, as poppler sees it.
  init?(_ method: Method, colors: Int, bitsPerComponent: Int, columns: Int) {
    let (samples, isTooWide) = colors.multipliedReportingOverflow(by: columns)
    guard (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bitsPerComponent), columns > 0,
      !isTooWide, samples < (Int(Int32.max) - 7) / bitsPerComponent
    else { return nil }
    self.method = method
    self.colors = colors
    self.bitsPerComponent = bitsPerComponent
    rowBytes = (samples * bitsPerComponent + 7) / 8
    pixelBytes = (colors * bitsPerComponent + 7) / 8
  }

  /// The rows as they were.
  func undone(_ bytes: [UInt8]) throws(PDFRefusal) -> [UInt8] {
    switch method {
    case .tiff: try withoutTIFF(bytes)
    case .png: try withoutPNG(bytes)
    }
  }

  private func withoutPNG(_ bytes: [UInt8]) throws(PDFRefusal) -> [UInt8] {
    let (rows, rest) = bytes.count.quotientAndRemainder(dividingBy: rowBytes &+ 1)
    // Some producers end with the first byte of a row that never comes.
    guard rest <= 1 else { throw .damaged("row") }
    var output = [UInt8](repeating: 0, count: rows &* rowBytes)
    for row in 0..<rows {
      let source = row &* (rowBytes &+ 1)
      guard let filter = PNGFilter(rawValue: bytes[source]) else { throw .damaged("PNG filter") }
      undo(filter, of: bytes, from: source &+ 1, into: &output, at: row &* rowBytes)
    }
    return output
  }

  private enum PNGFilter: UInt8 {
    case none, sub, up, average, paeth
  }

  private func undo(
    _ filter: PNGFilter, of bytes: [UInt8], from source: Int, into output: inout [UInt8],
    at start: Int
  ) {
    for index in 0..<rowBytes {
      let place = start &+ index
      let left = index >= pixelBytes ? output[place &- pixelBytes] : 0
      let above = start > 0 ? output[place &- rowBytes] : 0
      let prediction: UInt8
      switch filter {
      case .none: prediction = 0
      case .sub: prediction = left
      case .up: prediction = above
      case .average:
        prediction = UInt8(truncatingIfNeeded: (UInt16(left) &+ UInt16(above)) &>> 1)
      case .paeth:
        let isInside = start > 0 && index >= pixelBytes
        prediction = Self.paeth(
          Int(left), Int(above), isInside ? Int(output[place &- rowBytes &- pixelBytes]) : 0)
      }
      output[place] = bytes[source &+ index] &+ prediction
    }
  }

  /// Which of the three is nearest to `left` + `above` - `corner`.
  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let toLeft = abs(above &- corner)
    let toAbove = abs(left &- corner)
    let toCorner = abs(left &+ above &- corner &- corner)
    let nearest =
      toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner
    return UInt8(truncatingIfNeeded: nearest)
  }

  private func withoutTIFF(_ bytes: [UInt8]) throws(PDFRefusal) -> [UInt8] {
    guard bytes.count.isMultiple(of: rowBytes) else { throw .damaged("row") }
    var output = bytes
    for start in stride(from: 0, to: output.count, by: rowBytes) {
      switch bitsPerComponent {
      case 8:
        for place in (start..<(start &+ rowBytes)).dropFirst(colors) {
          output[place] &+= output[place &- colors]
        }
      case 16: sumPairs(in: &output, from: start)
      default: sumBits(in: &output, from: start)
      }
    }
    return output
  }

  private func sumPairs(in output: inout [UInt8], from start: Int) {
    for place in stride(from: start &+ 2 &* colors, to: start &+ rowBytes, by: 2) {
      let before = place &- 2 &* colors
      let sum =
        (UInt16(output[place]) &<< 8 | UInt16(output[place &+ 1]))
        &+ (UInt16(output[before]) &<< 8 | UInt16(output[before &+ 1]))
      output[place] = UInt8(truncatingIfNeeded: sum &>> 8)
      output[place &+ 1] = UInt8(truncatingIfNeeded: sum)
    }
  }

  /// Sums components of 1, 2 or 4 bits, which never cross a byte; so it does with the unused bits at the end of a row.
  private func sumBits(in output: inout [UInt8], from start: Int) {
    let width = UInt8(bitsPerComponent)
    let mask: UInt8 = (1 &<< width) &- 1
    let perByte = 8 / bitsPerComponent
    var pixel = [UInt8](repeating: 0, count: colors)
    var color = 0
    for place in start..<(start &+ rowBytes) {
      let byte = output[place]
      var summed: UInt8 = 0
      for index in 0..<perByte {
        let shift = 8 &- width &* UInt8(index &+ 1)
        pixel[color] = (pixel[color] &+ (byte &>> shift)) & mask
        summed |= pixel[color] &<< shift
        color = color &+ 1 == colors ? 0 : color &+ 1
      }
      output[place] = summed
    }
  }
}
