import ArgumentParser
import Conversion
import DurableFiles
import Foundation
import Glibc
import InputFiles
import PlainWords
import RecordTables
import RunShards

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Outputs of `run --shard` to the records of one run.",
    discussion: """
      Writes records.jsonl and failures.csv, and tables and page where they are asked for: the bytes that one run over all \
      inputs would have written. All shards must be there, each once and finished, made of the same inputs by the same program, \
      settings and packages. What was there before stays until all of it is checked.

      Exit status: 0 done; 3 done, some documents have failed; 64 usage; 65 the folders are not the shards of one run, with the \
      reasons; 66 no such folder; 71 too many shards for the open files of a process; 73 and 74 the output cannot be written; \
      75 another merge is at work; 78 the map is wrong.
      """)

  @Argument(help: ArgumentHelp("The outputs of all shards, in any order.", valueName: "folder"))
  var shards: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder of the records; made if it does not exist.", valueName: "folder")
  )
  var output: String

  @Flag(
    inversion: .prefixedNo,
    help: "Write the records as CSV tables, too (default: where there are some).")
  var tables: Bool?

  @Flag(help: "Write the page for people, too: report.html. One of an earlier merge goes.")
  var page = false

  @Option(
    help: ArgumentHelp(
      "The folder of the originals, for links of the page: absolute, or as seen from it.",
      valueName: "path"))
  var originals: String?

  @OptionGroup var agencies: AgencyOption

  @OptionGroup var language: LanguageOption

  func run() async throws {
    let map = try agencies.map()
    do {
      let set = try ShardSet(shards)
      let folder = try Folder.creating(FileName.printed(output), bytes: FileName.bytes(output))
      let lock = try lock(folder)
      defer { withExtendedLifetime(lock) {} }
      let result = try ShardMerge.write(set, to: folder) {}
      let hasTables = try tables ?? TableFiles.areThere(in: folder)
      if !hasTables {
        try TableFiles.remove(from: folder)
        try TableFiles.describe([], set.style, map: map, in: folder)
      }
      if hasTables { try TablesCommand.parse(tableArguments(set.style)).run() }
      // One of before would be of other records.
      try folder.remove(Self.pageName)
      if page { try await PageCommand.parse(pageArguments).run() }
      StandardError.say(
        set.count == 1
          ? ConversionMessages.shardMerged(result.records, failed: result.failures)
          : ConversionMessages.merged(set.count, result.records, failed: result.failures))
      if result.failures > 0 { throw ExitCode(ExitStatus.someFailed.rawValue) }
    } catch let refusal as MergeRefusal {
      for reason in refusal.reasons { StandardError.say(reason) }
      let status = shards.allSatisfy(Input.isThere) ? ExitStatus.badData : .noInput
      throw ExitCode(status.rawValue)
    } catch let held as FileLock.Held {
      throw ExitStatus.locked.exit(
        "\(FileName.printed(output)) is in use by another merge (\(held.holder))")
    } catch let shortage as ShardMerge.OpenFiles {
      throw ExitStatus.systemLacks.exit("\(shortage)")
    } catch let error as FileError where error.operation == "read" {
      throw ExitStatus.badData.exit("\(error)")
    } catch let error as FileError {
      throw (error.isCreation ? ExitStatus.cannotCreate : .cannotWrite).exit("\(error)")
    }
  }

  /// The lock of the output, which must be no run's: that would take the merged records for damage.
  private func lock(_ folder: Folder) throws -> FileLock {
    guard folder.stamp("state") == nil, folder.stamp(ShardNote.name) == nil else {
      throw ExitStatus.usage.exit(
        "\(FileName.printed(output)) is the output of a run; give merge a folder of its own")
    }
    let lock = try FileLock.take("merge.lock", in: folder, note: "process \(getpid())")
    // What a merge that was killed has left.
    for name in ShardMerge.fileNames + TableFiles.names { try folder.remove("\(name).tmp") }
    return lock
  }

  private static let pageName = "report.html"

  private func tableArguments(_ style: CSVStyle) -> [String] {
    ["--output=\(output)"] + (style == .spreadsheet ? ["--csv-bom"] : []) + commonArguments
  }

  private var pageArguments: [String] {
    ["--output=\(output)/\(Self.pageName)"] + (originals.map { ["--originals=\($0)"] } ?? [])
      + commonArguments
  }

  private var commonArguments: [String] {
    ["--may-be-empty"] + (agencies.agencies.map { ["--agencies=\($0)"] } ?? [])
      + ["--", "\(output)/records.jsonl"]
  }
}
