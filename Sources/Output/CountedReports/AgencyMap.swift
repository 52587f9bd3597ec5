internal import InputFiles

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
  private var byName: [ExactText: Int] = [:]
  private var byPath: [ExactText: Int] = [:]

  /// - Parameter file: What errors call it.
  package init(_ bytes: [UInt8], file: String) throws(AgencyMapError) {
    var rows = CSVRows()
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    do throws(AgencyMapError.Problem) {
      let columns = try AgencyColumns(try Self.fields(&rows, &rest) ?? [])
      while let fields = try Self.fields(&rows, &rest) {
        if fields == [""] { continue }
        try add(try columns.row(fields), line: rows.rowLine)
      }
    } catch {
      throw AgencyMapError(file: file, line: max(1, rows.rowLine), problem: error)
    }
    if let (line, problem) = faultyParent() {
      throw AgencyMapError(file: file, line: line, problem: problem)
    }
  }

  /// The place in ``agencies`` of the one whose report this is.
  ///
  /// - Parameter path: As tables have it, `a/b.zip!/c.docx` for a member of an archive.
  package func agency(path: String, name: String?) -> Int? {
    var rest = path.replacing("!/", with: "/")[...]
    while true {
      if let index = byPath[ExactText(rest)] { return index }
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
    }
    return name.flatMap { byName[ExactText($0)] }
  }

  /// The place in ``agencies`` of the one with this id.
  package func place(of id: String) -> Int? { byID[id] }

  /// Each name and each path with the id of its agency, in the order of agencies, then of bytes.
  var rows: [(id: String, name: String?, path: String?)] {
    func rows(_ keys: [ExactText: Int]) -> [(place: Int, key: String)] {
      keys.map { (place: $1, key: $0.text) }.sorted { left, right in
        left.place == right.place
          ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.place < right.place
      }
    }
    return rows(byName).map { (agencies[$0.place].id, $0.key, nil) }
      + rows(byPath).map { (agencies[$0.place].id, nil, $0.key) }
  }

  /// The places in ``agencies`` of those that name a parent, by its id.
  package var children: [String: [Int]] {
    var children: [String: [Int]] = [:]
    for (index, agency) in agencies.enumerated() {
      if let parent = agency.parent { children[parent, default: []].append(index) }
    }
    return children
  }

  /// The next row as text, without blanks around its fields; nil at the end.
  private static func fields(
    _ rows: inout CSVRows, _ rest: inout ArraySlice<UInt8>
  ) throws(AgencyMapError.Problem) -> [String]? {
    let row: [[UInt8]]?
    do throws(CSVRows.Problem) {
      // The file as a whole has its limit.
      row = try rows.row(limit: .max) { rest.popFirst() }
    } catch {
      throw .quoting
    }
    guard let row else { return nil }
    var fields: [String] = []
    for bytes in row {
      guard let field = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
      fields.append(field.trimmed)
    }
    return fields
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
    if let name = row.name, let other = byName.updateValue(index, forKey: ExactText(name)) {
      throw .repeated("name", name, line: agencies[other].line)
    }
    if let path = row.path, let other = byPath.updateValue(index, forKey: ExactText(path)) {
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

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
