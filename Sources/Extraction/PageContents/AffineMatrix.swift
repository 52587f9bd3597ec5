internal import Diagnostics
internal import PagePaint

/// `[a b c d e f]` of ISO 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f.
struct AffineMatrix: Hashable, Sendable {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  init() {}

  init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// Nil unless there are six numbers.
  init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  func apply(_ x: Double, _ y: Double) -> PagePoint {
    PagePoint(x: a * x + c * y + e, y: b * x + d * y + f)
  }

  /// The matrix that does this one first, then `next`.
  func followed(by next: AffineMatrix) -> AffineMatrix {
    AffineMatrix(
      a * next.a + b * next.c, a * next.b + b * next.d, c * next.a + d * next.c,
      c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f)
  }

  /// By how much lengths along x grow.
  var widthScale: Double { (a * a + b * b).squareRoot() }

  /// By how much lengths along y grow.
  var heightScale: Double { (c * c + d * d).squareRoot() }

  /// By how much lengths grow on the average of all directions.
  var scale: Double { abs(a * d - b * c).squareRoot() }

  /// The box around a rectangle with these corners.
  func box(_ x: Double, _ y: Double, _ endX: Double, _ endY: Double) -> BoundingBox {
    let corners = [apply(x, y), apply(endX, y), apply(endX, endY), apply(x, endY)]
    return corners.reduce(
      BoundingBox(
        left: corners[0].x, top: corners[0].y, right: corners[0].x, bottom: corners[0].y)
    ) {
      BoundingBox(
        left: min($0.left, $1.x), top: min($0.top, $1.y), right: max($0.right, $1.x),
        bottom: max($0.bottom, $1.y))
    }
  }
}
