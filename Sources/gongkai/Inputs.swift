import Conversion
import Diagnostics
import DocumentModel
import ReportRecords

/// Reading inputs, the same way for every command.
enum Inputs {
  static let standardInput = InputDiscovery.Input(location: "-", path: "-")

  /// The one file that `argument` names; `-` is standard input.
  static func named(_ argument: String) -> InputDiscovery.Input {
    argument == "-" ? standardInput : InputDiscovery.Input(location: argument, path: argument)
  }

  /// The bytes of `input`, under the name that records and messages use.
  static func file(_ input: InputDiscovery.Input) throws(Failure) -> SourceFile {
    let limit = Limits().inputBytes
    let bytes =
      input == standardInput
      ? try RegularFile.readToEnd(0, limit: limit)
      : try RegularFile.read(input.location, limit: limit)
    return SourceFile(name: FileName.printed(input.name), bytes: bytes)
  }

  /// The record of `input`, whatever happens to it.
  static func record(_ input: InputDiscovery.Input) async -> Record {
    await record(input, as: nil)
  }

  static func record(_ input: InputDiscovery.Input, as format: InputFormat?) async -> Record {
    let converter = DocumentConverter()
    let path = FileName.printed(input.path)
    var record: Record
    do throws(Failure) {
      record = await converter.record(of: try file(input), path: path, as: format)
    } catch {
      record = converter.record(of: error, name: FileName.printed(input.name), path: path)
    }
    if FileName.isRepaired(input.path) {
      record.issues.append(Issue(.pathNotUTF8, "The file's name is no valid UTF-8"))
    }
    return record
  }
}
