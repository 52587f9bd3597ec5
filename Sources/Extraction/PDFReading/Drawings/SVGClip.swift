internal import Diagnostics
internal import PagePaint

/// Outside of which nothing is painted, in the place of whatever refers to it.
struct SVGClip {
  /// Around all of it; nil for nothing at all.
  private(set) var box: BoundingBox?
  /// Whether it is nearly all of `box`: true for rectangles, with round corners too, false for letters.
  private(set) var fillsBox = true
  /// What of `box` it is, in polygons; nil for all of it.
  private(set) var shape: PaintedShape?

  /// Clips to a rectangle.
  init(_ box: BoundingBox?) {
    self.box = box
  }

  /// Clips to the inside of a path.
  init(_ path: consuming SVGPath, rule: FillRule = .nonzero) {
    var outline = Outline()
    var parts: [PathShape] = []
    var part = PathShape()
    while let segment = path.next() {
      outline.add(segment)
      switch segment {
      case .move(let point):
        if part.corners.count > 1 { parts.append(part) }
        part = PathShape(corners: [point])
      case .line(let point): part.corners.append(point)
      case .curve(let first, let second, let point): part.curve(first, second, to: point)
      case .close: if let first = part.corners.first { part.corners.append(first) }
      }
    }
    if part.corners.count > 1 { parts.append(part) }
    outline.close()
    if parts.count != 1 || parts[0].rectangle == nil {
      shape = PaintedShape(parts, rule: rule)
    }
    box = outline.box
    fillsBox =
      outline.parts == 1
      && (box.map { abs(outline.area) >= $0.width * $0.height * Self.leastShare } ?? true)
  }

  /// Clips to what is in one of both.
  mutating func add(_ other: SVGClip) {
    guard let box, let second = other.box else {
      if self.box == nil { self = other }
      return
    }
    // Of several it is all that is in any: the parts of each, unless one leaves out parts of itself.
    let parts =
      (shape?.parts ?? [PathShape(box).corners])
      + (other.shape?.parts ?? [PathShape(second).corners])
    shape = PaintedShape(parts, rule: shape?.rule ?? other.shape?.rule ?? .nonzero)
    self.box = box.union(second)
    fillsBox = false
  }

  private static let leastShare = 0.9
}

/// What a path encloses.
private struct Outline {
  private(set) var box: BoundingBox?
  private(set) var area = 0.0
  /// Those that have more than a beginning: cairo begins another one behind each that is closed.
  private(set) var parts = 0
  private var first = PagePoint(x: 0, y: 0)
  private var current = PagePoint(x: 0, y: 0)
  private var isEmpty = true

  mutating func add(_ segment: SVGPath.Segment) {
    switch segment {
    case .move(let point):
      close()
      first = point
      current = point
    case .line(let point): line(to: point)
    case .curve(let one, let other, let point):
      line(to: SVGPath.middle(current, one, other, point))
      line(to: point)
    case .close: close()
    }
  }

  mutating func close() {
    if !isEmpty { line(to: first) }
    isEmpty = true
  }

  private mutating func line(to point: PagePoint) {
    if isEmpty { parts += 1 }
    isEmpty = false
    box = (box ?? BoundingBox(current)).including(current).including(point)
    area += (current.x * point.y - point.x * current.y) / 2
    current = point
  }
}
