package import Diagnostics

/// A straight stroke that slants, a chord of one that bends, or a filled shape as thin as one: no border, but perhaps what
/// strikes a number out.
package struct PaintedSlant: Hashable, Sendable {
  package var from, to: PagePoint
  /// Around the whole path that it is a piece of.
  package var extent: BoundingBox
  package var paint: Paint

  package init(from: PagePoint, to: PagePoint, extent: BoundingBox, paint: Paint) {
    self.from = from
    self.to = to
    self.extent = extent
    self.paint = paint
  }
}

extension PagePaint {
  /// Adds what slants of a path that is stroked.
  mutating func addSlants(of shapes: [PathShape], paint: Paint, clip: BoundingBox) {
    for shape in shapes where shape.corners.count > 1 {
      guard shape.isCurved || shape.slants, let extent = extent(of: shape, clip) else { continue }
      for (from, to) in zip(shape.corners, shape.corners.dropFirst())
      where slants.count < Self.mostSlants && (shape.isCurved || PathShape.slants(from, to)) {
        slants.append(PaintedSlant(from: from, to: to, extent: extent, paint: paint))
      }
    }
  }

  /// Adds the parts of a path that is filled which are as thin as a stroke and slant.
  mutating func addThinSlants(of shapes: [PathShape], paint: Paint, clip: BoundingBox) {
    for shape in shapes where !shape.isCurved && (4...5).contains(shape.corners.count) {
      guard shape.slants, let axis = shape.thinAxis, let extent = extent(of: shape, clip)
      else { continue }
      slants.append(PaintedSlant(from: axis.from, to: axis.to, extent: extent, paint: paint))
    }
  }

  /// What a shape takes up, if it may lie on one number: a drawing is larger.
  private func extent(of shape: PathShape, _ clip: BoundingBox) -> BoundingBox? {
    guard slants.count < Self.mostSlants, let box = shape.box, box.width < Self.widest,
      box.height < Self.highest
    else { return nil }
    let reach = 1.0
    let wide = BoundingBox(
      left: box.left - reach, top: box.top - reach, right: box.right + reach,
      bottom: box.bottom + reach)
    return wide.intersection(clip) == nil ? nil : box
  }

  /// Of a page with as many, some may be missing.
  package static let mostSlants = 100_000
  /// Points.
  private static let widest = 300.0
  private static let highest = 80.0
}

extension PathShape {
  /// Whether one of its sides is along neither axis.
  fileprivate var slants: Bool {
    zip(corners, corners.dropFirst()).contains { Self.slants($0, $1) }
  }

  fileprivate static func slants(_ from: PagePoint, _ to: PagePoint) -> Bool {
    min(abs(from.x - to.x), abs(from.y - to.y)) > 0.75
  }

  /// The line along a shape of four corners that is as thin as a stroke; nil for a thicker one.
  fileprivate var thinAxis: (from: PagePoint, to: PagePoint)? {
    let corners = corners.prefix(4)
    var double = 0.0
    var last = corners[3]
    for corner in corners {
      double += last.x * corner.y - corner.x * last.y
      last = corner
    }
    let sides = [(0, 2), (1, 3), (0, 1), (1, 2)].map { one, other in
      (corners[one], corners[other], hypot(corners[one], corners[other]))
    }
    guard let longest = sides.max(by: { $0.2 < $1.2 }), longest.2 > 4 else { return nil }
    let thickness = abs(double) / 2 / longest.2
    return thickness < 3 && thickness < longest.2 / 4 ? (longest.0, longest.1) : nil
  }

  private func hypot(_ one: PagePoint, _ other: PagePoint) -> Double {
    ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
  }
}
