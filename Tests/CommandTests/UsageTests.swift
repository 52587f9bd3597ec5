import Foundation
import TestSupport
import Testing

private let text = TestFolders.fixtures.appending(path: "reports/yunxi-housing-2020/input.txt").path
private let records = TestFolders.fixtures.appending(
  path: "reports/lanshan-government-2023/expected.jsonl"
).path
private let docx = TestFolders.fixtures.appending(
  path: "reports/lanshan-government-2023/input.docx"
).path

private func shell(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in result = try BuiltProgram.shell(command, in: folder) }
  return try #require(result)
}

@Test func linesComeInTheOrderOfTheArguments() throws {
  let result = try shell(
    """
    mkdir -p d/e; for f in z.txt d/b.txt d/a.txt d/e/c.txt; do cp '\(text)' $f; echo "$f" >> $f; done
    gongkai convert z.txt d/b.txt d z.txt | jq -r .source.path
    gongkai convert d z.txt | jq -r .source.path | xargs
    gongkai convert d/e/c.txt - d/a.txt < z.txt | jq -r .source.path | xargs
    """)
  #expect(
    result.text == """
      z.txt
      d/b.txt
      d/a.txt
      d/e/c.txt
      d/a.txt d/b.txt d/e/c.txt z.txt
      e/c.txt - a.txt

      """)
  #expect(result.errors == "")
}

@Test func patternsChooseWhatIsConverted() throws {
  let result = try shell(
    """
    mkdir -p in/old; for f in in/a.txt in/b.txt in/old/c.txt in/d.md; do cp '\(text)' $f; done
    gongkai convert in --include '*.txt' --exclude 'old/**' --exclude b.txt | jq -r .source.path
    gongkai convert in --include 'old/**' | jq -r .source.path
    """)
  #expect(result.text == "a.txt\nold/c.txt\n")
  #expect(result.errors == "")
}

@Test func aMissingInputDoesNotKeepOthersFromBeingConverted() throws {
  let result = try shell(
    """
    cp '\(text)' a.txt; gongkai convert none.txt a.txt -o r; echo $?
    jq -r '[.source.path, .status, .error.code] | @tsv' r; gongkai convert none.txt nor-this.docx -o s
    echo $?; ls; gongkai convert none.docx
    """)
  #expect(
    result.text == """
      66
      none.txt\tfailed\tinput_unreadable
      a.txt\tok\t
      66
      a.txt
      r

      """)
  #expect(
    result.errors == """
      gongkai: none.txt: Cannot be read: No such file or directory (input_unreadable)
      gongkai: none.txt: No such file or directory
      gongkai: nor-this.docx: No such file or directory
      gongkai: none.docx: No such file or directory

      """)
  #expect(result.status == 66)
}

@Test(arguments: ["audit", "page", "tables -o t"])
func aFileWithoutRecordsIsOneStatusEverywhere(command: String) throws {
  let result = try shell(
    """
    printf 'a\nb\n' > no.jsonl; touch empty.jsonl
    for f in no empty; do gongkai \(command) $f.jsonl; echo $?; done
    """)
  #expect(result.text == "65\n65\n")
  #expect(
    result.errors == """
      gongkai: no.jsonl: holds no records; name a file that gongkai convert or gongkai run wrote
      gongkai: empty.jsonl: is empty; name a file that gongkai convert or gongkai run wrote

      """)
}

@Test(arguments: [
  "convert none", "extract none", "parse none", "check none", "explain none", "diff none none",
  "audit none", "tables none -o t", "page none", "run none -o out",
  "tables '\(records)' -o t --agencies none", "audit '\(records)' --agencies none",
])
func aMissingFileIsOneStatusEverywhere(arguments: String) throws {
  let result = try shell("gongkai \(arguments)")
  #expect(result.status == 66)
  #expect(result.errors.hasPrefix("gongkai: none: "), "\(result.errors)")
  #expect(result.errors.lowercased().contains("no such file"), "\(result.errors)")
}

@Test(arguments: [
  ("tabels r", "there is no command tabels; did you mean gongkai tables?"),
  ("convrt a.txt", "there is no command convrt; did you mean gongkai convert?"),
  ("a.txt", "there is no command a.txt; gongkai convert a.txt converts a file"),
  ("nothing", "there is no command nothing; gongkai --help lists the commands"),
])
func aMistypedCommandIsSaidWithWhatMayBeMeant(arguments: String, message: String) throws {
  let result = try shell("touch a.txt; gongkai \(arguments)")
  #expect(result.status == 64)
  #expect(result.errors == "gongkai: \(message)\n")
}

@Test func theVersionHasAShortOptionInEveryCommand() throws {
  let result = try shell(
    """
    gongkai --version > v; cat v; gongkai -V | cmp - v; ln v ./-V
    for c in run merge worker convert extract parse tables check explain diff audit page schema doctor; do
      gongkai $c -V | cmp - v || echo $c; gongkai $c a -V | cmp - v || echo $c a
    done; gongkai convert -- -V > a; echo $?
    """)
  #expect(result.text.wholeMatch(of: #/gongkai \S+, rules \S+\n0\n/#) != nil, "\(result.text)")
  #expect(result.errors == "")
}

