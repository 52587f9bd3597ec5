internal import Diagnostics

/// Which places lie inside of a path that crosses itself, or has parts within parts (ISO 32000-1, 8.5.3.3).
package enum FillRule: UInt8, Hashable, Sendable {
  case nonzero, evenOdd
}

/// The inside of polygons; curves are taken as some chords each.
package struct PaintedShape: Hashable, Sendable {
  /// The corners of each polygon, which is closed.
  package var parts: [[PagePoint]]
  package var rule: FillRule

  package init(_ parts: [[PagePoint]], rule: FillRule = .nonzero) {
    self.parts = parts
    self.rule = rule
  }

  package init(_ shapes: [PathShape], rule: FillRule) {
    self.init(shapes.map(\.corners), rule: rule)
  }

  /// How many corners ``contains(x:y:)`` looks at.
  package var cornerCount: Int { parts.reduce(0) { $0 + $1.count } }

  package func contains(x: Double, y: Double) -> Bool {
    var winding = 0
    var crossings = 0
    for corners in parts {
      guard var previous = corners.last else { continue }
      for corner in corners {
        if (corner.y > y) != (previous.y > y),
          x < (previous.x - corner.x) * (y - corner.y) / (previous.y - corner.y) + corner.x
        {
          crossings += 1
          winding += corner.y > previous.y ? 1 : -1
        }
        previous = corner
      }
    }
    return rule == .nonzero ? winding != 0 : crossings % 2 == 1
  }
}
