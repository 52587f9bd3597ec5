import ArgumentParser
import DurableFiles
import InputFiles
import RecordReading
import RecordTables
import Supervision

struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Records to tables of CSV, for DuckDB, pandas, Excel.",
    discussion: """
      Writes reports.csv (a report a row), cells.csv (a cell of the form a row, with printed string and place), checks.csv, \
      figures.csv and cited.csv, each whole or not at all; labels.csv, datapackage.json, schema.json, and views.sql and \
      parquet.sql for DuckDB. An empty field is null.

      Exit status: 0 done; 3 some lines are not records, which are left out and said; 64 usage; 66 no such file; 73 and 74 \
      the tables cannot be written; 78 the map is wrong.
      """)

  @Argument(help: ArgumentHelp("A file of records.", valueName: "records"))
  var input: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder for the tables; made if it does not exist.", valueName: "folder")
  )
  var output: String

  @OptionGroup var agencies: AgencyOption

  @Flag(
    help: "CSV for Excel and WPS: a byte order mark, and ' before what they would run or round.")
  var csvBom = false

  @Flag(help: .hidden)
  var supervised = false

  func run() throws {
    if supervised { WorkerProcess.endWithInput() }
    let name = FileName.printed(input)
    let map = try agencies.map()
    do {
      guard let file = try FileReader.opening(FileName.bytes(input)) else {
        throw ExitStatus.noInput.exit("\(name): no such file")
      }
      var lines = RecordLines(file)
      let style = csvBom ? CSVStyle.spreadsheet : .plain
      let folder = try Folder.creating(FileName.printed(output), bytes: FileName.bytes(output))
      let result = try TableFiles.write(&lines, style, map: map, in: folder) {}
      try TableFiles.describe(RecordTables.all, style, map: map, in: folder)
      guard result.badCount == 0 else {
        let numbers = result.badLines.prefix(5).map(String.init).joined(separator: ", ")
        throw ExitStatus.someFailed.exit(
          "\(name): \(result.badCount) lines are not records, such as line \(numbers)")
      }
    } catch let error as FileError where error.operation == "read" {
      throw ExitStatus.noInput.exit("\(error)")
    } catch let error as FileError {
      throw (error.isCreation ? ExitStatus.cannotCreate : .cannotWrite).exit("\(error)")
    } catch let error as RecordLines.TooLong {
      throw ExitStatus.noInput.exit("\(name): \(error); is it a file of records?")
    }
  }
}
