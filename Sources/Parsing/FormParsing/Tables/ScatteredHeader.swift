import NationalForm

/// The labels above table 2 in text without cells: in which order they name its columns.
struct ScatteredHeader {
  let pieces: [TextPiece]
  /// The columns whose labels begin in each of its lines.
  private var lines: [[Int]] = []
  /// The columns whose labels begin or go on in each of its lines.
  private var parted: [[Int]] = []

  private static let parts = LabelParts.all[.applications]
  private static let width = NationalForm.applications.columns.count

  init(_ pieces: [TextPiece]) {
    self.pieces = pieces
    read()
  }

  private mutating func read() {
    let parts = Self.parts
    var begun: [Int: Int] = [:]
    var line: (block: Int, columns: [Int], parts: [Int])?
    for piece in pieces where !piece.isFigure && !piece.folded.isEmpty {
      if line?.block != piece.block {
        if let line { add(line.columns, line.parts) }
        line = (piece.block, [], [])
      }
      let units = piece.folded.units
      let continued = parts.columns.indices.first { column in
        guard let length = begun[column] else { return false }
        return parts.columns[column].contains {
          length < $0.count && $0[length...].starts(with: units)
        }
      }
      if let continued {
        begun[continued, default: 0] += units.count
        line?.parts.append(continued)
      } else if let column = parts.columns.indices.first(where: { column in
        begun[column] == nil && parts.columns[column].contains { $0.starts(with: units) }
      }) {
        begun[column] = units.count
        line?.columns.append(column)
        line?.parts.append(column)
      }
    }
    if let line { add(line.columns, line.parts) }
  }

  private mutating func add(_ columns: [Int], _ parts: [Int]) {
    lines.append(columns)
    parted.append(parts)
  }

  /// Whether 总计 is said to stand left of the kinds of applicants.
  var saysTotalFirst: Bool {
    let total = Self.width - 1
    let told = lines.flatMap { $0 }
    let first = told.firstIndex(of: total)
    // A line runs from left to right: 总计 before a kind of organisations stands left of all.
    let isLeft = lines.contains { line in
      line.firstIndex(of: total).map { $0 + 1 < line.count } ?? false
    }
    let isBefore = first.map { place in told.firstIndex(of: 0).map { $0 > place } ?? false }
    return isLeft || isBefore ?? false
  }

  /// The columns of figures from left to right; nil where the header contradicts every order that the sums allow.
  ///
  /// - Parameter rows: The figures of each row.
  func order(_ rows: [[Int]]) -> [Int]? {
    let total = Self.width - 1
    let kinds = Array(0..<total)
    let told = lines.flatMap { $0 }
    let isList = lines.allSatisfy { $0.count < 2 }
    var own = kinds
    for line in isList ? [told] : lines {
      let columns = line.filter { $0 != total }
      guard columns != columns.sorted() else { continue }
      guard isList, Set(columns).count == total else { return nil }
      own = columns
    }
    // `组织 科研机构`, where 社会公益 stands above: 组织 is the third of a line, and 科研机构 stands behind it.
    let areInOrder = parted.allSatisfy { line in
      let columns = line.filter { $0 != total }
      return columns == columns.sorted()
    }
    guard isList || areInOrder else { return nil }
    // One row tells the place of the total if two of its other figures aren't 0.
    var isLast = 0
    var isFirst = 0
    for row in rows where row.count == Self.width && row.count(where: { $0 > 0 }) > 2 {
      let sum = row.reduce(0) { $0 &+ $1 }
      if row[total] &* 2 == sum { isLast += 1 }
      if row[0] &* 2 == sum { isFirst += 1 }
    }
    if isFirst > isLast { return saysTotalFirst ? [total] + own : nil }
    if isLast == 0, saysTotalFirst { return nil }
    return own + [total]
  }

  /// The line of the form's labels in that order.
  func line(_ order: [Int]?, blocks: ClosedRange<Int>, book: LabelBook) -> FormLine? {
    guard let location = pieces.first?.location else { return nil }
    let labels = (order ?? Array(0..<Self.width)).compactMap {
      NationalForm.applications.columns[$0].path.last
    }
    return FormLine(
      cells: labels.map { FormCell($0.text, at: location, book: book) }, blocks: blocks,
      isLoose: true)
  }
}
