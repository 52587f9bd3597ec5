internal import Diagnostics
internal import PagePaint

/// Where turned texts would stand if their lines were level.
enum LevelledRuns {
  /// For each text the point around which it is turned: the middle of all text of its cell, or of its paragraph.
  static func pivots(of runs: [WatermarkCandidate], _ cells: [BoundingBox?]) -> [PagePoint] {
    var pivots: [PagePoint] = []
    var start = 0
    for index in runs.indices {
      let isLast = index + 1 == runs.count
      if !isLast, cells[index] == cells[index + 1],
        cells[index] != nil || runs[index + 1].isBelow(runs[index])
      {
        continue
      }
      let box = runs[(start + 1)..<(index + 1)].reduce(runs[start].box) { $0.union($1.box) }
      let pivot = PagePoint(x: box.middleX, y: box.middleY)
      pivots += Array(repeating: pivot, count: index + 1 - start)
      start = index + 1
    }
    return pivots
  }

  /// How far characters reach below their baseline and above it, in ems.
  static let depth = 0.15
  static let height = 0.85
}

extension WatermarkCandidate {
  /// Its box after it is turned level around `pivot`.
  func levelled(around pivot: PagePoint) -> BoundingBox {
    let (first, last) = (turnedBack(start, pivot), turnedBack(end, pivot))
    return BoundingBox(
      left: min(first.x, last.x), top: first.y - size * LevelledRuns.height,
      right: max(first.x, last.x), bottom: first.y + size * LevelledRuns.depth)
  }

  private func turnedBack(_ place: PagePoint, _ pivot: PagePoint) -> PagePoint {
    let (x, y) = (place.x - pivot.x, place.y - pivot.y)
    return PagePoint(
      x: pivot.x + x * direction.x + y * direction.y,
      y: pivot.y - x * direction.y + y * direction.x)
  }

  /// Whether it is the next line of the paragraph that `run` is a line of.
  fileprivate func isBelow(_ run: WatermarkCandidate) -> Bool {
    guard abs(turn - run.turn) < 1, abs(size - run.size) < size * 0.3 else { return false }
    let (x, y) = (start.x - run.start.x, start.y - run.start.y)
    let along = x * direction.x + y * direction.y
    let across = y * direction.x - x * direction.y
    return across > size * 0.5 && across < size * 2.8 && abs(along) < size * 3
  }
}
