internal import Diagnostics
internal import PagePaint

/// Paints the pages of a drawing, element by element.
struct SVGPainter {
  private let bytes: [UInt8]
  private let definitions: SVGDefinitions
  private let empty: PagePaint
  private(set) var pages: [PagePaint] = []
  private var page: PagePaint
  private var order = 0
  private var text = SVGText()
  private var glyphs: [[SVGText.Glyph]] = []
  private var pageGlyphs: [SVGText.Glyph] = []
  /// The shapes of the last clip that isn't a box, and which of the page's clips they are.
  private var lastClip: (shapes: [PaintedShape], index: Int32)?
  /// How many things may yet be painted.
  private var things: Int
  /// How many corners of shapes there may yet be.
  private var corners: Int
  /// How many bytes may yet be read again because groups are used.
  private var repeatedBytes: Int

  /// - Parameters:
  ///   - page: An empty page.
  ///   - limit: How many things may be painted on all pages together.
  init(_ bytes: [UInt8], _ definitions: SVGDefinitions, page: PagePaint, limit: Int) {
    self.bytes = bytes
    self.definitions = definitions
    self.page = page
    empty = page
    things = limit
    // A letter drawn as a path has some forty, but pages of nothing else are seldom.
    corners = limit &* 8
    // Cairo defines a group for each time that it is used.
    repeatedBytes = bytes.count &* 2 &+ limit
  }

  /// Ends the page painted so far and begins another one.
  mutating func finishPage() throws(SVGRefusal) {
    try spend(1, from: \.things)
    pages.append(page)
    glyphs.append(pageGlyphs)
    page = empty
    lastClip = nil
    pageGlyphs = []
    order = 0
  }

  /// Gives the glyphs to the pages that are finished.
  mutating func finish() {
    for (index, glyphs) in text.painted(glyphs).enumerated() { pages[index].glyphs = glyphs }
    glyphs = []
  }

  /// Paints the element that begins with `first`, up to which `scanner` has gone.
  mutating func draw(_ first: SVGTag, _ scanner: inout SVGScanner) throws(SVGRefusal) {
    let sheet = BoundingBox(left: 0, top: 0, right: empty.width, bottom: empty.height)
    try draw(first, &scanner, in: SVGState(clip: sheet), depth: 0)
  }

  /// - Parameter depth: How many groups being used are around.
  private mutating func draw(
    _ first: SVGTag, _ scanner: inout SVGScanner, in outer: SVGState, depth: Int
  ) throws(SVGRefusal) {
    var states: [SVGState] = []
    var state = outer
    var tag = first
    repeat {
      switch tag.form {
      case .closing:
        guard let last = states.popLast() else { throw .malformed }
        state = last
      case .opening, .empty:
        let attributes = try SVGAttributes(of: tag, in: bytes)
        let inner = try state.entering(attributes, definitions)
        try paint(tag, attributes, inner, depth: depth)
        if tag.name == .group, tag.form == .opening {
          // Cairo puts the glyphs of each string into a group of its own, with their colour.
          if attributes[.fill] != nil { text.endRun() }
          guard states.count < Self.mostGroups else { throw .limit }
          states.append(state)
          state = inner
        } else {
          var content = SVGContent(of: tag)
          try content.skip(&scanner)
        }
      }
      if depth > 0 { try spend(scanner.position - tag.start, from: \.repeatedBytes) }
      guard !states.isEmpty else { return }
      guard let next = scanner.next() else { throw .malformed }
      tag = next
    } while true
  }

  private mutating func paint(
    _ tag: SVGTag, _ attributes: SVGAttributes, _ state: SVGState, depth: Int
  ) throws(SVGRefusal) {
    switch tag.name {
    case .path:
      guard state.clip != nil, let data = attributes[.path] else { return }
      let path = SVGPath(bytes, in: data, through: state.matrix)
      try paint(try path.shapes(corners: &corners), state)
    case .rectangle:
      guard let box = attributes.rectangle else { return }
      if state.isStencil {
        try addPicture(
          state.matrix.apply(box), ink: state.style.fill, opacity: state.style.fillOpacity, state)
      } else {
        let corners = PathShape(box).corners.map { state.matrix.apply($0.x, $0.y) }
        try paint([PathShape(corners: corners)], state)
      }
    case .image:
      if let box = attributes.rectangle { try addPicture(state.matrix.apply(box), state) }
    case .use: try show(attributes, state, depth: depth)
    default: break
    }
  }

  /// Shows what is defined elsewhere.
  private mutating func show(
    _ attributes: SVGAttributes, _ state: SVGState, depth: Int
  ) throws(SVGRefusal) {
    switch attributes.target(.reference).flatMap({ definitions[$0] }) {
    case .glyph(let glyph):
      order += 1
      let (x, y) = (attributes.number(.x) ?? 0, attributes.number(.y) ?? 0)
      guard var glyph = text.place(glyph, x: x, y: y, in: state, order: order) else { return }
      try spend(1, from: \.things)
      glyph.paint.clip = try clip(of: state)
      pageGlyphs.append(glyph)
    case .picture(let width, let height):
      let box = BoundingBox(left: 0, top: 0, right: width, bottom: height)
      try addPicture(state.matrix.apply(box), state)
    case .group(let start):
      guard depth < Self.deepest else { throw .limit }
      var scanner = SVGScanner(bytes, at: start)
      guard let tag = scanner.next() else { throw .malformed }
      try draw(tag, &scanner, in: state, depth: depth + 1)
    default: break
    }
  }

