internal import NationalForm

/// Where the cells of the form stand in a record.
indirect enum CellTree: Sendable {
  /// A place in ``NationalForm/cells``.
  case cell(Int)
  case group([String: CellTree])

  /// By the ids of the tables.
  static let root: [String: CellTree] = {
    var root: [String: CellTree] = [:]
    for (index, id) in NationalForm.cells.enumerated() {
      insert(index, id.description.split(separator: ".").map(String.init)[...], into: &root)
    }
    return root
  }()

  /// The columns of each row, `applications.denied.state_secret`.
  static let rows: [String: [String: Int]] = {
    var rows: [String: [String: Int]] = [:]
    for (index, id) in NationalForm.cells.enumerated() {
      rows["\(id.table.rawValue).\(id.row)", default: [:]][id.column] = index
    }
    return rows
  }()

  private static func insert(
    _ index: Int, _ path: ArraySlice<String>, into group: inout [String: CellTree]
  ) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      group[first] = .cell(index)
      return
    }
    var inner: [String: CellTree] = [:]
    if case .group(let known) = group[first] { inner = known }
    insert(index, path.dropFirst(), into: &inner)
    group[first] = .group(inner)
  }
}
