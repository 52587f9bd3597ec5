import Foundation
import TestSupport
import Testing

private let report = TestFolders.fixtures.appending(
  path: "reports/liuqiao-government-2023/expected.jsonl"
).path

private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in result = try BuiltProgram.shell(command, in: folder) }
  return try #require(result)
}

@Test func tablesAreMadeOfRecordsThatAreThere() throws {
  let result = try shell(
    "gongkai tables '\(report)' -o a/b; echo $?; ls a/b; wc -l < a/b/checks.csv")
  #expect(
    result.text == """
      0
      cells.csv
      checks.csv
      cited.csv
      datapackage.json
      figures.csv
      labels.csv
      parquet.sql
      reports.csv
      schema.json
      views.sql
      3

      """)
}

@Test func linesThatAreNoRecordsAreSaidAndTheRestIsWritten() throws {
  let result = try shell(
    "{ echo rubbish; cat '\(report)'; echo '{\"a\":1}'; } > r; gongkai tables r -o t; echo $?; wc -l < t/reports.csv"
  )
  #expect(result.text == "3\n2\n")
  #expect(result.errors == "gongkai: r: 2 lines are not records, such as line 1, 3\n")
}

@Test(arguments: [
  ("gongkai tables none -o t", 66, "none: no such file"),
  ("mkdir d; gongkai tables d -o t", 66, "d: cannot read: Is a directory"),
  ("touch t; cp '\(report)' r; gongkai tables r -o t", 73, "t: cannot open: Not a directory"),
])
func whatStandsInTheWayIsSaid(command: String, status: Int32, message: String) throws {
  let result = try shell(command)
  #expect(result.status == status)
  #expect(result.errors == "gongkai: \(message)\n")
}