  /// Fills and strokes `shapes`, which are where they are on the page.
  private mutating func paint(_ shapes: [PathShape], _ state: SVGState) throws(SVGRefusal) {
    let style = state.style
    guard let clip = state.clip, !text.isBold(shapes, style) else { return }
    text.endRun()
    if case .other(let server) = style.fill, server.isPicture {
      let boxes = shapes.compactMap(\.box)
      if let first = boxes.first {
        try addPicture(boxes.dropFirst().reduce(first) { $0.union($1) }, state)
      }
    } else if style.fill != .none {
      order += 1
      var filled = PagePaint(width: 0, height: 0)
      var paint = state.paint(style.fill, opacity: style.fillOpacity, order: order)
      paint.clip = try self.clip(of: state)
      filled.fill(shapes, rule: style.fillRule, paint: paint, clip: clip)
      if !state.fillsClip { filled.cutAreasToLetters() }
      try add(filled)
    }
    if style.stroke != .none {
      order += 1
      try add(try stroked(shapes, state, clip: clip))
    }
  }

  private mutating func stroked(
    _ shapes: [PathShape], _ state: SVGState, clip: BoundingBox
  ) throws(SVGRefusal) -> PagePaint {
    var stroked = PagePaint(width: 0, height: 0)
    var paint = state.paint(
      state.style.stroke, opacity: state.style.strokeOpacity, order: order)
    let (horizontal, vertical) = state.strokeWidths
    paint.clip = try self.clip(of: state)
    // Thick dashes may lie on a character, or beside it.
    if state.style.isDashed, max(horizontal, vertical) > 1 { paint.isUncertain = true }
    let cap = state.style.hasLongCaps ? 0.5 : 0
    guard abs(horizontal - vertical) > horizontal * 0.001 else {
      stroked.stroke(shapes, width: vertical, cap: vertical * cap, paint: paint, clip: clip)
      return stroked
    }
    for shape in shapes {
      guard !shape.isCurved else {
        stroked.stroke(
          [shape], width: vertical, cap: vertical * cap, paint: paint, clip: clip)
        continue
      }
      for (from, to) in zip(shape.corners, shape.corners.dropFirst()) {
        let isHorizontal = abs(from.x - to.x) > abs(from.y - to.y)
        stroked.stroke(
          [PathShape(corners: [from, to])], width: isHorizontal ? horizontal : vertical,
          cap: vertical * cap, paint: paint, clip: clip)
      }
    }
    return stroked
  }

  private mutating func add(_ part: PagePaint) throws(SVGRefusal) {
    try spend(part.lines.count + part.areas.count + part.outlines.count, from: \.things)
    page.lines += part.lines
    page.areas += part.areas
    page.outlines += part.outlines
  }

  /// Adds a picture, whose colours aren't looked at, or a stencil, which lets `ink` through.
  private mutating func addPicture(
    _ box: BoundingBox, ink: SVGStyle.Ink = .other(SVGPaintServer(isOpaque: true)),
    opacity: Double = 1, _ state: SVGState
  ) throws(SVGRefusal) {
    order += 1
    guard box.isOnPage, let box = state.clip.flatMap({ box.intersection($0) }) else { return }
    try spend(1, from: \.things)
    var paint = state.paint(ink, opacity: opacity, order: order)
    paint.clip = try clip(of: state)
    if state.isStencil, case .colour = ink {
      // Of a stencil the place is not known: what is seen of it hides nothing.
      paint.isUncertain = false
      paint.alpha *= 0.5
    }
    page.pictures.append(PaintedPicture(box: box, paint: paint, isMasked: paint.isUncertain))
  }

  /// Which of the page's clips holds here; nil for a box.
  private mutating func clip(of state: SVGState) throws(SVGRefusal) -> Int32? {
    guard !state.clipShapes.isEmpty else { return nil }
    if let lastClip, lastClip.shapes == state.clipShapes { return lastClip.index }
    let index = Int32(truncatingIfNeeded: page.clips.count)
    guard index < 20_000 else { throw .limit }
    page.clips.append(state.clipShapes)
    lastClip = (state.clipShapes, index)
    return index
  }

  private mutating func spend(
    _ count: Int, from budget: WritableKeyPath<SVGPainter, Int>
  ) throws(SVGRefusal) {
    self[keyPath: budget] -= count
    guard self[keyPath: budget] >= 0 else { throw .limit }
  }

  private static let deepest = 32
  private static let mostGroups = 10_000
}

extension PagePaint {
  /// Makes of areas the letters, or other shapes, that are cut out of them by a clip.
  fileprivate mutating func cutAreasToLetters() {
    for index in areas.indices {
      if areas[index].shape == nil {
        outlines.append(PaintedOutline(box: areas[index].box, paint: areas[index].paint))
      }
    }
  }
}
