internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Level lines through the middle of characters.
enum StrikeLines {
  /// The indices of glyphs that are struck out; nil where more than `limit` comparisons would be needed.
  ///
  /// A line through text that reaches far beyond it on either side is the border of a cell that is too low, unless it
  /// begins and ends within a cell.
  static func struckGlyphs(of paint: PagePaint, upTo limit: Int) -> [Int]? {
    // What a reader strikes out with an annotation still stands there.
    let lines = DashedLines.joined(
      paint.lines.filter {
        $0.isHorizontal && $0.paint.alpha > 0.1 && $0.paint.order < paint.annotationOrder
      })
    guard !lines.isEmpty, !paint.glyphs.isEmpty else { return [] }
    var strips = PageStrips(height: paint.height)
    for (index, glyph) in paint.glyphs.enumerated() where abs(glyph.turn) < 1 && !glyph.isBlank {
      strips.add(index, at: glyph.origin.y - glyph.size * middle)
    }
    // A dash as wide as high counts as a line of either direction.
    let verticals = paint.lines.filter {
      !$0.isHorizontal && $0.paint.colour != .white && $0.length > dot
    }
    var grounds = LineGrounds(paint)
    var struck: [Int] = []
    // Those that a line crosses near the feet, and near the heads: two lines strike them out.
    var feet: Set<Int> = []
    var comparisons = 0
    var heads: Set<Int> = []
    for line in lines {
      let y = line.ruling.position
      var crossed: [Crossing: [Int]] = [:]
      for strip in strips.strips(from: y - PageStrips.height, to: y + PageStrips.height) {
        comparisons += strips[strip].count
        for index in strips[strip] {
          if let crossing = line.crossing(of: paint.glyphs[index]) {
            crossed[crossing, default: []].append(index)
          }
        }
      }
      guard comparisons <= limit else { return nil }
      for (crossing, indices) in crossed {
        comparisons += lines.count + verticals.count * 2
        guard comparisons <= limit else { return nil }
        guard line.ends(with: indices.map { paint.glyphs[$0] }, among: lines, verticals),
          !line.meets(verticals)
        else { continue }
        var seen = indices
        if line.paint.colour == .white {
          seen = []
          for index in indices {
            guard comparisons + grounds.looks <= limit else { return nil }
            if grounds.isSeen(line.paint, on: paint.glyphs[index]) { seen.append(index) }
          }
        }
        switch crossing {
        case .middle: struck += seen
        case .feet: feet.formUnion(seen)
        case .head: heads.formUnion(seen)
        }
      }
    }
    return feet.isEmpty || heads.isEmpty ? struck : struck + feet.intersection(heads).sorted()
  }

  /// Where a line crosses a character.
  enum Crossing: Hashable {
    case feet, middle, head
  }

  /// In points.
  private static let dot = 3.5
  /// Where a strike line runs above the baseline, in ems.
  private static let middle = 0.33
}

/// Lines drawn as dashes.
private enum DashedLines {
  /// `lines`, each row of short ones made one line.
  static func joined(_ lines: [PaintedLine]) -> [PaintedLine] {
    let short = lines.filter { $0.length < longestDash }
    guard short.count > 2 else { return lines }
    var joined = lines.filter { $0.length >= longestDash }
    let sorted = short.sorted {
      ($0.ruling.position, $0.ruling.start) < ($1.ruling.position, $1.ruling.start)
    }
    var row: [PaintedLine] = []
    func close() {
      row.sort { $0.ruling.start < $1.ruling.start }
      var current: PaintedLine?
      for dash in row {
        if let last = current, dash.ruling.start - last.ruling.end < widestGap,
          dash.paint.colour == last.paint.colour
        {
          current?.ruling.end = max(last.ruling.end, dash.ruling.end)
        } else {
          if let current { joined.append(current) }
          current = dash
        }
      }
      if let current { joined.append(current) }
      row.removeAll()
    }
    for dash in sorted {
      if let first = row.first, dash.ruling.position - first.ruling.position > 0.3 { close() }
      row.append(dash)
    }
    close()
    return joined
  }

  /// In points.
  private static let longestDash = 6.0
  private static let widestGap = 4.0
}

extension PaintedLine {
  /// Where it runs through `glyph`; nil where it runs below or above it.
  fileprivate func crossing(of glyph: PaintedGlyph) -> StrikeLines.Crossing? {
    let height = (glyph.origin.y - ruling.position) / max(glyph.size, 1)
    let x = glyph.box.middleX
    guard height > 0.02, height < 0.72, thickness < glyph.size * 0.25, x > ruling.start,
      x < ruling.end
    else { return nil }
    return height <= 0.14 ? .feet : height < 0.58 ? .middle : .head
  }

  /// Whether both its ends are at `verticals`, as those of a cell's border are whose text is too large for it.
  fileprivate func meets(_ verticals: [PaintedLine]) -> Bool {
    let there = verticals.filter { $0.passes(ruling.position) }
    return there.contains { abs($0.ruling.position - ruling.start) < 1.5 }
      && there.contains { abs($0.ruling.position - ruling.end) < 1.5 }
  }

  /// Whether it begins and ends about where the characters that it crosses do, or at least within their cell.
  fileprivate func ends(
    with glyphs: [PaintedGlyph], among lines: [PaintedLine], _ verticals: [PaintedLine]
  ) -> Bool {
    guard let left = glyphs.map(\.box.left).min(), let right = glyphs.map(\.box.right).max(),
      let size = glyphs.map(\.size).max()
    else { return false }
    if ruling.start > left - size, ruling.end < right + size { return true }
    // A longer one crosses one number, and nothing goes on from its ends.
    guard right - left < size * 8, glyphs.allSatisfy(\.isOfFigure),
      !lines.contains(where: { $0 != self && $0.goesOn(from: self) })
    else { return false }
    let there = verticals.filter { $0.passes(ruling.position) }.map(\.ruling.position)
    guard !there.contains(where: { $0 > ruling.start - 1.5 && $0 < ruling.end + 1.5 }) else {
      return false
    }
    let isInCell = there.contains { $0 < ruling.start } && there.contains { $0 > ruling.end }
    return isInCell || ruling.start > left - size * 3.5 && ruling.end < right + size * 3.5
  }

  private func goesOn(from line: PaintedLine) -> Bool {
    let gap = max(ruling.start - line.ruling.end, line.ruling.start - ruling.end)
    return abs(ruling.position - line.ruling.position) < 1.5 && gap < 20
  }

  /// Whether a vertical line passes the height `y`.
  private func passes(_ y: Double) -> Bool { ruling.start < y + 1.5 && ruling.end > y - 1.5 }
}

extension PaintedGlyph {
  /// Whether it may be a part of a number, so far as its font says.
  fileprivate var isOfFigure: Bool {
    if case .one(let scalar) = characters { Figure.isNumeric(scalar) } else { true }
  }
}
