internal import Foundation
internal import GRDB

/// Which documents of those that are gone are there under another name, with the same bytes.
///
/// Pairs are formed in the order of paths, in a table: there may be as many as documents. Files without bytes are alike and
/// not the same.
struct Renames {
  /// Published records whose file is gone, and that have no new name.
  private(set) var removed = 0
  private let lookup: RowStatement
  private let source: RowStatement
  private var hasAny = false

  /// Forms the pairs, in the transaction of `db`.
  init(_ db: Database) throws {
    lookup = try RowStatement("SELECT target FROM gone WHERE sha256 = ? AND path = ?", db)
    source = try RowStatement("SELECT path FROM gone WHERE sha256 = ? AND target = ?", db)
    try db.execute(sql: "DELETE FROM gone")
    try db.execute(
      sql: """
        INSERT INTO gone (sha256, path, failed)
        SELECT sha256, path, code IS NOT NULL FROM entries
        WHERE sha256 IS NOT NULL AND size > 0 AND published IS NOT NULL
          AND status <> 'archive' AND path NOT IN (SELECT path FROM found)
        """)
    if db.changesCount > 0 { try formPairs(db) }
    removed = try State.countRemoved(db)
  }

  private mutating func formPairs(_ db: Database) throws {
    // A document that was read and fails under its new name is lost, and not renamed.
    let page = try RowStatement(
      """
      SELECT path, sha256, code IS NOT NULL FROM entries
      WHERE path > ? AND published IS NULL AND path IN (SELECT path FROM found)
        AND EXISTS (SELECT 1 FROM gone WHERE gone.sha256 = entries.sha256)
      ORDER BY path LIMIT 256
      """, db)
    let pair = try RowStatement(
      """
      UPDATE gone SET target = ? WHERE sha256 = ? AND path = (
        SELECT path FROM gone WHERE sha256 = ? AND target IS NULL AND failed >= ?
        ORDER BY failed, path LIMIT 1)
      """, db)
    var last: [UInt8] = []
    while true {
      var found: [(path: [UInt8], sha256: String, failed: Int)] = []
      try page.forEach {
        $0.add(last)
      } _: { columns in
        guard let path = columns.bytes(), let sha256 = columns.text() else { return }
        found.append((path, sha256, columns.number() ?? 0))
      }
      guard let end = found.last?.path else { return }
      for new in found {
        try pair.run {
          $0.add(new.path)
          $0.add(new.sha256)
          $0.add(new.sha256)
          $0.add(new.failed)
        }
        if db.changesCount > 0 { hasAny = true }
      }
      last = end
    }
  }

  /// The new name of a document that is gone; nil where it has none.
  func target(of entry: Entry) throws -> [UInt8]? {
    guard hasAny, let sha256 = entry.sha256 else { return nil }
    return try lookup.first({
      $0.add(sha256)
      $0.add(entry.path)
    }) { $0.bytes() }
  }

  /// Whether the name of `entry` is the new one of a document that is gone.
  func isTarget(_ entry: Entry) throws -> Bool {
    guard hasAny, let sha256 = entry.sha256 else { return false }
    return try source.first({
      $0.add(sha256)
      $0.add(entry.path)
    }) { $0.bytes() } != nil
  }
}
