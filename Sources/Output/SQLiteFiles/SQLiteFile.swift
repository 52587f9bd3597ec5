internal import GRDBSQLite

/// A new database of SQLite that is filled once, from front to back, by one process.
///
/// Without a journal: what isn't finished is thrown away. Its memory doesn't depend on the number of rows.
@safe package final class SQLiteFile {
  private let handle: OpaquePointer
  /// As a person reads it.
  private let shown: String

  /// - Parameters:
  ///   - path: Of a file that isn't there, or is empty.
  ///   - shown: What messages call it.
  package init(path: String, shown: String) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle = unsafe opened else {
      throw SQLiteError(shown, code: code, message: "out of memory")
    }
    unsafe self.handle = unsafe handle
    self.shown = shown
    guard code == SQLITE_OK else { throw failure() }
    try run(
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA temp_store = FILE;
      PRAGMA cache_size = -16384;
      """)
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  package func run(_ sql: String) throws(SQLiteError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  package func statement(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let statement = unsafe prepared else { throw failure() }
    return unsafe SQLiteStatement(statement)
  }

  /// Runs `statement` once with `values`, from its first parameter to its last.
  package func run(_ statement: SQLiteStatement, _ values: [SQLiteValue]) throws(SQLiteError) {
    guard statement.run(values) else { throw failure() }
  }

  /// Runs it likewise, but where a row with the key is there already.
  ///
  /// - Returns: Whether there is one.
  package func isRepeated(
    _ statement: SQLiteStatement, _ values: [SQLiteValue]
  ) throws(SQLiteError) -> Bool {
    if statement.run(values) { return false }
    // SQLITE_CONSTRAINT_PRIMARYKEY, a macro that Swift doesn't see.
    guard unsafe sqlite3_extended_errcode(handle) == SQLITE_CONSTRAINT | 6 << 8 else {
      throw failure()
    }
    return true
  }

  private func failure() -> SQLiteError {
    SQLiteError(
      shown, code: unsafe sqlite3_errcode(handle),
      message: unsafe String(cString: sqlite3_errmsg(handle)))
  }
}

/// A value of a row.
package enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  package init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }

  /// A decimal number as a number where that keeps each of its digits, as text where it doesn't.
  package init(decimal text: String) {
    if let integer = Int(text) {
      self = .integer(integer)
    } else if text.utf8.count(where: { (0x30...0x39).contains($0) }) <= 15, let real = Double(text),
      real.isFinite
    {
      self = .real(real)
    } else {
      self = .text(text)
    }
  }
}

/// A statement that was compiled once.
@safe package final class SQLiteStatement {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { unsafe self.handle = unsafe handle }

  deinit { unsafe sqlite3_finalize(handle) }

  fileprivate func run(_ values: [SQLiteValue]) -> Bool {
    defer { unsafe sqlite3_reset(handle) }
    for (index, value) in values.enumerated() {
      guard bind(value, Int32(index + 1)) == SQLITE_OK else { return false }
    }
    return unsafe sqlite3_step(handle) == SQLITE_DONE
  }

  private func bind(_ value: SQLiteValue, _ place: Int32) -> Int32 {
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, place)
    case .integer(let number): return unsafe sqlite3_bind_int64(handle, place, Int64(number))
    case .real(let number): return unsafe sqlite3_bind_double(handle, place, number)
    case .text(var text):
      return text.withUTF8 { utf8 in
        // Without an address SQLite takes it for NULL.
        guard let start = utf8.baseAddress else {
          return unsafe sqlite3_bind_text(handle, place, "", 0, Self.copied)
        }
        return unsafe start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          unsafe sqlite3_bind_text64(
            handle, place, $0, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  /// Has SQLite copy what it is given.
  private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// What SQLite didn't do.
package struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The database, as a person reads its name.
  package var path: String
  package var code: Int32
  package var message: String

  init(_ path: String, code: Int32, message: String) {
    self.path = path
    self.code = code
    self.message = message
  }

  /// Whether nothing was there to write into yet.
  package var isCreation: Bool { [SQLITE_CANTOPEN, SQLITE_READONLY].contains(code & 0xFF) }

  /// `tables.sqlite: cannot be written: database or disk is full`.
  package var description: String {
    "\(path): cannot be \(isCreation ? "created" : "written"): \(message)"
  }
}
