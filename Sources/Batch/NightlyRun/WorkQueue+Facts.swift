internal import Conversion
internal import Diagnostics
internal import InputFiles
internal import RecordWriting
internal import ReportRecords
internal import RunReporting
internal import RunState
internal import Supervision

/// What is told of a record and of a name.
extension WorkQueue {
  /// Whether the record came out as it did by something that may pass.
  ///
  /// A program that failed without a cause of the file's (half an answer, an unknown status), or that wasn't there, may do
  /// better, too.
  static func mayPass(_ facts: RecordFacts) -> Bool {
    guard let failure = facts.failure else {
      return facts.issues.contains(IssueCode.pdfDrawingFailed.rawValue)
    }
    let programs = [FailureCode.backendFailed, .backendMissing].map(\.rawValue)
    return failure.isRetryable || programs.contains(failure.code)
  }

  /// Whether another file with these bytes and this extension would have the same record but for its source.
  ///
  /// A page may say itself where it is: without a side-car its address is that.
  static func isPortable(_ facts: RecordFacts) -> Bool {
    let dependsOnName = [IssueCode.titleFromFileName, .extensionMismatch, .pathNotUTF8]
    let isPage = facts.extractor == "html" || facts.extractor == "mhtml"
    return facts.sha256 != nil && !mayPass(facts) && !isPage
      && !dependsOnName.contains { facts.issues.contains($0.rawValue) }
  }

  /// The modification time, unless the file was so young when it was read that a change after that may not show in it.
  static func trusted(_ modified: Int, readAt: Int) -> Int? {
    readAt == 0 || modified < readAt - 2_000_000_000 ? modified : nil
  }

  static func name(_ path: [UInt8]) -> String {
    FileName.printed(
      FileName.carried(path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0))
    )
  }

  /// The extension in lower case, empty without one; nil for a name that isn't valid UTF-8, whose record says so.
  static func ending(_ path: [UInt8]) -> [UInt8]? {
    guard String(validating: path, as: UTF8.self) != nil else { return nil }
    let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return [] }
    return name[dot...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
