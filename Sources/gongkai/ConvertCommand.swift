import ArgumentParser
import ConfinedPrograms
import Conversion
import Diagnostics
import DocumentModel
import Foundation
import InputFiles
import RecordWriting
import ReportRecords

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Originals to records, one JSON line each.",
    discussion: """
      Exit status: 0 every input was converted; 3 at least one failed (its line says why); 64 usage; 66 no such input; \
      69 pdftotext or the C library's GB18030 is missing; 73 and 74 the output cannot be written.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, or - for one document on standard input.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: [.short, .long], help: "Write here, all or nothing, instead of to standard output.")
  var output: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "Documents converted at a time (default: one a processor).")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .customLong("converter"),
    help: ArgumentHelp(
      """
      A program that makes a docx, html or text of some files: \
      '{"when":"*.hwp","command":["hwp2docx","{input}","{output}"],"output":"docx","timeout":60}'; \
      may be repeated, the first that is for a file counts.
      """, valueName: "json"))
  var converters: [SiteConverter] = []

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1.") }
  }

  func run() async throws {
    let found = try discoverInputs()
    let sink = try OutputSink(path: output)
    var summary = FailureSummary()
    try await sink.finishing { sink in
      let programs = ConversionPrograms(converters: converters)
      let batch = BatchConverter(width: jobs) { (input: Input) in
        // Written where it was made: a record is dearer to hand over than its line.
        var writer = RecordWriter()
        var lines: [(line: [UInt8], failure: Failure?, name: String, extractor: String?)] = []
        let passedOver = await input.forEachRecord(programs: programs) { record in
          lines.append(
            (
              writer.line(record), record.failure, record.source.shownName,
              record.extraction.extractor
            ))
        }
        return (lines, passedOver, FileName.printed(input.path))
      }
      try await batch.run(found) { lines, passedOver, path in
        summary.add(passedOver, path: path)
        for (line, failure, name, extractor) in lines {
          if let failure { summary.add(failure, path: name, extractor: extractor) }
          try sink.write(line)
        }
      }
    }
    try summary.end()
  }

  /// Standard input first, then the files in the order of their paths' bytes.
  private func discoverInputs() throws -> [Input] {
    let named = inputs.filter { $0 != "-" }
    let standardInput = named.count < inputs.count ? [Input.standardInput] : []
    if named.isEmpty { return standardInput }
    do {
      let tree = try InputTree(named)
      var found: [FoundFile] = []
      _ = try tree.walk { found.append($0) }
      found.sort { $0.path.lexicographicallyPrecedes($1.path) }
      return standardInput + found.map { Input.found($0, below: tree.root) }
    } catch let error as NoInput {
      throw ExitStatus.noInput.exit("\(FileName.printed(error.path)): \(error.reason)")
    }
  }
}
