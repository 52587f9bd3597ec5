import ArgumentParser
import DurableFiles
import RecordTables
import RecordWriting

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "What records and tables look like, for other programs.")

  enum Form: String, EnumerableFlag {
    case json, sql, datapackage, labels

    static func help(for value: Form) -> ArgumentHelp? {
      switch value {
      case .json: "The JSON Schema (2020-12) of a record; this is the default."
      case .sql: "views.sql: views over records.jsonl for DuckDB, with the type of every column."
      case .datapackage: "datapackage.json: the CSV tables, for frictionless data."
      case .labels: "labels.csv: what the form calls its cells."
      }
    }
  }

  @Flag var form = Form.json

  @Flag(help: "With --json: describe an array of records, as `jq -s . records.jsonl` makes it.")
  var array = false

  func run() async throws {
    let bytes =
      switch form {
      case .json: RecordSchema.json(asArray: array)
      case .sql: ViewSQL.views(map: nil)
      case .datapackage: DataPackage.json(of: RecordTables.all, .plain)
      case .labels: FormLabels.csv(.plain)
      }
    try OutputSink(path: nil).finishing { try $0.write(bytes) }
  }
}
