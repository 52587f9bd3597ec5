package import InputFiles
package import RecordWriting

/// What is known of one document: which bytes its record came from, by which rules, and where its line lies.
package struct Entry: Hashable, Sendable {
  /// Raw bytes, relative to the input root.
  package var path: [UInt8]
  package var size: Int
  /// Nanoseconds since 1970; nil where the file was too young to tell a later change by it.
  package var modified: Int?
  /// Nil where the bytes could not be read.
  package var sha256: String?
  package var url: String?
  package var rules: Rules
  package var place = LinePlace(segment: 0, offset: 0, length: 0)
  /// Of the line.
  package var fingerprint: [UInt8]
  package var status: String
  package var failure: RecordedFailure?
  /// Whether another night may give a better record of the same bytes: of a failure that may pass, or of a program's.
  package var mayPass: Bool
  /// Times that this was met with these bytes and rules; 0 for a record that stands.
  package var attempts = 0
  /// `e2019`, `e2021`, `legacy`; nil for what is no report, or a report without tables.
  package var edition: String?
  package var isReport: Bool
  /// Whether its tables have more than a few values.
  package var hasFigures: Bool
  /// Whether a document that is no report has tables.
  package var hasTables: Bool
  /// Ids of the form's identities that fail.
  package var failedChecks: [String]
  /// Whether a file of another name with the same bytes and extension has the same record but for its source.
  package var isPortable: Bool
  /// Of an archive, the members that have no record.
  package var passedOver = PassedOver()
  /// What `records.jsonl` last held of it: nil where it holds nothing.
  package var published: Published?

  /// A line's place in a segment file.
  package struct LinePlace: Hashable, Sendable {
    package var segment, offset, length: Int
  }

  /// By what a record was made: another value and it is made anew.
  package struct Rules: Hashable, Sendable {
    /// Of the program: versions and limits.
    package var program: String
    /// Of the program that read the file for us; nil where none did.
    package var backend: String?

    /// In place of `program` of an archive that isn't read to its end.
    package static let unfinished = "?"
    /// In place of `program` of a member that its archive has no more, till its removal is published.
    static let removed = "-"

    package init(program: String, backend: String?) {
      self.program = program
      self.backend = backend
    }
  }

  package struct Published: Hashable, Sendable {
    package var fingerprint: [UInt8]
    package var code: String?
    /// Nil where an earlier version published it.
    package var standing: Standing?
    /// Of a document that fails, what its last record held; nil where it had none, or an earlier version published it.
    package var holding: Holding?
    /// Of the bytes that the last record was made of; nil as `holding` is.
    package var sha256: String?
  }

  /// The entry of an archive whose members have records: it has a line without bytes itself.
  package init(
    archive path: [UInt8], size: Int, modified: Int?, sha256: String?, url: String?, rules: Rules,
    mayPass: Bool
  ) {
    self.path = path
    self.size = size
    self.modified = modified
    self.sha256 = sha256
    self.url = url
    self.rules = rules
    self.mayPass = mayPass
    fingerprint = Self.noLine
    status = Self.archiveStatus
    attempts = mayPass ? 1 : 0
    isReport = false
    hasFigures = false
    hasTables = false
    failedChecks = []
    isPortable = false
  }

  /// Of an archive, which is no document: in no count of documents.
  static let archiveStatus = "archive"

  package var isArchive: Bool { status == Self.archiveStatus }

  /// Whether it is of an archive some of whose members may have records of other bytes than the archive's of before.
  package var isUnfinished: Bool { isArchive && rules.program == Rules.unfinished }

  /// Whether it is of an archive that was one when the records were published last.
  package var isPublishedArchive: Bool {
    isArchive && (published == nil || published?.fingerprint == Self.noLine)
  }

  /// The fingerprint of an archive, whose members have the records.
  static let noLine = Digest.fingerprint([])

  /// The entry of a record, whose line has `fingerprint`.
  ///
  /// - Parameter modified: Nil where the file was changed so recently that a further change may not show.
  package init(
    path: [UInt8], size: Int, modified: Int?, fingerprint: [UInt8], facts: RecordFacts,
    rules: Rules, isPortable: Bool, mayPass: Bool
  ) {
    self.path = path
    self.size = size
    self.modified = modified
    self.fingerprint = fingerprint
    sha256 = facts.sha256
    url = facts.url
    self.rules = rules
    status = facts.status
    failure = facts.failure
    self.mayPass = mayPass
    attempts = failure != nil || mayPass ? 1 : 0
    edition = facts.edition
    isReport = facts.isReport
    hasFigures = facts.hasFigures
    hasTables = facts.hasTables
    failedChecks = facts.failedChecks
    self.isPortable = isPortable
  }
}
