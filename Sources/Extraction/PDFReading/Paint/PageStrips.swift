/// A page cut into level strips, with the indices of what lies in each: neighbours are found without comparing everything.
struct PageStrips {
  private var strips: [[Int]]
  /// How often something was added to a strip.
  private(set) var entryCount = 0

  /// - Parameter height: Of the page, in points.
  init(height: Double) {
    strips = Array(
      repeating: [], count: min(max(Int(min(height, 1e6) / Self.height) + 1, 1), Self.mostStrips))
  }

  /// Adds the index of something at the height `y`.
  mutating func add(_ index: Int, at y: Double) {
    strips[strip(at: y)].append(index)
    entryCount += 1
  }

  /// Adds the index of something that reaches from `top` to `bottom`.
  mutating func add(_ index: Int, from top: Double, to bottom: Double) {
    for strip in strips(from: top, to: bottom) {
      strips[strip].append(index)
      entryCount += 1
    }
  }

  /// The strips that lie between two heights, at least one.
  func strips(from top: Double, to bottom: Double) -> ClosedRange<Int> {
    let first = strip(at: top)
    return first...max(first, strip(at: bottom))
  }

  /// The indices in a strip, in the order in which they were added.
  subscript(strip: Int) -> [Int] { strips[strip] }

  /// What lies outside of the page is in the nearest strip.
  private func strip(at y: Double) -> Int {
    y > 0 ? min(Int(min(y, 1e6) / Self.height), strips.count - 1) : 0
  }

  /// In points.
  static let height = 24.0
  private static let mostStrips = 2_000
}
