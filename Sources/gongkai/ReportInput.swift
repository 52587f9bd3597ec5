import ArgumentParser
import Comparison
import Conversion
import Diagnostics
import DocumentModel
import InputFiles
import RecordReading
import RecordWriting
import ReportRecords

/// Reports that a command is given: an original, an archive of them, or a file with their records.
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

  /// Hands over the record of each document: of an original that failed with its failure, of one that is a PDF with its bytes.
  func forEachRecord(
    _ body: (RecordView, Failure?, _ pdf: [UInt8]?) async throws -> Void
  ) async throws {
    if isRecordFile {
      return try await RecordFile(argument).reading { lines in
        var number = 0
        while let line = try lines.next() {
          number += 1
          guard let record = RecordView(line) else {
            throw ExitStatus.noInput.exit("\(name): line \(number) is no record")
          }
          try await body(record, Self.failure(of: record), nil)
        }
      }
    }
    let input = Input.named(argument)
    let file: SourceFile
    do throws(Failure) {
      file = try input.file()
    } catch {
      return try await body(view(input.record(of: error, limits: Limits())), error, nil)
    }
    var records = await input.records(
      of: file, limits: Limits(), programs: ConversionPrograms())
    let pdf = InputFormat.detect(file.bytes) == .pdf ? file.bytes : nil
    while let record = await records.next() {
      try await body(view(input.completed(record)), record.failure, pdf)
    }
  }

  private static func failure(of record: RecordView) -> Failure? {
    guard record.status == "failed" else { return nil }
    return Failure(
      record["error"]?["code"]?.string.flatMap(FailureCode.init) ?? .internal,
      record["error"]?["message"]?.string ?? "the document failed")
  }

  private var isRecordFile: Bool {
    argument != "-"
      && (RecordFile.isNamed(argument) || RecordFile(argument).beginsWithRecord)
  }

  private func record() async throws -> RecordView {
    if isRecordFile { return try await RecordFile(argument).only() }
    if argument != "-" { _ = try RecordFile(argument).open() }
    let record = await Input.named(argument).record()
    if let failure = record.failure {
      var summary = FailureSummary()
      summary.add(
        failure, path: record.source.path, extractor: record.extraction.extractor)
      try summary.end()
    }
    return try view(record)
  }

  /// Read back, so that an original and its record are treated alike.
  private func view(_ record: Record) throws -> RecordView {
    var writer = RecordWriter()
    guard let view = RecordView(writer.line(record)) else {
      throw ExitStatus.someFailed.exit("\(name): the record cannot be read back")
    }
    return view
  }
}
