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
      path.move(to: lastPoint(numbers))
    case "l":
      try require(2, numbers)
      try addSegment(path.line(to: lastPoint(numbers)))
    case "c":
      try require(6, numbers)
      try addSegment(path.curve(to: lastPoint(numbers)))
    case "v", "y":
      try require(4, numbers)
      try addSegment(path.curve(to: lastPoint(numbers)))
    case "h": path.close()
    case "W", "W*": path.clips = true
    case "n": endPath(path.finish())
    case "f", "F", "f*": paintPath(fills: true, strokes: false)
    case "S": paintPath(fills: false, strokes: true)
    case "s":
      path.close()
      paintPath(fills: false, strokes: true)
    case "B", "B*": paintPath(fills: true, strokes: true)
    case "b", "b*":
      path.close()
      paintPath(fills: true, strokes: true)
    default: return false
    }
    guard path.cornerCount <= Self.mostCorners else { throw .limit("corners of paths") }
    return true
  }

  private func require(_ count: Int, _ numbers: [Double]) throws(PDFRefusal) {
    guard numbers.count >= count else { throw .damaged("\(count) numbers before an operator") }
  }

  private func lastPoint(_ numbers: [Double]) -> PagePoint {
    state.matrix.apply(numbers[numbers.count - 2], numbers[numbers.count - 1])
  }

  private func addSegment(_ hasBegun: Bool) throws(PDFRefusal) {
    guard hasBegun else { throw .damaged("m before a segment of a path") }
  }

  private mutating func paintPath(fills: Bool, strokes: Bool) {
    let shapes = path.finish()
    if hiddenDepth == 0, !shapes.isEmpty {
      if fills {
        paint.fill(shapes, paint: nextPaint(state.fill), clip: state.clip)
      }
      if strokes {
        paint.stroke(
          shapes, width: state.lineWidth * state.matrix.scale, paint: nextPaint(state.stroke),
          clip: state.clip)
      }
    }
    endPath(shapes)
  }

  /// Clips to `shapes` where `W` said so: to the box around them, which is exact for the rectangles that programs clip to.
  private mutating func endPath(_ shapes: [PathShape]) {
    guard path.clips else { return }
    path.clips = false
    let boxes = shapes.compactMap(\.box)
    guard let first = boxes.first else { return }
    state.clip(to: boxes.dropFirst().reduce(first) { $0.union($1) })
  }

  /// The paint for what is painted next.
  mutating func nextPaint(_ ink: GraphicsState.Ink) -> Paint {
    order += 1
    return state.paint(with: ink, order: order)
  }

  private static let mostCorners = 1_000_000
}
