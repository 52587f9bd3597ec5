internal import Diagnostics
internal import PagePaint

/// What `<defs>` holds by its names: cairo writes all of it before the pages, which refer to it.
struct SVGDefinitions {
  enum Definition {
    case clip(SVGClip)
    case mask(SVGMask)
    case glyph(SVGGlyph)
    case picture(width: Double, height: Double)
    /// Where the tag of a group stands, which is drawn wherever it is used.
    case group(Int)
    case paintServer(SVGPaintServer)
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var byName: [String: Definition] = [:]

  /// - Parameter limit: How many definitions there may be.
  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  subscript(_ name: String) -> Definition? { byName[name] }

  /// Reads up to `</defs>`, `<defs>` being behind.
  mutating func read(_ scanner: inout SVGScanner) throws(SVGRefusal) {
    while let tag = scanner.next() {
      guard tag.form != .closing else {
        if tag.name == .definitions { return }
        continue
      }
      let attributes = try SVGAttributes(of: tag, in: bytes)
      // Without a name it is the group around all glyphs.
      guard let name = attributes.text(.id) else { continue }
      if let definition = try definition(name, tag, attributes, &scanner) {
        byName[name] = definition
        guard byName.count <= limit else { throw .limit }
      }
    }
    throw .malformed
  }

  /// Reads up to the end of `tag`'s element; nil for one that nothing here depends on.
  private func definition(
    _ name: String, _ tag: SVGTag, _ attributes: SVGAttributes, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> Definition? {
    var content = SVGContent(of: tag)
    switch tag.name {
    case .clipPath: return .clip(try clip(&content, &scanner))
    case .mask: return .mask(try mask(&content, &scanner))
    case .linearGradient, .radialGradient:
      return .paintServer(try gradient(&content, &scanner))
    case .pattern: return .paintServer(try pattern(&content, &scanner))
    case .symbol, .group:
      if let glyph = SVGGlyph(id: name) { return .glyph(try fill(glyph, &content, &scanner)) }
      try content.skip(&scanner)
      return .group(tag.start)
    case .image:
      try content.skip(&scanner)
      return .picture(
        width: attributes.number(.width) ?? 0, height: attributes.number(.height) ?? 0)
    default:
      try content.skip(&scanner)
      return nil
    }
  }

  private func clip(
    _ content: inout SVGContent, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> SVGClip {
    var clip = SVGClip(nil)
    while let tag = try content.next(&scanner) {
      let attributes = try SVGAttributes(of: tag, in: bytes)
      if tag.name == .rectangle {
        clip.add(SVGClip(attributes.rectangle))
      } else if let data = attributes[.path] {
        let rule: FillRule = attributes.text(.clipRule) == "evenodd" ? .evenOdd : .nonzero
        clip.add(SVGClip(SVGPath(bytes, in: data), rule: rule))
      }
    }
    return clip
  }

  private func mask(
    _ content: inout SVGContent, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> SVGMask {
    var mask = SVGMask()
    while let tag = try content.next(&scanner) {
      let attributes = try SVGAttributes(of: tag, in: bytes)
      switch tag.name {
      case .group: mask.isOfAlpha = attributes[.filter] != nil
      case .rectangle: mask.add(rectangle: attributes)
      default:
        mask.isEven = false
        if case .picture = attributes.target(.reference).flatMap({ self[$0] }) {
          mask.isPicture = true
        }
      }
    }
    return mask
  }

  private func gradient(
    _ content: inout SVGContent, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> SVGPaintServer {
    var server = SVGPaintServer(isOpaque: true)
    var isKnown = true
    while let tag = try content.next(&scanner) {
      let attributes = try SVGAttributes(of: tag, in: bytes)
      if let opacity = attributes.number(.stopOpacity), opacity < 1 { server.isOpaque = false }
      guard tag.name == .stop else { continue }
      if let colour = attributes.colour(.stopColour) {
        server.bounds = server.bounds?.including(colour) ?? ColourBounds(colour)
      } else {
        isKnown = false
      }
    }
    if !isKnown { server.bounds = nil }
    return server
  }

  private func pattern(
    _ content: inout SVGContent, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> SVGPaintServer {
    var server = SVGPaintServer()
    while let tag = try content.next(&scanner) {
      let attributes = try SVGAttributes(of: tag, in: bytes)
      if case .picture = attributes.target(.reference).flatMap({ self[$0] }) {
        server = SVGPaintServer(isOpaque: true, isPicture: true)
      }
    }
    return server
  }

  private func fill(
    _ glyph: SVGGlyph, _ content: inout SVGContent, _ scanner: inout SVGScanner
  ) throws(SVGRefusal) -> SVGGlyph {
    var glyph = glyph
    var matrix = SVGMatrix()
    while let tag = try content.next(&scanner) {
      try glyph.add(tag, in: bytes, matrix: &matrix)
    }
    return glyph
  }
}

/// How much it leaves of what refers to it.
struct SVGMask {
  /// Whether it is the same everywhere, as far as this can be told.
  var isEven = true
  /// Whether it has the shape of a picture.
  var isPicture = false
  /// Whether it goes by its alpha alone; else by how light it is as well.
  var isOfAlpha = false
  private var rectangles = 0
  private var opacity = 1.0
  private var lightness = 1.0

  /// From 0 to 1; nil where it differs from place to place.
  var alpha: Double? {
    guard isEven, rectangles == 1 else { return nil }
    return isOfAlpha ? opacity : opacity * lightness
  }

  /// Takes a rectangle, which covers everything: cairo makes no other ones here.
  mutating func add(rectangle attributes: SVGAttributes) {
    rectangles += 1
    guard let colour = attributes.colour(.fill) else {
      isEven = false
      return
    }
    opacity = attributes.share(.fillOpacity) ?? 1
    lightness =
      (0.2125 * Double(colour.red) + 0.7154 * Double(colour.green) + 0.0721 * Double(colour.blue))
      / 255
  }
}

extension SVGAttributes {
  /// `x`, `y`, `width` and `height`; nil where it has no size.
  var rectangle: BoundingBox? {
    guard let width = number(.width), let height = number(.height), width > 0, height > 0 else {
      return nil
    }
    let (left, top) = (number(.x) ?? 0, number(.y) ?? 0)
    return BoundingBox(left: left, top: top, right: left + width, bottom: top + height)
  }
}
