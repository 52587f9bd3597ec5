internal import Foundation
internal import GRDB

extension State {
  /// What became of records since somebody was told of it last.
  ///
  /// It is kept with the rows of the publication that it is about: a run that is cut off before its summary is written
  /// leaves it to the next one.
  package struct News: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      /// The document is gone with its file or from its archive, and its record with it.
      case removed
      /// A document is gone that failed, and had no record.
      case cleared
      /// The same bytes have another name.
      case renamed
      /// There was a record, and now the document fails.
      case lost
      /// There was a report, and now the document is none, or has none of its tables.
      case replaced
      /// The document has other bytes than before, which are another one's.
      case doubled
      /// A document without a record before fails.
      case failed
      /// A record is partial that wasn't, or has sums that do not add up and hadn't.
      case partial, unbalanced
      /// A record is another one than before, and as good.
      case changed
    }

    package struct Item: Hashable, Sendable {
      package var kind: Kind
      package var path: [UInt8]
      /// The new name of what is renamed, and the document that what is doubled is equal to.
      package var target: [UInt8]?
      /// Of a failure; `code` also the identities that fail in a record that is partial or unbalanced: `A1 R3`.
      package var code, message: String?

      /// Of what is removed or cleared.
      package var absence: Absence {
        kind == .removed || kind == .cleared ? Absence(stored: code) : .file
      }
    }

    /// Documents that had no record, and those whose record is another one than before; what is in `counts` as renamed or
    /// lost is in neither.
    package var added = 0
    package var changed = 0
    /// Documents that failed and are read now; they aren't in `changed`.
    package var recovered = 0
    package var counts: [Kind: Int] = [:]
    /// In the order of their paths.
    package var items: [Item] = []

    package init() {}

    package subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

    /// Names of one kind that somebody is told of: a tenth of 100,000 documents.
    static let mostNames = 10_000

    fileprivate static func limit(_ kind: Kind) -> Int {
      switch kind {
      case .removed, .cleared, .renamed, .lost, .replaced, .doubled: mostNames
      case .failed, .partial, .unbalanced, .changed: 20
      }
    }
  }

  package func news() throws -> News {
    try index.read { db in
      var news = News()
      news.added = try Self.counter(.added, db)
      news.changed = try Self.counter(.changed, db)
      news.recovered = try Self.counter(.recovered, db)
      let rows = try RowStatement(
        "SELECT path, kind, target, code, message FROM news ORDER BY path", db)
      try rows.forEach { _ in
      } _: { columns in
        // A damaged row may hold anything.
        guard let path = columns.bytes(), let kind = columns.text().flatMap(News.Kind.init) else {
          return
        }
        news.counts[kind, default: 0] += 1
        guard news[kind] <= News.limit(kind) else { return }
        news.items.append(
          News.Item(
            kind: kind, path: path, target: columns.bytes(), code: columns.text(),
            message: columns.text()))
      }
      return news
    }
  }

  /// Forgets what somebody was told of.
  package func clearNews() throws {
    try index.write { db in
      try db.execute(sql: "DELETE FROM news")
      for counter in Counter.allCases { try Index.setMeta(counter.rawValue, "0", db) }
    }
  }

  enum Counter: String, CaseIterable {
    case added = "news added"
    case changed = "news changed"
    case recovered = "news recovered"
  }

  static func counter(_ counter: Counter, _ db: Database) throws -> Int {
    try Index.meta(counter.rawValue, db).flatMap { Int($0) } ?? 0
  }
}
