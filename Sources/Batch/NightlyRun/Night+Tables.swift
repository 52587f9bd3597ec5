internal import CountedReports
internal import DurableFiles
internal import Foundation
internal import InputFiles
internal import Logging
internal import RecordTables
internal import RunReporting
internal import RunSettings
internal import RunState
internal import Supervision

extension Night {
  /// Puts beside the records what describes them, and their tables where they are wanted or an earlier run wrote them.
  ///
  /// A run that is to write none removes those of an earlier one: they would no longer go with the records.
  func writeTables() throws {
    let settings = run.settings
    if try settings.tables ?? TableFiles.areThere(in: output.root) {
      let mark = style == .spreadsheet ? ["--csv-bom"] : []
      try accompany(
        [Array("tables".utf8), records, Array("-o".utf8), path(settings.output)]
          + mark.map { Array($0.utf8) } + agencies)
    } else {
      try TableFiles.remove(from: output.root)
      let map = try settings.agencies.map { try AgencyMap(reading: $0) }
      try TableFiles.describe([], style, map: map, in: output.root)
    }
  }

  /// Puts the page for people beside the run's summary, from which it takes what is the run's.
  func writePage() throws {
    let report = path(run.settings.output) + Array("/runs/\(id)/".utf8)
    var arguments = [
      Array("page".utf8), records, Array("-o".utf8), report + Array("report.html".utf8),
      Array("--run".utf8), report + Array("summary.json".utf8),
      // Absolute: the page is opened by the name `latest` as well, from where a relative path leads elsewhere.
      Array("--originals".utf8), run.settings.originals.map(path) ?? tree.root.path,
      Array("--jobs".utf8), Array(String(run.settings.jobs).utf8),
      Array("--awaited".utf8), report + Array(Self.awaitedName.utf8),
    ]
    // An agency that a shard has no report of may have one in another.
    if run.settings.shard == nil { arguments += agencies }
    try accompany(arguments)
  }

  /// Which agencies of the map have not reported yet, as the page found it; nil without a map.
  func awaited() throws -> RunSummary.Awaited? {
    guard run.settings.agencies != nil, run.settings.shard == nil,
      let file = try folder.open(Self.awaitedName)
    else { return nil }
    let bytes = try file.read(at: 0, count: 1 << 20)
    return try JSONDecoder().decode(RunSummary.Awaited.self, from: Data(bytes))
  }

  private static let awaitedName = "awaited.json"

  private var agencies: [[UInt8]] {
    run.settings.agencies.map { [Array("--agencies".utf8), path($0)] } ?? []
  }

  private var records: [UInt8] {
    path(run.settings.output) + Array("/\(State.recordsName)".utf8)
  }

  /// The argument for a path, which `-out` would be an option for.
  private func path(_ path: String) -> [UInt8] {
    let bytes = FileName.bytes(path)
    return bytes.first == UInt8(ascii: "-") ? Array("./".utf8) + bytes : bytes
  }

  /// Has a process of its own do what all records are looked at for: its memory may grow with their number.
  private func accompany(_ arguments: [[UInt8]]) throws {
    let command = String(decoding: arguments[0], as: UTF8.self)
    for isLast in [false, true] {
      let (end, messages) = try Companion.run(
        run.executable, arguments + [Array("--supervised".utf8)], environment: run.environment,
        check: run.checkSignals)
      switch end {
      case .exited(0):
        log.info("Done", metadata: ["command": "\(command)"])
        return
      case .killed(let signal) where !isLast:
        log.warning("gongkai \(command) was ended by signal \(signal); once more")
      case .killed(let signal):
        throw RunEnd(.broken, "gongkai \(command) was ended by signal \(signal)")
      case .exited(let status):
        let last = messages.split(separator: "\n").last.map(String.init) ?? "no message"
        let words = last.trimmingPrefix("gongkai: ")
        throw RunEnd(
          RunEnd.Status(rawValue: status).flatMap {
            [.cannotCreate, .cannotWrite].contains($0) ? $0 : nil
          }
            ?? .broken, "gongkai \(command): \(words)")
      }
    }
  }
}
