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
      lines = [p.read_text(encoding="utf-8") for p in sorted(pathlib.Path("Fixtures").rglob("expected*.jsonl"))]
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
  #expect(Set(try #require(schema["required"] as? [String])) == Set(properties.keys))
}
