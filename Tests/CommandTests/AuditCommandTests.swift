import Foundation
import TestSupport
import Testing

private func run(_ command: String, files: [String: String] = [:]) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    result = try BuiltProgram.shell(
      "F='\(TestFolders.fixtures.path)/reports'; cat $F/*/expected.jsonl > records.jsonl\n"
        + command, in: folder)
  }
  return try #require(result)
}

@Test func theFixturesAreAuditedAsTheyStand() throws {
  let result = try run("gongkai audit records.jsonl; echo $?")
  #expect(result.errors == "")
  #expect(
    result.text == """
      30 reports of 27 agencies; 0 other documents, 0 failed, 0 lines that are no records
      Identities between consecutive years: 18 hold, 0 fail, 0 not assessable
      """)
}

@Test func linesOfJSONAndAFileAreTheSameFindings() throws {
  let result = try run(
    """
    gongkai audit records.jsonl --json -o out.jsonl; gongkai audit records.jsonl --json | cmp - out.jsonl
    jq -r .kind out.jsonl | sort | uniq -c | sed 's/ *//'; ls
    """)
  #expect(result.text == "")
}

@Test func aMapTellsWhoIsMissing() throws {
  let result = try run(
    """
    gongkai audit records.jsonl --agencies map.csv --json |
      jq -c 'select(.kind == "coverage" or .kind == "no_report" or .kind == "sum_not_assessable")
        | [.kind, .agency, .year, [.operands[] | .value]]'
    """,
    files: [
      "map.csv": """
      id,name,level,region_code,parent
      1,澜山县人民政府,county,999901,
      2,澜山县林业局,department,,1
      3,澜山县水务局,department,,1

      """
    ])
  #expect(result.text == "")
}

@Test(arguments: [
  ("audit records.jsonl --fail-on-findings", 4, ""),
  ("audit $F/liuqiao-government-2024/expected.jsonl --fail-on-findings", 0, ""),
  ("audit none.jsonl", 66, "none.jsonl: no such file"),
  ("audit $F", 66, "cannot read"),
  ("audit records.jsonl --agencies none.csv", 66, "none.csv: Cannot be read"),
  ("audit records.jsonl --agencies bad.csv", 78, "bad.csv:2: the row has 1 fields"),
  ("audit bad.csv", 3, "2 lines are no records, such as line 1"),
  ("audit records.jsonl -o none/x", 73, "cannot be created"),
  ("audit records.jsonl > /dev/full", 74, "cannot be written"), ("audit", 64, "records"),
])
func theStatusSaysHowAnAuditEnded(command: String, status: Int32, message: String) throws {
  let result = try run("gongkai \(command)", files: ["bad.csv": "id,name\na\n"])
  #expect(result.status == status)
  #expect(message.isEmpty ? result.errors.isEmpty : result.errors.contains(message))
}
