package import Diagnostics

/// One part of a path: its corners, of a curve the ends only.
package struct PathShape: Hashable, Sendable {
  /// The first one again at the end where the part is closed.
  package var corners: [PagePoint]
  package var isCurved: Bool

  package init(corners: [PagePoint] = [], isCurved: Bool = false) {
    self.corners = corners
    self.isCurved = isCurved
  }

  package init(_ box: BoundingBox) {
    self.init(corners: [
      PagePoint(x: box.left, y: box.top), PagePoint(x: box.right, y: box.top),
      PagePoint(x: box.right, y: box.bottom), PagePoint(x: box.left, y: box.bottom),
      PagePoint(x: box.left, y: box.top),
    ])
  }

  /// What it takes up; nil for no corners, and where a place is no number or far from any page.
  package var box: BoundingBox? {
    guard let first = corners.first else { return nil }
    var box = BoundingBox(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for corner in corners {
      guard abs(corner.x) < 20_000, abs(corner.y) < 20_000 else { return nil }
      box.left = min(box.left, corner.x)
      box.right = max(box.right, corner.x)
      box.top = min(box.top, corner.y)
      box.bottom = max(box.bottom, corner.y)
    }
    return box
  }

  /// Nil where its sides slant or bend.
  package var rectangle: BoundingBox? {
    guard !isCurved, (4...6).contains(corners.count) else { return nil }
    for (from, to) in zip(corners, corners.dropFirst())
    where abs(from.x - to.x) > 0.1 && abs(from.y - to.y) > 0.1 { return nil }
    return box
  }
}
