/// A page as a raster of pixels, row by row from the top left.
package struct PagePicture: Hashable, Sendable {
  package let width, height: Int
  /// Red, green and blue of each pixel, 3 × `width` × `height` bytes.
  package var pixels: [UInt8]
  /// Pixels to a point (1/72 inch): 110/72 at 110 dots per inch.
  package var scale: Double

  /// Nil unless `pixels` has three bytes for each of at least one pixel.
  package init?(width: Int, height: Int, pixels: [UInt8], scale: Double) {
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    guard width > 0, height > 0, !overflow, pixels.count.isMultiple(of: 3),
      pixels.count / 3 == count
    else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
    self.scale = scale
  }

  /// The picture in a PPM file of eight bits a colour, `P6\n909 1286\n255\n` and its pixels; nil for any other bytes.
  init?(ppm: [UInt8], scale: Double) {
    guard ppm.starts(with: Array("P6".utf8)) else { return nil }
    var rest = ppm.dropFirst(2)
    var header: [Int] = []
    while header.count < 3 {
      rest = rest.drop(while: Self.isBlank)
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard digits.count <= 9, let number = Int(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      header.append(number)
      rest = rest.dropFirst(digits.count)
    }
    guard header[2] == 255, let end = rest.first, Self.isBlank(end) else { return nil }
    self.init(
      width: header[0], height: header[1], pixels: Array(rest.dropFirst()), scale: scale)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
