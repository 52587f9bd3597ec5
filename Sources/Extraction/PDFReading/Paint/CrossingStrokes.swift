internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Strokes across digits that slant, bend or cross one another; ``StrikeLines`` finds level ones.
enum CrossingStrokes {
  /// The indices of glyphs that are crossed; nil where the page has too many strokes, or this takes more than `limit`
  /// comparisons.
  static func crossedGlyphs(of paint: PagePaint, upTo limit: Int) -> Set<Int>? {
    guard !paint.slants.isEmpty, !paint.glyphs.isEmpty else { return [] }
    guard paint.slants.count < PagePaint.mostSlants else { return nil }
    let strokes = paint.slants.filter {
      $0.paint.alpha > 0.1 && $0.paint.order < paint.annotationOrder
    }
    guard !strokes.isEmpty else { return [] }
    var strips = PageStrips(height: paint.height)
    for (index, glyph) in paint.glyphs.enumerated() where glyph.mayBeDigit {
      strips.add(index, at: glyph.origin.y)
    }
    var grounds = LineGrounds(paint)
    var crossed: Set<Int> = []
    var comparisons = 0
    for stroke in strokes {
      let (top, bottom) = (min(stroke.from.y, stroke.to.y), max(stroke.from.y, stroke.to.y))
      for strip in strips.strips(from: top, to: bottom + PageStrips.height) {
        comparisons += strips[strip].count
        for index in strips[strip] where stroke.crosses(paint.glyphs[index]) {
          guard comparisons + grounds.looks <= limit else { return nil }
          if grounds.isSeen(stroke.paint, on: paint.glyphs[index]) { crossed.insert(index) }
        }
        guard comparisons + grounds.looks <= limit else { return nil }
      }
    }
    return crossed
  }
}

/// What lies below white lines, which are seen on a dark ground only.
struct LineGrounds {
  private let areas: [PaintedArea]
  /// How many areas were compared so far.
  private(set) var looks = 0

  init(_ paint: PagePaint) { areas = paint.areas }

  /// Whether a line is seen where it crosses `glyph`; a white one on the white of the page isn't.
  mutating func isSeen(_ line: Paint, on glyph: PaintedGlyph) -> Bool {
    guard line.colour == .white else { return true }
    let (x, y) = (glyph.box.middleX, glyph.box.middleY)
    looks += areas.count
    let ground = areas.last {
      $0.paint.order < line.order && $0.paint.order < glyph.paint.order && $0.paint.alpha > 0.5
        && $0.box.contains(x: x, y: y)
    }
    guard let ground else { return false }
    return ground.paint.colour.map { PaintColour.white.isSeen(on: $0) } ?? true
  }
}

extension PaintedGlyph {
  fileprivate var mayBeDigit: Bool {
    guard abs(turn) < 1 || abs(abs(turn) - 180) < 1 else { return false }
    return switch characters {
    case .one(let scalar): Figure.isDigit(scalar)
    case .several(let ligature): Figure.hasDigit(ligature.text)
    case .untold, .unknown: true
    }
  }
}

extension PaintedSlant {
  /// Whether it runs through what a digit takes up, and belongs to something that may be meant for that number.
  fileprivate func crosses(_ glyph: PaintedGlyph) -> Bool {
    guard extent.width < glyph.size * Self.widest, extent.height < glyph.size * Self.highest else {
      return false
    }
    let margin = glyph.box.width * 0.15
    let core = BoundingBox(
      left: glyph.box.left + margin, top: glyph.origin.y - glyph.size * 0.62,
      right: glyph.box.right - margin, bottom: glyph.origin.y - glyph.size * 0.08)
    return length(within: core) > glyph.size * 0.1
  }

  /// How much of it lies within `box`.
  private func length(within box: BoundingBox) -> Double {
    let (x, y) = (to.x - from.x, to.y - from.y)
    var (start, end) = (0.0, 1.0)
    for (way, place, low, high) in [
      (x, from.x, box.left, box.right), (y, from.y, box.top, box.bottom),
    ] {
      guard way != 0 else {
        if place < low || place > high { return 0 }
        continue
      }
      let (one, other) = ((low - place) / way, (high - place) / way)
      start = max(start, min(one, other))
      end = min(end, max(one, other))
    }
    return end > start ? (end - start) * (x * x + y * y).squareRoot() : 0
  }

  /// In ems: an X over a cell is smaller than a chart.
  private static let widest = 16.0
  private static let highest = 3.5
}
