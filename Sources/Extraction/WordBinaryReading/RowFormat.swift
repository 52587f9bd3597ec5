/// What the mark of a row says of its cells (MS-DOC 2.6.3).
struct RowFormat {
  enum Merge {
    case none, restart, `continue`
  }

  struct Cell {
    var horizontal = Merge.none
    var vertical = Merge.none
    var shade: Shade?
  }

  /// Where the cells begin and the last one ends, in twips (1/20 point) from the margin; empty where it isn't said.
  private(set) var edges: [Int] = []
  private(set) var cells: [Cell] = []
  /// The row is lower than any text.
  private(set) var isFlat = false
  private(set) var style: Int?
  /// What lies under all of the table.
  private(set) var tableShade: Shade?

  private static let cellLength = 20
  /// As a byte counts them.
  private static let mostCells = 255
  private static let flatHeight = 40

  mutating func apply(_ modifier: PropertyModifier) {
    switch modifier.code {
    case 0xD608: define(modifier)  // sprmTDefTable
    // sprmTDyaRowHeight: a height below zero is exact.
    case 0x9407: isFlat = modifier.signed16 < 0 && -modifier.signed16 <= Self.flatHeight
    case 0x563A: style = modifier.value  // sprmTIstd
    case 0xD62B:  // sprmTVertMerge
      guard let index = modifier.byte(0), cells.indices.contains(index) else { return }
      cells[index].vertical = Self.vertical(modifier.byte(1) ?? 0)
    case 0x5624:  // sprmTMerge
      for index in range(modifier).dropFirst() { cells[index].horizontal = .continue }
      if let first = range(modifier).first { cells[first].horizontal = .restart }
    case 0x5625: for index in range(modifier) { cells[index].horizontal = .none }  // sprmTSplit
    case 0x5622: delete(range(modifier))  // sprmTDelete
    case 0x7621: insert(modifier)  // sprmTInsert
    case 0x7623: setWidth(modifier)  // sprmTDxaCol
    case 0xD609:  // sprmTDefTableShd80
      for index in cells.indices {
        guard let short = modifier.uint16(2 * index) else { break }
        // The longer forms say more, and come with it in either order.
        if cells[index].shade == nil { cells[index].shade = Shade(short: short) }
      }
    case 0xD612: setShades(modifier, from: 0)  // sprmTDefTableShd
    case 0xD616: setShades(modifier, from: 22)  // sprmTDefTableShd2nd
    case 0xD60C: setShades(modifier, from: 44)  // sprmTDefTableShd3rd
    case 0xD62D:  // sprmTSetShd
      for index in range(modifier) { cells[index].shade = Shade(modifier, at: 2) }
    case 0xD660: tableShade = Shade(modifier, at: 0)  // sprmTSetShdTable
    default: break
    }
  }

  /// The cells from the first byte of the operand up to the second.
  private func range(_ modifier: PropertyModifier) -> Range<Int> {
    let first = min(modifier.byte(0) ?? 0, cells.count)
    return first..<max(first, min(modifier.byte(1) ?? 0, cells.count))
  }

  /// `sprmTDefTable`: the edges, then twenty bytes a cell, of which the last may be missing.
  private mutating func define(_ modifier: PropertyModifier) {
    guard let count = modifier.byte(0) else { return }
    var edges: [Int] = []
    for index in 0...count {
      guard let edge = modifier.int16(1 + 2 * index) else { return }
      edges.append(edge)
    }
    // Edges never go back.
    for index in edges.indices.dropFirst() { edges[index] = max(edges[index], edges[index - 1]) }
    self.edges = edges
    let first = 1 + 2 * (count + 1)
    let shades = cells.map(\.shade)
    cells = (0..<count).map { index in
      var cell = Cell()
      if shades.indices.contains(index) { cell.shade = shades[index] }
      guard let flags = modifier.uint16(first + Self.cellLength * index) else { return cell }
      cell.horizontal = flags & 2 != 0 ? .continue : flags & 1 != 0 ? .restart : .none
      cell.vertical = Self.vertical(flags >> 5)
      return cell
    }
  }

  /// Two bits: 1 goes on with the cell above, 3 begins a merge.
  private static func vertical(_ bits: Int) -> Merge {
    switch bits & 3 {
    case 1: .continue
    case 2, 3: .restart
    default: .none
    }
  }

  private mutating func setShades(_ modifier: PropertyModifier, from first: Int) {
    for index in cells.indices.dropFirst(first) {
      guard let shade = Shade(modifier, at: 10 * (index - first)) else { break }
      cells[index].shade = shade
    }
  }

  private mutating func delete(_ removed: Range<Int>) {
    guard !removed.isEmpty, edges.count == cells.count + 1 else { return }
    let width = edges[removed.upperBound] - edges[removed.lowerBound]
    edges.removeSubrange(removed.lowerBound + 1...removed.upperBound)
    for index in edges.indices.dropFirst(removed.lowerBound + 1) { edges[index] -= width }
    cells.removeSubrange(removed)
  }

  /// New cells of one width, the first one the so-manieth.
  private mutating func insert(_ modifier: PropertyModifier) {
    guard let first = modifier.byte(0), let count = modifier.byte(1),
      let width = modifier.uint16(2), cells.count + count <= Self.mostCells
    else { return }
    if edges.isEmpty { edges = [0] }
    guard edges.count == cells.count + 1 else { return }
    while cells.count < first, cells.count + count < Self.mostCells {
      cells.append(Cell())
      edges.append((edges.last ?? 0) + width)
    }
    let place = min(first, cells.count)
    let start = edges[place]
    for index in edges.indices.dropFirst(place + 1) { edges[index] += width * count }
    edges.insert(contentsOf: (0..<count).map { start + width * ($0 + 1) }, at: place + 1)
    cells.insert(contentsOf: repeatElement(Cell(), count: count), at: place)
  }

  private mutating func setWidth(_ modifier: PropertyModifier) {
    guard let width = modifier.uint16(2), edges.count == cells.count + 1 else { return }
    let changed = range(modifier)
    var widths = zip(edges, edges.dropFirst()).map { $1 - $0 }
    for index in changed { widths[index] = width }
    for index in widths.indices { edges[index + 1] = edges[index] + widths[index] }
  }
}
