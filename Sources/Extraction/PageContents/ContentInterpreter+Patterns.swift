internal import Diagnostics
internal import PDFObjects
internal import PagePaint

/// What is known of shadings and patterns without painting them (ISO 32000-1, 8.7).
extension ContentInterpreter {
  struct PatternLook {
    /// Nil where its colours aren't known.
    var bounds: ColourBounds?
    /// Whether it may leave gaps.
    var isUncertain = true
    var showsPicture = false
  }

  /// What is known of the pattern `name`; of one that isn't understood nothing is.
  func look(ofPattern name: PDFName) throws(PDFRefusal) -> PatternLook {
    let patterns = try resources.file.resolve(named["Pattern"]).dictionary
    let reference = patterns?[name]?.reference
    if let reference, let known = resources.patternLooks[reference] { return known }
    var look = PatternLook()
    do throws(PDFRefusal) {
      look = try self.look(ofPattern: try resources.file.resolve(patterns?[name]))
    } catch {
      // Its colours stay unknown.
    }
    if let reference { resources.patternLooks[reference] = look }
    return look
  }

  private func look(ofPattern pattern: PDFObject) throws(PDFRefusal) -> PatternLook {
    let file = resources.file
    guard let dictionary = pattern.dictionary else { return PatternLook() }
    if try file.resolve(dictionary["PatternType"]).integer == 2 {
      return try look(ofShading: dictionary["Shading"])
    }
    guard let stream = pattern.stream, patternDepth < 2,
      try file.resolve(dictionary["PaintType"]).integer == 1
    else { return PatternLook() }
    return try look(ofTile: stream)
  }

  /// The colours of all that a tile paints.
  private func look(ofTile tile: PDFStream) throws(PDFRefusal) -> PatternLook {
    let file = resources.file
    var inner = self
    inner.patternDepth += 1
    inner.paint = PagePaint(width: paint.width, height: paint.height)
    inner.state = GraphicsState(matrix: AffineMatrix(), clip: Self.everywhere)
    inner.named = try file.resolve(tile.dictionary["Resources"]).dictionary ?? named
    inner.namedFonts = [:]
    inner.path = ContentPath()
    inner.textMatrix = nil
    inner.sources = []
    try inner.read(try resources.content(of: tile))
    let painted = inner.paint
    let paints =
      painted.areas.map(\.paint) + painted.lines.map(\.paint) + painted.outlines.map(\.paint)
      + painted.glyphs.map(\.paint)
    guard painted.pictures.isEmpty, !paints.isEmpty else {
      return PatternLook(showsPicture: !painted.pictures.isEmpty)
    }
    var bounds: ColourBounds?
    for paint in paints {
      guard let colour = paint.colour else { return PatternLook() }
      bounds = bounds?.including(colour) ?? ColourBounds(colour)
    }
    return PatternLook(bounds: bounds)
  }

  /// Colours along an axis; others aren't known.
  private func look(ofShading object: PDFObject?) throws(PDFRefusal) -> PatternLook {
    let file = resources.file
    guard let shading = try file.resolve(object).dictionary,
      let kind = try file.resolve(shading["ShadingType"]).integer, kind == 2 || kind == 3,
      let name = shading["ColorSpace"],
      let function = try PDFFunction(shading["Function"], in: file)
    else { return PatternLook() }
    let space = try ColourSpace(name, resources: named, in: file)
    let domain = try numbers(shading["Domain"]) ?? [0, 1]
    guard domain.count == 2 else { return PatternLook() }
    var bounds: ColourBounds?
    for step in 0...16 {
      let place = domain[0] + (domain[1] - domain[0]) * Double(step) / 16
      guard let colour = function.values([place]).flatMap({ space.colour($0) }) else {
        return PatternLook()
      }
      bounds = bounds?.including(colour) ?? ColourBounds(colour)
    }
    var extends = try file.resolve(shading["Extend"]).array?.count == 2
    for item in try file.resolve(shading["Extend"]).array ?? []
    where try file.resolve(item).boolean != true { extends = false }
    return PatternLook(bounds: bounds, isUncertain: !extends || shading["BBox"] != nil)
  }

  /// Paints the shading `name` wherever the clipping path allows (8.7.4.2).
  mutating func paintShading(_ name: PDFName) throws(PDFRefusal) {
    let shadings = try resources.file.resolve(named["Shading"]).dictionary
    var look = PatternLook()
    do throws(PDFRefusal) {
      look = try self.look(ofShading: shadings?[name])
    } catch {
      // Its colours stay unknown.
    }
    var ink = GraphicsState.Ink(space: .pattern, colour: nil, alpha: state.fill.alpha)
    ink.bounds = look.bounds
    ink.isUncertain = look.isUncertain
    paintNext()
    let paint = state.paint(with: ink, order: order)
    guard hiddenDepth == 0 else { return }
    self.paint.fill(state.clip, paint: paint, clip: state.clip)
  }

  private static let everywhere = BoundingBox(
    left: -20_000, top: -20_000, right: 20_000, bottom: 20_000)
}
