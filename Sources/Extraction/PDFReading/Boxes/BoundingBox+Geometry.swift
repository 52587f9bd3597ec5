internal import Diagnostics

extension BoundingBox {
  var width: Double { right - left }
  var height: Double { bottom - top }
  var middleX: Double { (left + right) / 2 }
  var middleY: Double { (top + bottom) / 2 }

  /// Whether the box lies within what can be a page: 200 inches, PDF's own limit, with room around.
  var isOnPage: Bool {
    abs(left) <= Self.farthest && abs(top) <= Self.farthest && abs(right) <= Self.farthest
      && abs(bottom) <= Self.farthest
  }

  private static let farthest = 20_000.0

  func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  func contains(x: Double, y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }
}
