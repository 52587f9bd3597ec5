import ArgumentParser
import DurableFiles
import InputFiles
import RecordReading
import RecordTables
import SQLiteFiles
import Supervision

struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Records to tables: CSV for DuckDB and pandas, SQLite, a workbook for Excel and WPS.",
    discussion: """
      Writes into a folder (-o) reports.csv (a report a row), cells.csv (a cell of the form a row, with printed string and \
      place), checks.csv, figures.csv and cited.csv; labels.csv, datapackage.json, schema.json, and views.sql and \
      parquet.sql for DuckDB. An empty field is null. --sqlite writes the same tables as a database with keys and indexes, \
      and beside it NAME.metadata.json for Datasette; --xlsx as a workbook with sums in the layout of the printed form. Each \
      file appears whole or not at all.

      Exit status: 0 done; 3 some lines are not records, which are left out and said; 64 usage; 65 the file holds no records, \
      or two of one file; 66 no such file; 73 and 74 the tables cannot be written; 78 the map is wrong.
      """)

  @Argument(help: ArgumentHelp("A file of records.", valueName: "records"))
  var input: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder for the tables as CSV; made if it does not exist.", valueName: "folder")
  )
  var output: String?

  @Option(help: ArgumentHelp("Write a database of SQLite.", valueName: "file"))
  var sqlite: String?

  @Option(help: ArgumentHelp("Write a workbook (.xlsx).", valueName: "file"))
  var xlsx: String?

  @OptionGroup var agencies: AgencyOption

  @Flag(
    help: "CSV for Excel and WPS: a byte order mark, and ' before what they would run or round.")
  var csvBom = false

  @Flag(help: .hidden)
  var supervised = false

  @Flag(help: .hidden)
  var mayBeEmpty = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard output != nil || sqlite != nil || xlsx != nil else {
      throw ValidationError(
        "Say where to: --output FOLDER, --sqlite FILE, --xlsx FILE, or several.")
    }
    let files = [sqlite, xlsx].compactMap(\.self)
    guard Set(files).count == files.count else {
      throw ValidationError("--sqlite and --xlsx name one file; give each its own.")
    }
    let endings = [".csv", ".json", ".jsonl", ".sql"]
    if let file = files.first(where: { file in endings.contains { file.hasSuffix($0) } }) {
      throw ValidationError(
        "\(FileName.printed(file)) ends like another file; give a database .sqlite and a workbook .xlsx."
      )
    }
  }

  func run() throws {
    if supervised { WorkerProcess.endWithInput() }
    for output in [sqlite, xlsx] { try OverwrittenInput.refuse(output, among: [input]) }
    let map = try agencies.map()
    let file = RecordFile(input)
    do {
      var lines = RecordLines(try file.open())
      // A run and a merge may have none.
      if !supervised, !mayBeEmpty { try file.requireRecords(&lines) }
      let style = csvBom ? CSVStyle.spreadsheet : .plain
      let folder = try output.map {
        try Folder.creating(FileName.printed($0), bytes: FileName.bytes($0))
      }
      // A run's tables wait: a night shall not fail over somebody who makes tables of it.
      if let folder, try !folder.takeLock(waits: supervised) {
        throw ExitStatus.locked.exit(
          "\(FileName.printed(output ?? "")) is being written by another gongkai tables; wait for it"
        )
      }
      let workbook = try xlsx.map { path in
        let (folder, name) = try place(path)
        return try WorkbookTables(in: folder, name: name)
      }
      var outputs: [any TableOutput] = workbook.map { [$0] } ?? []
      do {
        if let folder { outputs.append(try CSVTables(in: folder, style)) }
        if let sqlite {
          let (folder, name) = try place(sqlite)
          outputs.append(try DatabaseTables(in: folder, name: name))
        }
      } catch {
        for output in outputs { output.abandon() }
        throw error
      }
      let result = try TableFiles.write(&lines, map: map, to: outputs) {}
      if let folder { try TableFiles.describe(RecordTables.all, style, map: map, in: folder) }
      for warning in workbook?.warnings ?? [] {
        StandardError.say("\(FileName.printed(xlsx ?? "")): \(warning)")
      }
      guard result.badCount == 0 else {
        let numbers = result.badLines.prefix(5).map(String.init).joined(separator: ", ")
        throw ExitStatus.someFailed.exit(
          "\(file.name): \(result.badCount) lines are not records, such as line \(numbers)")
      }
    } catch let error as RepeatedPath {
      throw ExitStatus.badData.exit("\(file.name): \(error)")
    } catch let error as FileError where error.operation == "read" {
      throw ExitStatus.noInput.exit("\(error)")
    } catch let error as FileError {
      throw (error.isCreation ? ExitStatus.cannotCreate : .cannotWrite).exit("\(error)")
    } catch let error as SQLiteError {
      throw (error.isCreation ? ExitStatus.cannotCreate : .cannotWrite).exit("\(error)")
    } catch let error as RecordLines.TooLong {
      throw ExitStatus.badData.exit("\(file.name): \(error); is it a file of records?")
    }
  }

  /// The folder and the name of a file that is written as a whole.
  private func place(_ path: String) throws -> (Folder, name: String) {
    switch try OutputTarget(FileName.bytes(path)) {
    case .file(let folder, let name): return (folder, name)
    case .stream:
      throw ExitStatus.cannotCreate.exit(
        "\(FileName.printed(path)): is no file; name one that can be replaced")
    }
  }
}
