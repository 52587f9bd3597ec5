package import Diagnostics

/// Both makers hand their paths over here, so that a border is one whoever read it.
extension PagePaint {
  /// Paints the inside of a path.
  ///
  /// A shape not thicker than a border becomes a line, a larger one an area, one that bends an outline too.
  ///
  /// - Parameter clip: Outside of it nothing is painted.
  package mutating func fill(
    _ shapes: [PathShape], rule: FillRule = .nonzero, paint: Paint, clip: BoundingBox
  ) {
    addThinSlants(of: shapes, paint: paint, clip: clip)
    if shapes.count == 1 {
      fill(shapes[0], rule: rule, paint: paint, clip: clip)
      return
    }
    let before = areas.count
    for group in Self.groups(of: shapes, rule) {
      guard group.count > 1 else {
        fill(shapes[group[0]], rule: rule, paint: paint, clip: clip)
        continue
      }
      // Of parts within parts the rule says which are filled.
      let parts = group.map { shapes[$0] }
      let inner = areas.count
      for shape in parts { fill(shape, rule: rule, paint: paint, clip: clip) }
      areas.removeSubrange(inner...)
      let boxes = parts.compactMap(\.box)
      if let first = boxes.first,
        let box = boxes.dropFirst().reduce(first, { $0.union($1) }).intersection(clip)
      {
        areas.append(PaintedArea(box: box, shape: PaintedShape(parts, rule: rule), paint: paint))
      }
    }
    let frames = zip(shapes, shapes.dropFirst()).compactMap { Self.frame($0, $1, rule) }
    // What looks like two areas, one on the other, is the border between them.
    if !frames.isEmpty { areas.removeSubrange(before...) }
    for frame in frames {
      let corners = PathShape(frame.middle).corners
      for (from, to) in zip(corners, corners.dropFirst()) {
        addLine(from: from, to: to, thickness: frame.thickness, paint: paint, clip: clip)
      }
    }
  }

  private mutating func fill(
    _ shape: PathShape, rule: FillRule, paint: Paint, clip: BoundingBox
  ) {
    guard let box = shape.box else { return }
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
        return
      }
    }
    if let area = box.intersection(clip) {
      areas.append(
        PaintedArea(
          box: area, shape: rectangle == nil ? PaintedShape([shape], rule: rule) : nil,
          paint: paint))
      if rectangle == nil { outlines.append(PaintedOutline(box: area, paint: paint)) }
    }
  }

  /// The indices of parts that are filled together, because they lie on one another and the rule says what of them is
  /// filled; a part alone where that doesn't matter.
  private static func groups(of shapes: [PathShape], _ rule: FillRule) -> [[Int]] {
    let alone = shapes.indices.map { [$0] }
    guard (2...mostGrouped).contains(shapes.count) else { return alone }
    let areas = shapes.map(\.doubleArea)
    if rule == .nonzero, areas.allSatisfy({ $0 >= 0 }) || areas.allSatisfy({ $0 <= 0 }) {
      return alone
    }
    let boxes = shapes.map(\.box)
    var groups: [[Int]] = []
    for index in shapes.indices {
      guard let box = boxes[index] else { continue }
      var joined = [index]
      groups.removeAll { group in
        let touches = group.contains { boxes[$0]?.intersection(box) != nil }
        if touches { joined = group + joined }
        return touches
      }
      groups.append(joined)
    }
    return groups
  }

  /// Paints the inside of a rectangle: ``fill(_:paint:clip:)`` for the commonest path.
  package mutating func fill(_ box: BoundingBox, paint: Paint, clip: BoundingBox) {
    guard box.isOnPage else { return }
    if addThin(box, paint: paint, clip: clip) { return }
    if let area = box.intersection(clip) { areas.append(PaintedArea(box: area, paint: paint)) }
  }

  /// Paints along a path.
  ///
  /// - Parameter cap: By how much lines are longer than their path at either end.
  package mutating func stroke(
    _ shapes: [PathShape], width: Double, cap: Double = 0, paint: Paint, clip: BoundingBox
  ) {
    addSlants(of: shapes, paint: paint, clip: clip)
    for shape in shapes {
      if shape.isCurved, let box = shape.box?.intersection(clip) {
        outlines.append(PaintedOutline(box: box, paint: paint))
      }
      // What slants is no border, but may lie on text.
      var slanted: [[PagePoint]] = []
      for (from, to) in zip(shape.corners, shape.corners.dropFirst()) {
        let isStraight = min(abs(from.x - to.x), abs(from.y - to.y)) <= Self.slant
        if isStraight, !shape.isCurved {
          addLine(from: from, to: to, thickness: width, paint: paint, clip: clip)
          if width > Self.thickest {
            addThick(from: from, to: to, width: width, cap: cap, paint: paint, clip: clip)
          }
        } else if width >= Self.thinnestSlanted {
          slanted.append(Self.band(from: from, to: to, width: width, cap: cap))
        }
      }
      let box = PathShape(corners: slanted.flatMap { $0 }).box
      if let box = box?.intersection(clip) {
        areas.append(PaintedArea(box: box, shape: PaintedShape(slanted), paint: paint))
      }
    }
  }

  /// Adds a stroke thicker than any border as an area.
  private mutating func addThick(
    from: PagePoint, to: PagePoint, width: Double, cap: Double, paint: Paint, clip: BoundingBox
  ) {
    let isHorizontal = abs(from.x - to.x) > abs(from.y - to.y)
    let (along, across) = (cap, width / 2)
    let box = BoundingBox(
      left: min(from.x, to.x) - (isHorizontal ? along : across),
      top: min(from.y, to.y) - (isHorizontal ? across : along),
      right: max(from.x, to.x) + (isHorizontal ? along : across),
      bottom: max(from.y, to.y) + (isHorizontal ? across : along))
    guard box.isOnPage, let area = box.intersection(clip) else { return }
    areas.append(PaintedArea(box: area, paint: paint))
  }

  /// The corners of a stroke, all the same way round.
  private static func band(
    from: PagePoint, to: PagePoint, width: Double, cap: Double
  ) -> [PagePoint] {
    let (x, y) = (to.x - from.x, to.y - from.y)
    let length = (x * x + y * y).squareRoot()
    guard length > 0, width < 20_000 else { return [] }
    let (alongX, alongY) = (x / length * cap, y / length * cap)
    let (acrossX, acrossY) = (-y / length * width / 2, x / length * width / 2)
    return [
      PagePoint(x: from.x - alongX - acrossX, y: from.y - alongY - acrossY),
      PagePoint(x: to.x + alongX - acrossX, y: to.y + alongY - acrossY),
      PagePoint(x: to.x + alongX + acrossX, y: to.y + alongY + acrossY),
      PagePoint(x: from.x - alongX + acrossX, y: from.y - alongY + acrossY),
    ]
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
    _ one: PathShape, _ other: PathShape, _ rule: FillRule
  ) -> (middle: BoundingBox, thickness: Double)? {
    guard let a = one.rectangle, let b = other.rectangle else { return nil }
    // Both the same way round, they are filled both.
    guard rule == .evenOdd || one.doubleArea * other.doubleArea < 0 else { return nil }
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
  package static let thickest = 3.0
  /// A thinner stroke that slants hides no character.
  private static let thinnestSlanted = 1.0
  /// A path of more parts is a drawing, or a page of letters.
  private static let mostGrouped = 64
  private static let slant = 0.75
  /// A border that is no rectangle is longer.
  private static let shortest = 15.0
}
