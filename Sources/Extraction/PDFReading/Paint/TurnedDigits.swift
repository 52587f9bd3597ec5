internal import Diagnostics
internal import PageLayout

/// Digits set on their side at a number that is level: nobody can say whether they are a part of it.
enum TurnedDigits {
  /// Makes turned figures that stand beside a level one unreadable; all of them where they are too many to compare.
  ///
  /// - Parameter page: Its number, from 1.
  static func mark(_ words: inout [Word], page: Int) -> [PaintFinding] {
    let turned = words.indices.filter {
      words[$0].turned != nil && Figure.hasDigit(words[$0].text) && Figure.isPart(words[$0].text)
    }
    let level = words.filter { $0.turned == nil && Figure.isPart($0.text) }.map(\.box)
    let areTooMany = turned.count * level.count > mostComparisons
    var findings: [PaintFinding] = []
    for index in turned {
      guard let box = words[index].turned?.box,
        areTooMany || level.contains(where: { $0.isBeside(box) })
      else { continue }
      findings.append(
        PaintFinding(kind: .unseen(.turned), text: words[index].text, page: page, box: box))
      words[index].text = Figure.unreadable(words[index].text)
    }
    return findings
  }

  private static let mostComparisons = 20_000_000
}

extension BoundingBox {
  /// Whether `other` stands at this figure, on its line.
  fileprivate func isBeside(_ other: BoundingBox) -> Bool {
    let gap = max(other.left - right, left - other.right)
    return gap < min(height, other.width) * 0.6 && other.middleY > top && other.middleY < bottom
  }
}
