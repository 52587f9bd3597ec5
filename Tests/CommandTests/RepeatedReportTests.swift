import Foundation
import TestSupport
import Testing

/// Runs `command` beside a tree `in` with a report as docx, as text, as an equal copy and with a corrected number, another
/// year of it, and a report of another agency.
private func run(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(
      """
      F='\(TestFolders.fixtures.path)/reports'; mkdir -p in/a in/b
      cp $F/lanshan-government-2022/input.docx in/a/1.docx; cp in/a/1.docx in/b/copy.docx
      gongkai extract in/a/1.docx 2> /dev/null > in/b/text.txt
      sed '/新收政府信息/s/\\t88$/\\t89/; s/^2023年3月21日$/2023年5月4日/' in/b/text.txt > in/b/corrected.txt
      cp $F/lanshan-government-2023/input.docx in/a/2.docx; cp $F/liuqiao-government-2023/input.pdf in/3.pdf
      requests() { mlr --icsv --onidx filter '$counted == "true"' then stats1 -a sum -f applications_new_received_total $1; }
      onpage() { grep -o '本年新收申请合计<[^b]*<b>[0-9,]*' $1 | grep -o '[0-9,]*$'; }
      audited() { jq -r 'select(.kind == "summary").operands[] | select(.name == "applications.new_received.total").value'; }
      \(command)
      """, in: folder)
  }
  return try #require(result)
}

@Test func tablesPageAndAuditCountTheSameReports() throws {
  let result = try run(
    """
    gongkai run in -o out --tables --quiet; cd out
    requests reports.csv; onpage latest/report.html; gongkai audit records.jsonl --json | audited
    mlr --icsv --onidx cut -o -f path,counted,applications_new_received_total reports.csv
    mlr --icsv --onidx filter '$counted == "false"' then count-distinct -f report_year then cut -f report_year cells.csv
    """)
  #expect(
    result.text == """
      221
      221
      221
      3.pdf true 29
      a/1.docx true 88
      a/2.docx true 104
      b/copy.docx false 88
      b/corrected.txt false 89
      b/text.txt false 88
      2022

      """)
}

@Test func aMapMakesOneSeriesOfTwoNames() throws {
  let result = try run(
    """
    sed -i 's/澜山县人民政府/澜峰县人民政府/g' in/b/text.txt in/b/corrected.txt
    gongkai convert in > records.jsonl 2> /dev/null
    printf 'id,name\\nL,澜山县人民政府\\nL,澜峰县人民政府\\nQ,柳桥区人民政府\\n' > map.csv
    for map in "" "--agencies map.csv"; do
      gongkai tables records.jsonl -o t $map; requests t/reports.csv
      gongkai page records.jsonl -o p.html $map; onpage p.html
      gongkai audit records.jsonl --json $map | audited
    done
    mlr --icsv --onidx filter '$counted == "true"' then cut -f agency_key,report_year t/reports.csv
    grep -c "'L', '澜峰县人民政府'" t/views.sql
    gongkai run in -o out --tables --quiet --agencies map.csv; requests out/reports.csv; onpage out/latest/report.html
    cmp t/views.sql out/views.sql
    gongkai diff records.jsonl --agency 澜峰县人民政府 --agencies map.csv --years 2022 2023 | sed -n '1,2p;/^Carry/p'
    """)
  #expect(
    result.text == """
      309
      309
      309
      221
      221
      221
      Q 2023
      L 2022
      L 2023
      1
      221
      221
      older  澜山县人民政府, 2022, e2021, dated 2023-03-21  a/1.docx
      newer  澜山县人民政府, 2023, e2021, dated 2024-03-21  a/2.docx
      Carry-over: 9 hold, 0 fail, 0 not assessable

      """)
  #expect(
    result.errors == "gongkai: 4 reports of 澜峰县人民政府 on 2022; a/1.docx is taken\n")
}

@Test func twoFilesAreComparedWhateverTheyAreCalled() throws {
  let result = try run(
    """
    sed 's/澜山县人民政府/澜峰县人民政府/g' in/b/text.txt > 2022.txt
    gongkai diff 2022.txt in/a/2.docx | grep -E '^(warning|Carry)'; gongkai diff 2022.txt in/a/2.docx --json | jq -c .warnings
    gongkai diff in/a/2.docx 2022.txt | grep -E '^(warning|Carry)'; gongkai diff in/a/1.docx in/a/2.docx --json | jq -c .warnings
    """)
  #expect(
    result.text == """
      warning  the agencies are not the same
      Carry-over: 9 hold, 0 fail, 0 not assessable
      ["other_agency"]
      warning  the agencies are not the same
      warning  the first report is of the later year
      Carry-over: not looked at, the first report is of the later year
      []

      """)
}

@Test(arguments: [
  ("tables records.jsonl -o t", 78, "map.csv:2: the row has 1 fields"),
  ("page records.jsonl -o p.html", 78, "map.csv:2: the row has 1 fields"),
  ("run in -o out", 78, "map.csv:2: the row has 1 fields"),
  ("diff records.jsonl --agency 甲 --years 2022 2023", 78, "map.csv:2: the row has 1 fields"),
])
func aMapThatIsWrongIsSaid(command: String, status: Int32, message: String) throws {
  let result = try run(
    "printf 'id,name\\na\\n' > map.csv; touch records.jsonl; gongkai \(command) --agencies map.csv")
  #expect(result.status == status)
  #expect(result.errors.contains(message), "\(result.errors)")
}
