extension BoundingBox {
  package var width: Double { right - left }
  package var height: Double { bottom - top }
  package var middleX: Double { (left + right) / 2 }
  package var middleY: Double { (top + bottom) / 2 }

  /// Whether the box lies within what can be a page: 200 inches, PDF's own limit, with room around.
  package var isOnPage: Bool {
    abs(left) <= Self.farthest && abs(top) <= Self.farthest && abs(right) <= Self.farthest
      && abs(bottom) <= Self.farthest
  }

  private static let farthest = 20_000.0

  package func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  package func contains(x: Double, y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }

  /// What both cover; nil where that is nothing, or a line.
  package func intersection(_ other: BoundingBox) -> BoundingBox? {
    let common = BoundingBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return common.left < common.right && common.top < common.bottom ? common : nil
  }
}
