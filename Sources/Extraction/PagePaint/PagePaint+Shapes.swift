package import Diagnostics

/// Both makers hand their paths over here, so that a border is one whoever read it.
extension PagePaint {
  /// Paints the inside of a path.
  ///
  /// A shape not thicker than a border becomes a line, a larger one an area, one that bends an outline too.
  ///
  /// - Parameter clip: Outside of it nothing is painted.
  package mutating func fill(_ shapes: [PathShape], paint: Paint, clip: BoundingBox) {
    let before = areas.count
    for shape in shapes {
      guard let box = shape.box else { continue }
      let rectangle = shape.rectangle
      // A curved shape may be a dot of a dotted border; larger ones are letters and pictures.
      if shape.corners.count >= 4,
        !shape.isCurved || box.width <= Self.thickest && box.height <= Self.thickest
      {
        if addThin(box, paint: paint, clip: clip) {
          // A 1 is as thin as a border.
          if rectangle == nil, max(box.width, box.height) < Self.shortest,
            let area = box.intersection(clip)
          {
            outlines.append(PaintedOutline(box: area, paint: paint))
          }
          continue
        }
      }
      if let area = box.intersection(clip) {
        areas.append(
          PaintedArea(
            box: area, corners: rectangle == nil ? shape.corners : [], paint: paint))
        if rectangle == nil { outlines.append(PaintedOutline(box: area, paint: paint)) }
      }
    }
    let frames = zip(shapes, shapes.dropFirst()).compactMap(Self.frame)
    // What looks like two areas, one on the other, is the border between them.
    if !frames.isEmpty { areas.removeSubrange(before...) }
    for frame in frames {
      let corners = PathShape(frame.middle).corners
      for (from, to) in zip(corners, corners.dropFirst()) {
        addLine(from: from, to: to, thickness: frame.thickness, paint: paint, clip: clip)
      }
    }
  }

  /// Paints the inside of a rectangle: ``fill(_:paint:clip:)`` for the commonest path.
  package mutating func fill(_ box: BoundingBox, paint: Paint, clip: BoundingBox) {
    guard box.isOnPage else { return }
    if addThin(box, paint: paint, clip: clip) { return }
    if let area = box.intersection(clip) { areas.append(PaintedArea(box: area, paint: paint)) }
  }

  /// Paints along a path.
  package mutating func stroke(
    _ shapes: [PathShape], width: Double, paint: Paint, clip: BoundingBox
  ) {
    for shape in shapes {
      guard !shape.isCurved else {
        if let box = shape.box?.intersection(clip) {
          outlines.append(PaintedOutline(box: box, paint: paint))
        }
        continue
      }
      for (from, to) in zip(shape.corners, shape.corners.dropFirst()) {
        addLine(from: from, to: to, thickness: width, paint: paint, clip: clip)
      }
    }
  }

  /// Adds a box as a line where it is as thin as one, as two where it is a dot; false where it is larger.
  private mutating func addThin(_ box: BoundingBox, paint: Paint, clip: BoundingBox) -> Bool {
    let isNarrow = box.width <= Self.thickest
    let isLow = box.height <= Self.thickest
    if isLow {
      addLine(
        from: PagePoint(x: box.left, y: box.middleY), to: PagePoint(x: box.right, y: box.middleY),
        thickness: box.height, paint: paint, clip: clip)
    }
    if isNarrow {
      addLine(
        from: PagePoint(x: box.middleX, y: box.top), to: PagePoint(x: box.middleX, y: box.bottom),
        thickness: box.width, paint: paint, clip: clip)
    }
    return isNarrow || isLow
  }

  /// Adds the part of a line within `clip`, unless it slants.
  private mutating func addLine(
    from: PagePoint, to: PagePoint, thickness: Double, paint: Paint, clip: BoundingBox
  ) {
    let width = abs(from.x - to.x)
    let height = abs(from.y - to.y)
    guard max(abs(from.x), abs(from.y), abs(to.x), abs(to.y)) < 20_000 else { return }
    if height <= Self.slant, width > height {
      let ruling = Ruling(
        position: (from.y + to.y) / 2, start: max(min(from.x, to.x), clip.left),
        end: min(max(from.x, to.x), clip.right))
      guard ruling.start < ruling.end, ruling.position > clip.top - Self.slant,
        ruling.position < clip.bottom + Self.slant
      else { return }
      lines.append(
        PaintedLine(isHorizontal: true, ruling: ruling, thickness: thickness, paint: paint))
    } else if width <= Self.slant, height > width {
      let ruling = Ruling(
        position: (from.x + to.x) / 2, start: max(min(from.y, to.y), clip.top),
        end: min(max(from.y, to.y), clip.bottom))
      guard ruling.start < ruling.end, ruling.position > clip.left - Self.slant,
        ruling.position < clip.right + Self.slant
      else { return }
      lines.append(
        PaintedLine(isHorizontal: false, ruling: ruling, thickness: thickness, paint: paint))
    }
  }

  /// The border between two rectangles of one filled path, one just inside of the other; nil for other shapes.
  private static func frame(
    _ one: PathShape, _ other: PathShape
  ) -> (middle: BoundingBox, thickness: Double)? {
    guard let a = one.rectangle, let b = other.rectangle else { return nil }
    let sides = [b.left - a.left, b.top - a.top, a.right - b.right, a.bottom - b.bottom]
    guard
      sides.allSatisfy({ (0.1...thickest).contains($0) })
        || sides.allSatisfy({ (0.1...thickest).contains(-$0) })
    else { return nil }
    let middle = BoundingBox(
      left: (a.left + b.left) / 2, top: (a.top + b.top) / 2, right: (a.right + b.right) / 2,
      bottom: (a.bottom + b.bottom) / 2)
    return (middle, sides.map(abs).max() ?? 0)
  }

  /// Thicker than any border, thinner than any row.
  private static let thickest = 3.0
  private static let slant = 0.75
  /// A border that is no rectangle is longer.
  private static let shortest = 15.0
}
