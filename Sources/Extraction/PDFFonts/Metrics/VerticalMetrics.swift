internal import PDFObjects

/// Displacements and origins of a CIDFont in a vertical font (9.7.4.3).
struct VerticalMetrics: Sendable {
  private struct Run: Sendable {
    var first, last: Int
    /// w1y, vx and vy in ems.
    var displacement, x, y: Double
  }

  /// Of all CIDs that `runs` don't have, in ems.
  private var displacement = -1.0
  private var originY = 0.88
  /// In order, none over another.
  private var runs: [Run] = []

  /// Reads `W2` and `DW2` of a CIDFont.
  ///
  /// - Throws: `damaged` for an array that is not as 9.7.4.3 says, `unsupported` for a CID that stands in it twice.
  init(_ font: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    let standard = try file.resolve(font["DW2"])
    if standard != .null {
      guard let items = standard.array, items.count == 2,
        let y = try file.resolve(items[0]).number, let down = try file.resolve(items[1]).number
      else { throw .damaged("DW2") }
      originY = y * 0.001
      displacement = down * 0.001
    }
    let array = try file.resolve(font["W2"])
    if array == .null { return }
    guard let items = array.array else { throw .damaged("W2") }
    try read(items, in: file)
    runs.sort { $0.first < $1.first }
    for index in runs.indices.dropFirst() where runs[index].first <= runs[index &- 1].last {
      throw .unsupported("two vertical displacements of a CID")
    }
  }

  private mutating func read(_ items: [PDFObject], in file: PDFFile) throws(PDFRefusal) {
    var index = 0
    while index < items.count {
      guard let first = try file.resolve(items[index]).integer, (0...0xFFFF).contains(first),
        index &+ 1 < items.count
      else { throw .damaged("CID in W2") }
      let second = try file.resolve(items[index &+ 1])
      if let list = second.array {
        guard list.count.isMultiple(of: 3) else { throw .damaged("W2") }
        for offset in 0..<(list.count / 3) {
          try append(first &+ offset, first &+ offset, list[(3 &* offset)...].prefix(3), in: file)
        }
        index &+= 2
      } else {
        guard let last = second.integer, first <= last else { throw .damaged("CID in W2") }
        try append(first, last, items[(index &+ 2)...].prefix(3), in: file)
        index &+= 5
      }
    }
  }

  private mutating func append(
    _ first: Int, _ last: Int, _ items: ArraySlice<PDFObject>, in file: PDFFile
  ) throws(PDFRefusal) {
    var numbers: [Double] = []
    for item in items {
      guard let number = try file.resolve(item).number else { throw .damaged("number in W2") }
      numbers.append(number * 0.001)
    }
    guard numbers.count == 3 else { throw .damaged("W2") }
    guard runs.count < 1 << 17 else { throw .limit("vertical displacements of a font") }
    runs.append(
      Run(first: first, last: last, displacement: numbers[0], x: numbers[1], y: numbers[2]))
  }

  /// - Parameter width: The horizontal one of the glyph, in ems: by default the origin lies half of it to the right.
  func metrics(of cid: Int, width: Double) -> (displacement: Double, origin: GlyphVector) {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low &+ high) / 2
      if runs[middle].first <= cid { low = middle &+ 1 } else { high = middle }
    }
    guard low > 0, cid <= runs[low &- 1].last else {
      return (displacement, GlyphVector(x: width / 2, y: originY))
    }
    let run = runs[low &- 1]
    return (run.displacement, GlyphVector(x: run.x, y: run.y))
  }
}