/// What Windows does to a file that is opened and saved there.
@Test func aRecordFileMayHaveBeenSavedOnWindows() throws {
  let result = try shell(
    #"""
    printf '\xef\xbb\xbf' > w; cat '\#(records)' \#(
      TestFolders.fixtures.path)/reports/liuqiao-government-202[34]/expected.jsonl > r
    sed 's/$/\r/' r >> w; for f in r w; do
      cp $f records; gongkai tables records -o $f.tables; gongkai audit records > $f.audit; gongkai page records > $f.page
      gongkai diff records --agency 柳桥区人民政府 --years 2023 2024 > $f.diff
      gongkai explain records --path reports/liuqiao-government-2023/input.pdf > $f.explain
      head -1 $f > one; gongkai explain one --cell 予以公开/总计 > $f.one; gongkai check one > $f.check
    done
    diff -r r.tables w.tables; for k in audit page diff explain one check; do [ -s r.$k ] && cmp r.$k w.$k; done
    """#)
  #expect(result.text == "")
  #expect(result.errors == "")
}

@Test func aMistypedAgencyIsSaidWithWhatMayBeMeant() throws {
  let result = try shell(
    "gongkai diff '\(records)' --agency 澜山县人民政付 --years 2022 2023; gongkai diff '\(records)' --agency 澜山 --years 2022 2023"
  )
  let message =
    "gongkai: \(records): no report of 澜山县人民政付 on 2022; there are 澜山县人民政府\n"
  #expect(result.errors == message + message.replacing("澜山县人民政付", with: "澜山"))
  #expect(result.status == 66)
}

@Test(arguments: [
  ("予以公开/总计", "applications.granted.total"),
  ("予以公开总计", "applications.granted.total"),
  ("三、本年度办理结果 （一）予以公开 总计", "applications.granted.total"),
  ("不予公开.1.属于国家秘密.自然人", "applications.denied.state_secret.natural_person"),
  ("部分公开（区分处理的，只计这一情形，不计其他情形）、商业企业", "applications.partial.business"),
  ("行政诉讼 复议后起诉 结果纠正", "review_litigation.suit_after_review.corrected"),
  ("行政事业性收费/本年收费金额", "active_disclosure.fees.amount_cny"),
  ("规范性文件 现行有效件数", "active_disclosure.normative_docs.in_force"),
])
func aCellIsFoundByItsLabels(labels: String, cell: String) throws {
  let result = try shell(
    "gongkai explain '\(docx)' --cell '\(labels)' --json | jq -r '.cells[].cell'")
  #expect(result.text == "\(cell)\n", "\(result.errors)")
}

@Test(arguments: [
  ("予以公幵总计", "the form has no cell \"予以公幵总计\"; did you mean \"予以公开/总计\""),
  ("其他", "the form has no cell \"其他\""),
  ("applications.grantd.total", "did you mean \"applications.granted.total\"?"),
])
func aCellThatIsNotClearIsAskedFor(cell: String, message: String) throws {
  let result = try shell("gongkai explain '\(docx)' --cell '\(cell)'")
  #expect(result.status == 64)
  #expect(result.errors.contains(message), "\(result.errors)")
}

@Test(arguments: ["echo '# Readme' > x", ": > x", "echo {} > x"])
func whatHoldsNoRecordsIsRefused(file: String) throws {
  for command in ["audit x", "tables x -o t", "tables x --sqlite t"] {
    let result = try shell("\(file); gongkai \(command); s=$?; ls; exit $s")
    #expect(result.status == 65, "\(command)")
    #expect(result.text == "x\n", "\(command)")
    let finding = file.hasPrefix(":") ? "is empty" : "holds no records"
    #expect(
      result.errors
        == "gongkai: x: \(finding); name a file that gongkai convert or gongkai run wrote\n")
  }
}

@Test func numbersInTheLogAreNumbers() throws {
  let result = try shell(
    """
    mkdir in; cp '\(text)' in/a.txt; gongkai run in -o out --quiet
    jq -c 'select(.message == "Planned") | [.found, .to_convert, .removed]' out/latest/log.jsonl
    """)
  #expect(result.text == "[1,1,0]\n", "\(result.errors)")
}

@Test func theDoctorLooksForGB18030AndPdftocairo() throws {
  let result = try shell(
    "gongkai doctor --json | jq -r '.checks[] | select(.name == \"gconv\" or .name == \"pdftocairo\") | .name'"
  )
  #expect(result.text == "pdftocairo\ngconv\n", "\(result.errors)")
}

@Test(arguments: [
  "convert a.txt -o a.txt", "convert . a.txt -o ../in/a.txt", "tables r.jsonl --sqlite r.jsonl2",
  "tables r.jsonl --xlsx ./l.xlsx", "page r.jsonl -o r.jsonl", "audit r.jsonl -o l.xlsx",
])
func noInputIsOverwritten(command: String) throws {
  let script = """
    mkdir in; cd in; echo 甲 > a.txt; gongkai convert a.txt -o r.jsonl 2>/dev/null
    ln r.jsonl r.jsonl2; ln -s r.jsonl l.xlsx; sum=$(cat a.txt r.jsonl | md5sum)
    gongkai \(command) 2>&1 | grep -o 'is the input.*'; echo ${PIPESTATUS[0]}
    [ "$(cat a.txt r.jsonl | md5sum)" = "$sum" ] && echo whole
    """
  try inTemporaryFolder { folder in
    let text = try BuiltProgram.shell(script, in: folder).text
    #expect(text == "is the input, which it would overwrite; give another name\n64\nwhole\n")
  }
}

@Test func patternsThatLeaveNothingAreSaid() throws {
  try inTemporaryFolder { folder in
    let script = "echo 甲 > a.txt; gongkai convert a.txt --include '*.pdf' 2>&1; echo $?"
    let text = try BuiltProgram.shell(script, in: folder).text
    #expect(text == "gongkai: no input matches --include and --exclude\n66\n")
  }
}
