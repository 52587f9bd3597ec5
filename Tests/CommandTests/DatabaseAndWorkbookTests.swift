import Foundation
import TestSupport
import Testing

private let reports = TestFolders.fixtures.appending(path: "reports").path
private let compare = TestFolders.package.appending(path: "Tests/Analysts/workbook.py").path
private let office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
  FileManager.default.isExecutableFile(atPath: $0)
    && FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so")
}

private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in result = try BuiltProgram.shell(command, in: folder) }
  return try #require(result)
}

/// Records of all reports in Fixtures as `r`, the file of one of them twice.
private let records = """
  cat '\(reports)'/*/expected.jsonl > r; jq -c '.source.path = "again/\\(.source.path)"' \
  '\(reports)/liuqiao-government-2023/expected.jsonl' >> r
  sed -i '/lanshan-government-2023/s/"carried_in":{"natural_person":[0-9]*/"carried_in":{"natural_person":10/' r
  """

/// One record with what a spreadsheet would run or round, what XML can't hold and what no cell holds.
private let hostile = #"""
  jq -c '.title = "=1+1" | .agency_name = "@SUM(9)" | .doc_id = "1234567890123456" | .contacts.postcode = "010010"
    | .contacts.phone = "-7" | .contacts.address = "\t=2\u0001\u0008_x0041_\u000d\ufffe<&>" | .source.path = "+a.pdf"
    | .dated_on = "1899-12-31" | .annual_report.figures[0].label = "-x\",\"y"
    | .annual_report.figures[0].value = 123456789012345678 | .annual_report.figures[0].quote = ("字" * 40000)'
  """# + " '\(reports)/liuqiao-government-2023/expected.jsonl' > r"

@Test func aDatabaseHoldsWhatTheTablesHold() throws {
  let result = try shell(
    """
    \(records); gongkai tables r -o t --sqlite t.sqlite; echo $?; ls
    python3 - <<'E'
    import csv, json, sqlite3
    db = sqlite3.connect("t.sqlite")
    print(db.execute("PRAGMA integrity_check").fetchall(), db.execute("PRAGMA foreign_key_check").fetchall())
    package = json.load(open("t/datapackage.json", encoding="utf-8"))
    for resource in package["resources"]:
        name, fields = resource["name"], resource["schema"]["fields"]
        read = {"integer": int, "number": float, "boolean": lambda text: int(text == "true")}
        with open(f"t/{resource['path']}", encoding="utf-8", newline="") as file:
            rows = [tuple(read.get(f["type"], str)(v) if v else None for f, v in zip(fields, row)) for row in list(csv.reader(file))[1:]]
        held = db.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
        names = [each[1] for each in db.execute(f'PRAGMA table_info("{name}")')]
        print(name, len(rows) > 0, held == rows, names == [f["name"] for f in fields])
        described = db.execute("SELECT column_name, title_zh, about_en FROM columns WHERE table_name = ? ORDER BY place", [name]).fetchall()
        assert described == [(f["name"], f["title"], f["description"]) for f in fields], name
    sums = "SELECT count(*), sum(applications_new_received_total) FROM"
    assert db.execute(f"{sums} counted_reports").fetchall() == db.execute(f"{sums} reports WHERE counted").fetchall()
    print(db.execute("SELECT count(*) FROM reports").fetchone(), db.execute("SELECT count(*) FROM documents").fetchone())
    print(db.execute("SELECT agency_name, check_id, scope, expected, actual FROM carry_over WHERE delta <> 0 ORDER BY 1, 2, 3").fetchall())
    print({t: sorted({(k[2], k[4]) for k in db.execute(f'PRAGMA foreign_key_list("{t}")')}) for t in ("reports", "cells", "checks", "documents")})
    about = json.load(open("t.metadata.json", encoding="utf-8"))["databases"]["t"]["tables"]
    print(sorted(about), about["reports"]["columns"]["report_year"])
    E
    """)
  #expect(
    result.text == """
      0
      r
      t
      t.metadata.json
      t.sqlite
      [('ok',)] []
      reports True True True
      cells True True True
      checks True True True
      figures True True True
      cited True True True
      labels True True True
      (31,) (30,)
      [('澜山县人民政府', 'X1', 'natural_person', 8, 10)]
      {'reports': [('documents', 'doc_id'), ('reports', 'path')], 'cells': [('documents', 'doc_id'), ('labels', 'col_id'), ('labels', 'row_id'), ('labels', 'table_id')], 'checks': [('documents', 'doc_id'), ('reports', 'path')], 'documents': [('reports', 'path')]}
      ['cells', 'checks', 'cited', 'columns', 'documents', 'figures', 'labels', 'reports'] 报告年度 · The year that the report is about

      """)
  #expect(result.errors == "")
}

@Test func aWorkbookHoldsWhatTheTablesHold() throws {
  let result = try shell(
    """
    \(records); gongkai tables r -o t --xlsx t.xlsx; echo $?; ls; python3 '\(compare)' t t.xlsx
    gongkai tables r --xlsx again.xlsx; cmp t.xlsx again.xlsx && echo the same bytes
    """)
  #expect(
    result.text == """
      0
      r
      t
      t.xlsx
      95942 cells are the same
      the same bytes

      """)
  #expect(result.errors == "")
}

@Test(
  .enabled(if: office != nil, "LibreOffice with Calc is not installed"))
func libreOfficeOpensTheWorkbook() throws {
  let result = try shell(
    """
    \(records); gongkai tables r -o t --xlsx t.xlsx; timeout 300 python3 '\(compare)' t t.xlsx --office '\(office ?? "")'
    """)
  #expect(result.text == "95942 cells are the same\n95942 cells are the same\n")
}

@Test func aWorkbookRunsRoundsAndLosesNothingUnsaid() throws {
  let result = try shell(
    """
    \(hostile); gongkai tables r -o t --xlsx t.xlsx; python3 '\(compare)' t t.xlsx
    python3 - <<'E'
    import re, zipfile
    archive = zipfile.ZipFile("t.xlsx")
    parts = {name: archive.read(name).decode() for name in archive.namelist()}
    print(sum(xml.count("<f") for name, xml in parts.items() if "sheet" in name))
    styles = parts["xl/styles.xml"]
    quoted = re.findall(r"<xf [^>]*>", re.search(r"<cellXfs.*</cellXfs>", styles)[0])[1]
    print('quotePrefix="1"' in quoted)
    cells = re.findall(r'<c r="[A-Z]+2" s="1" t="inlineStr"><is><t xml:space="preserve">([^<]*)', parts["xl/worksheets/sheet3.xml"])
    print(cells)
    about = parts["xl/worksheets/sheet10.xml"]
    print(re.findall(r"<t [^>]*>([^<]*(?:cut|digits)[^<]*)", about))
    E
    """)
  #expect(
    result.text == #"""
      6519 cells are the same
      0
      True
      ['+a.pdf', '1234567890123456', '@SUM(9)', '@SUM(9)', '=1+1', '\t=2_x0001__x0008__x005F_x0041__x000D__xFFFE_&lt;&amp;&gt;', '010010']
      ['1 texts are cut to the 32767 characters of a cell', '1 numbers of more than 15 digits stand as text']

      """#)
  #expect(
    result.errors == """
      gongkai: t.xlsx: 1 texts are cut to the 32767 characters of a cell
      gongkai: t.xlsx: 1 numbers of more than 15 digits stand as text

      """)
}

@Test func theFormShowsSumsOfTheReportsThatCount() throws {
  let result = try shell(
    """
    cp '\(reports)/liuqiao-government-2023/expected.jsonl' r
    jq -c '.source.path = "b" | .doc_id = "00" | .agency_name = "乙县人民政府" | .agency_id = null | .annual_report.applications.new_received.total = null' r > s
    cat s >> r; gongkai tables r --xlsx t.xlsx --sqlite t.sqlite
    sqlite() { python3 -c 'import sqlite3, sys; print(*sqlite3.connect("t.sqlite").execute(sys.argv[1]).fetchone())' "$1"; }
    sqlite 'SELECT sum(counted), sum(applications_new_received_total), sum(active_disclosure_fees_amount_cny), sum(applications_other_all_total) FROM reports'
    python3 - <<'E'
    import runpy, pathlib
    sheets = runpy.run_path("\(compare)")["sheets"](pathlib.Path("t.xlsx"))
    for title in ("表式合计 Form", "缺数 Without a number"):
        rows = sheets[title]
        print(rows[0][0])
        for row in rows:
            if row and row[0].startswith(("一、本年新收", "行政事业性收费", "表式外")) and (not row[0].startswith("表式外") or "总计" in row[0]):
                print(row[0], row[3:])
    E
    """)
  #expect(
    result.text == """
      2 29 176065600 0
      2023 年度 2021 年表式 form of 2021：2 份报告合计 sums of 2 reports
      行政事业性收费 ['17606.56']
      一、本年新收政府信息公开申请数量 ['58', '0', '0', '0', '0', '0', '29']
      表式外 outside the form：三、本年度办理结果 / （六）其他处理 / 总计 ['0']
      2023 年度 2021 年表式 form of 2021：2 份报告中无数的份数 of 2 reports without a number
      行政事业性收费 ['0']
      一、本年新收政府信息公开申请数量 ['0', '0', '0', '0', '0', '0', '1']
      表式外 outside the form：三、本年度办理结果 / （六）其他处理 / 总计 ['0']

      """)
}

@Test(arguments: [
  (
    "gongkai tables r", 64, "Say where to: --output FOLDER, --sqlite FILE, --xlsx FILE, or several."
  ),
  ("gongkai tables none --sqlite t", 66, "none: no such file"),
  ("gongkai tables r --sqlite no/t", 73, "no: cannot open: No such file or directory"),
  ("mkdir d; gongkai tables r --xlsx d", 73, "d: cannot create: Is a directory"),
  (
    "gongkai tables r --sqlite /dev/full", 73,
    "/dev/full: is no file; name one that can be replaced"
  ),
  (
    "cat r r > rr; gongkai tables rr --sqlite t", 65,
    "rr: two records are of reports/liuqiao-government-2023/input.pdf: members of an archive with one name, or records of two runs; a database has a row for each file, tables of CSV (-o) take both"
  ),
  (
    "echo {} > x; gongkai tables x -o t", 65,
    "x: holds no records; name a file that gongkai convert or gongkai run wrote"
  ),
  (
    ": > x; gongkai tables x --xlsx t", 65,
    "x: is empty; name a file that gongkai convert or gongkai run wrote"
  ),
])
func whatStandsInTheWayOfADatabaseIsSaid(command: String, status: Int32, message: String) throws {
  let result = try shell(
    "cp '\(reports)/liuqiao-government-2023/expected.jsonl' r; \(command); s=$?; ls; exit $s")
  #expect(result.status == status)
  #expect(
    status == 64 ? result.errors.contains(message) : result.errors == "gongkai: \(message)\n",
    "\(result.errors)")
  #expect(!result.text.split(separator: "\n").contains("t"))
  #expect(!result.text.contains("tmp"))
}

@Test func whatCannotBeWrittenWholeIsNotThere() throws {
  let result = try shell(
    """
    \(records); echo before > t.xlsx; echo before > t.sqlite; ulimit -f 300
    gongkai tables r --xlsx t.xlsx; echo $?; gongkai tables r --sqlite t.sqlite; echo $?; ls; cat t.xlsx t.sqlite
    """)
  #expect(result.text == "74\n74\nr\nt.sqlite\nt.xlsx\nbefore\nbefore\n")
  let errors = result.errors.split(separator: "\n")
  #expect(errors.count == 2)
  #expect(errors.first?.contains("/t.xlsx.sheet") == true, "\(result.errors)")
  #expect(errors.last?.contains("/t.sqlite: cannot be written: ") == true, "\(result.errors)")
}
