internal import Diagnostics
package import PagePaint

/// Frames drawn around a number inside of its cell, which are no borders of cells.
package enum InnerFrames {
  /// The lines that may border the cells of a table, without the frame that stands alone in a cell.
  package static func rulings(of paint: PagePaint) -> Rulings {
    let lines = paint.borders
    let starts = frameStarts(lines)
    guard !starts.isEmpty, starts.count <= mostFrames else { return paint.rulings }
    let frames = starts.map { Self.box(of: lines[$0..<$0 + 4]) }
    let inFrames = Set(starts.flatMap { $0..<$0 + 4 })
    let others = lines.indices.lazy.filter { !inFrames.contains($0) }.map { lines[$0] }
    let grids = RuledGrid.grids(in: Rulings(of: others), cellLimit: mostCells)
    let cells = grids.flatMap { grid in Set(grid.spans).map { grid.box(of: $0) } }
    let inner = innerFrames(frames, in: cells).filter { index in
      !others.contains { $0.touchesCorner(of: frames[index]) }
    }
    guard !inner.isEmpty else { return paint.rulings }
    let dropped = Set(inner.flatMap { starts[$0]..<starts[$0] + 4 })
    return Rulings(of: lines.indices.lazy.filter { !dropped.contains($0) }.map { lines[$0] })
  }

  /// Where four lines that are painted one after the other begin to enclose a box.
  private static func frameStarts(_ lines: [PaintedLine]) -> [Int] {
    var starts: [Int] = []
    var index = 0
    while index + 4 <= lines.count {
      if isFrame(lines[index..<index + 4]) {
        starts.append(index)
        index += 4
      } else {
        index += 1
      }
    }
    return starts
  }

  private static func isFrame(_ lines: ArraySlice<PaintedLine>) -> Bool {
    guard lines.count(where: \.isHorizontal) == 2 else { return false }
    let box = box(of: lines)
    guard box.width > 4, box.height > 4 else { return false }
    var sides = 0
    for line in lines {
      let slack = line.thickness / 2 + reach
      let (low, high) = line.isHorizontal ? (box.left, box.right) : (box.top, box.bottom)
      guard abs(line.ruling.start - low) < slack, abs(line.ruling.end - high) < slack else {
        return false
      }
      let (near, far) = line.isHorizontal ? (box.top, box.bottom) : (box.left, box.right)
      if abs(line.ruling.position - near) < slack {
        sides |= line.isHorizontal ? 1 : 2
      } else if abs(line.ruling.position - far) < slack {
        sides |= line.isHorizontal ? 4 : 8
      }
    }
    return sides == 15
  }

  private static func box(of lines: ArraySlice<PaintedLine>) -> BoundingBox {
    var box = BoundingBox(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
    for line in lines {
      let position = line.ruling.position
      if line.isHorizontal {
        box.top = min(box.top, position)
        box.bottom = max(box.bottom, position)
      } else {
        box.left = min(box.left, position)
        box.right = max(box.right, position)
      }
    }
    return box
  }

  /// The frames that stand alone in a cell, or in another frame.
  private static func innerFrames(_ frames: [BoundingBox], in cells: [BoundingBox]) -> [Int] {
    let holders = cells + frames
    var held: [Int: [Int]] = [:]
    for (index, frame) in frames.enumerated() {
      var best: (area: Double, holder: Int)?
      for (holder, box) in holders.enumerated() where box.isAround(frame) {
        let area = box.width * box.height
        if area < best?.area ?? .infinity { best = (area, holder) }
      }
      if let best { held[best.holder, default: []].append(index) }
    }
    return held.compactMap { holder, frames in
      guard frames.count == 1, let index = frames.first else { return nil }
      // What is higher by far may be several rows.
      let highest = holder < cells.count ? highestCell : highestFrame
      return holders[holder].height < holders[cells.count + index].height * highest ? index : nil
    }
    .sorted()
  }

  private static let reach = 1.0
  private static let highestCell = 6.0
  private static let highestFrame = 2.5
  /// A page with more of them is a drawing.
  private static let mostFrames = 1_500
  private static let mostCells = 20_000
}

extension BoundingBox {
  /// Whether `other` lies inside and touches no side.
  fileprivate func isAround(_ other: BoundingBox) -> Bool {
    left < other.left - Self.gap && right > other.right + Self.gap && top < other.top - Self.gap
      && bottom > other.bottom + Self.gap
  }

  private static let gap = 0.3
}

extension PaintedLine {
  /// Whether it runs through a corner of `box`, as the lines of a table do at each cell.
  fileprivate func touchesCorner(of box: BoundingBox) -> Bool {
    let (across, along) =
      isHorizontal
      ? ([box.top, box.bottom], [box.left, box.right])
      : ([box.left, box.right], [box.top, box.bottom])
    return across.contains { abs($0 - ruling.position) < Self.corner }
      && along.contains {
        $0 > ruling.start - Self.corner && $0 < ruling.end + Self.corner
      }
  }

  private static let corner = 0.25
}
