import Foundation
import RecordWriting
import TestSupport
import Testing

@Test func everyExpectedRecordIsValidUnderTheSchema() throws {
  try inTemporaryFolder { folder in
    let schema = folder.appending(path: "schema.json")
    try Data(RecordSchema.json(asArray: true)).write(to: schema)
    // Debian's python3-jsonschema, whatever other Python comes first in PATH.
    let result = try BuiltProgram.shell(
      """
      /usr/bin/python3 - '\(schema.path)' <<'E'
      import json, pathlib, sys
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      Draft202012Validator.check_schema(schema)
      files = sorted(pathlib.Path("Fixtures").rglob("expected*.jsonl"))
      lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\\n") if line]
      assert len(lines) > 50, f"only {len(lines)} expected records found"
      for error in Draft202012Validator(schema).iter_errors([json.loads(line) for line in lines]):
        print("/".join(map(str, error.absolute_path)), error.message[:200])
      E
      """, in: TestFolders.package)
    #expect(result == BuiltProgram.Result(status: 0, output: Data(), errors: ""))
  }
}

@Test func theSchemaRefusesWhatIsNoRecord() throws {
  let schema = try #require(
    try JSONSerialization.jsonObject(with: Data(RecordSchema.json(asArray: false)))
      as? [String: Any])
  let properties = try #require(schema["properties"] as? [String: Any])
  #expect(schema["additionalProperties"] as? Bool == false)
  // What this minor version added is written always, and missing in records of the one before.
  let added: Set = ["agency_id", "attachments"]
  #expect(
    Set(try #require(schema["required"] as? [String])) == Set(properties.keys).subtracting(added))
}

/// `Fixtures/schemas/1.0/`: the schema of a version that was released, and records that it wrote.
private func releasedVersions() throws -> [URL] {
  try FileManager.default.contentsOfDirectory(
    at: TestFolders.fixtures.appending(path: "schemas"), includingPropertiesForKeys: nil
  ).sorted {
    $0.lastPathComponent.compare($1.lastPathComponent, options: .numeric) == .orderedAscending
  }
}

@Test func theNewestReleasedSchemaIsTheOneThatIsWritten() throws {
  let newest = try #require(try releasedVersions().last)
  #expect(
    try Data(contentsOf: newest.appending(path: "schema.json"))
      == Data(RecordSchema.json(asArray: false)))
}

@Test func recordsAreValidUnderTheirOwnSchemaAndAllLaterOnes() throws {
  let folders = try releasedVersions()
  let result = try BuiltProgram.shell(
    """
    /usr/bin/python3 - \(folders.map { "'\($0.path)'" }.joined(separator: " ")) <<'E'
    import json, pathlib, sys
    from jsonschema import Draft202012Validator
    folders = [pathlib.Path(name) for name in sys.argv[1:]]
    schemas = [Draft202012Validator(json.loads((f / "schema.json").read_text(encoding="utf-8"))) for f in folders]
    for place, folder in enumerate(folders):
      records = [json.loads(line) for line in open(folder / "records.jsonl", encoding="utf-8")]
      assert {r["kind"] for r in records} == {"annual_report", "document", None}, folder
      assert {r["schema"] for r in records} == {"gongkai.record/" + folder.name}, folder
      for later in schemas[place:]:
        for record in records:
          for error in later.iter_errors(record):
            print(folder.name, "/".join(map(str, error.absolute_path)), error.message[:200])
    E
    """, in: TestFolders.package)
  #expect(result == BuiltProgram.Result(status: 0, output: Data(), errors: ""))
}
