import ArgumentParser
import Auditing
import Foundation
import InputFiles
import RecordReading

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "What does not fit together in a file of records.",
    discussion: """
      Across all reports: identities between consecutive years of an agency that fail (X1 to X3), files of equal bytes, \
      several reports on one year, missing years, publication after the day that 条例 第四十九条 sets, prescribed parts that \
      are missing or empty, identities that fail within a report. With a map (CSV: id, and name or path; level, region_code, \
      parent) also agencies without a report, the number of reports a year, and whether a report that says that it sums up \
      others is the sum of the parts that the map gives it. A path of the map may be a folder.

      Exit status: 0 done, regardless of findings; 3 some lines are not records, which are left out and said; 4 with \
      --fail-on-findings; 64 usage; 65 the file holds no records; 66 no such file; 73 and 74 the output cannot be written; 78 the map is wrong.
      """)

  @Argument(help: ArgumentHelp("A file of records.", valueName: "records"))
  var input: String

  @OptionGroup var agencies: AgencyOption

  @Flag(help: "JSON lines, one a finding, instead of text.")
  var json = false

  @Option(
    name: [.short, .long], help: "Write here, all or nothing, instead of to standard output.")
  var output: String?

  @Flag(help: "End with 4 if anything was found that somebody should look at.")
  var failOnFindings = false

  @OptionGroup var language: LanguageOption

  func run() async throws {
    try OverwrittenInput.refuse(output, among: [input])
    let map = try agencies.map()
    let records = RecordFile(input)
    let audit = try await records.reading {
      try records.requireRecords(&$0)
      return try await Audit.reading(
        &$0, width: min(8, ProcessInfo.processInfo.activeProcessorCount))
    }
    let result = audit.result(map: map)
    try OutputSink(path: output).finishing { sink in
      var buffer: [UInt8] = []
      func write(_ bytes: some Sequence<UInt8>) throws {
        buffer += bytes
        guard buffer.count > 1 << 16 else { return }
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
      if json {
        try result.json { try write($0) }
      } else {
        try result.text(in: language.value) { try write($0.utf8) }
      }
      try sink.write(buffer)
    }
    if let line = audit.lines.firstBad {
      throw ExitStatus.someFailed.exit(
        "\(FileName.printed(input)): \(audit.lines.bad) lines are not records, such as line \(line)"
      )
    }
    if failOnFindings, result.hasFaults { throw ExitCode(ExitStatus.failOn.rawValue) }
  }
}
