internal import Diagnostics
internal import PagePaint

/// The glyphs of a drawing, of which more is known when all of them have been seen.
struct SVGText {
  private var fonts: [Int: SVGFont] = [:]
  /// The last glyph, the one before it, and the way between them, if they may be of one line.
  private var last: (font: Int, origin: PagePoint)?
  private var before: (font: Int, step: SVGStep)?
  /// The glyphs painted last, all with one paint.
  private var run: Run?

  /// A glyph where it is shown.
  struct Glyph {
    var font: Int
    var shape: UInt32
    var origin: PagePoint
    /// What its ink takes up on the page.
    var ink: BoundingBox
    var paint: Paint
    /// Around what can be painted; nil where that is nothing.
    var clip: BoundingBox?
  }

  /// Takes `glyph` as it is shown at `x` and `y`; nil for a blank, of which nothing is seen, and far from any page.
  mutating func place(
    _ glyph: SVGGlyph, x: Double, y: Double, in state: SVGState, order: Int
  ) -> Glyph? {
    let origin = state.matrix.apply(x, y)
    guard let ink = glyph.ink.map({ state.matrix.turning($0) }) else { return nil }
    let box = BoundingBox(
      left: origin.x + ink.left, top: origin.y + ink.top, right: origin.x + ink.right,
      bottom: origin.y + ink.bottom)
    guard box.isOnPage else { return nil }
    note(glyph.font, at: origin, ink: ink)
    run = Run(ink: run?.ink.union(box) ?? box, fill: state.style.fill)
    return Glyph(
      font: glyph.font, shape: glyph.shape, origin: origin, ink: box,
      paint: state.paint(state.style.fill, opacity: state.style.fillOpacity, order: order),
      clip: state.clip)
  }

  /// Takes the next glyphs, or the next path, for something else than the glyphs before.
  mutating func endRun() {
    run = nil
  }

  /// Whether lines along `shapes` in this style only make bold the glyphs painted last (text rendering mode 2).
  func isBold(_ shapes: [PathShape], _ style: SVGStyle) -> Bool {
    // Outlines are closed; a frame around a number is, too, and strokes through it aren't.
    guard let run, style.fill == .none, style.stroke == run.fill, let first = shapes.first?.box,
      shapes.allSatisfy({ $0.corners.first == $0.corners.last }),
      shapes.count > 1 || shapes[0].rectangle == nil
    else { return false }
    let box = shapes.reduce(first) { $0.union($1.box ?? $0) }
    let reach = max(run.ink.height * 0.1, 1)
    return abs(box.left - run.ink.left) < reach && abs(box.right - run.ink.right) < reach
      && abs(box.top - run.ink.top) < reach && abs(box.bottom - run.ink.bottom) < reach
  }

  private struct Run {
    var ink: BoundingBox
    var fill: SVGStyle.Ink
  }

  /// Takes what a glyph tells of its font.
  ///
  /// Three that stand in a line show how their fonts are turned, whichever these are; two do if the line goes along the
  /// page. A raised mark behind a number slants alone.
  private mutating func note(_ font: Int, at origin: PagePoint, ink: BoundingBox) {
    fonts[font, default: SVGFont()].add(ink)
    defer { last = (font, origin) }
    guard let last,
      let step = SVGStep(
        from: last.origin, to: origin, ink: ink,
        length: max(fonts[font]?.length ?? 0, fonts[last.font]?.length ?? 0))
    else {
      before = nil
      return
    }
    if step.isStraight {
      fonts[font]?.add(step)
      fonts[last.font]?.add(step)
    } else if let before, before.step.hasDirection(of: step) {
      for font in [font, last.font, before.font] { fonts[font]?.add(step) }
    }
    before = (last.font, step)
  }

  /// The same glyphs, with what is known of their fonts in the end.
  func painted(_ glyphs: [[Glyph]]) -> [[PaintedGlyph]] {
    let lines = fonts.mapValues { SVGTextLine($0) }
    return glyphs.map { page in
      page.map { glyph in (lines[glyph.font] ?? SVGTextLine(SVGFont())).painted(glyph) }
    }
  }
}

/// What all glyphs of one font have in common.
private struct SVGTextLine {
  private let turn: Double
  private let size: Double

  init(_ font: SVGFont) {
    turn = font.turn
    size = font.size
  }

  func painted(_ glyph: SVGText.Glyph) -> PaintedGlyph {
    var painted = PaintedGlyph(
      characters: .untold, shape: glyph.shape, origin: glyph.origin,
      advance: SVGFont.sides(of: glyph.ink, turn: turn).along, size: size, turn: turn,
      box: box(of: glyph), paint: glyph.paint, concealment: concealment(of: glyph))
    if painted.concealment == nil { painted.cut(to: glyph.clip, least: Self.leastSeen) }
    return painted
  }

  /// Its ink along the line, an em across it; the ink alone where the line slants.
  private func box(of glyph: SVGText.Glyph) -> BoundingBox {
    var box = glyph.ink
    let (above, below) = (size * Self.ascent, size * Self.descent)
    switch turn {
    case 0: (box.top, box.bottom) = (glyph.origin.y - above, glyph.origin.y + below)
    case 90: (box.left, box.right) = (glyph.origin.x - below, glyph.origin.x + above)
    case 180: (box.top, box.bottom) = (glyph.origin.y - below, glyph.origin.y + above)
    case -90: (box.left, box.right) = (glyph.origin.x - above, glyph.origin.x + below)
    default: return box
    }
    return box
  }

  private func concealment(of glyph: SVGText.Glyph) -> PaintedGlyph.Concealment? {
    if glyph.paint.alpha < Self.faintest { return .transparent }
    return size < Self.smallest ? .tiny : nil
  }

  /// What digits and ideographs take up of an em above and below the baseline.
  private static let ascent = 0.76
  private static let descent = 0.06
  private static let faintest = 0.06
  /// Points: what is printed smaller is not meant to be read.
  private static let smallest = 2.0
  private static let leastSeen = 0.6
}
