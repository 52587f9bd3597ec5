internal import Diagnostics
internal import PageLayout
internal import PagePaint

/// Short lines that stand for characters beside figures: a dash for a minus, a bar for the digit 1.
enum FigureLines {
  /// Marks the figures in `words` that have such a line beside them; nil where this takes more than `limit` comparisons.
  ///
  /// - Parameter struck: The boxes of struck characters: a line through one of them stands for no character.
  static func mark(
    _ words: inout [Word], _ paint: PagePaint, struck: [BoundingBox], page: Int, upTo limit: Int
  ) -> [PaintFinding]? {
    let lines = paint.lines.filter { $0.isSeen && $0.paint.order < paint.annotationOrder }
    guard lines.contains(where: \.isShort) else { return [] }
    guard var near = NearLines(lines, struck, height: paint.height, mostLooks: limit) else {
      return nil
    }
    var findings: [PaintFinding] = []
    for index in words.indices where Figure.isPart(words[index].text) {
      guard let place = words[index].textPlace else { continue }
      let line = near.line(for: place)
      guard near.looksLeft > 0 else { return nil }
      guard let line else { continue }
      let box = words[index].box
      let isBefore = line.isHorizontal || line.ruling.position < box.middleX
      words[index].text =
        isBefore
        ? CellContent.picture + words[index].text : words[index].text + CellContent.picture
      findings.append(
        PaintFinding(
          kind: .picture, text: words[index].text, page: page, box: box.union(line.box)))
    }
    return findings
  }
}

/// The lines of a page, found by their height on it.
private struct NearLines {
  private let lines: [PaintedLine]
  private let struck: [BoundingBox]
  private var strips: PageStrips
  /// How many more lines and struck characters may be compared.
  private(set) var looksLeft: Int

  /// Nil where the lines are so many and so long that listing them takes too much memory.
  init?(_ lines: [PaintedLine], _ struck: [BoundingBox], height: Double, mostLooks: Int) {
    self.lines = lines
    self.struck = struck
    looksLeft = mostLooks
    strips = PageStrips(height: height)
    for (index, line) in lines.enumerated() {
      strips.add(index, from: line.box.top, to: line.box.bottom)
      guard strips.entryCount <= Self.mostEntries else { return nil }
    }
  }

  /// The first painted line that stands for a character beside `figure`; nil for none.
  mutating func line(for figure: TextPlace) -> PaintedLine? {
    var found: Set<Int> = []
    for index in indices(from: figure.baseline - figure.size, to: figure.baseline + figure.size)
    where lines[index].isShort && lines[index].stands(for: figure) {
      found.insert(index)
    }
    for index in found.sorted() where looksLeft > 0 {
      if !isPartOfBorder(lines[index]), !strikes(lines[index]) { return lines[index] }
    }
    return nil
  }

  private mutating func strikes(_ line: PaintedLine) -> Bool {
    looksLeft -= struck.count
    return struck.contains { $0.contains(x: line.box.middleX, y: line.box.middleY) }
  }

  /// Whether lines go on from the ends of `line`, as those of a border that is drawn in pieces do.
  private mutating func isPartOfBorder(_ line: PaintedLine) -> Bool {
    let reach = PaintedLine.longestMark + 1
    return indices(from: line.box.top - reach, to: line.box.bottom + reach)
      .contains { lines[$0].goesOn(from: line) }
  }

  /// The indices of lines that may lie between two heights; an index may come more than once.
  private mutating func indices(from top: Double, to bottom: Double) -> [Int] {
    var indices: [Int] = []
    for strip in strips.strips(from: top, to: bottom) where looksLeft > 0 {
      looksLeft -= strips[strip].count
      indices += strips[strip]
    }
    return indices
  }

  private static let mostEntries = 2_000_000
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

  /// Whether it may stand for a character.
  fileprivate var isShort: Bool { length < Self.longestMark }

  /// In points.
  fileprivate static let longestMark = 20.0

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

  /// Whether it begins where `line` ends, or crosses an end of it.
  fileprivate func goesOn(from line: PaintedLine) -> Bool {
    let own = line.ruling
    if isHorizontal == line.isHorizontal {
      let gap = max(ruling.start - own.end, own.start - ruling.end)
      return abs(ruling.position - own.position) < 0.8 && gap < max(line.length, 4)
        // A line that is painted twice doesn't go on.
        && (ruling.start < own.start - 0.5 || ruling.end > own.end + 0.5)
    }
    return ruling.start < own.position + 0.8 && ruling.end > own.position - 0.8
      && min(abs(ruling.position - own.start), abs(ruling.position - own.end)) < 0.8
  }
}
