internal import GRDB
package import InputFiles

/// An archive is found as a file; its members are documents, each with an entry and a row of what was found, under their
/// ``MemberPath``.
extension State {
  /// What was published of the members of `archive`, by their paths.
  package func publishedMembers(of archive: [UInt8]) throws -> [[UInt8]: Entry.Published] {
    try index.read { db in
      var members: [[UInt8]: Entry.Published] = [:]
      try Self.forEachMember(of: archive, db) { members[$0.path] = $0.published }
      return members
    }
  }

  /// How many members of `archive` the plan has found; nil where it knew of none.
  package func countFoundMembers(of archive: [UInt8]) throws -> Int? {
    try index.read { db in
      let bounds = MemberPath.bounds(of: archive)
      let count = try RowStatement("SELECT count(*) FROM found WHERE path > ? AND path < ?", db)
        .first(
          {
            $0.add(bounds.lower); $0.add(bounds.upper)
          }, { $0.number() })
      return count == 0 ? nil : count
    }
  }

  /// What is passed over in all archives that were found.
  package func passedOverMembers() throws -> PassedOver {
    try index.read { db in
      var sum = PassedOver()
      try RowStatement(
        """
        SELECT passed_over FROM entries JOIN found ON found.path = entries.path
        WHERE passed_over IS NOT NULL
        """, db
      ).forEach { _ in
      } _: { columns in
        if let text = columns.text() { sum += PassedOver(text: text) }
      }
      return sum
    }
  }

  /// Remembers an archive whose members' records were added, and makes all of them count at once: those of `paths` are its
  /// members now.
  ///
  /// What was published of members of a name is that of those who have it now; what is left over stays, and goes as a
  /// document does whose file is gone.
  package func add(archive entry: Entry, members paths: [[UInt8]]) throws {
    try add([], entry)
    try settle(before: nil)
    let current = Set(paths)
    try commitSettled { db in
      var heirs = MemberHeirs()
      try Self.forEachMember(of: entry.path, db) {
        heirs.add($0, isCurrent: current.contains($0.path))
      }
      heirs.decide()
      let delete = try RowStatement("DELETE FROM entries WHERE path = ?", db)
      for path in heirs.unpublished { try delete.run { $0.add(path) } }
      let upsert = try RowStatement(Entry.upsert, db)
      for member in heirs.changed { try upsert.run(member.bind) }
      // Equal records in another order are no change of any of them.
      if !heirs.changed.isEmpty { try Index.setMeta(Self.movedMembersName, "1", db) }
      try Self.forgetFoundMembers(of: entry.path, db)
      try Self.keepMembers(of: entry.path, isWork: false, only: current, db)
    }
  }

  static let movedMembersName = "members moved"

  /// Notes that what was an archive is none now: its members are gone.
  package func dropMembers(of archive: [UInt8]) throws {
    try index.write { db in try Self.forgetFoundMembers(of: archive, db) }
  }

  /// Takes the members of all archives that were found as found: they stand, or are converted with their archive.
  static func findMembers(_ policy: Policy, _ db: Database) throws {
    guard try hasArchives(db) else { return }
    let page = try RowStatement(
      """
      SELECT entries.path, found.action FROM entries JOIN found ON found.path = entries.path
      WHERE entries.path > ? AND entries.status = '\(Entry.archiveStatus)'
      ORDER BY entries.path LIMIT 256
      """, db)
    let failed = try RowStatement(
      "SELECT 1 FROM entries WHERE path > ? AND path < ? AND code IS NOT NULL LIMIT 1", db)
    let convert = try RowStatement("UPDATE found SET action = 1 WHERE path = ?", db)
    var last: [UInt8] = []
    while true {
      var archives: [(path: [UInt8], action: Int)] = []
      try page.forEach {
        $0.add(last)
      } _: { columns in
        if let path = columns.bytes() { archives.append((path, columns.number() ?? 1)) }
      }
      guard let end = archives.last?.path else { return }
      for (path, action) in archives {
        let bounds = MemberPath.bounds(of: path)
        var isWork = action > 0
        if !isWork, policy.retryFailed,
          try failed.first(
            {
              $0.add(bounds.lower); $0.add(bounds.upper)
            }, { $0.number() }) != nil
        {
          try convert.run { $0.add(path) }
          isWork = true
        }
        try keepMembers(of: path, isWork: isWork, only: nil, db)
      }
      last = end
    }
  }

  private static func hasArchives(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entries WHERE status = '\(Entry.archiveStatus)')")
      ?? true
  }

  /// - Parameter paths: The members; nil for all that have an entry, but for those whose removal isn't published.
  private static func keepMembers(
    of archive: [UInt8], isWork: Bool, only paths: Set<[UInt8]>?, _ db: Database
  ) throws {
    let keep = try RowStatement(
      "INSERT OR IGNORE INTO found (path, size, modified, url, action) VALUES (?, ?, ?, ?, ?)", db)
    var members: [Entry] = []
    try forEachMember(of: archive, db) { member in
      let isThere = paths?.contains(member.path) ?? (member.rules.program != Entry.Rules.removed)
      if isThere { members.append(member) }
    }
    for member in members {
      try keep.run {
        $0.add(member.path)
        $0.add(member.size)
        $0.add(member.modified ?? 0)
        $0.add(member.url)
        $0.add(isWork ? FoundRow.Action.member.rawValue : FoundRow.Action.keep.rawValue)
      }
    }
  }

  private static func forgetFoundMembers(of archive: [UInt8], _ db: Database) throws {
    let bounds = MemberPath.bounds(of: archive)
    try RowStatement("DELETE FROM found WHERE path > ? AND path < ?", db).run {
      $0.add(bounds.lower)
      $0.add(bounds.upper)
    }
  }

  /// A damaged row is passed over: publication finds it.
  private static func forEachMember(
    of archive: [UInt8], _ db: Database, _ body: (Entry) throws -> Void
  ) throws {
    let bounds = MemberPath.bounds(of: archive)
    try RowStatement(
      "SELECT \(Entry.selection) FROM entries WHERE path > ? AND path < ? ORDER BY path", db
    ).forEach {
      $0.add(bounds.lower)
      $0.add(bounds.upper)
    } _: { columns in
      if let entry = Entry(&columns) { try body(entry) }
    }
  }
}
