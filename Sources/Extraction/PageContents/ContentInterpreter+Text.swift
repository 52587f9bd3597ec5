internal import Diagnostics
internal import Glibc
internal import PDFFonts
internal import PDFObjects
internal import PagePaint

/// Text state, positioning and showing (ISO 32000-1, 9.3 and 9.4).
extension ContentInterpreter {
  /// False for other operators.
  mutating func executeText(
    _ name: ContentOperator, _ scanner: ContentScanner
  ) throws(PDFRefusal) -> Bool {
    switch name {
    case "BT":
      // Poppler, too, takes one within another for a new one.
      textMatrix = AffineMatrix()
      lineMatrix = AffineMatrix()
      glyphSetting = .anew
    case "ET":
      textMatrix = nil
      if let glyphs = clippingGlyphs {
        state.textClip = glyphs
        clippingGlyphs = nil
      }
    case "Tc": state.text.characterSpacing = try scanner.lastNumber()
    case "Tw": state.text.wordSpacing = try scanner.lastNumber()
    case "Tz": state.text.horizontalScale = try scanner.lastNumber() / 100
    case "TL": state.text.leading = try scanner.lastNumber()
    case "Tf":
      state.text.font = try font(named: try scanner.lastOperandName())
      state.text.size = try scanner.lastNumber()
    case "Tr": try setMode(try scanner.lastNumber())
    case "Ts": state.text.rise = try scanner.lastNumber()
    case "Td":
      try scanner.require(2)
      moveLine(by: scanner.number(back: 2), scanner.number(back: 1))
    case "TD":
      try scanner.require(2)
      state.text.leading = -scanner.number(back: 1)
      moveLine(by: scanner.number(back: 2), scanner.number(back: 1))
    case "Tm":
      lineMatrix = try scanner.matrix()
      textMatrix = lineMatrix
      if glyphSetting == .following { glyphSetting = .moved }
    case "T*": moveLine(by: 0, -state.text.leading)
    case "Tj", "TJ": try show(scanner.pieces, of: scanner.text)
    case "'":
      moveLine(by: 0, -state.text.leading)
      try show(scanner.pieces, of: scanner.text)
    case "\"":
      try scanner.require(2)
      state.text.wordSpacing = scanner.number(back: 2)
      state.text.characterSpacing = scanner.number(back: 1)
      moveLine(by: 0, -state.text.leading)
      try show(scanner.pieces, of: scanner.text)
    default: return false
    }
    return true
  }

  private mutating func setMode(_ mode: Double) throws(PDFRefusal) {
    // Poppler passes over others.
    guard let mode = Int(exactly: mode), (0...7).contains(mode) else {
      throw .unsupported("the text rendering mode")
    }
    state.text.mode = mode
  }

  private mutating func moveLine(by x: Double, _ y: Double) {
    lineMatrix = AffineMatrix(1, 0, 0, 1, x, y).followed(by: lineMatrix)
    textMatrix = lineMatrix
    if glyphSetting == .following { glyphSetting = .moved }
  }

  private mutating func font(named name: ContentName) throws(PDFRefusal) -> Int {
    if let index = namedFonts[name] { return index }
    guard let fonts = try resources.file.resolve(named["Font"]).dictionary,
      let font = fonts[name.name]
    else { throw .damaged("the font \(name.name.text)") }
    let index = try resources.font(font)
    namedFonts[name] = index
    return index
  }

  /// Shows strings, each a part of `bytes`, and moves back by the offsets between them.
  private mutating func show(
    _ pieces: OperandList<ContentScanner.TextPiece>, of bytes: [UInt8]
  ) throws(PDFRefusal) {
    guard let matrix = textMatrix else { throw .damaged("BT before a string that is shown") }
    guard let index = state.text.font else { throw .damaged("a font before a string is shown") }
    guard state.softMask != .some || hiddenDepth > 0 else {
      throw .unsupported("text behind a soft mask")
    }
    let font = resources.fonts[index]
    let text = state.text
    let toPage = matrix.followed(by: state.matrix)
    let line = GlyphLine(
      toPage: toPage, text: text, isVertical: font.isVertical, shapeBase: UInt32(index) << 16)
    let painting = text.mode & 3
    var paint = nextPaint(strokes: painting == 1)
    // Where a glyph has an outline of another colour, the darker one is seen on all but dark grounds.
    if painting == 2, let fill = state.fill.colour, let stroke = state.stroke.colour {
      paint.colour = stroke.lightness < fill.lightness ? stroke : fill
    }
    let model = PaintedGlyph(
      characters: .unknown, shape: 0, origin: PagePoint(x: 0, y: 0), advance: 0, size: line.size,
      turn: line.turn, box: state.clip, paint: paint,
      concealment: concealment(line, alpha: paint.alpha))
    let first = self.paint.glyphs.count
    // How far the next glyph lies from the first.
    var offset = 0.0
    for piece in 0..<pieces.count {
      switch pieces[piece] {
      case .offset(let thousandths):
        let scale = font.isVertical ? 1 : text.horizontalScale
        offset -= thousandths / 1_000 * text.size * scale
      case .string(let string):
        var position = string.lowerBound
        while position < string.upperBound,
          let glyph = font.next(in: bytes, at: &position, before: string.upperBound)
        {
          guard self.paint.glyphs.count < Self.mostGlyphs else { throw .limit("glyphs") }
          try add(glyph, on: line, offset: offset, like: model, font: index)
          offset += line.displacement(of: glyph)
        }
      }
    }
    if text.mode >= 4, hiddenDepth == 0, first < self.paint.glyphs.count {
      clippingGlyphs = (clippingGlyphs?.lowerBound ?? first)..<self.paint.glyphs.count
    }
    textMatrix =
      (font.isVertical
      ? AffineMatrix(1, 0, 0, 1, 0, offset) : AffineMatrix(1, 0, 0, 1, offset, 0))
      .followed(by: matrix)
  }

