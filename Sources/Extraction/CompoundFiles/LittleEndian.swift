/// Numbers in bytes that come from a file, the least byte first; nil where they do not lie in them.
extension [UInt8] {
  @inlinable package func byte(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[offset] : nil
  }

  @inlinable package func uint16(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  @inlinable package func int16(_ offset: Int) -> Int? {
    uint16(offset).map { Int(Int16(truncatingIfNeeded: $0)) }
  }

  @inlinable package func uint32(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 4 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16
      | Int(self[offset + 3]) << 24
  }

  @inlinable package func int32(_ offset: Int) -> Int? {
    uint32(offset).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  /// The range of `count` bytes from `start`; nil where it leaves them.
  @inlinable package func range(_ start: Int, count length: Int) -> Range<Int>? {
    guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
    return start..<start + length
  }
}
