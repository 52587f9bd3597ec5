internal import Diagnostics
internal import PagePaint

/// Whether a person sees each glyph of a page, and why not.
struct GlyphSight {
  /// Why a glyph is not to be read.
  enum Reason: Hashable {
    case unpainted, transparent, clipped, hiddenLayer, tiny
    /// Something opaque lies on it.
    case covered
    /// It has the colour of its ground.
    case groundColoured
    /// The same character was painted in nearly the same place before: a shadow, or a slip.
    case repeated
    /// The same, as close as bold letters are made.
    case overprinted
    /// Another digit stands in the same place.
    case overtyped
    /// Something opaque lies on a part of it.
    case partlyCovered
    /// A line runs through its middle.
    case struck

    init(_ concealment: PaintedGlyph.Concealment) {
      self =
        switch concealment {
        case .unpainted: .unpainted
        case .transparent: .transparent
        case .clipped: .clipped
        case .hiddenLayer: .hiddenLayer
        case .tiny: .tiny
        }
    }
  }

  /// For each glyph; nil for what is seen.
  private(set) var reasons: [Reason?]
  /// Whether a picture hides the glyph, or lies behind an invisible one: it was recognised from the picture.
  private(set) var liesAtPicture: [Bool]

  /// Nil for a page on which so much is painted that looking at it would take seconds.
  init?(_ paint: PagePaint) {
    let ground = PageGround(paint)
    guard ground.comparisons(of: paint.glyphs) <= Self.mostComparisons,
      let struck = StrikeLines.struckGlyphs(of: paint, upTo: Self.mostComparisons)
    else { return nil }
    reasons = []
    reasons.reserveCapacity(paint.glyphs.count)
    liesAtPicture = Array(repeating: false, count: paint.glyphs.count)
    for (index, glyph) in paint.glyphs.enumerated() {
      var reason = glyph.concealment.map(Reason.init)
      let (x, y) = (glyph.box.middleX, glyph.box.middleY)
      if reason == nil {
        let sight = ground.sight(of: glyph, x: x, y: y)
        reason = sight.reason
        liesAtPicture[index] = sight.isPicture
      } else if reason == .unpainted || reason == .transparent {
        liesAtPicture[index] = ground.hasPicture(atX: x, y: y)
      }
      reasons.append(reason)
    }
    GlyphRepeats.mark(in: paint.glyphs, &reasons)
    for index in struck where reasons[index] == nil { reasons[index] = .struck }
  }

  private static let mostComparisons = 50_000_000

  /// Whether the page's text is a layer that a program recognised in the pictures of the page: at least half of its
  /// glyphs aren't seen and stand where a picture is.
  var isRecognised: Bool {
    let count = reasons.count
    guard count > 0 else { return false }
    var recognised = 0
    for (index, reason) in reasons.enumerated() where reason != nil && liesAtPicture[index] {
      recognised += 1
    }
    return recognised * 2 >= count
  }
}

/// What lies below and above each place of a page.
private struct PageGround {
  private let areas: [PaintedArea]
  private let pictures: [PaintedPicture]
  /// For each strip of the page the areas that reach into it, in the order of painting.
  private var strips: [[Int]]
  private var pictureStrips: [[Int]]

  init(_ paint: PagePaint) {
    areas = paint.areas
    pictures = paint.pictures
    let count = min(max(Int(paint.height / Self.stripHeight) + 1, 1), 2_000)
    strips = Array(repeating: [], count: count)
    pictureStrips = strips
    for (index, area) in areas.enumerated() {
      for strip in Self.strips(of: area.box, count) { strips[strip].append(index) }
    }
    for (index, picture) in pictures.enumerated() {
      for strip in Self.strips(of: picture.box, count) { pictureStrips[strip].append(index) }
    }
  }

