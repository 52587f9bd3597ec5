internal import Diagnostics
internal import GRDB
internal import InputFiles

/// Published records whose file this run hasn't found, or whose document is no report any more.
extension State {
  /// Has a published line; an archive has none, but for one in whose place a document lay then.
  private static let isPublished =
    "published IS NOT NULL AND published <> x'\(Digest.hexadecimal(Entry.noLine))'"
  private static let isMissing =
    "\(isPublished) AND (status = 'archive' OR path NOT IN (SELECT path FROM found))"
  /// Lines of failures are no records.
  private static let isMissingRecord = "\(isMissing) AND published_code IS NULL"
  /// As ``Entry/isReplaced`` has it, or emptied.
  private static let isReplacedRecord = """
    published IS NOT NULL AND published_code IS NULL AND published IS NOT fingerprint
      AND status <> 'archive' AND path IN (SELECT path FROM found)
      AND CASE WHEN code IS NULL
        THEN CASE published_holding WHEN \(Holding.tablesOfDocument.rawValue)
          THEN report = 0 AND has_tables IS NULL AND sha256 IS NOT published_sha256
          ELSE published_holding > CASE WHEN report = 0 THEN 0 WHEN edition IS NULL THEN 1 ELSE report + 1 END END
        ELSE sha256 IS NOT published_sha256 AND code IN (\(emptyCodes)) END
    """
  /// Other bytes than before, which are no document at all.
  private static let isEmptiedRecord = "\(isReplacedRecord) AND code IS NOT NULL"
  /// What fails by these is what a site gives that is down, half of what it gave, or what this run may not read.
  private static let emptyCodes = list(
    unreadable + [
      .inputEmpty, .htmlNoContent, .textBinary, .unsupportedFormat, .archiveNoDocument,
      .zipCorrupt, .docxNoMainPart, .xmlMalformed, .pdfCorrupt, .pdfNoPages, .cfbCorrupt,
      .docCorrupt,
    ])
  private static let unreadable: [FailureCode] = [
    .inputUnreadable, .inputNotRegular, .inputTooLarge,
  ]

  private static func list(_ codes: [FailureCode]) -> String {
    codes.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  static func countPublished(_ db: Database) throws -> Int {
    try count("\(isPublished) AND published_code IS NULL", db)
  }

  /// Those that may have another name included.
  static func countMissingRecords(_ db: Database) throws -> Int { try count(isMissingRecord, db) }

  /// Failures included.
  static func countMissing(_ db: Database) throws -> Int { try count(isMissing, db) }

  /// Without those that ``Renames`` found another name for.
  static func countRemoved(_ db: Database) throws -> Int { try count(isRemoved, db) }

  static func countReplaced(_ db: Database) throws -> Int { try count(isReplacedRecord, db) }

  static func countEmptied(_ db: Database) throws -> Int { try count(isEmptiedRecord, db) }

  static func countUnreadable(_ db: Database) throws -> Int {
    try count("\(isEmptiedRecord) AND code IN (\(list(unreadable)))", db)
  }

  static func count(_ condition: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM entries WHERE \(condition)") ?? 0
  }

  /// What would go if the run published now, before anything was converted: no other name is known yet.
  package func removal() throws -> Removal {
    try index.read { db in
      // Pairs of a publication before are over.
      var removal = Removal(
        removed: try Self.countMissingRecords(db), published: try Self.countPublished(db))
      removal.gone = try Self.gone(Self.isMissingRecord, db)
      return removal
    }
  }

  private static let isRemoved = """
    \(isMissingRecord) AND NOT EXISTS (
      SELECT 1 FROM gone WHERE gone.sha256 = entries.sha256 AND gone.path = entries.path
        AND target IS NOT NULL)
    """

  /// Those that ``Renames`` found no other name for.
  static func missing(_ db: Database) throws -> [Removal.Gone] { try gone(isRemoved, db) }

  private static func gone(_ condition: String, _ db: Database) throws -> [Removal.Gone] {
    let lookup = try Absence.Lookup(db)
    return try paths(condition, db).map {
      Removal.Gone(path: $0, absence: try lookup.absence(of: $0))
    }
  }

  static func replaced(_ db: Database) throws -> [[UInt8]] { try paths(isReplacedRecord, db) }

  static func paths(_ condition: String, _ db: Database) throws -> [[UInt8]] {
    var paths: [[UInt8]] = []
    try RowStatement(
      "SELECT path FROM entries WHERE \(condition) ORDER BY path LIMIT \(News.mostNames)", db
    ).forEach { _ in
    } _: { columns in
      if let path = columns.bytes() { paths.append(path) }
    }
    return paths
  }
}
