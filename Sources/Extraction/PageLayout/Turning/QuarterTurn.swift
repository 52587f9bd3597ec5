internal import Diagnostics
internal import DocumentModel
internal import PagePaint

/// A turn by a quarter, and the way back.
struct QuarterTurn {
  /// Whether lines run from the head of the page to its foot.
  var isDown: Bool
  /// Of the page.
  var width, height: Double

  /// How wide the page is when it is turned back.
  var pageWidth: Double { height }

  func turned(_ box: BoundingBox) -> BoundingBox {
    isDown
      ? BoundingBox(
        left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
      : BoundingBox(
        left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
  }

  func back(_ box: BoundingBox) -> BoundingBox {
    isDown
      ? BoundingBox(
        left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
      : BoundingBox(
        left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
  }

  func turned(_ rulings: Rulings) -> Rulings {
    var turned = Rulings()
    turned.horizontal = rulings.vertical.map {
      isDown
        ? Ruling(position: width - $0.position, start: $0.start, end: $0.end)
        : Ruling(position: $0.position, start: height - $0.end, end: height - $0.start)
    }
    turned.vertical = rulings.horizontal.map {
      isDown
        ? Ruling(position: $0.position, start: width - $0.end, end: width - $0.start)
        : Ruling(position: height - $0.position, start: $0.start, end: $0.end)
    }
    return turned
  }

  func turned(_ content: CellContent) -> CellContent {
    CellContent(
      pictures: content.pictures.map(turned), struckWords: content.struckWords.map(turned))
  }

  func back(_ table: GridTable) -> GridTable {
    var table = table
    table.box = back(table.box)
    table.isWhole = true
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        table.rows[row][column].box = back(table.rows[row][column].box)
      }
    }
    return table
  }

  func back(_ location: Location) -> Location {
    guard case .page(let page, let box?) = location else { return location }
    return .page(page, box: back(box))
  }

  /// `words` turned back, the characters of a line joined; `parts` has for each the ``Word/order`` of every word that it is
  /// made of.
  func joined(_ words: [Word]) -> (words: [Word], parts: [[Int]]) {
    var joined: [Word] = []
    var parts: [[Int]] = []
    for word in words {
      let order = word.order
      var word = word
      word.box = turned(word.placeInLine)
      word.turned = nil
      word.baseline = nil
      let size = word.fontSize ?? word.box.height
      if let last = joined.last, abs(last.box.middleY - word.box.middleY) < size / 3,
        abs(word.box.left - last.box.right) < size * 0.2
      {
        joined[joined.count - 1].text += word.text
        joined[joined.count - 1].box = last.box.union(word.box)
        parts[parts.count - 1].append(order)
      } else {
        word.order = joined.count
        joined.append(word)
        parts.append([order])
      }
    }
    return (joined, parts)
  }
}

extension Word {
  /// What it takes up of its line: a character that stands upright in a turned line is as wide as high.
  fileprivate var placeInLine: BoundingBox {
    if let turned { return turned.box }
    guard let baseline, let fontSize else { return box }
    let top = baseline - fontSize * 0.88
    return BoundingBox(left: box.left, top: top, right: box.right, bottom: top + fontSize)
  }
}
