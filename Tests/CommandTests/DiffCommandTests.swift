import Foundation
import TestSupport
import Testing

private func run(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      "F='\(TestFolders.fixtures.path)/reports'\n" + command, in: folder)
  }
  return try #require(result)
}

@Test func originalsAndTheirRecordsAreComparedAlike() throws {
  let result = try run(
    """
    cp $F/lanshan-government-2022/input.docx a.docx; cp $F/lanshan-government-2023/input.docx b.docx
    gongkai convert a.docx > a.jsonl; gongkai convert b.docx > b.json
    gongkai diff a.docx b.docx > originals; echo $?
    gongkai diff a.jsonl b.json | cmp - originals && gongkai diff a.docx b.json | cmp - originals
    cat a.jsonl b.json > all.jsonl
    gongkai diff all.jsonl --agency 澜山县人民政府 --years 2022 2023 | cmp - originals && echo same
    grep -E '^(older|Cells|Carry|Figures|Prose)|fees|X1 total' originals
    """)
  #expect(result.errors == "")
  #expect(
    result.text == """
      0
      same
      older  澜山县人民政府, 2022, e2021, dated 2023-03-21  a.docx
      Cells: 101 differ, 99 equal, 0 not comparable
        active_disclosure.fees.amount_cny  行政事业性收费 / 本年收费金额（单位：万元）: 12045000 -> 9870000 元 (-2175000)
      Carry-over: 9 hold, 0 fail, 0 not assessable
        holds  X1 total: 2023 carried_in 9 (table 2 row 5 cell 8) = 2022 carried_out 9 (table 2 row 28 cell 8)
      Figures: 11 differ, 4 equal, 0 only in the older, 0 only in the newer
      Prose: 100 % of the newer report's 669 characters stand in the same sections of the older one

      """)
}

@Test func theJSONIsOneObject() throws {
  let result = try run(
    """
    gongkai diff $F/liuqiao-government-2023/expected.jsonl $F/liuqiao-government-2024/expected.jsonl --json |
      jq -c '[.older.report_year, .newer.report_year, (.cells.changes | length), .cells.equal,
        ([.carry_over.identities[] | .outcome] | unique), .carry_over.identities[6].operands[0]]'
    """)
  #expect(
    result.text == """
      [2023,2024,81,126,["holds"],{"report":"older","cell":"applications.carried_out.total","subtracted":false,\
      "state":"value","value":0,"raw":"0","location":"page 3 box 503.9,214.0,509.7,227.7"}]

      """)
}

@Test func severalReportsOnOneYearAreSaid() throws {
  let result = try run(
    """
    cp $F/lanshan-government-2022/expected.jsonl a.jsonl
    sed 's/"path":"[^"]*"/"path":"0"/' a.jsonl > 0.jsonl
    cat a.jsonl 0.jsonl $F/lanshan-government-2023/expected.jsonl > all.jsonl
    gongkai diff all.jsonl --agency 澜山县人民政府 --years 2022 2023 | head -1
    """)
  #expect(result.text == "older  澜山县人民政府, 2022, e2021, dated 2023-03-21  0\n")
  #expect(result.errors == "gongkai: 2 reports of 澜山县人民政府 on 2022; 0 is taken\n")
}

@Test(arguments: [
  ("diff none $F/blank-template/input.docx", 66, "none: no such file"),
  ("diff none.jsonl $F/blank-template/input.docx", 66, "none.jsonl: no such file"),
  (
    "diff $F/blank-template/expected.jsonl --agency 柳桥区人民政府 --years 2022 2023", 66,
    "no report of 柳桥区人民政府 on 2022"
  ),
  (
    "diff $F/liuqiao-government-2023/expected.jsonl --agency 柳桥区 --years 2022 2023", 66,
    "no report of 柳桥区 on 2022; there are 柳桥区人民政府"
  ),
  (
    "diff $F/liuqiao-government-2023/expected.jsonl --agency 柳桥区人民政府 --years 2022 2023", 66,
    "no report of 柳桥区人民政府 on 2022, but on 2023"
  ),
  ("diff $F/../damaged/bomb/input.docx $F/blank-template/input.docx", 3, "(document_limit)"),
  (
    "diff $F/../damaged/bomb/expected.jsonl $F/blank-template/input.docx", 3,
    "16777216 (document_limit)"
  ),
  (
    "diff $F/../documents/flood-notice/input.txt $F/blank-template/input.docx", 3,
    "is no annual report"
  ),
  ("diff $F $F", 3, "(input_not_regular)"), ("diff $F/blank-template/input.docx", 64, "two inputs"),
  ("diff a.jsonl --agency 甲 --years 2022 2022", 64, "go together"),
  ("diff a.jsonl b.jsonl --years 2022 2023", 64, "go together"),
  (
    "diff $F/blank-template/expected.jsonl $F/blank-template/expected.jsonl > /dev/full", 74,
    "cannot be written"
  ),
])
func theStatusSaysWhyNothingIsCompared(command: String, status: Int32, message: String) throws {
  let result = try run("gongkai \(command)")
  #expect(result.status == status)
  #expect(result.errors.contains(message))
}
