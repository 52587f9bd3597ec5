/// Which bytes make one code (9.7.6.2).
struct CodeSpace: Sendable, Hashable {
  /// Codes of `low.count` bytes, each byte between those of `low` and `high`.
  struct Range: Sendable, Hashable {
    var byteCount: Int
    var low, high: UInt32

    /// Byte `index` of `value`, counted from the first.
    @inline(__always) func byte(_ index: Int, of value: UInt32) -> UInt32 {
      value &>> UInt32(8 &* (byteCount &- 1 &- index)) & 0xFF
    }
  }

  /// At most 100, as a CMap may have (Adobe Technical Note #5014).
  let ranges: [Range]
  /// How long a code is by its first byte; 0 where that doesn't say.
  private let lengths: [UInt8]

  /// Two bytes of any value each, as Identity-H has them.
  static let twoBytes = CodeSpace([Range(byteCount: 2, low: 0, high: 0xFFFF)])

  init(_ ranges: [Range]) {
    self.ranges = ranges
    var lengths = [UInt8](repeating: 0, count: 256)
    var isClear = [Bool](repeating: true, count: 256)
    for range in ranges {
      let length = UInt8(truncatingIfNeeded: range.byteCount)
      let (low, high) = (Int(range.byte(0, of: range.low)), Int(range.byte(0, of: range.high)))
      for byte in low..<max(low, high &+ 1) {
        if lengths[byte] != 0, lengths[byte] != length { isClear[byte] = false }
        lengths[byte] = length
      }
    }
    // A byte that begins no code takes as many with it as the shortest one has.
    let shortest = UInt8(truncatingIfNeeded: ranges.map(\.byteCount).min() ?? 1)
    for byte in 0..<256 {
      if lengths[byte] == 0 { lengths[byte] = shortest }
      if !isClear[byte] { lengths[byte] = 0 }
    }
    self.lengths = lengths
  }

  /// The code at `position` of a string that ends before `end` of `bytes`; `position` moves behind it; nil at the end.
  ///
  /// What is left at the end of the string may be shorter than a code.
  @inline(__always) func next(
    in bytes: [UInt8], at position: inout Int, before end: Int
  ) -> (code: Int, byteCount: Int)? {
    guard position >= 0, position < end else { return nil }
    var length = Int(lengths[Int(bytes[position])])
    if length == 0 { length = doubtfulLength(in: bytes, at: position, before: end) }
    length = min(length, end &- position)
    var code = 0
    for index in position..<(position &+ length) { code = code &<< 8 | Int(bytes[index]) }
    position &+= length
    return (code, length)
  }

  /// That of the first range whose bytes fit all; that of the shortest range whose first byte fits where none does.
  private func doubtfulLength(in bytes: [UInt8], at position: Int, before end: Int) -> Int {
    var shortest = 4
    for range in ranges {
      var fitting = 0
      while fitting < range.byteCount, position &+ fitting < end {
        let byte = UInt32(bytes[position &+ fitting])
        guard range.byte(fitting, of: range.low) <= byte,
          byte <= range.byte(fitting, of: range.high)
        else { break }
        fitting &+= 1
      }
      if fitting == range.byteCount { return range.byteCount }
      if fitting > 0 { shortest = min(shortest, range.byteCount) }
    }
    return shortest
  }
}
