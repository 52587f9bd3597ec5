internal import Diagnostics

/// Which pages may hold a table, judged by their words alone.
enum TableSuspicion {
  /// The indices of such pages, neighbours of one size in one range: a drawing of several pages shows what lies on a
  /// sheet of the first one's size, and no more.
  ///
  /// - Parameter lines: Of each page.
  static func ranges(of pages: [BoxPage], lines: [[Line]]) -> [Range<Int>] {
    let shapes = lines.map { Shape($0) }
    var ranges: [Range<Int>] = []
    for index in shapes.indices where isSuspect(index, shapes) {
      if let last = ranges.last, last.upperBound == index,
        pages[index].hasSize(of: pages[index - 1])
      {
        ranges[ranges.count - 1] = last.lowerBound..<index + 1
      } else {
        ranges.append(index..<index + 1)
      }
    }
    return ranges
  }

  /// A page after a table that reaches its foot, or before one that begins at its head, may hold a rest of it that does
  /// not look like a table: half a label, a caption.
  private static func isSuspect(_ index: Int, _ shapes: [Shape]) -> Bool {
    shapes[index].hasTable
      || (index > 0 && shapes[index - 1].hasTable && shapes[index - 1].reachesFoot)
      || (index + 1 < shapes.count && shapes[index + 1].hasTable && shapes[index + 1].reachesHead)
  }

  private struct Shape {
    var hasTable = false
    var reachesHead = false
    var reachesFoot = false

    /// Cells of a row stand apart by more than a character; words of a line do not.
    init(_ lines: [Line]) {
      let gaps = lines.map { line in
        zip(line.words, line.words.dropFirst()).count { $1.box.left - $0.box.right > line.size }
      }
      hasTable = gaps.reduce(0, +) >= 2
      reachesHead = gaps.prefix(4).contains { $0 > 0 }
      reachesFoot = gaps.suffix(5).contains { $0 > 0 }
    }
  }
}

extension BoxPage {
  package func hasSize(of other: BoxPage) -> Bool {
    abs(width - other.width) < 1 && abs(height - other.height) < 1
  }
}
