internal import Diagnostics
internal import PagePaint

/// Short lines that stand for characters beside figures: a dash for a minus, a bar for the digit 1.
enum FigureLines {
  /// Marks the figures among `words` that such a line stands beside.
  ///
  /// - Parameter struck: What struck characters take up: a line through them is none beside others.
  static func mark(
    _ words: inout [Word], _ paint: PagePaint, struck: [BoundingBox], page: Int
  ) -> [PaintFinding] {
    let lines = paint.lines.filter { $0.isSeen && $0.paint.order < paint.annotationOrder }
    let short = lines.filter { line in
      line.length < longest
        && !struck.contains { $0.contains(x: line.box.middleX, y: line.box.middleY) }
    }
    guard !short.isEmpty, short.count <= mostLines else { return [] }
    var findings: [PaintFinding] = []
    for index in words.indices where Figure.isPart(words[index].text) {
      guard let place = words[index].textPlace else { continue }
      for line in short where line.stands(for: place) && !line.isPartOfBorder(among: lines) {
        let box = words[index].box
        let isBefore = line.isHorizontal || line.ruling.position < box.middleX
        words[index].text =
          isBefore
          ? CellContent.picture + words[index].text : words[index].text + CellContent.picture
        findings.append(
          PaintFinding(
            kind: .picture, text: words[index].text, page: page, box: box.union(line.box)))
        break
      }
    }
    return findings
  }

  /// In points.
  private static let longest = 20.0
  /// A page with more of them has dotted borders.
  private static let mostLines = 400
}

/// Where the characters of a figure stand.
private struct TextPlace {
  var left, right, baseline, size: Double
}

extension Word {
  fileprivate var textPlace: TextPlace? {
    guard let baseline, let fontSize, fontSize > 0 else { return nil }
    return TextPlace(left: box.left, right: box.right, baseline: baseline, size: fontSize)
  }
}

extension PaintedLine {
  fileprivate var isSeen: Bool { paint.colour != .white && paint.alpha > 0.1 }

  fileprivate var length: Double { ruling.end - ruling.start }

  /// Whether it stands where a minus in front of `figure` or a 1 beside it would.
  fileprivate func stands(for figure: TextPlace) -> Bool {
    let size = figure.size
    guard thickness < size * 0.25 else { return false }
    if isHorizontal {
      let height = (figure.baseline - ruling.position) / size
      let gap = (figure.left - ruling.end) / size
      return height > 0.15 && height < 0.48 && length > size * 0.18 && length < size * 0.8
        && gap > -0.1 && gap < 0.5
    }
    let low = (figure.baseline - ruling.end) / size
    let gap = max(figure.left - ruling.position, ruling.position - figure.right) / size
    return abs(low) < 0.15 && length > size * 0.4 && length < size * 0.95 && gap > -0.05
      && gap < 0.55
  }

  /// Whether lines go on from its ends, as those of a border that is drawn in pieces do.
  fileprivate func isPartOfBorder(among lines: [PaintedLine]) -> Bool {
    lines.contains { other in
      guard other != self else { return false }
      if other.isHorizontal == isHorizontal {
        let gap = max(other.ruling.start - ruling.end, ruling.start - other.ruling.end)
        return abs(other.ruling.position - ruling.position) < 0.8 && gap < max(length, 4)
      }
      let reaches =
        other.ruling.start < ruling.position + 0.8 && other.ruling.end > ruling.position - 0.8
      return reaches
        && min(
          abs(other.ruling.position - ruling.start), abs(other.ruling.position - ruling.end)) < 0.8
    }
  }
}
