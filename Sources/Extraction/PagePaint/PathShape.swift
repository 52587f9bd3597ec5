package import Diagnostics

/// One part of a path: its corners, of a curve some places on it.
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

extension PathShape {
  /// Adds a Bézier curve of the third degree from the last corner: more places the longer it is.
  package mutating func curve(_ first: PagePoint, _ second: PagePoint, to end: PagePoint) {
    isCurved = true
    if let start = corners.last {
      let reach = max(
        abs(first.x - start.x), abs(first.y - start.y), abs(second.x - end.x),
        abs(second.y - end.y), abs(end.x - start.x), abs(end.y - start.y))
      let count = reach < 4 ? 2 : reach < 40 ? 5 : 12
      for step in 1..<count {
        let t = Double(step) / Double(count)
        let u = 1 - t
        let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        corners.append(
          PagePoint(
            x: p * start.x + q * first.x + r * second.x + s * end.x,
            y: p * start.y + q * first.y + r * second.y + s * end.y))
      }
    }
    corners.append(end)
  }

  /// Twice the area that it encloses: above 0 where it runs clockwise on the page.
  var doubleArea: Double {
    guard var previous = corners.last else { return 0 }
    var sum = 0.0
    for corner in corners {
      sum += previous.x * corner.y - corner.x * previous.y
      previous = corner
    }
    return sum
  }
}
