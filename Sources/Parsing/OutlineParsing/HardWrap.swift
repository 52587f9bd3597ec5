internal import TextScanning

/// Tells whether a text is broken at a fixed line length.
enum HardWrap {
  /// The width at which lines break, as ``Line/width`` counts; nil where a line is a paragraph.
  ///
  /// Broken lines crowd just below one width, at most 60 ideographs, and more than half of those end within a sentence.
  static func width(of lines: ArraySlice<Line>) -> Int? {
    var counts = [Int](repeating: 0, count: Line.widthLimit + 2)
    var total = 0
    for line in lines where line.width >= 20 {
      counts[min(line.width, Line.widthLimit + 1)] += 1
      total += 1
    }
    guard total >= 6 else { return nil }
    // One line in fifty may stick out: a table's remains, an address.
    var above = 0
    var width = counts.count - 1
    while width > 0, above + counts[width] <= total / 50 {
      above += counts[width]
      width -= 1
    }
    guard (30...120).contains(width) else { return nil }
    let full = lines.filter { $0.width >= width - 6 && $0.width <= width }
    let cut = full.count { line in
      line.text.unicodeScalars.last.map { !$0.isTerminalMark } ?? false
    }
    // Few lines tell if all are long, and none of them ends a sentence.
    guard full.count >= 5 || full.count >= 3 && width >= 56 && cut == full.count,
      full.count * 5 >= total * 2
    else { return nil }
    return cut * 2 > full.count ? width : nil
  }
}
