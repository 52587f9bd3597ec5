import Foundation
import TestSupport
import Testing

/// Runs `command` beside `records.jsonl` of the reports of the fixtures.
private func page(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    let fixtures = TestFolders.fixtures.appending(path: "reports").path
    result = try BuiltProgram.shell(
      "gongkai convert '\(fixtures)'/*/input.txt > records.jsonl 2> /dev/null\n" + command,
      in: folder)
  }
  return try #require(result)
}

@Test func recordsBecomeOnePage() throws {
  let result = try page(
    """
    gongkai page records.jsonl -o a.html; echo $?; gongkai page records.jsonl > b.html; cmp a.html b.html; ls
    grep -c '<h2>' a.html; grep -o '<title>.*</title>' a.html | head -1
    """)
  #expect(
    result.text == """
      0
      a.html
      b.html
      records.jsonl
      12
      <title>政府信息公开工作年度报告：数据概览</title>

      """)
  #expect(result.errors == "")
}

@Test func linksLeadToTheOriginals() throws {
  let result = try page(
    "gongkai page records.jsonl --originals ../in | grep -o 'href=\"[^\"#]*/input.txt\"' | sort -u")
  #expect(result.text.hasPrefix("href=\"./../in/"))
}

/// Where text and table differ, the sentence stands beside the cell.
@Test func whatTheTextSaysOtherwiseIsQuoted() throws {
  let result = try page(
    "gongkai page records.jsonl | grep -o '<bdi class=\"clip\">[^<]*</bdi><br> <q>[^<]*</q>'")
  #expect(result.text == "<bdi class=\"clip\">3</bdi><br> <q>予以公开4件</q>\n")
}

@Test func linesThatAreNoRecordsAreSaid() throws {
  let result = try page(
    "cp records.jsonl bad; printf '{}\\nx\\n' >> bad; gongkai page bad -o a.html; echo $?; grep -c '行不是记录' a.html"
  )
  #expect(result.text == "3\n1\n")
  #expect(result.errors == "gongkai: bad: 2 lines are not records\n")
}

@Test(arguments: [
  ("gongkai page none.jsonl", 66), ("gongkai page", 64), ("gongkai page .", 66),
  ("gongkai page records.jsonl -o none/a.html", 73), ("gongkai page records.jsonl > /dev/full", 74),
])
func thePageSaysWhyItCanNotBeWritten(command: String, status: Int32) throws {
  #expect(try page(command).status == status)
}

@Test func aRunLeavesItsPage() throws {
  let result = try page(
    """
    mkdir -p "in/市 局"; printf '文' > "in/市 局/甲.txt"; printf '字' > in/b.txt
    gongkai run in -o out --quiet; grep -o '<code>2[^<]*</code>' out/latest/report.html | grep -c Z
    grep -o 'href="/[^"]*"' out/latest/report.html | sed "s|$(pwd -P)||" | sort
    gongkai run in -o out --quiet --originals ../原件; grep -o 'href="[^"]*b.txt"' out/latest/report.html
    grep -c "$(pwd -P)" out/latest/report.html
    """)
  #expect(
    result.text == """
      1
      href="/in/%E5%B8%82%20%E5%B1%80/%E7%94%B2.txt"
      href="/in/b.txt"
      href="./../%E5%8E%9F%E4%BB%B6/b.txt"
      0

      """)
}

private let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

@Test(.enabled(if: chromium != nil, "Chromium is not installed"))
func aBrowserFiltersAndSortsTheAgencies() throws {
  let browse = TestFolders.package.appending(path: "Tests/Analysts/browse.py").path
  let reports = TestFolders.fixtures.appending(path: "reports").path
  let result = try page(
    """
    cat '\(reports)'/*/expected.jsonl > r; gongkai page r -o page.html; gongkai tables r -o t
    timeout 300 python3 '\(browse)' '\(chromium ?? "")' page.html t
    """)
  #expect(
    result.text == """
      all: 25 agencies, 301 3,475 199 859 39 223 263 -
      人民政府: 6 agencies, 301 3,312 133 700 - 143 258 -
      none on 2025: 24 agencies, - 3,475 199 859 39 223 5 -
      failing: 3 agencies, - 95 81 - - - 5 -
      sorted by 2025 and by name; all 25 are listed

      """, "\(result.errors)")
}

@Test func aRunSaysWhichAgenciesHaveNoReportYet() throws {
  let result = try page(
    """
    mkdir in; cp '\(TestFolders.fixtures.path)/reports/lanshan-government-2023/input.docx' in/a.docx
    printf 'id,name\\nls,澜山县人民政府\\ncg,城关镇人民政府\\nbs,白石市人民政府\\n' > map.csv
    gongkai run in -o out --agencies map.csv > mail 2> /dev/null; echo $?
    grep -A3 'No report on' mail; cmp mail out/latest/summary.txt
    jq -c .awaited out/latest/summary.json; grep -o '<summary>名录[^<]*' out/latest/report.html
    gongkai run in -o out --quiet --agencies map.csv; jq -c .awaited.count out/latest/summary.json
    sed -i '/^[cb]/d' map.csv; gongkai run in -o out --agencies map.csv 2> /dev/null | grep -c 'No report on'
    """)
  #expect(
    result.text == """
      0
      No report on 2023 yet (2 of the 3 agencies of the map)
        城关镇人民政府
        白石市人民政府

      {"agencies":["城关镇人民政府","白石市人民政府"],"count":2,"expected":3,"year":2023}
      <summary>名录中 3 个机关，2 个还没有 2023 年的报告 
      2
      0

      """, "\(result.errors)")
}
