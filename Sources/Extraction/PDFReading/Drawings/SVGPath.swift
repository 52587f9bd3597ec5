internal import Diagnostics
internal import PagePaint

/// The `d` of a path, in absolute places as cairo writes it: `M x y L x y C x y x y x y Z`.
///
/// It ends where something else stands in it.
struct SVGPath {
  enum Segment {
    case move(PagePoint)
    case line(PagePoint)
    /// With its two control points.
    case curve(PagePoint, PagePoint, to: PagePoint)
    case close
  }

  private var numbers: SVGNumbers
  private let matrix: SVGMatrix

  init(_ bytes: [UInt8], in range: Range<Int>, through matrix: SVGMatrix = SVGMatrix()) {
    numbers = SVGNumbers(bytes, in: range)
    self.matrix = matrix
  }

  mutating func next() -> Segment? {
    switch numbers.character() {
    case UInt8(ascii: "M"): point().map { .move($0) }
    case UInt8(ascii: "L"): point().map { .line($0) }
    case UInt8(ascii: "C"):
      if let first = point(), let second = point(), let end = point() {
        .curve(first, second, to: end)
      } else {
        nil
      }
    case UInt8(ascii: "Z"): .close
    default: nil
    }
  }

  private mutating func point() -> PagePoint? {
    guard let x = numbers.next(), let y = numbers.next() else { return nil }
    return matrix.apply(x, y)
  }

  /// Its parts, those of one corner left out.
  ///
  /// - Parameter corners: How many corners there may be, from which those of this path are taken;
  ///   ``SVGRefusal/limit`` where it has more.
  consuming func shapes(corners: inout Int) throws(SVGRefusal) -> [PathShape] {
    var shapes: [PathShape] = []
    var shape = PathShape()
    while let segment = next() {
      switch segment {
      case .move(let point):
        if shape.corners.count > 1 { shapes.append(shape) }
        shape = PathShape(corners: [point])
      case .line(let point): shape.corners.append(point)
      case .curve(let first, let second, let point): shape.curve(first, second, to: point)
      case .close:
        if let first = shape.corners.first { shape.corners.append(first) }
      }
      corners -= 1
      guard corners >= 0 else { throw .limit }
    }
    if shape.corners.count > 1 { shapes.append(shape) }
    return shapes
  }

  /// What it takes up, nearly: of a curve both ends and the middle; nil for no places at all.
  consuming func extent() -> BoundingBox? {
    var box: BoundingBox?
    var current = PagePoint(x: 0, y: 0)
    while let segment = next() {
      switch segment {
      case .move(let point): current = point
      case .line(let point):
        box = (box ?? BoundingBox(current)).including(current).including(point)
        current = point
      case .curve(let first, let second, let point):
        let middle = Self.middle(current, first, second, point)
        box = (box ?? BoundingBox(current)).including(current).including(middle).including(point)
        current = point
      case .close: break
      }
    }
    return box
  }

  /// Of a Bézier curve of the third degree.
  static func middle(
    _ start: PagePoint, _ first: PagePoint, _ second: PagePoint, _ end: PagePoint
  ) -> PagePoint {
    PagePoint(
      x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8,
      y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8)
  }
}
