import Foundation
import TestSupport
import Testing

/// The lines of a document that show a command, without the remark behind it.
private func commands(of document: String) throws -> [String] {
  let url = TestFolders.package.appending(path: document)
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    .filter { $0.hasPrefix("    gongkai ") }
    .map { $0.components(separatedBy: "  #")[0].trimmingCharacters(in: .whitespaces) }
}

/// What the commands of the documents are about: originals by the names that they have there, and records of some.
private let originals = """
  R='\(TestFolders.fixtures.appending(path: "reports").path)'
  mkdir -p IN a FOLDER
  cp "$R/lanshan-government-2022/input.docx" 2022.docx; cp "$R/lanshan-government-2023/input.docx" draft.docx
  cp "$R/liuqiao-government-2023/input.pdf" report.pdf; cp "$R/liuqiao-government-2024/input.pdf" a/b.pdf
  cp report.pdf 2023.pdf; cp report.pdf 去年的报告.pdf; cp report.pdf b.pdf; cp a/b.pdf 草稿.pdf; cp a/b.pdf a.pdf
  cp draft.docx 草稿.docx; cp draft.docx a.docx; cp 2022.docx draft.docx IN; cp report.pdf FOLDER
  cp "$R/songping-statistics-2021/input.txt" c.txt; cp "$R/songping-statistics-2021/expected.txt" a.txt
  printf 'id,name\\nls,澜山县人民政府\\n' > agencies.csv; cp agencies.csv map.csv
  gongkai run IN -o OUT --quiet; gongkai convert a/b.pdf report.pdf -o records.jsonl
  """

/// Each command of a document does what it is shown for; what it prints is held elsewhere.
@Test(arguments: [
  ("README.md", 14), ("README.zh-CN.md", 14), ("docs/checking.md", 4), ("docs/analysing.md", 11),
  ("docs/operating.md", 2),
])
func commandsOfADocumentRun(document: String, count: Int) throws {
  let commands = try commands(of: document)
  #expect(commands.count == count)
  try inTemporaryFolder { folder in
    let lines = commands.map { command in
      // The name of an agency there stands for any.
      let command = command.replacing("某县人民政府", with: "澜山县人民政府")
      return "\(command) > out.log 2> errors.log < c.txt; s=$?; "
        + "case $s in 0|1|3) ;; *) echo \"$s: $(head -3 errors.log)\";; esac"
    }
    let result = try BuiltProgram.shell(
      ([originals] + lines).joined(separator: "\n"), in: folder)
    #expect(result.text == "", "\(document): \(result.text)\(result.errors)")
  }
}

/// Eight machines, each with its part of a tree, and what they made put together.
@Test func theShardsOfTheDocumentsAreMerged() throws {
  let commands = try commands(of: "docs/scaling.md")
  #expect(commands.count == 2)
  try inTemporaryFolder { folder in
    let result = try BuiltProgram.shell(
      """
      \(originals); rm -r OUT
      for k in 1 2 3 4 5 6 7 8; do
        \(commands[0].replacing("OUT/3", with: "OUT/$k").replacing("3/8", with: "$k/8")) --quiet; echo $?
      done
      \(commands[1]) 2> errors.log; echo $?; wc -l < MERGED/records.jsonl
      """, in: folder)
    #expect(result.text == String(repeating: "0\n", count: 9) + "2\n")
  }
}
