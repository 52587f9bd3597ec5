internal import CLibZ
package import PDFReading

extension PagePicture {
  /// The picture as a PNG file (ISO/IEC 15948): eight bits a colour, no filter; nil for a picture over 1 GiB, and where memory runs
  /// out.
  package func png() -> [UInt8]? {
    // So that the length of each chunk fits in 32 bits.
    guard pixels.count <= 1 << 30 else { return nil }
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + height)
    for row in 0..<height {
      rows.append(0)
      rows += pixels[(row * width * 3)..<((row + 1) * width * 3)]
    }
    guard let packed = Self.deflated(rows) else { return nil }
    let header = Self.bigEndian(width) + Self.bigEndian(height) + [8, 2, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
      + Self.chunk("IDAT", packed) + Self.chunk("IEND", [])
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    let status = unsafe compress2(&packed, &count, bytes, uLong(bytes.count), 6)
    guard status == Z_OK else { return nil }
    packed.removeSubrange(Int(count)...)
    return packed
  }

  /// Length, name, content, and the checksum of the latter two.
  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    let checksum = unsafe crc32(0, body, uInt(body.count))
    return bigEndian(content.count) + body + bigEndian(Int(checksum))
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
