import Foundation
import TestSupport
import Testing

/// What `gongkai run` with `arguments` prints, says and ends with.
private func run(
  _ arguments: String, environment: String = "", files: [String: String] = [:]
) throws -> (output: String, errors: String, status: Int32) {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    result = try BuiltProgram.shell("\(environment) gongkai run \(arguments)", in: folder)
  }
  let found = try #require(result)
  return (String(decoding: found.output, as: UTF8.self), found.errors, found.status)
}

@Test func theSettingsAreShownWithWhereTheyComeFrom() throws {
  let shown = try run(
    "in -o out -0 --no-force --limit zip_entries=5 --max-size 1K -v --show-config",
    environment: "GONGKAI_CONFIG=c.yaml GONGKAI_WAIT=1",
    files: ["c.yaml": "# night\njobs: 3\nforce: true\n"])
  #expect(shown.status == 0)
  #expect(
    shown.output.split(separator: "\n").filter { !$0.hasSuffix("# default") } == [
      "inputs: [in]                            # <input>",
      "output: out                             # --output",
      "jobs: 3                                 # c.yaml:2:7",
      "null: true                              # --null",
      "max_size: 1024                          # --max-size",
      "force: false                            # --force",
      "wait: true                              # GONGKAI_WAIT",
      "verbose: true                           # --verbose",
      "lang: en                                # GONGKAI_LANG",
      "limits:",
      "  input_bytes: 1024                     # --max-size",
      "  zip_entries: 5                        # --limit",
    ])
}

@Test(arguments: [
  (
    "in -o out -j 0", "", 64,
    #"gongkai: --jobs: jobs takes a number from 1 to 1024, not "0""#
  ),
  (
    "in -o out --limit zip_entires=5", "", 64,
    #"gongkai: --limit: there is no limit "zip_entires"; did you mean "zip_entries"?"#
  ),
  (
    "in -o out --config none.yaml", "", 78,
    "gongkai: none.yaml: Cannot be read: No such file or directory (--config)"
  ),
  (
    "in -o out", "GONGKAI_CONFIG=.", 78,
    "gongkai: .: Is a folder, not a regular file (GONGKAI_CONFIG)"
  ),
  (
    "in -o out --config c.yaml", "", 78,
    #"gongkai: c.yaml:2:1: there is no setting "outputt"; did you mean "output"?"#
  ),
  (
    "in -o out", "GONGKAI_JBOS=1", 78,
    #"gongkai: GONGKAI_JBOS: there is no such setting; did you mean "GONGKAI_JOBS"?"#
  ),
])
func aWrongSettingEndsTheRunBeforeItBegins(
  arguments: String, environment: String, status: Int32, message: String
) throws {
  let found = try run(
    arguments, environment: environment, files: ["c.yaml": "jobs: 3\noutputt: x\n"])
  #expect(found.errors == message + "\n")
  #expect(found.status == status)
}