  /// Notes that something is painted: it may show the glyphs that clip it, which nobody paints.
  mutating func paintThroughText() {
    guard let glyphs = state.textClip, glyphsPaintedThrough != glyphs.lowerBound else { return }
    glyphsPaintedThrough = glyphs.lowerBound
    for index in glyphs where paint.glyphs[index].concealment == .unpainted {
      paint.glyphs[index].concealment = .unclear
    }
  }

  /// - Parameter model: What all glyphs of the string have in common.
  private mutating func add(
    _ glyph: FontGlyph, on line: GlyphLine, offset: Double, like model: PaintedGlyph, font: Int
  ) throws(PDFRefusal) {
    let (origin, end) = line.ends(of: glyph, at: offset)
    guard abs(origin.x) < 20_000, abs(origin.y) < 20_000 else { return }
    var painted = model
    painted.box = line.box(from: origin, to: end)
    if painted.concealment == nil { clip(&painted, glyph) }
    if painted.concealment == nil, glyph.characters.isDigit {
      switch try resources.ink(of: glyph.code, font: font) {
      case .font: break
      case .blank:
        painted.concealment = .blank
        painted.box = line.box(from: origin, to: end)
      case .own(let colour): painted.paint.colour = colour
      }
    }
    painted.characters =
      line.isMirrored ? .unknown : PaintedGlyph.Characters(glyph.characters)
    painted.shape = line.shapeBase ^ UInt32(truncatingIfNeeded: glyph.code)
    painted.origin = origin
    painted.advance = max(abs(end.x - origin.x), abs(end.y - origin.y))
    painted.setting = glyphSetting
    glyphSetting = .following
    paint.glyphs.append(painted)
  }

  /// Why no glyph of a string is seen, wherever it stands; nil where one may be.
  private func concealment(_ line: GlyphLine, alpha: Double) -> PaintedGlyph.Concealment? {
    if hiddenDepth > 0 { return .hiddenLayer }
    if line.mode & 3 == 3 { return .unpainted }
    if alpha < Self.faintest { return .transparent }
    return line.size < Self.smallest || line.width < Self.smallest ? .tiny : nil
  }

  /// Cuts the box of a glyph to what the clipping path leaves of it, or conceals it where that is too little.
  private func clip(_ painted: inout PaintedGlyph, _ glyph: FontGlyph) {
    let (box, clip) = (painted.box, state.clip)
    if box.left >= clip.left, box.right <= clip.right, box.top >= clip.top,
      box.bottom <= clip.bottom
    {
      return
    }
    // A rim that is cut off hides nothing, and half an ideograph is read where half a digit may be another.
    painted.cut(
      to: clip, least: glyph.characters.isIdeograph ? Self.leastOfIdeograph : Self.leastSeen)
  }

  private static let mostGlyphs = 200_000
  private static let faintest = 0.06
  /// Points: what is printed smaller is not meant to be read.
  private static let smallest = 2.0
  private static let leastSeen = 0.6
  private static let leastOfIdeograph = 0.3
}

extension GlyphCharacters {
  fileprivate var isDigit: Bool {
    guard case .one(let scalar) = self else { return false }
    return 0x30...0x39 ~= scalar.value || 0xFF10...0xFF19 ~= scalar.value
  }

  /// Whether it is a Chinese character, or a mark set with them.
  fileprivate var isIdeograph: Bool {
    guard case .one(let scalar) = self else { return false }
    return switch scalar.value {
    case 0x2E80...0x9FFF, 0x201C, 0x201D, 0xFF08, 0xFF09, 0xFF1A, 0xFF1B: true
    default: false
    }
  }
}

extension PaintedGlyph.Characters {
  fileprivate init(_ characters: GlyphCharacters) {
    switch characters {
    case .one(let scalar): self = .one(scalar)
    case .several(let text): self = PaintedGlyph.Ligature(text).map(Self.several) ?? .untold
    case .untold: self = .untold
    case .unknown: self = .unknown
    }
  }
}
