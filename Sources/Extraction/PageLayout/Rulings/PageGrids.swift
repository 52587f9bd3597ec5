internal import Diagnostics
internal import PagePaint

/// The grids of all pages that are tables.
enum PageGrids {
  /// The grids of each page, by index, without the frames around text.
  ///
  /// A frame at the foot of a page is the first row of a table that goes on, with the same sides, at the head of the
  /// next: a caption parted from its head. So is its last row at the head of a page.
  static func tables(pageCount: Int, drawn: [Int: Rulings], cellLimit: Int) -> [[RuledGrid]] {
    let grids = (0..<pageCount).map { page in
      drawn[page].map { RuledGrid.grids(in: $0, cellLimit: cellLimit) } ?? []
    }
    return grids.indices.map { page in
      let before = page > 0 ? grids[page - 1].last : nil
      let after = page + 1 < grids.count ? grids[page + 1].first : nil
      return grids[page].enumerated().filter { index, grid in
        guard grid.isSingleCell else { return true }
        if index == grids[page].count - 1, let after, !after.isSingleCell {
          return hasSameSides(grid, after)
        }
        if index == 0, let before, !before.isSingleCell { return hasSameSides(grid, before) }
        return false
      }
      .map(\.element)
    }
  }

  private static func hasSameSides(_ a: RuledGrid, _ b: RuledGrid) -> Bool {
    abs(a.box.left - b.box.left) < 6 && abs(a.box.right - b.box.right) < 6
  }
}
