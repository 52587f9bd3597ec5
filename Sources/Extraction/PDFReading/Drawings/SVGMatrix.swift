internal import Diagnostics
internal import PagePaint

/// `matrix(a,b,c,d,e,f)` of SVG: x' = ax + cy + e, y' = bx + dy + f.
struct SVGMatrix {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  func apply(_ x: Double, _ y: Double) -> PagePoint {
    PagePoint(x: a * x + c * y + e, y: b * x + d * y + f)
  }

  /// The box around `box`, whose sides may slant after this.
  func apply(_ box: BoundingBox) -> BoundingBox {
    let corners = [
      apply(box.left, box.top), apply(box.right, box.top), apply(box.right, box.bottom),
      apply(box.left, box.bottom),
    ]
    return corners.reduce(BoundingBox(corners[0])) { $0.including($1) }
  }

  /// The box around `box` as this turns and scales it, the place 0, 0 being left where it is.
  func turning(_ box: BoundingBox) -> BoundingBox {
    SVGMatrix(a: a, b: b, c: c, d: d).apply(box)
  }

  /// The matrix that does this one first, then `next`.
  func followed(by next: SVGMatrix) -> SVGMatrix {
    SVGMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
      d: c * next.b + d * next.d, e: e * next.a + f * next.c + next.e,
      f: e * next.b + f * next.d + next.f)
  }

  /// Whether it leaves the sides of a box along the axes.
  var keepsBoxes: Bool { b == 0 && c == 0 || a == 0 && d == 0 }

  /// By how much the thickness grows of lines that are horizontal, or vertical, on the page.
  var thicknessScales: (horizontal: Double, vertical: Double) {
    ((b * b + d * d).squareRoot(), (a * a + c * c).squareRoot())
  }
}

extension BoundingBox {
  init(_ point: PagePoint) {
    self.init(left: point.x, top: point.y, right: point.x, bottom: point.y)
  }

  func including(_ point: PagePoint) -> BoundingBox {
    BoundingBox(
      left: min(left, point.x), top: min(top, point.y), right: max(right, point.x),
      bottom: max(bottom, point.y))
  }
}
