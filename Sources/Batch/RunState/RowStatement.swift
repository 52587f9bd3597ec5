internal import GRDB
internal import GRDBSQLite

/// A statement that runs for every document of a run, through SQLite's own interface.
///
/// GRDB makes values of its own of what goes in and out, some 30,000 instructions a row. Its statements are prepared and
/// kept by it as all others are, and errors are of its kind.
@safe struct RowStatement {
  private let statement: Statement
  private let connection: SQLiteConnection?

  /// - Throws: `DatabaseError` for SQL that doesn't compile.
  init(_ sql: String, _ db: Database) throws {
    statement = try db.cachedStatement(sql: sql)
    unsafe connection = db.sqliteConnection
  }

  /// Runs it once, for what it does.
  func run(_ bind: (inout RowParameters) -> Void) throws {
    try forEach(bind) { _ in }
  }

  /// What `read` makes of the first row; nil where there is none.
  func first<Result>(
    _ bind: (inout RowParameters) -> Void, _ read: (inout RowColumns) -> Result?
  ) throws -> Result? {
    var result: Result?
    var isFirst = true
    try forEach(bind) { columns in
      if isFirst { result = read(&columns) }
      isFirst = false
    }
    return result
  }

  /// Calls `read` for each row; the statement can't be run again before the last.
  func forEach(
    _ bind: (inout RowParameters) -> Void, _ read: (inout RowColumns) throws -> Void
  ) throws {
    let handle = unsafe statement.sqliteStatement
    defer {
      unsafe sqlite3_reset(handle)
      unsafe sqlite3_clear_bindings(handle)
    }
    var parameters = unsafe RowParameters(handle)
    bind(&parameters)
    var code = parameters.code
    while code == SQLITE_OK || code == SQLITE_ROW {
      code = unsafe sqlite3_step(handle)
      guard code == SQLITE_ROW else { break }
      var columns = unsafe RowColumns(handle)
      try read(&columns)
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: unsafe connection.map { unsafe String(cString: sqlite3_errmsg($0)) })
    }
  }
}

/// Takes the values of a row, one after the other; nil is NULL.
protocol RowValues {
  mutating func add(_ number: Int?)
  mutating func add(_ text: String?)
  mutating func add(_ bytes: [UInt8]?)
}

extension RowValues {
  mutating func add(_ isTrue: Bool) { add(isTrue ? 1 : 0) }
}

/// The parameters of a ``RowStatement``, to be bound from the first to the last.
@safe struct RowParameters: RowValues {
  private let statement: OpaquePointer
  private var index: Int32 = 0
  /// Of the first value that SQLite didn't take.
  private(set) var code = SQLITE_OK

  fileprivate init(_ statement: OpaquePointer) { unsafe self.statement = statement }

  mutating func add(_ number: Int?) {
    unsafe note { statement, index in
      guard let number else { return unsafe sqlite3_bind_null(statement, index) }
      return unsafe sqlite3_bind_int64(statement, index, Int64(number))
    }
  }

  mutating func add(_ text: String?) {
    unsafe note { statement, index in
      guard var text else { return unsafe sqlite3_bind_null(statement, index) }
      return text.withUTF8 { utf8 in
        // Without an address SQLite takes it for NULL.
        guard let start = utf8.baseAddress else {
          return unsafe sqlite3_bind_text(statement, index, "", 0, Self.copied)
        }
        return unsafe start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          unsafe sqlite3_bind_text64(
            statement, index, $0, UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  mutating func add(_ bytes: [UInt8]?) {
    unsafe note { statement, index in
      guard let bytes else { return unsafe sqlite3_bind_null(statement, index) }
      return unsafe bytes.withUnsafeBytes { buffer in
        unsafe buffer.isEmpty
          ? unsafe sqlite3_bind_zeroblob(statement, index, 0)
          : unsafe sqlite3_bind_blob64(
            statement, index, buffer.baseAddress, UInt64(buffer.count), Self.copied)
      }
    }
  }

  private mutating func note(_ bind: (OpaquePointer, Int32) -> Int32) {
    index += 1
    let result = unsafe bind(statement, index)
    if code == SQLITE_OK { code = result }
  }

  /// Has SQLite copy what it is given.
  private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// The columns of a row, to be read from the first to the last; what isn't of the type asked for is nil, as NULL is.
@safe struct RowColumns {
  private let statement: OpaquePointer
  private var index: Int32 = -1

  fileprivate init(_ statement: OpaquePointer) { unsafe self.statement = statement }

  mutating func number() -> Int? {
    unsafe next(SQLITE_INTEGER) { unsafe Int(sqlite3_column_int64($0, $1)) }
  }

  mutating func text() -> String? {
    unsafe next(SQLITE_TEXT) { statement, index in
      let start = unsafe sqlite3_column_text(statement, index)
      let count = unsafe Int(sqlite3_column_bytes(statement, index))
      return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  mutating func bytes() -> [UInt8]? {
    unsafe next(SQLITE_BLOB) { statement, index in
      let start = unsafe sqlite3_column_blob(statement, index)
      let count = unsafe Int(sqlite3_column_bytes(statement, index))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  private mutating func next<Value>(
    _ type: Int32, _ value: (OpaquePointer, Int32) -> Value
  ) -> Value? {
    index += 1
    guard unsafe sqlite3_column_type(statement, index) == type else { return nil }
    return unsafe value(statement, index)
  }
}
