internal import Diagnostics
internal import Foundation
internal import GRDB
internal import RecordWriting

extension State {
  /// How a run decides whether a record stands.
  package struct Policy: Sendable {
    /// Of this run's program.
    package var rules: String
    package var backends: Backends
    package var force = false
    package var checksum = false
    package var retryFailed = false
    /// Times that a failure which may pass by itself is met before it stands too.
    package var attempts = 3

    package init(rules: String, backends: Backends) {
      self.rules = rules
      self.backends = backends
    }

    /// Whether `entry` was made by the rules of this run.
    package func isCurrent(_ entry: Entry) -> Bool {
      entry.rules.program == rules && backends.areThose(of: entry)
    }

    /// Whether the document of `entry` is to be converted again although nothing changed.
    ///
    /// One that couldn't be opened has cost nothing, and may be opened by a change that its times don't show; one that fails by the machine's
    /// fault and whose record still stands has not failed for good.
    package func isRetried(_ entry: Entry) -> Bool {
      guard let code = entry.failure?.code else {
        return entry.mayPass && entry.attempts < attempts
      }
      return retryFailed || (entry.mayPass && entry.attempts < attempts)
        || code == FailureCode.inputUnreadable.rawValue
        || (State.faultCodes.contains(code) && entry.published?.isRead == true)
    }

    func action(of found: FoundRow, _ entry: Entry?) -> FoundRow.Action {
      guard let entry else { return .convert }
      let isSame =
        entry.size == found.size && (entry.modified == nil || entry.modified == found.modified)
      if entry.mayPass, isSame, found.problem == nil, force || !isCurrent(entry) || isRetried(entry)
      {
        return .later
      }
      guard !force, isCurrent(entry), entry.url == found.url, entry.size == found.size
      else { return .convert }
      if let problem = found.problem {
        // Nothing was read: it stands as long as it is said in the same words.
        let isSaid =
          entry.sha256 == nil && entry.failure?.code == problem.code.rawValue
          && entry.failure?.message == problem.message
        return isSaid ? .keep : .convert
      }
      guard !checksum, entry.modified == found.modified, !isRetried(entry) else { return .convert }
      return .keep
    }
  }

  /// Bytes that a file counts for in sums, at most: one may claim to have no end.
  package static let mostBytes = 1 << 40

  /// Whether a file of this name is an archive, unless its content says otherwise.
  package static func isNamedArchive(_ path: [UInt8]) -> Bool {
    let end = String(decoding: path.suffix(4), as: UTF8.self).lowercased()
    return end == ".zip" || end == ".rar" || end.hasSuffix(".7z")
  }

  /// What is to be done in a run.
  package struct Plan: Hashable, Sendable {
    package var found = 0
    package var bytes = 0
    /// Documents to convert, or at least to hash, and their bytes.
    package var work = 0
    package var workBytes = 0
    /// Documents without a record.
    package var new = 0
    /// Of those to convert, how many are archives by their names whose members nobody has counted yet.
    package var unopened = 0
    /// Archives with known members that are to be read, and may hold others now.
    package var reopened = 0
    /// Published records, and those of them whose file is gone, perhaps under another name.
    package var published = 0
    package var removed = 0
    /// Lines of records and of failures whose file is gone.
    package var gone = 0
    /// Folders that can't be read, and how many documents below them keep what is known of them.
    package var kept: [Kept] = []
    /// Documents whose address is given no more, by a manifest or a side-car.
    package var addressesGone = 0
    package init() {}

    package struct Kept: Hashable, Sendable {
      package var folder: [UInt8]
      package var count: Int
    }
  }

  /// Takes what `walk` finds as the inputs of this run, and decides for each what is to be done.
  ///
  /// - Parameter walk: Calls its argument for every file found, in any order.
  package func plan(
    _ policy: Policy,
    walk: ((FoundRow) throws -> Void, _ keepBelow: ([UInt8]) throws -> Void) throws -> Void
  ) throws -> Plan {
    round = FoundRow.Action.convert.rawValue
    repairs = 0
    return try index.write { db in
      try db.execute(sql: "DELETE FROM found")
      let lookup = try RowStatement("SELECT \(Entry.selection) FROM entries WHERE path = ?", db)
      let insert = try RowStatement(FoundRow.insert, db)
      let keep = try RowStatement(
        "INSERT OR IGNORE INTO found (path, size, modified, url, action) VALUES (?, ?, ?, ?, 0)",
        db)
      let urls = try RowStatement("SELECT url FROM urls WHERE path = ?", db)
      let below = try RowStatement(
        "SELECT \(Entry.selection) FROM entries WHERE path >= ? AND path < ?", db)
      // A first night has no records yet, and most have no manifest.
      let hasEntries = try Self.hasRows("entries", db)
      let hasURLs = try Self.hasRows("urls", db)
      var kept: [Plan.Kept] = []
      try walk(
        { found in
          var found = found
          if hasURLs, let url = try urls.first({ $0.add(found.path) }, { $0.text() }) {
            found.url = url
          }
          let entry = try hasEntries ? lookup.first({ $0.add(found.path) }, { Entry(&$0) }) : nil
          found.action = policy.action(of: found, entry)
          try insert.run(found.bind)
        },
        { folder in
          // What lies below a folder that can't be opened tonight is as unknown as it was: its records stand. A
          // damaged row is none, and may hold anything.
          var count = 0
          try below.forEach {
            $0.add(folder + [UInt8(ascii: "/")])
            $0.add(folder + [UInt8(ascii: "/") + 1])
          } _: { columns in
            guard let entry = Entry(&columns) else { return }
            try keep.run {
              $0.add(entry.path)
              $0.add(entry.size)
              $0.add(entry.modified ?? 0)
              $0.add(entry.url)
            }
            count += db.changesCount
          }
          guard count > 0, kept.count < News.mostNames else { return }
          kept.append(Plan.Kept(folder: folder, count: count))
        })
      if hasEntries { try Self.findMembers(policy, db) }
      var plan = try Self.counted(db)
      plan.kept = kept
      return plan
    }
  }

