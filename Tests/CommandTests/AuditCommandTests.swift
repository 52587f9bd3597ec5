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
      30 reports of 25 agencies; 0 other documents, 0 failed, 0 lines that are no records
      Of these 30 count, each agency's report on a year once, with 5359 requests received (本年新收)
      Identities between consecutive years: 18 hold, 0 fail, 0 not assessable
      Identities that fail within reports: A1 1, A2 4, A3 2, N 1, R1 1, R3 1
      Reports without a date, not looked at for lateness: 8
      Findings
            2  missing_years
            2  incomplete_sections
            3  failing_identities
            1  unidentified

      松平市东陂区西街街道办事处 2020  missing_years  No report on 2020 to 2021, between 2019 and 2022  \
      [reports/xijie-subdistrict-2019/input.txt, reports/xijie-subdistrict-2022/input.txt]
      松平市东陂区西街街道办事处 2022  incomplete_sections  Prescribed parts empty: active_disclosure, applications, review_litigation  \
      [reports/xijie-subdistrict-2022/input.txt]
      柳桥区人民政府 2023  failing_identities  Identities fail: R1 1, R3 1  [reports/liuqiao-government-2023/input.pdf]
      澜山县卫生健康局 2022  incomplete_sections  Prescribed parts missing: other_matters  [reports/lanshan-health-2022/input.docx]
      白石市人民政府办公室 2020  missing_years  No report on 2020 to 2024, between 2019 and 2025  \
      [reports/baishi-office-2019/input.txt, reports/baishi-office-2025/input.pdf]
      青岚市云溪区生态环境局 2023  failing_identities  Identities fail: A2 4  [reports/yunxi-ecology-2023/input.docx]
      青岚市科学技术局 2019  failing_identities  Identities fail: A1 1, A3 2, N 1  [reports/qinglan-science-2019/input.txt]
      no agency  unidentified  The report names no agency and no year  [reports/blank-template/input.docx]
      0

      """)
}

@Test func linesOfJSONAndAFileAreTheSameFindings() throws {
  let result = try run(
    """
    gongkai audit records.jsonl --json -o out.jsonl; gongkai audit records.jsonl --json | cmp - out.jsonl
    jq -r .kind out.jsonl | sort | uniq -c | sed 's/ *//'; ls
    """)
  #expect(
    result.text == """
      3 failing_identities
      2 incomplete_sections
      2 missing_years
      1 summary
      1 unidentified
      out.jsonl
      records.jsonl

      """)
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
  #expect(
    result.text == """
      ["coverage","澜山县人民政府",null,[1,1]]
      ["sum_not_assessable","澜山县人民政府",2022,[5,0,null]]
      ["sum_not_assessable","澜山县人民政府",2022,[9,1,null]]
      ["sum_not_assessable","澜山县人民政府",2022,[88,7,null]]
      ["sum_not_assessable","澜山县人民政府",2022,[84,6,null]]
      ["sum_not_assessable","澜山县人民政府",2023,[9,null,null]]
      ["sum_not_assessable","澜山县人民政府",2023,[12,null,null]]
      ["sum_not_assessable","澜山县人民政府",2023,[104,null,null]]
      ["sum_not_assessable","澜山县人民政府",2023,[101,null,null]]
      ["coverage","澜山县林业局",null,[1,0]]
      ["no_report","澜山县水务局",null,[]]
      ["coverage","澜山县水务局",null,[0,0]]

      """)
}

@Test(arguments: [
  ("audit records.jsonl --fail-on-findings", 4, ""),
  ("audit $F/liuqiao-government-2024/expected.jsonl --fail-on-findings", 0, ""),
  ("audit none.jsonl", 66, "none.jsonl: no such file"),
  ("audit $F", 66, "cannot read"),
  ("audit records.jsonl --agencies none.csv", 66, "none.csv: Cannot be read"),
  ("audit records.jsonl --agencies bad.csv", 78, "bad.csv:2: the row has 1 fields"),
  ("audit bad.csv", 65, "bad.csv: holds no records; name a file"),
  ("audit records.jsonl -o none/x", 73, "cannot be created"),
  ("audit records.jsonl > /dev/full", 74, "cannot be written"), ("audit", 64, "records"),
])
func theStatusSaysHowAnAuditEnded(command: String, status: Int32, message: String) throws {
  let result = try run("gongkai \(command)", files: ["bad.csv": "id,name\na\n"])
  #expect(result.status == status)
  #expect(message.isEmpty ? result.errors.isEmpty : result.errors.contains(message))
}
