internal import GRDB
internal import InputFiles

/// Why a published record has no document any more.
package enum Absence: Hashable, Sendable {
  /// Its file is gone.
  case file
  /// Its archive was read, and holds it no more.
  case member
  /// Its archive fails now, by this code.
  case archive(code: String)
  /// A file of another kind lies there: an archive in a document's place, or a document in an archive's.
  case otherKind

  /// As ``stored`` has it.
  init(stored: String?) {
    self =
      switch stored {
      case nil: .file
      case Self.memberText: .member
      case Self.otherKindText: .otherKind
      case let code?: .archive(code: code)
      }
  }

  /// What stands in the column `code` of the news.
  var stored: String? {
    switch self {
    case .file: nil
    case .member: Self.memberText
    case .archive(let code): code
    case .otherKind: Self.otherKindText
    }
  }

  // No failure has these codes.
  private static let memberText = "member"
  private static let otherKindText = "kind"

  /// Finds out what lies where documents were, in the state of `db`.
  struct Lookup {
    private let file: RowStatement

    init(_ db: Database) throws {
      file = try RowStatement(
        """
        SELECT entries.status, entries.code FROM entries
        JOIN found ON found.path = entries.path WHERE entries.path = ?
        """, db)
    }

    func absence(of path: [UInt8]) throws -> Absence {
      let archive = MemberPath.parts(path)?.archive
      let found = try file.first({ $0.add(archive ?? path) }) { columns in
        (isArchive: columns.text() == Entry.archiveStatus, code: columns.text())
      }
      guard let found else { return .file }
      guard archive != nil else { return found.isArchive ? .otherKind : .file }
      if let code = found.code { return .archive(code: code) }
      return found.isArchive ? .member : .otherKind
    }
  }
}
