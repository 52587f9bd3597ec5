internal import DurableFiles
internal import Logging
internal import RecordReading
internal import RecordTables
internal import RunSettings
internal import RunState

extension Night {
  /// Puts beside the records what describes them and, if asked for, their tables.
  ///
  /// A run that wasn't asked for tables removes those of an earlier one: they would no longer go with the records.
  func writeTables() throws {
    let settings = run.settings
    if settings.tables {
      guard let file = try output.root.open(State.recordsName) else { return }
      var lines = RecordLines(file)
      let result = try TableFiles.write(
        &lines, hasMark: settings.csvMark, in: output.root, check: run.checkSignals)
      log.info("Wrote tables", metadata: ["reports": "\(result.reports)"])
    } else {
      try TableFiles.remove(from: output.root)
    }
    try TableFiles.describe(
      settings.tables ? RecordTables.all : [], hasMark: settings.csvMark, in: output.root)
  }
}
