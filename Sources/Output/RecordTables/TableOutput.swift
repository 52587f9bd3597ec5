/// What the rows of the tables go into: files of CSV, a database, a workbook.
package protocol TableOutput: AnyObject {
  /// Takes a row of a table, a field for every column.
  ///
  /// - Parameter table: Its place in ``RecordTables/all``.
  func add(_ row: [String?], to table: Int) throws

  /// Takes the report itself, after its rows.
  func add(_ report: RecordSource) throws

  /// Puts what was given under its name, whole.
  func finish() throws

  /// Removes what was begun; what an earlier run has made stays.
  func abandon()
}

/// Two records that name one file, in a table where each file is one row.
package struct RepeatedPath: Error, Hashable, Sendable, CustomStringConvertible {
  package var path: String
  package var description: String {
    "two records are of \(path): members of an archive with one name, or records of two runs; "
      + "a database has a row for each file, tables of CSV (-o) take both"
  }
}
