internal import PDFObjects

/// From codes to CIDs (9.7.5).
struct CIDMap: Sendable {
  /// Codes of one length that count up with their CIDs.
  struct Range: Sendable, Hashable {
    var byteCount: Int
    var low, high: UInt32
    var cid: Int
  }

  /// Whether each code of two bytes is its own CID, as in Identity-H; `ranges` is empty then.
  let isIdentity: Bool
  /// In order, none over another.
  private let ranges: [Range]

  static let identity = CIDMap()

  private init() {
    isIdentity = true
    ranges = []
  }

  /// - Throws: `unsupported` where two ranges say different things of one code.
  init(_ ranges: [Range]) throws(PDFRefusal) {
    isIdentity = false
    var sorted: [Range] = []
    sorted.reserveCapacity(ranges.count)
    for range in ranges.sorted(by: { ($0.byteCount, $0.low) < ($1.byteCount, $1.low) }) {
      guard let last = sorted.last, last.byteCount == range.byteCount, range.low <= last.high else {
        sorted.append(range)
        continue
      }
      guard range.cid &- last.cid == Int(range.low) &- Int(last.low) else {
        throw .unsupported("overlapping ranges of a CMap")
      }
      sorted[sorted.count &- 1].high = max(last.high, range.high)
    }
    self.ranges = sorted
  }

  /// Nil where it doesn't say; then 0 is meant in an embedded CMap.
  @inline(__always) func cid(of code: Int, byteCount: Int) -> Int? {
    if isIdentity { return byteCount == 2 ? code : nil }
    return searched(code, byteCount)
  }

  private func searched(_ code: Int, _ byteCount: Int) -> Int? {
    var low = 0
    var high = ranges.count
    // The last range that begins at the code or before it.
    while low < high {
      let middle = (low &+ high) / 2
      let range = ranges[middle]
      let begins =
        range.byteCount < byteCount || (range.byteCount == byteCount && Int(range.low) <= code)
      if begins { low = middle &+ 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let range = ranges[low &- 1]
    guard range.byteCount == byteCount, code <= Int(range.high) else { return nil }
    return range.cid &+ (code &- Int(range.low))
  }
}
