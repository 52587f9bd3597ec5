internal import Diagnostics

/// Reads the lines in what `pdftocairo -svg` prints; everything else there, such as glyphs and pictures, is skipped.
///
/// Cairo writes absolute coordinates, with a matrix where the PDF scales. A border is a stroked line, or a filled
/// rectangle as thin as a line:
///
///     <path style="fill:none;…" d="M 84.35 763.84 L 224.85 763.84 " transform="matrix(1,0,0,-1,0,841.9)"/>
///     <path style="stroke:none;…" d="M 77 363 L 516 363 L 516 362.5 L 77 362.5 Z M 77 363 "/>
struct DrawingListing {
  /// The lines of each page, in order.
  private(set) var pages: [Rulings] = []

  /// Nil where `bytes` are not a whole drawing, or one with more than `limit` lines a page.
  init?(_ bytes: [UInt8], limit: Int = 200_000) {
    var scanner = Scanner(bytes: bytes)
    guard scanner.skip(past: "<svg "), bytes.suffix(7).starts(with: "</svg>".utf8) else {
      return nil
    }
    var rulings = Rulings()
    var hasPageElements = false
    while let tag = scanner.nextTag() {
      switch tag.name {
      case .definitions: scanner.skip(past: "</defs>")
      case .page:
        if hasPageElements { pages.append(rulings.merged()) }
        hasPageElements = true
        rulings = Rulings()
      case .path:
        Self.read(path: bytes[tag.range], into: &rulings)
        guard rulings.horizontal.count + rulings.vertical.count <= limit else { return nil }
      case .other: break
      }
    }
    pages.append(rulings.merged())
  }

  private static func read(path: ArraySlice<UInt8>, into rulings: inout Rulings) {
    guard let data = attribute(" d=\"", of: path), !contains(path, "rgb(100%,100%,100%)") else {
      return
    }
    let isStroke = contains(path, "fill:none") || contains(path, "fill=\"none\"")
    let shapes = subpaths(data, Matrix(attribute(" transform=\"matrix(", of: path)))
    guard !isStroke else {
      for shape in shapes where !shape.isCurved {
        for (from, to) in zip(shape.corners, shape.corners.dropFirst()) {
          rulings.add(from: from, to: to)
        }
      }
      return
    }
    for shape in shapes {
      let lines = middleLines(of: shape)
      // A curved shape may be a dot of a dotted border; larger ones are letters and pictures.
      if shape.isCurved, lines.count < 2 { continue }
      for line in lines { rulings.add(from: line.from, to: line.to) }
    }
    for (one, other) in zip(shapes, shapes.dropFirst()) {
      guard let frame = frame(one, other) else { continue }
      for (from, to) in zip(frame, frame.dropFirst()) { rulings.add(from: from, to: to) }
    }
  }

  /// The border between two rectangles of one filled path, one just inside of the other; nil for other shapes.
  private static func frame(_ one: Shape, _ other: Shape) -> [(x: Double, y: Double)]? {
    guard let a = one.rectangle, let b = other.rectangle else { return nil }
    let sides = [b.left - a.left, b.top - a.top, a.right - b.right, a.bottom - b.bottom]
    guard
      sides.allSatisfy({ (0.1...thickest).contains($0) })
        || sides.allSatisfy({ (0.1...thickest).contains(-$0) })
    else { return nil }
    let (left, top) = ((a.left + b.left) / 2, (a.top + b.top) / 2)
    let (right, bottom) = ((a.right + b.right) / 2, (a.bottom + b.bottom) / 2)
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
  }

  private struct Shape {
    var corners: [(x: Double, y: Double)] = []
    var isCurved = false

    /// Nil where its sides slant or bend.
    var rectangle: BoundingBox? {
      guard !isCurved, (4...6).contains(corners.count), let first = corners.first else {
        return nil
      }
      for (from, to) in zip(corners, corners.dropFirst())
      where abs(from.x - to.x) > 0.1 && abs(from.y - to.y) > 0.1 { return nil }
      return corners.reduce(
        BoundingBox(left: first.x, top: first.y, right: first.x, bottom: first.y)
      ) {
        BoundingBox(
          left: min($0.left, $1.x), top: min($0.top, $1.y), right: max($0.right, $1.x),
          bottom: max($0.bottom, $1.y))
      }
    }
  }

