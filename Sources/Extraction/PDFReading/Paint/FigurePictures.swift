internal import Diagnostics

/// Pictures in the place of digits: a 2 and beside it a picture of 90.
enum FigurePictures {
  /// Marks the figures in `words` that have a small picture right beside them.
  ///
  /// - Parameters:
  ///   - page: Its number, from 1.
  ///   - height: Of the page, in points.
  static func mark(
    _ words: inout [Word], _ pictures: [BoundingBox], page: Int, height: Double
  ) -> [PaintFinding] {
    let small = pictures.filter { $0.height > 3 && $0.height < 30 && $0.width < 90 }
    guard !small.isEmpty else { return [] }
    var strips = PageStrips(height: height)
    for (index, picture) in small.enumerated() {
      strips.add(index, from: picture.top, to: picture.bottom)
    }
    var looksLeft = mostLooks
    var findings: [PaintFinding] = []
    for index in words.indices where Figure.isPart(words[index].text) {
      let (box, size) = (words[index].box, words[index].size)
      var found: Int?
      for strip in strips.strips(from: box.top, to: box.bottom) where looksLeft > 0 {
        looksLeft -= strips[strip].count
        let first = strips[strip].first { small[$0].continues(box, size: size) }
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
    let gap = max(left - word.right, word.left - right)
    let common = min(bottom, word.bottom) - max(top, word.top)
    return gap > -0.3 * size && gap < 0.5 * size && common > height * 0.5
  }
}
