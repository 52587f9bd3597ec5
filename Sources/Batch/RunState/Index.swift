internal import DurableFiles
internal import GRDB

/// The index of a state: a row for every document, in SQLite.
///
/// Its memory doesn't depend on the number of rows. A row carries a mark of its own content, so that a damaged one is
/// not taken for a record.
final class Index {
  let queue: DatabaseQueue
  let path: String

  static let name = "index.sqlite"

  init(in folder: Folder) throws {
    path = "\(folder.path)/\(Self.name)"
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // One process at a time has the lock of the state; so no shared memory, which a network disk may lack.
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -2048")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    let file = "\(folder.descriptorPath)/\(Self.name)"
    let path = path
    do {
      queue = try DatabaseQueue(path: file, configuration: configuration)
      let migrator = Self.migrator
      if try queue.read(migrator.hasBeenSuperseded) { throw StateError.newer(folder: folder.path) }
      try migrator.migrate(queue)
      let findings = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
      guard findings == ["ok"] else { throw StateError.damaged(findings.first ?? "no answer") }
    } catch {
      throw StateError.of(error, path: path)
    }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(
        sql: """
          CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE entries (
            path BLOB PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER, sha256 TEXT, url TEXT,
            program TEXT NOT NULL, backend TEXT, segment INTEGER NOT NULL, place INTEGER NOT NULL,
            length INTEGER NOT NULL, fingerprint BLOB NOT NULL, status TEXT NOT NULL, code TEXT,
            message TEXT, stage TEXT, retryable INTEGER NOT NULL, may_pass INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            edition TEXT, report INTEGER NOT NULL, failed_checks TEXT NOT NULL,
            portable INTEGER NOT NULL, published BLOB, published_code TEXT, mark BLOB NOT NULL
          ) WITHOUT ROWID;
          CREATE INDEX entries_bytes ON entries (size, program, sha256) WHERE portable = 1;
          CREATE TABLE found (
            path BLOB PRIMARY KEY, location BLOB, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            url TEXT, code TEXT, message TEXT, action INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE urls (path BLOB PRIMARY KEY, url TEXT NOT NULL) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("2") { db in
      try db.execute(
        sql: """
          ALTER TABLE entries ADD COLUMN published_standing TEXT;
          CREATE TABLE gone (
            sha256 TEXT NOT NULL, path BLOB NOT NULL, failed INTEGER NOT NULL, target BLOB,
            PRIMARY KEY (sha256, path)
          ) WITHOUT ROWID;
          CREATE TABLE news (
            path BLOB PRIMARY KEY, kind TEXT NOT NULL, target BLOB, code TEXT, message TEXT
          ) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("3") { db in
      try db.execute(
        sql: """
          ALTER TABLE entries ADD COLUMN published_holding INTEGER;
          ALTER TABLE entries ADD COLUMN published_sha256 TEXT;
          CREATE TABLE doubles (
            sha256 TEXT NOT NULL, before TEXT NOT NULL, path BLOB NOT NULL,
            PRIMARY KEY (sha256, before)
          ) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: "ALTER TABLE entries ADD COLUMN passed_over TEXT")
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: "ALTER TABLE entries ADD COLUMN has_tables INTEGER")
    }
    return migrator
  }

  /// Runs `body` in a transaction that is on disk when this returns.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try queue.write(body) } catch { throw StateError.of(error, path: path) }
  }

  /// Without the transaction and the `PRAGMA query_only` of GRDB's `read`: there is no other writer to be kept out, and
  /// after that pragma SQLite compiles every cached statement anew.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try queue.unsafeRead(body) } catch { throw StateError.of(error, path: path) }
  }

  static func meta(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE name = ?"), arguments: [name])
  }

  static func setMeta(_ name: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, value])
  }
}
