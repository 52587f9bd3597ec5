import ArgumentParser
import RecordWriting

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "The JSON Schema (2020-12) of a record.")

  @Flag(help: "Describe an array of records, as `jq -s . records.jsonl` makes it.")
  var array = false

  func run() async throws {
    try OutputSink(path: nil).finishing { try $0.write(RecordSchema.json(asArray: array)) }
  }
}
