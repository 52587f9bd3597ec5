internal import Diagnostics
internal import PagePaint

/// What lies below and above each place of a page.
struct PageGround {
  /// Something that may hide a glyph or be its ground.
  private struct Layer {
    enum Kind { case area, line, picture }

    var box: BoundingBox
    var order: Int
    var kind: Kind
    var index: Int
    /// Its colour where it is a plain rectangle that hides all below it.
    var solid: PaintColour?
  }

  private let paint: PagePaint
  /// In the order of painting.
  private let layers: [Layer]
  /// For each strip of the page the layers that reach into it, in the order of painting.
  private var strips: [[Int32]]
  /// How many layers and corners of shapes may yet be looked at.
  private(set) var looksLeft = 100_000_000
  private var near: [Int32] = []

  /// Nil for a page of so many layers that finding them would take seconds.
  init?(_ paint: PagePaint) {
    self.paint = paint
    layers = Self.layers(of: paint)
    strips = Array(
      repeating: [], count: min(max(Int(paint.height / Self.stripHeight) + 1, 1), 2_000))
    var entries = 0
    for (index, layer) in layers.enumerated() {
      let range = Self.strips(of: layer.box, strips.count)
      entries += range.count
      guard entries <= Self.mostEntries else { return nil }
      for strip in range { strips[strip].append(Int32(truncatingIfNeeded: index)) }
    }
  }

  private static func layers(of paint: PagePaint) -> [Layer] {
    var layers: [Layer] = []
    layers.reserveCapacity(paint.areas.count + paint.lines.count + paint.pictures.count)
    for (index, area) in paint.areas.enumerated() {
      let isPlain = area.shape == nil && area.paint.clip == nil && area.paint.isOpaque
      layers.append(
        Layer(
          box: area.box, order: area.paint.order, kind: .area, index: index,
          solid: isPlain ? area.paint.colour : nil))
    }
    // A thicker one is an area too.
    for (index, line) in paint.lines.enumerated() where line.thickness <= PagePaint.thickest {
      layers.append(
        Layer(box: line.box, order: line.paint.order, kind: .line, index: index, solid: nil))
    }
    for (index, picture) in paint.pictures.enumerated() {
      layers.append(
        Layer(
          box: picture.box, order: picture.paint.order, kind: .picture, index: index, solid: nil))
    }
    layers.sort { $0.order < $1.order }
    return layers
  }

  /// How often ``reason(for:)`` looks at a layer for all of `glyphs`.
  func comparisons(of glyphs: [PaintedGlyph]) -> Int {
    var counts = Array(repeating: 0, count: strips.count)
    for glyph in glyphs { counts[strip(at: glyph.box.middleY)] += 1 }
    return counts.indices.reduce(0) { $0 &+ counts[$1] &* strips[$1].count }
  }

  func hasPicture(atX x: Double, y: Double) -> Bool {
    strips[strip(at: y)].contains {
      let layer = layers[Int($0)]
      return layer.kind == .picture && layer.box.contains(x: x, y: y)
    }
  }

  /// Whether a picture as large as half of the page lies here of which nobody knows the colours.
  func hasUnreadPagePicture(atX x: Double, y: Double) -> Bool {
    strips[strip(at: y)].contains {
      let layer = layers[Int($0)]
      guard layer.kind == .picture, layer.box.contains(x: x, y: y),
        layer.box.width * layer.box.height > paint.width * paint.height / 2
      else { return false }
      let picture = paint.pictures[layer.index]
      return picture.raster == nil && !picture.isMasked
    }
  }

  /// Why `glyph`, which its own state doesn't conceal, isn't seen; nil where it is.
  mutating func reason(for glyph: PaintedGlyph) -> GlyphSight.Reason? {
    let inner = glyph.box.inner
    var solid = PaintColour.white
    if !near.isEmpty { near.removeAll(keepingCapacity: true) }
    let strip = strip(at: glyph.box.middleY)
    for place in strips[strip].indices {
      let entry = strips[strip][place]
      let layer = layers[Int(entry)]
      guard layer.box.left < inner.right, layer.box.right > inner.left,
        layer.box.top < inner.bottom, layer.box.bottom > inner.top
      else { continue }
      if let colour = layer.solid, layer.order < glyph.paint.order, layer.box.holds(inner) {
        near.removeAll(keepingCapacity: true)
        solid = colour
      } else {
        near.append(entry)
      }
    }
    if near.isEmpty, glyph.paint.clip == nil, !glyph.paint.isUncertain, glyph.paint.isNormal,
      let colour = glyph.paint.colour
    {
      return colour.over(solid, alpha: glyph.paint.alpha).isSeen(on: solid)
        ? nil : .groundColoured
    }
    return sampled(glyph, inner, on: solid)
  }

