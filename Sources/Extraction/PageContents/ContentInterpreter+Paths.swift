internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Path construction and painting (ISO 32000-1, 8.5).
extension ContentInterpreter {
  /// False for other operators.
  mutating func executePath(
    _ name: ContentOperator, _ scanner: ContentScanner
  ) throws(PDFRefusal) -> Bool {
    switch name {
    case "re":
      try scanner.require(4)
      let (x, y) = (scanner.number(back: 4), scanner.number(back: 3))
      let (width, height) = (scanner.number(back: 2), scanner.number(back: 1))
      let first = state.matrix.apply(x, y)
      path.rectangle([
        first, state.matrix.apply(x + width, y), state.matrix.apply(x + width, y + height),
        state.matrix.apply(x, y + height), first,
      ])
    case "m":
      try scanner.require(2)
      path.move(to: point(scanner, 2))
    case "l":
      try scanner.require(2)
      try addSegment(path.line(to: point(scanner, 2)))
    case "c":
      try scanner.require(6)
      try addSegment(
        path.curve(point(scanner, 6), point(scanner, 4), to: point(scanner, 2)))
    case "v":
      try scanner.require(4)
      let end = point(scanner, 2)
      try addSegment(path.curve(path.end ?? end, point(scanner, 4), to: end))
    case "y":
      try scanner.require(4)
      let end = point(scanner, 2)
      try addSegment(path.curve(point(scanner, 4), end, to: end))
    case "h": path.close()
    case "W": path.clips = .nonzero
    case "W*": path.clips = .evenOdd
    case "n":
      path.finish()
      try endPath()
    case "f", "F": try paintPath(fills: .nonzero, strokes: false)
    case "f*": try paintPath(fills: .evenOdd, strokes: false)
    case "S": try paintPath(fills: nil, strokes: true)
    case "s":
      path.close()
      try paintPath(fills: nil, strokes: true)
    case "B": try paintPath(fills: .nonzero, strokes: true)
    case "B*": try paintPath(fills: .evenOdd, strokes: true)
    case "b":
      path.close()
      try paintPath(fills: .nonzero, strokes: true)
    case "b*":
      path.close()
      try paintPath(fills: .evenOdd, strokes: true)
    default: return false
    }
    guard path.cornerCount <= Self.mostCorners else { throw .limit("corners of paths") }
    return true
  }

  /// The point of two numbers that begin `back` numbers before the end.
  private func point(_ scanner: ContentScanner, _ back: Int) -> PagePoint {
    state.matrix.apply(scanner.number(back: back), scanner.number(back: back - 1))
  }

  private func addSegment(_ hasBegun: Bool) throws(PDFRefusal) {
    guard hasBegun else { throw .damaged("m before a segment of a path") }
  }

  private mutating func paintPath(fills rule: FillRule?, strokes: Bool) throws(PDFRefusal) {
    path.finish()
    defer { boldFrom = paint.glyphs.count }
    if hiddenDepth == 0, !path.shapes.isEmpty {
      if let rule, !state.fill.isNothing {
        let before = paint.areas.count
        let paint = nextPaint()
        self.paint.fill(path.shapes, rule: rule, paint: paint, clip: state.clip)
        if state.fill.showsPicture {
          for index in before..<self.paint.areas.count {
            self.paint.areas[index].showsPicture = true
          }
        }
      }
      if strokes, !state.stroke.isNothing, rule != nil || !strokeMakesTextBold {
        var paint = nextPaint(strokes: true)
        let width = state.lineWidth * state.matrix.scale
        // Thick dashes may lie on a character, or beside it.
        if state.isDashed, width > 1 { paint.isUncertain = true }
        self.paint.stroke(
          path.shapes, width: width, cap: state.hasLongCaps ? width / 2 : 0, paint: paint,
          clip: state.clip)
      }
    }
    try endPath()
  }

  /// Clips to the path where `W` said so: to the box around it, and to its shape where that isn't all of the box.
  private mutating func endPath() throws(PDFRefusal) {
    defer { path.clear() }
    guard let rule = path.clips else { return }
    var around: BoundingBox?
    for shape in path.shapes {
      if let box = shape.box { around = around?.union(box) ?? box }
    }
    guard let around else { return }
    state.clip(to: around)
    if path.shapes.count == 1, path.shapes[0].rectangle != nil { return }
    try clip(to: PaintedShape(path.shapes, rule: rule))
  }

  /// Clips to `shape`, which lies within the box that is clipped to.
  mutating func clip(to shape: PaintedShape) throws(PDFRefusal) {
    let shapes = (state.clipIndex.map { paint.clips[Int($0)] } ?? []) + [shape]
    guard shapes.count <= Self.deepestClip, paint.clips.count < Self.mostClips else {
      throw .limit("clipping paths")
    }
    state.clipIndex = Int32(truncatingIfNeeded: paint.clips.count)
    paint.clips.append(shapes)
  }

  /// The paint for what is painted next, with the colour of strokes or that of what is filled.
  mutating func nextPaint(strokes: Bool = false) -> Paint {
    paintNext()
    return strokes
      ? state.paint(with: state.stroke, order: order) : state.paint(with: state.fill, order: order)
  }

  /// Counts what is painted next.
  mutating func paintNext() {
    order += 1
    if hiddenDepth == 0 { paintThroughText() }
  }

  private static let mostCorners = 1_000_000
  private static let deepestClip = 32
  private static let mostClips = 20_000
}
