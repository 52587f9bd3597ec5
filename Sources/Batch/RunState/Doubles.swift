internal import Foundation
internal import GRDB

/// Which documents have other bytes than before, that are another document's: one file was copied over others.
///
/// Those that were equal before, and are still, are none. In a table: there may be as many as documents.
struct Doubles {
  private let lookup: RowStatement
  private let hasAny: Bool

  /// Finds them, in the transaction of `db`.
  init(_ db: Database) throws {
    lookup = try RowStatement(
      """
      SELECT path FROM doubles WHERE sha256 = ? AND before <> ?
      ORDER BY before = sha256 DESC, path LIMIT 1
      """, db)
    try db.execute(sql: "DELETE FROM doubles")
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO doubles (sha256, before, path)
        SELECT sha256, published_sha256, path FROM entries
        WHERE sha256 <> published_sha256 AND code IS NULL AND path IN (SELECT path FROM found)
        """)
    hasAny = db.changesCount > 0
    guard hasAny else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO doubles (sha256, before, path)
        SELECT sha256, sha256, path FROM entries
        WHERE (published IS fingerprint OR sha256 = published_sha256) AND code IS NULL
          AND sha256 IN (SELECT sha256 FROM doubles) AND path IN (SELECT path FROM found)
        """)
  }

  /// A document that the one of `entry` is equal to and wasn't; nil where there is none.
  func equal(of entry: Entry) throws -> [UInt8]? {
    guard hasAny, entry.failure == nil, let sha256 = entry.sha256,
      let before = entry.published?.sha256, before != sha256
    else { return nil }
    return try lookup.first({
      $0.add(sha256)
      $0.add(before)
    }) { $0.bytes() }
  }
}