  /// The middle line of a filled shape no thicker than a border, both of a dot, none of every other shape.
  private static func middleLines(
    of shape: Shape
  ) -> [(from: (x: Double, y: Double), to: (x: Double, y: Double))] {
    guard shape.corners.count >= 4, let first = shape.corners.first else { return [] }
    var low = first
    var high = first
    for point in shape.corners {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    let middle = (x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    let across = ((low.x, middle.y), (high.x, middle.y))
    let down = ((middle.x, low.y), (middle.x, high.y))
    switch (high.x - low.x <= thickest, high.y - low.y <= thickest) {
    case (true, true): return [across, down]
    case (false, true): return [across]
    case (true, false): return [down]
    case (false, false): return []
    }
  }

  /// The corners of each part of a path, through `matrix`; of a curve, its ends.
  private static func subpaths(_ data: ArraySlice<UInt8>, _ matrix: Matrix) -> [Shape] {
    var shapes: [Shape] = []
    var shape = Shape()
    var numbers = NumberScanner(bytes: data)
    while let command = numbers.command() {
      switch command {
      case UInt8(ascii: "M"), UInt8(ascii: "L"):
        guard let x = numbers.number(), let y = numbers.number() else { return shapes }
        if command == UInt8(ascii: "M") {
          if shape.corners.count > 1 { shapes.append(shape) }
          shape = Shape()
        }
        shape.corners.append(matrix.apply(x, y))
      case UInt8(ascii: "C"):
        let places = (0..<6).compactMap { _ in numbers.number() }
        guard places.count == 6 else { return shapes }
        shape.corners.append(matrix.apply(places[4], places[5]))
        shape.isCurved = true
      case UInt8(ascii: "Z"):
        if let first = shape.corners.first { shape.corners.append(first) }
      default:
        return shapes
      }
    }
    if shape.corners.count > 1 { shapes.append(shape) }
    return shapes
  }

  private static func attribute(
    _ opening: StaticString, of tag: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    var scanner = Scanner(bytes: Array(tag))
    guard scanner.skip(past: opening) else { return nil }
    let rest = tag.dropFirst(scanner.position)
    return rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") }
      .map { rest[..<$0] }
  }

  private static func contains(_ tag: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    var scanner = Scanner(bytes: Array(tag))
    return scanner.skip(past: text)
  }

  /// Thicker than any border, thinner than any row.
  private static let thickest = 3.0
}

/// `matrix(a,b,c,d,e,f)` of SVG.
private struct Matrix {
  private var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  /// The identity where there is no matrix.
  init(_ text: ArraySlice<UInt8>?) {
    guard let text else { return }
    var numbers = NumberScanner(bytes: text)
    let values = (0..<6).compactMap { _ in numbers.number() }
    guard values.count == 6 else { return }
    (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5])
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }
}

private struct NumberScanner {
  let bytes: ArraySlice<UInt8>
  private var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func command() -> UInt8? {
    skipBlanks()
    guard position < bytes.endIndex else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func number() -> Double? {
    skipBlanks()
    let start = position
    while position < bytes.endIndex, Self.isNumeric(bytes[position]) { position += 1 }
    return Double(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex,
      bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: ",")
    {
      position += 1
    }
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "e"):
      true
    default: false
    }
  }
}

private struct Scanner {
  enum Name { case definitions, page, path, other }

  let bytes: [UInt8]
  private(set) var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next opening tag, up to its `>`.
  mutating func nextTag() -> (name: Name, range: Range<Int>)? {
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    let name: Name =
      if take("<defs") {
        .definitions
      } else if take("<path ") {
        .path
      } else if take("<page>") || take("<page ") {
        .page
      } else {
        .other
      }
    position = max(position, start + 1)
    let attributes = position
    while position < bytes.count, bytes[position - 1] != UInt8(ascii: ">") { position += 1 }
    return (name, min(attributes, position) - 1..<position)
  }

  @discardableResult
  mutating func skip(past text: StaticString) -> Bool {
    while position < bytes.count {
      if take(text) { return true }
      position += 1
    }
    return false
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    for index in 0..<count where unsafe bytes[position + index] != text.utf8Start[index] {
      return false
    }
    position += count
    return true
  }
}
