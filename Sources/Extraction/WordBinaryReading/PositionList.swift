internal import CompoundFiles

/// Positions of characters in ascending order, with some data for each but the last (a PLC, MS-DOC 2.2.2).
struct PositionList {
  /// One more than there are ``data``.
  private(set) var positions: [Int] = []
  /// Where the data of each begin in the table stream.
  private(set) var data: [Int] = []

  init() {}

  /// - Parameter dataLength: Bytes of data a position; nil is returned where the positions do not ascend.
  init?(_ bytes: [UInt8], _ range: Range<Int>, dataLength: Int) {
    guard range.count >= 4 else { return }
    let count = (range.count - 4) / (4 + dataLength)
    positions.reserveCapacity(count + 1)
    for index in 0...count {
      guard var position = bytes.uint32(range.lowerBound + 4 * index) else { return nil }
      // The last of some lists may be any number, and means nothing.
      if index == count { position = max(position, positions.last ?? 0) }
      guard position >= positions.last ?? 0 else { return nil }
      positions.append(position)
    }
    let first = range.lowerBound + 4 * (count + 1)
    data = (0..<count).map { first + dataLength * $0 }
  }

  /// The part between position `index` and the next.
  subscript(index: Int) -> Range<Int> { positions[index]..<positions[index + 1] }
}
