internal import Diagnostics
internal import PlainWords
internal import RecordReading

/// Files by format, failure and issue: every file counts, equal ones too, because each has to be fetched or mended.
struct DocumentTally {
  struct Issues: Hashable {
    var documents = 0
    var occurrences = 0
  }

  private(set) var documents = 0
  private(set) var byStatus: [String: Int] = [:]
  /// Files by format and status.
  private(set) var byFormat: [Format: [String: Int]] = [:]
  /// Failed files by code and format.
  private(set) var failures: [FailureCode?: [Format: Int]] = [:]
  private(set) var issues: [IssueCode?: Issues] = [:]
  /// Failed files by code, partial ones by the errors that they have; of each kind the first ``mostListed``.
  private(set) var failedFiles: [FailureCode?: [Listed]] = [:]
  private(set) var partialFiles: [IssueCode?: [Listed]] = [:]
  /// Partial files of each kind.
  private(set) var partialCounts: [IssueCode?: Int] = [:]

  /// A file that somebody has to look at.
  struct Listed: Hashable {
    var file: OriginalFile
    /// What happened to it, as its record has it; nil where its kind says all.
    var message: String?
  }

  static let mostListed = 100

  mutating func add(_ record: RecordView) {
    documents += 1
    let status = record.status
    byStatus[status == "ok" || status == "partial" ? status : "failed", default: 0] += 1
    let format = Format(record["source"]?["media_type"]?.string)
    byFormat[format, default: [:]][status, default: 0] += 1
    if status == "failed" {
      let code = record["error"]?["code"]?.string.flatMap(FailureCode.init)
      failures[code, default: [:]][format, default: 0] += 1
      if failedFiles[code, default: []].count < Self.mostListed {
        failedFiles[code, default: []].append(
          Listed(file: OriginalFile(record), message: record["error"]?["message"]?.string))
      }
    }
    var seen: Set<IssueCode?> = []
    for issue in record["issues"]?.elements ?? [] {
      let code = issue["code"]?.string.flatMap(IssueCode.init)
      issues[code, default: Issues()].occurrences += 1
      if seen.insert(code).inserted { issues[code, default: Issues()].documents += 1 }
    }
    if status == "partial" { addPartial(record) }
  }

  private mutating func addPartial(_ record: RecordView) {
    var kinds: [IssueCode?: String?] = [:]
    for issue in record["issues"]?.elements ?? [] where issue["severity"]?.string == "error" {
      let code = issue["code"]?.string.flatMap(IssueCode.init)
      if kinds[code] == nil { kinds[code] = .some(issue["message"]?.string) }
    }
    if kinds.isEmpty { kinds = [nil: nil] }
    for (code, message) in kinds {
      partialCounts[code, default: 0] += 1
      guard partialFiles[code, default: []].count < Self.mostListed else { continue }
      partialFiles[code, default: []].append(
        Listed(file: OriginalFile(record), message: message ?? nil))
    }
  }
}

/// What kind of file an input is, as far as its beginning tells.
enum Format: String, CaseIterable {
  case docx, pdf
  case text = "txt"
  case html
  case ole = "doc/wps"
  case other
  /// Its bytes could not be read.
  case unknown

  init(_ mediaType: String?) {
    self =
      switch mediaType {
      case nil: .unknown
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": .docx
      case "application/pdf": .pdf
      case "text/plain": .text
      case "text/html": .html
      case "application/msword", "application/x-ole-storage": .ole
      default: .other
      }
  }
}