  static func hasRows(_ table: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? true
  }

  /// Of an archive its members count, as far as they are known; of one that isn't read to its end the archive too, for
  /// those that aren't.
  ///
  /// Files without an end, which have no blocks behind them, count as 1 TiB: their sum is an error of SQLite else.
  private static func counted(_ db: Database) throws -> Plan {
    var plan = Plan()
    if let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS found, coalesce(sum(min(size, 1 << 40)), 0) AS bytes,
          coalesce(sum(action <> 0), 0) AS work,
          coalesce(sum(min(size, 1 << 40) * (action <> 0)), 0) AS workBytes,
          coalesce(sum(NOT EXISTS (SELECT 1 FROM entries e WHERE e.path = found.path)), 0) AS new,
          coalesce(sum(action > 0 AND (lower(substr(CAST(path AS TEXT), -4)) IN ('.zip', '.rar')
            OR lower(substr(CAST(path AS TEXT), -3)) = '.7z')), 0) AS unopened
        FROM found
        WHERE NOT EXISTS (
          SELECT 1 FROM entries e
          WHERE e.path = found.path AND e.status = 'archive'
            AND e.program <> '\(Entry.Rules.unfinished)')
        """)
    {
      plan.found = row["found"]
      plan.bytes = row["bytes"]
      plan.work = row["work"]
      plan.workBytes = row["workBytes"]
      plan.new = row["new"]
      plan.unopened = row["unopened"]
    }
    plan.reopened =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM found JOIN entries e ON e.path = found.path
          WHERE found.action > 0 AND e.status = '\(Entry.archiveStatus)'
          """) ?? 0
    plan.published = try countPublished(db)
    plan.removed = try countMissingRecords(db)
    plan.gone = try countMissing(db)
    // What a state took from records.jsonl has no rules, and the address may be the page's own.
    plan.addressesGone = try count(
      """
      url IS NOT NULL AND program <> ''
        AND EXISTS (SELECT 1 FROM found WHERE found.path = entries.path AND found.url IS NULL)
      """, db)
    return plan
  }

  /// The next documents to convert after `path`, in the order of their paths; empty after the last.
  package func work(after path: [UInt8], limit: Int) throws -> [FoundRow] {
    try index.read { db in
      let statement = try RowStatement(
        """
        SELECT \(FoundRow.selection), \(Entry.selection)
        FROM found LEFT JOIN entries ON entries.path = found.path
        WHERE found.action = ? AND found.path > ? ORDER BY found.path LIMIT ?
        """, db)
      var found: [FoundRow] = []
      try statement.forEach {
        $0.add(round)
        $0.add(path)
        $0.add(limit)
      } _: { columns in
        guard var document = FoundRow(&columns) else {
          throw StateError.damaged("a column holds a value of another kind")
        }
        document.previous = Entry(&columns)
        found.append(document)
      }
      return found
    }
  }

  /// The paths of what is to be converted, the first `limit` of them.
  package func workPaths(limit: Int) throws -> [[UInt8]] {
    try index.read { db in
      var paths: [[UInt8]] = []
      try RowStatement("SELECT path FROM found WHERE action > 0 ORDER BY path LIMIT ?", db)
        .forEach {
          $0.add(limit)
        } _: { columns in
          if let path = columns.bytes() { paths.append(path) }
        }
      return paths
    }
  }

  /// Whether a file whose name ends like `suffix`, in lower case, is still to be converted.
  package func hasWork(withSuffix suffix: String) throws -> Bool {
    try index.read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM found WHERE action > 0 AND code IS NULL
            AND lower(substr(CAST(path AS TEXT), ?)) = ?)
          """, arguments: [-suffix.utf8.count, suffix]) ?? false
    }
  }

  /// Ends a round: those of the next are the work now.
  ///
  /// After the last one every document that was found has its record,
  /// and only damaged ones come back as work.
  package func finishWork() throws {
    try commit()
    // Not by changing the rows: for one statement over all of them SQLite keeps their keys in memory.
    round += 1
  }

  /// Takes the URLs of a manifest for the coming `plan`, in place of those of the last.
  package func setURLs(_ rows: ((_ path: [UInt8], _ url: String) throws -> Void) throws -> Void)
    throws
  {
    try index.write { db in
      try db.execute(sql: "DELETE FROM urls")
      let insert = try RowStatement("INSERT OR REPLACE INTO urls (path, url) VALUES (?, ?)", db)
      try rows { path, url in
        try insert.run {
          $0.add(path)
          $0.add(url)
        }
      }
    }
  }

  /// How many documents have a record.
  package func count() throws -> Int {
    try index.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM entries WHERE status <> 'archive'") ?? 0
    }
  }
}
