internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Characters drawn with a pen or as bars, without a bend: a stroke for a 1, seven bars for an 8.
enum StraightCharacters {
  /// What short strokes that belong to no border take up, as far as they are as high as the digits of the page; nil where
  /// this takes more than `limit` comparisons.
  static func boxes(in paint: PagePaint, upTo limit: Int) -> [BoundingBox]? {
    let lines = paint.lines.filter {
      $0.paint.colour != .white && $0.paint.alpha > 0.1 && $0.paint.order < paint.annotationOrder
    }
    let short = lines.filter { $0.length < longest }.map(\.box)
    guard !short.isEmpty, let size = digitSize(of: paint) else { return [] }
    let long = lines.filter { $0.length >= longest }.map(\.box)
    var comparisons = 0
    var groups: [BoundingBox] = []
    for box in short {
      comparisons += groups.count
      guard comparisons <= limit else { return nil }
      var joined = box
      groups.removeAll { group in
        let touches = group.reaching(1.5).intersection(joined) != nil
        if touches { joined = group.union(joined) }
        return touches
      }
      groups.append(joined)
    }
    groups.removeAll {
      $0.height <= size * 0.45 || $0.height >= size * 1.1 || $0.width >= size * 4
    }
    guard comparisons + groups.count * (long.count + lines.count) <= limit else { return nil }
    return groups.filter { group in
      guard !long.contains(where: { $0.intersection(group.reaching(1)) != nil }) else {
        return false
      }
      // Pieces of a border follow one another; a 1 may stand beside others, but not above them.
      let around = group.reaching(size * 0.7)
      return !lines.contains { line in
        let box = line.box
        guard !line.isHorizontal, box.intersection(around) != nil,
          box.bottom <= group.top + 0.1 || box.top >= group.bottom - 0.1
        else { return false }
        return abs(box.middleX - group.middleX) < group.width / 2 + 1
      }
    }.map { $0.width < 2 ? $0.reaching(1) : $0 }
  }

  /// The middle one of the sizes of digits; nil where the page has none.
  private static func digitSize(of paint: PagePaint) -> Double? {
    let sizes = paint.glyphs.compactMap { glyph -> Double? in
      switch glyph.characters {
      case .one(let scalar): Figure.isDigit(scalar) ? glyph.size : nil
      case .untold: glyph.size
      case .several, .unknown: nil
      }
    }.sorted()
    return sizes.isEmpty ? nil : sizes[sizes.count / 2]
  }

  /// In points.
  private static let longest = 16.0
}

extension BoundingBox {
  fileprivate func reaching(_ reach: Double) -> BoundingBox {
    BoundingBox(
      left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach)
  }
}
