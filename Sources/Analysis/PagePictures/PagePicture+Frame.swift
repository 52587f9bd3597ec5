package import Diagnostics
package import PDFReading

extension PagePicture {
  /// Draws a red frame around `box`, outside of it so that nothing in it is covered; what lies off the page is left out.
  package mutating func frame(_ box: BoundingBox) {
    guard let left = pixel(box.left, .down), let top = pixel(box.top, .down),
      let right = pixel(box.right, .up), let bottom = pixel(box.bottom, .up), left <= right,
      top <= bottom
    else { return }
    let outer = Self.gap + Self.thickness
    let columns = (left - outer)..<(right + outer)
    let inner = (left - Self.gap)..<(right + Self.gap)
    for row in (top - outer)..<(bottom + outer) where (0..<height).contains(row) {
      let isSide = ((top - Self.gap)..<(bottom + Self.gap)).contains(row)
      for column in columns.clamped(to: 0..<width) where !isSide || !inner.contains(column) {
        // Within the picture, whose rows are `width` pixels of three bytes.
        let start = (row * width + column) * 3
        for (offset, byte) in Self.red.enumerated() { pixels[start + offset] = byte }
      }
    }
  }

  private static let red: [UInt8] = [0xE0, 0x10, 0x10]
  /// Pixels between the box and the frame, so that a box as tight as its digits stays readable.
  private static let gap = 2
  private static let thickness = 3

  /// Nil for what is no place on a page or next to it; places far off are cut, so that sums can't overflow.
  private func pixel(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int? {
    let pixels = (points * scale).rounded(rule)
    guard pixels.isFinite else { return nil }
    return Int(min(max(pixels, -1_000), 1_000 + Double(max(width, height))))
  }
}
