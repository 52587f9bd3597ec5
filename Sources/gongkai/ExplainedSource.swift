import ArgumentParser
import Conversion
import Diagnostics
import DocumentModel
import DurableFiles
import Explanation
import Glibc
import InputFiles
import PlainWords
import RecordReading

/// What `explain` is about: an original that was read, or a line of a file of records.
struct ExplainedSource {
  var report: ExplainedReport
  /// The bytes of an original that is a PDF.
  var pdf: [UInt8]?

  /// - Parameter path: The record to choose by its path; nil for an original, or for a file of one record.
  static func opening(_ argument: String, path: String?) async throws -> ExplainedSource {
    guard argument != "-" else { return try await original(.standardInput) }
    let name = FileName.bytes(argument)
    guard unsafe access(name.map { CChar(bitPattern: $0) } + [0], F_OK) == 0 else {
      throw ExitStatus.noInput.exit("\(FileName.printed(argument)): no such file")
    }
    if path != nil || RecordFile(argument).beginsWithRecord { return try record(path, in: name) }
    return try await original(.named(argument))
  }

  /// Says why there is no explanation; throw what comes back.
  static func exit(_ failure: Failure, path: String) -> ExitCode {
    if failure.code == .backendMissing { return ExitStatus.programMissing.exit(failure.message) }
    StandardError.say(failure, path: path)
    return ExitCode(ExitStatus.someFailed.rawValue)
  }

  private static func original(_ input: Input) async throws -> ExplainedSource {
    let path = FileName.printed(input.path)
    do throws(Failure) {
      let file = try input.file()
      let document = try await DocumentConverter().extract(file)
      let report = ExplainedReport(
        docID: String(Digest.sha256(file.bytes).prefix(16)), path: path, document: document,
        name: file.name)
      return ExplainedSource(
        report: report, pdf: InputFormat.detect(file.bytes) == .pdf ? file.bytes : nil)
    } catch {
      throw exit(error, path: path)
    }
  }

  private static func record(_ path: String?, in name: [UInt8]) throws -> ExplainedSource {
    let file = FileName.printed(FileName.carried(name))
    do {
      guard let reader = try FileReader.opening(name) else {
        throw ExitStatus.noInput.exit("\(file): no such file")
      }
      var lines = RecordLines(reader)
      var only: RecordView?
      while let line = try lines.next() {
        guard let record = RecordView(line) else { continue }
        if let path {
          if record.documentPath.utf8.elementsEqual(path.utf8) { return try source(record) }
        } else if only != nil {
          throw ExitStatus.usage.exit("\(file) holds several records; choose one with --path")
        } else {
          only = record
        }
      }
      if let only { return try source(only) }
      throw ExitStatus.noInput.exit(
        path.map { "\(file) has no record with the path \"\($0)\"" }
          ?? "\(file) holds no record")
    } catch let error as FileError {
      throw ExitStatus.noInput.exit("\(error)")
    } catch let error as RecordLines.TooLong {
      throw ExitStatus.noInput.exit("\(file): \(error); is it a file of records?")
    }
  }

  private static func source(_ record: RecordView) throws -> ExplainedSource {
    guard record.status == "failed" else { return ExplainedSource(report: ExplainedReport(record)) }
    let message = record["error"]?["message"]?.string ?? "the document failed"
    let code = record["error"]?["code"]?.string ?? ""
    let words = FailureCode(rawValue: code)?.words(message) ?? ErrorWords.words(message)
    throw ExitStatus.someFailed.exit(
      Words("\(record.documentPath)：\(words.chinese)", "\(record.documentPath): \(words.english)"))
  }
}
