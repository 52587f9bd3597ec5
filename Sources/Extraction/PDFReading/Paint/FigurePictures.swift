internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Pictures in the place of digits: a 2 and beside it a picture of 90.
enum FigurePictures {
  /// Marks the figures in `words` that have a small picture beside them, anywhere in their cell.
  ///
  /// - Parameters:
  ///   - rulings: The lines of the page; nil where they aren't known.
  ///   - page: Its number, from 1.
  ///   - height: Of the page, in points.
  static func mark(
    _ words: inout [Word], _ pictures: [BoundingBox], _ rulings: Rulings?, page: Int,
    height: Double
  ) -> [PaintFinding] {
    let small = pictures.filter { $0.height > 3 && $0.height < 30 && $0.width < 90 }
    guard !small.isEmpty else { return [] }
    var strips = PageStrips(height: height)
    for (index, picture) in small.enumerated() {
      strips.add(index, from: picture.top, to: picture.bottom)
    }
    let boxes = words.map(\.box)
    let borders = rulings?.vertical ?? []
    var looksLeft = mostLooks
    var findings: [PaintFinding] = []
    for index in words.indices where Figure.isPart(words[index].text) {
      let (box, size) = (words[index].box, words[index].size)
      var found: Int?
      for strip in strips.strips(from: box.top, to: box.bottom) where looksLeft > 0 {
        looksLeft -= strips[strip].count
        let first = strips[strip].first { index in
          if small[index].continues(box, size: size) { return true }
          guard small[index].isOnLine(of: box), looksLeft > 0 else { return false }
          looksLeft -= borders.count + boxes.count
          return small[index].isInCell(of: box, size: size, borders, boxes)
        }
        found = [found, first].compactMap(\.self).min()
      }
      // Where there are too many to look at, any figure may have one beside it.
      guard let picture = found.map({ small[$0] }) ?? (looksLeft > 0 ? nil : box) else { continue }
      let isBehind = picture.middleX >= box.middleX
      words[index].text =
        isBehind
        ? words[index].text + CellContent.picture : CellContent.picture + words[index].text
      findings.append(
        PaintFinding(
          kind: .picture, text: words[index].text, page: page, box: box.union(picture)))
    }
    return findings
  }

  private static let mostLooks = 50_000_000
}

extension BoundingBox {
  /// Whether it stands right beside `word`, on its line.
  fileprivate func continues(_ word: BoundingBox, size: Double) -> Bool {
    let gap = gap(to: word)
    return gap > -0.3 * size && gap < 0.5 * size && isOnLine(of: word)
  }

  fileprivate func isOnLine(of word: BoundingBox) -> Bool {
    min(bottom, word.bottom) - max(top, word.top) > height * 0.5
  }

  /// Whether nothing parts it from `word`, beside which it stands on its line: no border, and none of `words`.
  ///
  /// Where no borders are on both sides, it stands near.
  fileprivate func isInCell(
    of word: BoundingBox, size: Double, _ borders: [Ruling], _ words: [BoundingBox]
  ) -> Bool {
    let gap = gap(to: word)
    guard gap > -0.3 * size else { return false }
    let (low, high) = (min(right, word.right), max(left, word.left))
    let (start, end) = (min(left, word.left), max(right, word.right))
    var (hasLeft, hasRight) = (false, false)
    for border in borders where border.start < word.middleY && border.end > word.middleY {
      if border.position > low - 1, border.position < high + 1 { return false }
      if border.position < start + 1 { hasLeft = true }
      if border.position > end - 1 { hasRight = true }
    }
    guard gap < size * 1.6 || hasLeft && hasRight else { return false }
    return !words.contains { other in
      other != word && abs(other.middleY - word.middleY) < word.height / 2
        && min(other.right, end) - max(other.left, start) > 0.5
        && min(other.right, word.right) - max(other.left, word.left) < 0.5
    }
  }

  private func gap(to word: BoundingBox) -> Double { max(left - word.right, word.left - right) }
}
