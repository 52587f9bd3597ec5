internal import Diagnostics
internal import PagePaint

/// The path being built (ISO 32000-1, 8.5.2), on the page as it is seen.
struct ContentPath {
  private(set) var shapes: [PathShape] = []
  private var current = PathShape()
  /// Corners of the whole page so far: hostile pages draw without end.
  var cornerCount = 0
  /// By which rule the next painting operator also clips (8.5.4); nil where it doesn't.
  var clips: FillRule?

  init(cornersSoFar: Int = 0) {
    cornerCount = cornersSoFar
  }

  mutating func move(to point: PagePoint) {
    finish()
    append(point)
  }

  /// False where no point was set before.
  mutating func line(to point: PagePoint) -> Bool {
    guard !current.corners.isEmpty else { return false }
    append(point)
    return true
  }

  mutating func curve(_ first: PagePoint, _ second: PagePoint, to point: PagePoint) -> Bool {
    guard !current.corners.isEmpty else { return false }
    let count = current.corners.count
    current.curve(first, second, to: point)
    cornerCount += current.corners.count - count
    return true
  }

  /// Where the next segment begins; nil before `m`.
  var end: PagePoint? { current.corners.last }

  mutating func close() {
    guard let first = current.corners.first else { return }
    append(first)
    finish()
    // The next segment begins where this part does (8.5.2.1).
    current.corners.append(first)
  }

  mutating func rectangle(_ corners: [PagePoint]) {
    finish()
    cornerCount += corners.count
    shapes.append(PathShape(corners: corners))
  }

  /// Begins another path.
  mutating func clear() {
    clips = nil
    if !shapes.isEmpty { shapes.removeAll(keepingCapacity: true) }
  }

  private mutating func append(_ point: PagePoint) {
    current.corners.append(point)
    cornerCount += 1
  }

  /// Ends the part that is being built: ``shapes`` holds all of the path, until it is cleared.
  mutating func finish() {
    if current.corners.count > 1 { shapes.append(current) }
    current = PathShape()
  }
}
