internal import Diagnostics
internal import PageLayout

/// Places of pages that are read upside down.
extension CheckedPages {
  /// `location` where a reader sees it: on a page that was turned, the other way round.
  func asSeen(_ location: Location) -> Location {
    guard case .page(let number, let box?) = location, turned.contains(number - 1) else {
      return location
    }
    return .page(number, box: pages[number - 1].upsideDown(box))
  }
}

extension BoxPage {
  /// Turns its words by half a turn.
  mutating func turnUpsideDown() {
    for index in words.indices { words[index].box = upsideDown(words[index].box) }
  }

  fileprivate func upsideDown(_ box: BoundingBox) -> BoundingBox {
    BoundingBox(
      left: width - box.right, top: height - box.bottom, right: width - box.left,
      bottom: height - box.top)
  }
}
