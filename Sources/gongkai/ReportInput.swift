import ArgumentParser
import Comparison
import InputFiles
import RecordReading
import RecordWriting
import ReportRecords

/// One report that a command is given: an original, or a file with its record.
struct ReportInput {
  private let argument: String
  private var name: String { FileName.printed(argument) }

  init(_ argument: String) { self.argument = argument }

  /// Ends the program with its status and a message where there is no report.
  func facts() async throws -> ReportFacts {
    let record = try await record()
    guard let facts = ReportFacts(record) else {
      let failure = record["error"]?.members.flatMap { error in
        error["message"]?.string.map { "\($0) (\(error["code"]?.string ?? "failed"))" }
      }
      throw ExitStatus.someFailed.exit(
        "\(name): \(failure ?? "is no annual report on information disclosure")")
    }
    return facts
  }

  private func record() async throws -> RecordView {
    if RecordFile.isNamed(argument) { return try await RecordFile(argument).only() }
    if argument != "-" { _ = try RecordFile(argument).open() }
    let record = await Input.named(argument).record()
    if let failure = record.failure {
      var summary = FailureSummary()
      summary.add(failure, path: record.source.path)
      try summary.end()
    }
    // Read back, so that an original and its record are compared alike.
    var writer = RecordWriter()
    guard let view = RecordView(writer.line(record)) else {
      throw ExitStatus.someFailed.exit("\(name): the record cannot be read back")
    }
    return view
  }
}