@Test func tablesForSpreadsheetsHoldNoFormulas() throws {
  let result = try shell(
    #"""
    jq -c '.title = "=1+1" | .agency_name = "@SUM(9)" | .doc_id = "1234567890123456" | .contacts.postcode = "010010"
      | .contacts.phone = "-7" | .contacts.address = "\t=2" | .source.path = "+a.pdf"
      | .annual_report.figures[0].label = "-x\",\"y"' '\#(report)' > r
    gongkai tables r -o plain; gongkai tables r -o sheets --csv-bom
    python3 - <<'E'
    import csv
    def rows(folder, name): return list(csv.DictReader(open(f"{folder}/{name}.csv", encoding="utf-8-sig", newline="")))
    for folder in ("plain", "sheets"):
        r, f, c = rows(folder, "reports")[0], rows(folder, "figures")[0], rows(folder, "checks")[0]
        print(*(r[k] for k in ("path", "title", "agency_name", "doc_id", "contact_postcode", "contact_phone")),
              repr(r["contact_address"]), f["label"], f["doc_id"], c["delta"])
    E
    """#)
  #expect(
    result.text == #"""
      +a.pdf =1+1 @SUM(9) 1234567890123456 010010 -7 '\t=2' -x","y 1234567890123456 -13
      '+a.pdf '=1+1 '@SUM(9) '1234567890123456 '010010 -7 "'\t=2" '-x","y '1234567890123456 -13

      """#)
  #expect(result.errors == "")
}

@Test func theListOfFailuresIsForSpreadsheetsToo() throws {
  let result = try shell(
    """
    mkdir in; printf '<html>' > in/=1+1.docx; gongkai run in -o out --quiet --csv-bom; od -An -tx1 -N3 out/failures.csv
    cut -d, -f1-2 out/failures.csv | tail -1
    gongkai run in -o out --quiet --no-csv-bom; cut -d, -f1-2 out/failures.csv
    """)
  #expect(
    result.text == """
       ef bb bf
      '=1+1.docx,html_no_content
      path,code
      =1+1.docx,html_no_content

      """)
}

@Test func tablesAreKeptUpUntilARunIsToldNotTo() throws {
  let result = try shell(
    """
    mkdir in; cp '\(TestFolders.fixtures.path)/reports/yunxi-housing-2020/input.txt' in/a.txt
    names() { ls out/*.csv | xargs -n1 basename | xargs; wc -l < out/reports.csv; }
    gongkai run in -o out --quiet; names 2>&1 | head -1; gongkai run in -o out --quiet --tables; names
    gongkai tables out/records.jsonl -o again; for f in again/*; do cmp $f out/$(basename $f); done
    cp in/a.txt in/b.txt; gongkai run in -o out --quiet; names
    GONGKAI_TABLES=1 gongkai run in -o out --quiet --csv-bom; rm in/b.txt; gongkai run in -o out --quiet; names
    for f in out/*.csv; do head -c 3 $f | od -An -tx1; done | uniq -c
    gongkai run in -o out --quiet --no-csv-bom; head -c 3 out/cells.csv
    gongkai run in -o out --quiet --no-tables; echo; ls out/*.csv | xargs -n1 basename | xargs
    jq -r '.resources[].path' out/datapackage.json
    """)
  #expect(
    result.text == """
      failures.csv labels.csv
      cells.csv checks.csv cited.csv failures.csv figures.csv labels.csv reports.csv
      2
      cells.csv checks.csv cited.csv failures.csv figures.csv labels.csv reports.csv
      3
      cells.csv checks.csv cited.csv failures.csv figures.csv labels.csv reports.csv
      2
            7  ef bb bf
      doc
      failures.csv labels.csv
      labels.csv

      """)
  #expect(result.errors == "")
}

@Test(arguments: [
  ("--json", "\"$schema\""), ("--sql", "CREATE OR REPLACE VIEW records"),
  ("--datapackage", "tabular-data-package"), ("--labels", "id,column_name,table_id"),
])
func theSchemaComesInEveryForm(option: String, words: String) throws {
  let result = try shell("gongkai schema \(option)")
  #expect(result.status == 0)
  #expect(result.text.prefix(2_000).contains(words))
}

@Test(arguments: [
  ("--sqlite a --xlsx a", "name one file; give each its own."),
  (
    "-o o --sqlite o/reports.csv",
    "ends like another file; give a database .sqlite and a workbook .xlsx."
  ),
])
func outputsOfTablesAreFilesOfTheirOwn(options: String, message: String) throws {
  try inTemporaryFolder { folder in
    let script =
      "gongkai tables r.jsonl \(options) 2>&1 | grep -o '\(message)'; echo ${PIPESTATUS[0]}; ls"
    let text = try BuiltProgram.shell(script, in: folder).text
    #expect(text == "\(message)\n64\n")
  }
}

/// Journals of the database of before would be played back into the new one.
@Test func whatADatabaseOfBeforeLeftGoesWithIt() throws {
  try inTemporaryFolder { folder in
    let script = """
      gongkai convert '\(TestFolders.fixtures.path)/reports/lanshan-health-2022/input.docx' -o r.jsonl 2>/dev/null
      touch t.sqlite-wal t.sqlite-shm t.sqlite-journal; gongkai tables r.jsonl --sqlite t.sqlite; ls
      """
    let text = try BuiltProgram.shell(script, in: folder).text
    #expect(text == "r.jsonl\nt.metadata.json\nt.sqlite\n")
  }
}

@Test func tablesOfOneFolderAreWrittenByOneAtATime() throws {
  try inTemporaryFolder { folder in
    let script = """
      gongkai convert '\(TestFolders.fixtures.path)/text/pipes/input.txt' -o r.jsonl 2>/dev/null; mkdir o
      exec 9< o; flock 9; gongkai tables r.jsonl -o o 2>&1; echo $?; ls o; flock -u 9; gongkai tables r.jsonl -o o; ls o | wc -l
      """
    let text = try BuiltProgram.shell(script, in: folder).text
    #expect(
      text == "gongkai: o is being written by another gongkai tables; wait for it\n75\n10\n")
  }
}

/// é in one code point and in two are one text to `String`, and two to every other program.
@Test func namesOfTheSameLookAreTwo() throws {
  try inTemporaryFolder { folder in
    let script = #"""
      reports='\#(TestFolders.fixtures.path)/reports'
      cp $reports/lanshan-health-2022/input.docx $'\u00e9.docx'; cp $reports/lanshan-forestry-2022/input.txt $'e\u0301.docx'
      gongkai convert . -o r.jsonl 2>/dev/null
      for path in $'\u00e9.docx' $'e\u0301.docx'; do
        gongkai explain r.jsonl --path "$path" --cell applications.granted.total --json | jq -c '[.agency_name, .path]'
      done
      printf 'id,path\na,\u00e9.docx\nb,e\u0301.docx\n' > map.csv; gongkai tables r.jsonl -o t --agencies map.csv; echo $?
      python3 -c 'import csv; print([row["agency_key"] for row in csv.DictReader(open("t/reports.csv"))])'
      """#
    let result = try BuiltProgram.shell(script, in: folder)
    #expect(
      result.text == """
        ["澜山县卫生健康局","\u{E9}.docx"]
        ["澜山县林业局","e\u{301}.docx"]
        0
        ['b', 'a']

        """, "\(result.errors)")
  }
}
