internal import DurableFiles
internal import GRDB
internal import GRDBSQLite

extension Index {
  /// Whether a later version of the program wrote the index in `folder`; false too where it can't be read.
  ///
  /// Leaves the folder as it is, and takes no lock that a run may want: by itself SQLite makes files beside a database that
  /// it only reads.
  static func isNewer(in folder: Folder) -> Bool {
    guard folder.stamp(name) != nil else { return false }
    var connection: OpaquePointer?
    // The path is one of /proc, in which nothing has to be escaped.
    let opened = unsafe sqlite3_open_v2(
      "file:\(folder.descriptorPath)/\(name)?immutable=1", &connection,
      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
    defer { unsafe sqlite3_close(connection) }
    var statement: OpaquePointer?
    guard opened == SQLITE_OK,
      unsafe sqlite3_prepare_v2(
        connection, "SELECT identifier FROM grdb_migrations", -1, &statement, nil) == SQLITE_OK
    else { return false }
    defer { unsafe sqlite3_finalize(statement) }
    let known = Set(migrator.migrations)
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      guard let text = unsafe sqlite3_column_text(statement, 0) else { continue }
      if !known.contains(unsafe String(cString: text)) { return true }
    }
    return false
  }
}
