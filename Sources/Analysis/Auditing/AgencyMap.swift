/// Which agencies there should be, and whose parts they are: a CSV file (RFC 4180).
///
/// Columns `id`, and `name` or `path` or both; `level`, `region_code` and `parent` may be absent, other columns are
/// ignored. A report belongs to the row with its path, else to that with the longest folder that it lies in, else to
/// that with its agency's name. An agency with several names or folders has a row for each, all else being equal.
package struct AgencyMap: Hashable, Sendable {
  package struct Agency: Hashable, Sendable {
    package var id: String
    /// The first name that the map gives it; nil where it is known by its folder alone.
    package var name: String?
    /// As written, such as `county`; empty where none is.
    package var level = ""
    package var regionCode = ""
    /// The id of the agency whose report sums this one's up.
    package var parent: String?
    /// From 1; of its first row.
    package var line: Int
  }

  /// In the order of the file.
  package private(set) var agencies: [Agency] = []
  private var byID: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var byPath: [String: Int] = [:]

  /// - Parameter file: What errors call it.
  package init(_ bytes: [UInt8], file: String) throws(AgencyMapError) {
    var rows = AgencyRows(bytes)
    do throws(AgencyMapError.Problem) {
      let columns = try AgencyColumns(try rows.next() ?? [])
      while let fields = try rows.next() {
        if fields == [""] { continue }
        try add(try columns.row(fields), line: rows.line)
      }
    } catch {
      throw AgencyMapError(file: file, line: max(1, rows.line), problem: error)
    }
    if let (line, problem) = faultyParent() {
      throw AgencyMapError(file: file, line: line, problem: problem)
    }
  }

  /// The place in ``agencies`` of the one whose report this is.
  func agency(path: String, name: String?) -> Int? {
    var rest = path[...]
    while true {
      if let index = byPath[String(rest)] { return index }
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
    }
    return name.flatMap { byName[$0] }
  }

  /// The places in ``agencies`` of those that name a parent, by its id.
  var children: [String: [Int]] {
    var children: [String: [Int]] = [:]
    for (index, agency) in agencies.enumerated() {
      if let parent = agency.parent { children[parent, default: []].append(index) }
    }
    return children
  }

  private mutating func add(
    _ row: AgencyColumns.Row, line: Int
  ) throws(AgencyMapError.Problem) {
    let index: Int
    if let known = byID[row.id] {
      let agency = agencies[known]
      guard agency.level == row.level, agency.regionCode == row.regionCode,
        agency.parent == row.parent
      else { throw .conflictingID(row.id, line: agency.line) }
      index = known
      if agency.name == nil { agencies[index].name = row.name }
    } else {
      index = agencies.count
      byID[row.id] = index
      agencies.append(
        Agency(
          id: row.id, name: row.name, level: row.level, regionCode: row.regionCode,
          parent: row.parent, line: line))
    }
    if let name = row.name, let other = byName.updateValue(index, forKey: name) {
      throw .repeated("name", name, line: agencies[other].line)
    }
    if let path = row.path, let other = byPath.updateValue(index, forKey: path) {
      throw .repeated("path", path, line: agencies[other].line)
    }
  }

  /// The first parent that is unknown, or an agency that is a part of itself; visits each agency once.
  private func faultyParent() -> (line: Int, problem: AgencyMapError.Problem)? {
    /// In which walk upwards each was met; 0 for not yet.
    var walks = [Int](repeating: 0, count: agencies.count)
    for start in agencies.indices where walks[start] == 0 {
      var index = start
      while walks[index] == 0 {
        walks[index] = start + 1
        guard let parent = agencies[index].parent else { break }
        guard let next = byID[parent] else {
          return (agencies[index].line, .unknownParent(parent))
        }
        if walks[next] == start + 1 { return (agencies[next].line, .ring(agencies[next].id)) }
        index = next
      }
    }
    return nil
  }
}
