import Foundation
import TestSupport
import Testing

private func run(_ command: String, files: [String: String] = [:]) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    result = try BuiltProgram.shell(command, in: folder)
  }
  return try #require(result)
}

/// The paths and error codes of the records that `output` holds.
private func outcomes(_ output: Data) throws -> [String] {
  try output.split(separator: UInt8(ascii: "\n")).map { line in
    let record = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    let path = (record["source"] as? [String: Any])?["path"] as? String ?? "-"
    let code = (record["error"] as? [String: Any])?["code"] as? String ?? "ok"
    return "\(path) \(code)"
  }
}

@Test func everyInputGivesOneLineAndTheStatusTellsOfFailures() throws {
  let result = try run(
    "gongkai convert a.txt b.txt", files: ["a.txt": "一段文字。\n", "b.txt": ""])
  #expect(try outcomes(result.output) == ["a.txt ok", "b.txt input_empty"])
  #expect(result.status == 3)
  #expect(result.errors == "gongkai: b.txt: The file has no bytes (input_empty)\n")
}

@Test func oddFileNamesWork() throws {
  let result = try run(
    #"""
    printf '文' > ./-o; printf '文' > $'a\nb.txt'; printf '文' > $'\xb5.txt'
    gongkai convert -- -o $'a\nb.txt' $'\xb5.txt'
    """#)
  #expect(try outcomes(result.output) == ["-o ok", "a\nb.txt ok", "\\xB5.txt ok"])
  #expect(result.status == 0)
}

@Test func standardInputIsOneDocument() throws {
  let result = try run("printf '文' | gongkai convert -")
  #expect(try outcomes(result.output) == ["- ok"])
}

@Test(arguments: [
  ("gongkai convert none", 66), ("gongkai convert", 64), ("gongkai convert --jobs 0 .", 64),
  ("printf 文 > a.txt; gongkai convert a.txt -o none/x", 73),
  ("printf 文 > a.txt; gongkai convert a.txt > /dev/full", 74),
  ("printf 文 > a.txt; (trap '' PIPE; gongkai convert a.txt a.txt a.txt) | true", 0),
  ("gongkai convert /dev/null", 3),
])
func theExitStatusSaysWhatHappened(command: String, status: Int32) throws {
  #expect(try run(command).status == status)
}

@Test func anOutputFileAppearsWholeOrNotAtAll() throws {
  let result = try run(
    "gongkai convert a.txt -o out.jsonl; gongkai convert a.txt | cmp - out.jsonl && ls",
    files: ["a.txt": "文"])
  #expect(result.text == "a.txt\nout.jsonl\n")
}

@Test func aDashAsTheOutputIsStandardOutput() throws {
  let result = try run(
    "gongkai convert a.txt | cmp - <(gongkai convert a.txt -o -) && gongkai extract a.txt -o - && ls",
    files: ["a.txt": "文"])
  #expect(result.text == "文\na.txt\n")
}

@Test func theOutputDoesNotDependOnTheNumberOfJobs() throws {
  let result = try run(
    """
    for i in 1 2 3 4 5 6 7 8 9; do printf "第 $i 份" > $i.txt; done
    one=$(mktemp); gongkai convert -j 1 . > $one; gongkai convert -j 8 . | cmp - $one; rm $one
    """)
  #expect(result == BuiltProgram.Result(status: 0, output: Data(), errors: ""))
}

@Test func extractThenParseGivesTheReportOfConvert() throws {
  let result = try run(
    """
    gongkai extract a.txt > b.txt; gongkai parse b.txt > parsed; gongkai convert a.txt > converted
    python3 - <<'E'
    import json
    a, b = (json.load(open(f)) for f in ("parsed", "converted"))
    print([k for k in a if a[k] != b[k]])
    E
    """,
    files: ["a.txt": "某市某局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息 12 条。\n"])
  #expect(result.text == "['source']\n")
}
