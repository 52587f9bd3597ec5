internal import PDFObjects

/// The widths of a CIDFont by CID (9.7.4.3).
struct CIDWidths: Sendable {
  /// CIDs with one width, or each with its own.
  private struct Run: Sendable {
    var first, last: Int
    /// Where its width, or the first of its widths, stands in `widths`.
    var start: Int
    var isUniform: Bool
  }

  /// In ems, of all CIDs that `runs` don't have.
  let standard: Double
  /// In order, none over another.
  private var runs: [Run] = []
  private var widths: [Double] = []

  /// Reads `W` and `DW` of a CIDFont.
  ///
  /// - Throws: `damaged` for an array that is not as 9.7.4.3 says, `unsupported` for a CID with two widths.
  init(_ font: PDFDictionary, in file: PDFFile) throws(PDFRefusal) {
    switch try file.resolve(font["DW"]) {
    case .null: standard = 1
    case .integer(let width): standard = Double(width) * 0.001
    // poppler takes 1000 then.
    default: throw .unsupported("DW")
    }
    let array = try file.resolve(font["W"])
    if array == .null { return }
    guard let items = array.array else { throw .damaged("W") }
    try read(items, in: file)
    runs.sort { $0.first < $1.first }
    for index in runs.indices.dropFirst() where runs[index].first <= runs[index &- 1].last {
      throw .unsupported("two widths of a CID")
    }
  }

  private mutating func read(_ items: [PDFObject], in file: PDFFile) throws(PDFRefusal) {
    var index = 0
    while index < items.count {
      guard let first = try file.resolve(items[index]).integer, (0...0xFFFF).contains(first),
        index &+ 1 < items.count
      else { throw .damaged("CID in W") }
      let second = try file.resolve(items[index &+ 1])
      let start = widths.count
      if let list = second.array {
        for item in list { try append(item, in: file) }
        index &+= 2
        if list.isEmpty { continue }
        let last = first &+ list.count &- 1
        runs.append(Run(first: first, last: last, start: start, isUniform: false))
      } else {
        guard let last = second.integer, first <= last, index &+ 2 < items.count else {
          throw .damaged("CID in W")
        }
        try append(items[index &+ 2], in: file)
        index &+= 3
        runs.append(Run(first: first, last: last, start: start, isUniform: true))
      }
    }
  }

  private mutating func append(_ item: PDFObject, in file: PDFFile) throws(PDFRefusal) {
    guard let width = try file.resolve(item).number else { throw .damaged("width in W") }
    guard widths.count < 1 << 17 else { throw .limit("widths of a font") }
    widths.append(width * 0.001)
  }

  /// In ems.
  func width(of cid: Int) -> Double {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low &+ high) / 2
      if runs[middle].first <= cid { low = middle &+ 1 } else { high = middle }
    }
    guard low > 0 else { return standard }
    let run = runs[low &- 1]
    guard cid <= run.last else { return standard }
    return widths[run.isUniform ? run.start : run.start &+ (cid &- run.first)]
  }

  /// Whether each CID outside of `ranges` has the standard width.
  func areStandard(outside ranges: [ClosedRange<Int>]) -> Bool {
    runs.allSatisfy { run in
      let isInside = ranges.contains { $0.contains(run.first) && $0.contains(run.last) }
      if isInside || (run.isUniform && widths[run.start] == standard) { return true }
      if run.isUniform {
        return run.last &- run.first < 1 << 16 && isStandard(run, outside: ranges)
      }
      return isStandard(run, outside: ranges)
    }
  }

  private func isStandard(_ run: Run, outside ranges: [ClosedRange<Int>]) -> Bool {
    (run.first...run.last).allSatisfy { cid in
      width(of: cid) == standard || ranges.contains { $0.contains(cid) }
    }
  }
}
