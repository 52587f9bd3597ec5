internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// Path construction and painting (ISO 32000-1, 8.5).
extension ContentInterpreter {
  /// False for other operators.
  mutating func executePath(
    _ name: ContentOperator, _ numbers: [Double]
  ) throws(PDFRefusal) -> Bool {
    switch name {
    case "re":
      try require(4, numbers)
      let (x, y) = (numbers[numbers.count - 4], numbers[numbers.count - 3])
      let (width, height) = (numbers[numbers.count - 2], numbers[numbers.count - 1])
      let first = state.matrix.apply(x, y)
      path.rectangle([
        first, state.matrix.apply(x + width, y), state.matrix.apply(x + width, y + height),
        state.matrix.apply(x, y + height), first,
      ])
    case "m":
      try require(2, numbers)
      path.move(to: point(numbers, 2))
    case "l":
      try require(2, numbers)
      try addSegment(path.line(to: point(numbers, 2)))
    case "c":
      try require(6, numbers)
      try addSegment(
        path.curve(point(numbers, 6), point(numbers, 4), to: point(numbers, 2)))
    case "v":
      try require(4, numbers)
      let end = point(numbers, 2)
      try addSegment(path.curve(path.end ?? end, point(numbers, 4), to: end))
    case "y":
      try require(4, numbers)
      let end = point(numbers, 2)
      try addSegment(path.curve(point(numbers, 4), end, to: end))
    case "h": path.close()
    case "W": path.clips = .nonzero
    case "W*": path.clips = .evenOdd
    case "n": try endPath(path.finish())
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

  private func require(_ count: Int, _ numbers: [Double]) throws(PDFRefusal) {
    guard numbers.count >= count else { throw .damaged("\(count) numbers before an operator") }
  }

  /// The point of two numbers that begin `back` numbers before the end.
  private func point(_ numbers: [Double], _ back: Int) -> PagePoint {
    state.matrix.apply(numbers[numbers.count - back], numbers[numbers.count - back + 1])
  }

  private func addSegment(_ hasBegun: Bool) throws(PDFRefusal) {
    guard hasBegun else { throw .damaged("m before a segment of a path") }
  }

  private mutating func paintPath(fills rule: FillRule?, strokes: Bool) throws(PDFRefusal) {
    let shapes = path.finish()
    if hiddenDepth == 0, !shapes.isEmpty {
      if let rule, !state.fill.isNothing {
        let before = paint.areas.count
        paint.fill(shapes, rule: rule, paint: nextPaint(state.fill), clip: state.clip)
        if state.fill.showsPicture {
          for index in before..<paint.areas.count { paint.areas[index].showsPicture = true }
        }
      }
      if strokes, !state.stroke.isNothing {
        var paint = nextPaint(state.stroke)
        let width = state.lineWidth * state.matrix.scale
        // Thick dashes may lie on a character, or beside it.
        if state.isDashed, width > 1 { paint.isUncertain = true }
        self.paint.stroke(
          shapes, width: width, cap: state.hasLongCaps ? width / 2 : 0, paint: paint,
          clip: state.clip)
      }
    }
    try endPath(shapes)
  }

  /// Clips to `shapes` where `W` said so: to the box around them, and to their shape where that isn't all of the box.
  private mutating func endPath(_ shapes: [PathShape]) throws(PDFRefusal) {
    guard let rule = path.clips else { return }
    path.clips = nil
    let boxes = shapes.compactMap(\.box)
    guard let first = boxes.first else { return }
    state.clip(to: boxes.dropFirst().reduce(first) { $0.union($1) })
    if shapes.count == 1, shapes[0].rectangle != nil { return }
    try clip(to: PaintedShape(shapes, rule: rule))
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

  /// The paint for what is painted next.
  mutating func nextPaint(_ ink: GraphicsState.Ink) -> Paint {
    order += 1
    if hiddenDepth == 0 { paintThroughText() }
    return state.paint(with: ink, order: order)
  }

  private static let mostCorners = 1_000_000
  private static let deepestClip = 32
  private static let mostClips = 20_000
}
