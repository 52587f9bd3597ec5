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
