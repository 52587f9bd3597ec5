internal import Diagnostics
internal import NationalForm
internal import PlainWords
internal import RecordReading
internal import ReportRecords

/// Identities that don't hold, with the first examples of each.
struct CheckTally {
  /// An identity and the row, column or group that it is about: A3, granted.
  struct Key: Hashable {
    var id: String
    /// Empty where the page doesn't tell one scope from another.
    var scope: String
  }

  struct Count: Hashable {
    /// Times that it fails.
    var errors = 0
    /// Times that it fails and is soft, or fails only if blanks count as 0.
    var warnings = 0
    /// The first of them, by file.
    var examples: [Example] = []
  }

  /// A failure and where to look at it.
  struct Example: Hashable {
    var file: OriginalFile
    var agency: String?
    var year: Int?
    /// `table 2 row 5 cell 8`.
    var location: String?
    /// The printed strings: `6 + 0 ≠ 5 + 0`.
    var printed: String
    /// What the text says, where the tables say something else.
    var quote: String?
    var failure: CheckFailure

    init(_ record: RecordView, _ proven: ProvenFailure, quote: String?) {
      file = OriginalFile(record)
      agency = record.agencyName
      year = record.reportYear
      location = proven.location
      printed = proven.printed ?? ""
      self.quote = quote
      failure = proven.failure
    }
  }

  private(set) var counts: [Key: Count] = [:]
  /// Reports looked at; those with an error, with only warnings.
  private(set) var reports = 0, failing = 0, doubtful = 0
  private(set) var passed = 0, unassessable = 0

  /// - Returns: Whether an identity fails.
  mutating func add(_ record: RecordView) -> Bool {
    reports += 1
    let checks = record.checks
    passed = [passed, checks.passed].saturatingSum
    unassessable = [unassessable, checks.unassessable].saturatingSum
    guard !checks.failures.isEmpty else { return false }
    let proof = CheckProof(record)
    var hasError = false
    for failure in checks.failures {
      let key = Self.key(failure)
      if failure.severity == .error { hasError = true }
      var count = counts.removeValue(forKey: key) ?? Count()
      if failure.severity == .error { count.errors += 1 } else { count.warnings += 1 }
      if count.examples.count < (key.scope.isEmpty ? 20 : 5) {
        count.examples.append(
          Example(record, proof.proven(failure), quote: proof.quote(of: failure)))
      }
      counts[key] = count
    }
    if hasError { failing += 1 } else { doubtful += 1 }
    return hasError
  }

  /// Rows, columns and groups of the form are told apart; what a narrative is compared with is not.
  private static func key(_ failure: CheckFailure) -> Key {
    let rule = CheckRule(rawValue: failure.id)
    return Key(
      id: rule?.rawValue ?? "?",
      scope: rule?.words(ofScope: failure.scope) == nil ? "" : failure.scope)
  }
}

/// An input file as the page points to it.
struct OriginalFile: Hashable, Sendable {
  /// Of the file, which an archive is for all its members.
  var path: String
  /// What it is called.
  var name: String
  var url: String?

  init(_ record: RecordView) {
    path = record.path
    name = record.documentPath
    url = record.url
  }
}
