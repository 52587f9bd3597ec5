internal import Diagnostics

/// Pictures that stand in the place of digits beside others: 2 and a picture of 90.
enum FigurePictures {
  /// Marks the figures among `words` that a small picture continues to either side.
  static func mark(
    _ words: inout [Word], _ pictures: [BoundingBox], page: Int
  ) -> [PaintFinding] {
    let small = pictures.filter { $0.height > 3 && $0.height < 30 && $0.width < 90 }
    guard !small.isEmpty, small.count <= mostPictures else { return [] }
    var findings: [PaintFinding] = []
    for index in words.indices where Figure.isPart(words[index].text) {
      let box = words[index].box
      guard let picture = small.first(where: { $0.continues(box, size: words[index].size) }) else {
        continue
      }
      let isBehind = picture.middleX > box.middleX
      words[index].text =
        isBehind
        ? words[index].text + CellContent.picture : CellContent.picture + words[index].text
      findings.append(
        PaintFinding(
          kind: .picture, text: words[index].text, page: page, box: box.union(picture)))
    }
    return findings
  }

  /// A page with more of them shows a drawing.
  private static let mostPictures = 2_000
}

extension BoundingBox {
  /// Whether it stands on the line of `word` and right beside it.
  fileprivate func continues(_ word: BoundingBox, size: Double) -> Bool {
    let gap = max(left - word.right, word.left - right)
    let common = min(bottom, word.bottom) - max(top, word.top)
    return gap > -0.3 * size && gap < 0.5 * size && common > height * 0.5
  }
}
