internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// Pages that lie on their side: nearly all of their lines run down, or up, the page.
struct LyingPages {
  /// By index.
  private var turns: [Int: QuarterTurn] = [:]

  /// Turns such pages, with what is drawn on them, so that they are read like any other.
  init(
    _ pages: inout [BoxPage], _ rulings: inout [Rulings?], _ content: inout [CellContent]
  ) {
    for index in pages.indices {
      guard let turn = Self.turn(of: pages[index]) else { continue }
      turns[index] = turn
      pages[index].words = turn.joined(pages[index].words).words
      (pages[index].width, pages[index].height) = (turn.pageWidth, pages[index].width)
      rulings[index] = rulings[index].map(turn.turned)
      content[index] = turn.turned(content[index])
    }
  }

  var isEmpty: Bool { turns.isEmpty }

  /// `location` where a reader sees it.
  func asSeen(_ location: Location) -> Location {
    guard case .page(let number, _) = location else { return location }
    return turns[number - 1]?.back(location) ?? location
  }

  private static func turn(of page: BoxPage) -> QuarterTurn? {
    let turned = page.words.lazy.compactMap { $0.turned?.isDown }
    let (count, down) = (turned.count, turned.count { $0 })
    guard count >= fewest, count * 20 >= page.words.count * 19, down == 0 || down == count
    else { return nil }
    return QuarterTurn(isDown: down > 0, width: page.width, height: page.height)
  }

  /// Words; of less there is nothing to tell from.
  private static let fewest = 8
}