  /// Looks at 25 places of a glyph.
  private mutating func sampled(
    _ glyph: PaintedGlyph, _ inner: BoundingBox, on solid: PaintColour
  ) -> GlyphSight.Reason? {
    var counts = GlyphPlaces()
    let clips = glyph.paint.clip.map { paint.clips[Int($0)] } ?? []
    for row in 0..<5 {
      for column in 0..<5 {
        let x = inner.left + inner.width * Double(column) / 4
        let y = inner.top + inner.height * Double(row) / 4
        guard isInside(clips, x, y) else {
          counts.clipped += 1
          continue
        }
        guard looksLeft > 0 else { return .unclear }
        counts.add(look(at: glyph, x, y, on: solid))
      }
    }
    return counts.reason(isIdeograph: glyph.isIdeograph)
  }

  private mutating func isInside(_ clips: [PaintedShape], _ x: Double, _ y: Double) -> Bool {
    for clip in clips {
      looksLeft -= clip.cornerCount
      guard looksLeft > 0, clip.contains(x: x, y: y) else { return false }
    }
    return true
  }

  /// What is seen of a glyph at one place, were there ink.
  private mutating func look(
    at glyph: PaintedGlyph, _ x: Double, _ y: Double, on solid: PaintColour
  ) -> PlaceSight {
    looksLeft -= near.count
    var place = PlaceSight(ground: solid)
    var isShown = false
    for entry in near {
      let layer = layers[Int(entry)]
      if !isShown, layer.order > glyph.paint.order {
        place.show(glyph.paint)
        isShown = true
      }
      guard layer.box.contains(x: x, y: y) else { continue }
      switch layer.kind {
      case .line:
        let line = paint.lines[layer.index]
        add(line.paint, isThin: true, to: &place, x, y)
      case .area:
        let area = paint.areas[layer.index]
        // The background of a web page is a pattern of pictures: what is on it is seen.
        if area.paint.isUnknown, area.box.isLarge { continue }
        if let shape = area.shape {
          looksLeft -= shape.cornerCount
          guard looksLeft > 0, shape.contains(x: x, y: y) else { continue }
        }
        if area.showsPicture {
          if let clip = area.paint.clip, !isInside(paint.clips[Int(clip)], x, y) { continue }
          place.add(
            area.paint, isThin: false, isPicture: true, isBackground: area.box.isLarge)
        } else {
          add(area.paint, isThin: false, to: &place, x, y)
        }
      case .picture: add(paint.pictures[layer.index], to: &place, x, y)
      }
    }
    if !isShown { place.show(glyph.paint) }
    return place
  }

  private mutating func add(
    _ layer: Paint, isThin: Bool, to place: inout PlaceSight, _ x: Double, _ y: Double
  ) {
    if let clip = layer.clip, !isInside(paint.clips[Int(clip)], x, y) { return }
    place.add(layer, isThin: isThin, isPicture: false)
  }

  private mutating func add(
    _ picture: PaintedPicture, to place: inout PlaceSight, _ x: Double, _ y: Double
  ) {
    var layer = picture.paint
    if let clip = layer.clip, !isInside(paint.clips[Int(clip)], x, y) { return }
    if let shape = picture.shape, !shape.contains(x: x, y: y) { return }
    if let raster = picture.raster {
      guard let look = raster.look(x: x, y: y) else { return }
      if let colour = look.colour { layer.colour = colour }
      layer.alpha *= look.alpha
    } else if picture.isMasked {
      // A seal is hollow, whatever its mask is written in; nobody makes one as small as a number.
      if picture.box.isLarge { return }
      layer.isUncertain = true
    }
    place.add(
      layer, isThin: picture.isMasked, isPicture: true, isBackground: picture.box.isLarge)
  }

  private func strip(at y: Double) -> Int {
    y > 0 ? min(Int(min(y, 1e6) / Self.stripHeight), strips.count - 1) : 0
  }

  /// Those that glyphs stand in which reach to `box`.
  private static func strips(of box: BoundingBox, _ count: Int) -> ClosedRange<Int> {
    let first = min(Int(max(box.top - reach, 0) / stripHeight), count - 1)
    return first...max(first, min(Int(max(box.bottom + reach, 0) / stripHeight), count - 1))
  }

  private static let stripHeight = 24.0
  /// Half of the height of all but titles.
  private static let reach = 8.0
  private static let mostEntries = 10_000_000
}

extension Paint {
  /// Whether neither its colours nor how much of them shows are known.
  fileprivate var isUnknown: Bool { isUncertain && colour == nil && bounds == nil }
}

extension BoundingBox {
  /// Without a rim of a tenth: there a character has no ink.
  fileprivate var inner: BoundingBox {
    BoundingBox(
      left: left + width * 0.1, top: top + height * 0.1, right: right - width * 0.1,
      bottom: bottom - height * 0.1)
  }

  /// Whether it is as large as a seal, 30 mm and more, or the background of a page.
  fileprivate var isLarge: Bool { min(width, height) > 60 }

  fileprivate func holds(_ other: BoundingBox) -> Bool {
    left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom
  }
}
