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

@Test func linesThatAreNoRecordsAreSaid() throws {
  let result = try page(
    "printf '{}\\nx\\n' > bad; gongkai page bad -o a.html; echo $?; grep -c '行不是记录' a.html")
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
    """)
  #expect(
    result.text == """
      1
      href="/in/%E5%B8%82%20%E5%B1%80/%E7%94%B2.txt"
      href="/in/b.txt"

      """)
}
