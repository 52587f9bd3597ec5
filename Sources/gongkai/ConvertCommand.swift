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
      Lines come in the order of the inputs, those of a folder by path. A named input that isn't there gives a line that says \
      so, and the others are converted.

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
    help: ArgumentHelp(
      "Take only paths that match; may be repeated. ** stands for any folders, a pattern without / for a name anywhere.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp("Leave out paths that match; may be repeated.", valueName: "pattern"))
  var exclude: [String] = []

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

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1.") }
  }

  func run() async throws {
    try OverwrittenInput.refuse(output, among: inputs)
    var summary = FailureSummary()
    let found = try discoverInputs(&summary)
    if found.isEmpty, !(include + exclude).isEmpty {
      throw ExitStatus.noInput.exit("no input matches --include and --exclude")
    }
    let sink = try OutputSink(path: output)
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

  /// What the arguments name, in their order, the files of a folder by the bytes of their paths; each once.
  private func discoverInputs(_ summary: inout FailureSummary) throws -> [Input] {
    var found: [(argument: Int, path: [UInt8], input: Input)] = []
    var named: [String] = []
    var places: [Int] = []
    var absent: [NoInput] = []
    for (place, argument) in inputs.enumerated() {
      if argument == "-" {
        if !inputs[..<place].contains("-") { found.append((place, [], .standardInput)) }
        continue
      }
      do throws(NoInput) {
        _ = try InputTree([argument])
        named.append(argument)
        places.append(place)
      } catch {
        absent.append(error)
        summary.hasMissing = true
        found.append((place, [], .missing(argument, error.reason)))
      }
    }
    // Where nothing is there at all nothing is written.
    if !absent.isEmpty, named.isEmpty, !inputs.contains("-") {
      for error in absent { StandardError.say("\(FileName.printed(error.path)): \(error.reason)") }
      throw ExitCode(ExitStatus.noInput.rawValue)
    }
    guard !named.isEmpty else { return found.map(\.input) }
    do {
      var options = InputTree.Options()
      options.include = include
      options.exclude = exclude
      let tree = try InputTree(named, options)
      _ = try tree.walk { file in
        let place = tree.argument(of: file.path).map { places[$0] } ?? inputs.count
        found.append((place, file.path, .found(file, below: tree.root)))
      }
    } catch let error as NoInput {
      throw Self.exit(error)
    }
    found.sort { left, right in
      left.argument == right.argument
        ? left.path.lexicographicallyPrecedes(right.path) : left.argument < right.argument
    }
    return found.map(\.input)
  }

  private static func exit(_ error: NoInput) -> ExitCode {
    ExitStatus.noInput.exit("\(FileName.printed(error.path)): \(error.reason)")
  }
}
