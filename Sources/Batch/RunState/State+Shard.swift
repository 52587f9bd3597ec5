internal import GRDB

extension State {
  /// What ``shard()`` is of an output of all inputs.
  package static let allShards = "all"
  private static let shardName = "shard"

  /// Which shard the records are of, as ``setShard(_:)`` had it; nil where there are none yet.
  package func shard() throws -> String? {
    let known = try index.read { db in try Index.meta(Self.shardName, db) }
    // An earlier version knew of no shards.
    return try known ?? (count() == 0 ? nil : Self.allShards)
  }

  package func setShard(_ shard: String) throws {
    try index.write { db in try Index.setMeta(Self.shardName, shard, db) }
  }

  /// Gives `take` the path and the fingerprint of each published line, in their order.
  package func forEachLine(_ take: (_ path: [UInt8], _ fingerprint: [UInt8]) -> Void) throws {
    try index.read { db in
      let rows = try RowStatement(
        "SELECT path, fingerprint FROM entries WHERE status <> '\(Entry.archiveStatus)' ORDER BY path",
        db)
      try rows.forEach { _ in
      } _: { columns in
        // Publication has looked at them all.
        if let path = columns.bytes(), let fingerprint = columns.bytes() { take(path, fingerprint) }
      }
    }
  }
}
