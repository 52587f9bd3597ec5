import ArgumentParser
import CountedReports
import Diagnostics
import DurableFiles
import Foundation
import InputFiles
import PlainWords
import RecordReading
import RecordWriting
import ReportPage
import Supervision

struct PageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Records to a page for people: one HTML file.",
    discussion: """
      Coverage, flow of requests, results, reviews and lawsuits, failing identities with the place to look at, changes, \
      failures; in Chinese and English, for screen, phone and A4. The file needs nothing else, and appears whole or not at all.

      Exit status: 0 done; 3 some lines are not records, which are left out and said; 64 usage; 65 the file holds no records; 66 no such \
      file; 73 and 74 the page cannot be written; 78 the map is wrong.
      """)

  @Argument(help: ArgumentHelp("A file of records.", valueName: "records"))
  var input: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The page; standard output if it is not given.", valueName: "file"))
  var output: String?

  @OptionGroup var agencies: AgencyOption

  @Option(
    help: ArgumentHelp(
      "The folder of the originals, for links: absolute, or as seen from the page; without it links lead to where they were downloaded from, else below the page's own folder.",
      valueName: "path"))
  var originals: String?

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "The summary.json of the run that made the records: adds its id, its time and its slowest documents.",
      valueName: "file"))
  var summary: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Groups of records to read at a time, at most 8; default the number of processors.",
      valueName: "number"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  /// Where to write which agencies of the map have no report yet, for the summary of a run.
  @Option(help: .hidden)
  var awaited: String?

  @Flag(help: .hidden)
  var supervised = false

  @Flag(help: .hidden)
  var mayBeEmpty = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs takes a number from 1.") }
  }

  func run() async throws {
    if supervised { WorkerProcess.endWithInput() }
    try OverwrittenInput.refuse(output, among: [input])
    var facts = try summary.map(Self.facts) ?? RunFacts()
    facts.originals = originals.map { path in
      let bytes = FileName.bytes(path)
      return bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? bytes : bytes + [UInt8(ascii: "/")]
    }
    let map = try agencies.map()
    var page = ReportPage()
    let records = RecordFile(input)
    try await records.reading { lines in
      // A run and a merge may have none.
      if !supervised, !mayBeEmpty { try records.requireRecords(&lines) }
      var counted = try await CountedReports(&lines, map: map, width: min(8, jobs))
      try await lines.forEach(width: min(8, jobs)) { line, _ in
        RecordView(line).map(ReadReport.init)
      } take: { report in
        guard let report else { return facts.badLines += 1 }
        page.add(report, counted.standing(of: report.record))
      }
    }
    if let map { page.expect(map) }
    try write(page.html(facts))
    if let awaited, let reports = page.awaited { try Self.write(reports, to: awaited) }
    if facts.badLines > 0 {
      throw ExitStatus.someFailed.exit(
        "\(FileName.printed(input)): \(facts.badLines) lines are not records")
    }
  }

  private func write(_ page: [UInt8]) throws {
    guard supervised, let output else {
      return try OutputSink(path: output).finishing { try $0.write(page) }
    }
    // In the folder of a run, which removes what a run that was killed has left there.
    do {
      let (folder, file) = try Folder.containing(FileName.bytes(output))
      try folder.replace(file) { try $0.write(page) }
    } catch let error as FileError {
      throw (error.isCreation ? ExitStatus.cannotCreate : .cannotWrite).exit("\(error)")
    }
  }

  /// What the page takes of a `summary.json`.
  private struct Summary: Decodable {
    struct Slow: Decodable {
      var path: String
      var seconds: Double
    }
    var runId: String
    var startedAt: String
    var slowest: [Slow]
  }

  private static func write(_ awaited: AwaitedReports, to path: String) throws {
    var json = JSONWriter()
    json.object { json in
      json.key("year")
      json.integer(awaited.year)
      json.key("expected")
      json.integer(awaited.expected)
      json.key("count")
      json.integer(awaited.agencies.count)
      json.strings("agencies", Array(awaited.agencies.prefix(200)))
    }
    json.newline()
    try OutputSink(path: path).finishing { try $0.write(json.bytes) }
  }

  private static func facts(_ path: String) throws -> RunFacts {
    let name = FileName.printed(path)
    do {
      let bytes = try RegularFile.read(path, limit: 16 << 20)
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let summary = try decoder.decode(Summary.self, from: Data(bytes))
      var facts = RunFacts()
      facts.id = summary.runId
      facts.startedAt = summary.startedAt
      facts.slowest = summary.slowest.map { ($0.path, $0.seconds) }
      return facts
    } catch let failure as Failure {
      throw ExitStatus.noInput.exit(ErrorWords.words(failure.message, of: name))
    } catch {
      throw ExitStatus.noInput.exit("\(name): is not a summary of a run")
    }
  }
}