  /// How often ``sight(of:x:y:)`` looks at an area or picture for all of `glyphs`.
  func comparisons(of glyphs: [PaintedGlyph]) -> Int {
    var counts = Array(repeating: 0, count: strips.count)
    for glyph in glyphs { counts[strip(at: glyph.box.middleY)] += 1 }
    return counts.indices.reduce(0) {
      $0 &+ counts[$1] &* (strips[$1].count &+ 2 &* pictureStrips[$1].count)
    }
  }

  func hasPicture(atX x: Double, y: Double) -> Bool {
    pictureStrips[strip(at: y)].contains { pictures[$0].box.contains(x: x, y: y) }
  }

  func sight(
    of glyph: PaintedGlyph, x: Double, y: Double
  ) -> (reason: GlyphSight.Reason?, isPicture: Bool) {
    let strip = strip(at: y)
    for index in pictureStrips[strip] {
      let picture = pictures[index]
      if picture.paint.order > glyph.paint.order, picture.paint.isOpaque,
        picture.box.intersection(glyph.box) != nil
      {
        switch Self.coveredPlaces(of: glyph, by: { picture.box.contains(x: $0, y: $1) }) {
        case 0: break
        case 1...2: return (.partlyCovered, false)
        default: return (.covered, true)
        }
      }
    }
    var ground: PaintColour? = .white
    var groundOrder = 0
    for index in strips[strip] {
      let paint = areas[index].paint
      if paint.order > glyph.paint.order {
        guard paint.isOpaque, areas[index].box.intersection(glyph.box) != nil else { continue }
        switch Self.coveredPlaces(of: glyph, by: areas[index].contains) {
        case 0: break
        case 1...2: return (.partlyCovered, false)
        default: return (.covered, false)
        }
      } else if areas[index].contains(x: x, y: y) {
        groundOrder = paint.order
        if let colour = paint.colour, paint.isNormal {
          ground = paint.isOpaque ? colour : ground.map { colour.over($0, alpha: paint.alpha) }
        } else {
          ground = nil
        }
      }
    }
    guard let ground, let colour = glyph.paint.colour else {
      return (nil, false)
    }
    if colour.over(ground, alpha: glyph.paint.alpha).isSeen(on: ground) { return (nil, false) }
    // On a picture its colour may be seen.
    let liesOnPicture = pictureStrips[strip].contains {
      pictures[$0].paint.order < glyph.paint.order && pictures[$0].paint.order > groundOrder
        && pictures[$0].box.contains(x: x, y: y)
    }
    return (liesOnPicture ? nil : .groundColoured, false)
  }

  /// How many of five places of a glyph, its middle and halfway to its corners, `covers` says are covered.
  private static func coveredPlaces(
    of glyph: PaintedGlyph, by covers: (Double, Double) -> Bool
  ) -> Int {
    let (x, y) = (glyph.box.middleX, glyph.box.middleY)
    let (width, height) = (glyph.box.width / 4, glyph.box.height / 4)
    return [
      (x, y), (x - width, y - height), (x + width, y - height), (x - width, y + height),
      (x + width, y + height),
    ].count { covers($0.0, $0.1) }
  }

  private func strip(at y: Double) -> Int {
    y > 0 ? min(Int(min(y, 1e6) / Self.stripHeight), strips.count - 1) : 0
  }

  private static func strips(of box: BoundingBox, _ count: Int) -> ClosedRange<Int> {
    let first = min(Int(max(box.top, 0) / stripHeight), count - 1)
    return first...max(first, min(Int(max(box.bottom, 0) / stripHeight), count - 1))
  }

  private static let stripHeight = 24.0
}

extension PaintedArea {
  /// Whether the place lies inside of it, curves taken as chords.
  fileprivate func contains(x: Double, y: Double) -> Bool {
    guard box.contains(x: x, y: y) else { return false }
    guard !corners.isEmpty else { return true }
    var isInside = false
    var previous = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > y) != (previous.y > y),
        x < (previous.x - corner.x) * (y - corner.y) / (previous.y - corner.y) + corner.x
      {
        isInside.toggle()
      }
      previous = corner
    }
    return isInside
  }
}
