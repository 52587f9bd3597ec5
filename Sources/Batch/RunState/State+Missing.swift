internal import GRDB

/// Published records whose file this run hasn't found.
extension State {
  private static let isMissing =
    "published IS NOT NULL AND status <> 'archive' AND path NOT IN (SELECT path FROM found)"

  static func countPublished(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM entries WHERE published IS NOT NULL AND status <> 'archive'")
      ?? 0
  }

  /// Those that may have another name included.
  static func countMissing(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM entries WHERE \(isMissing)") ?? 0
  }

  /// What would go if the run published now, before anything was converted: no other name is known yet.
  package func removal() throws -> Removal {
    try index.read { db in
      // Pairs of a publication before are over.
      var removal = Removal(
        removed: try Self.countMissing(db), published: try Self.countPublished(db))
      removal.paths = try Self.paths("SELECT path FROM entries WHERE \(Self.isMissing)", db)
      return removal
    }
  }

  /// Those that ``Renames`` found no other name for.
  static func missing(_ db: Database) throws -> [[UInt8]] {
    try paths(
      """
      SELECT path FROM entries WHERE \(isMissing) AND NOT EXISTS (
        SELECT 1 FROM gone WHERE gone.sha256 = entries.sha256 AND gone.path = entries.path
          AND target IS NOT NULL)
      """, db)
  }

  private static func paths(_ sql: String, _ db: Database) throws -> [[UInt8]] {
    var paths: [[UInt8]] = []
    try RowStatement("\(sql) ORDER BY path LIMIT \(News.mostNames)", db).forEach { _ in
    } _: { columns in
      if let path = columns.bytes() { paths.append(path) }
    }
    return paths
  }
}
