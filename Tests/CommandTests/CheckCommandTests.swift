import Foundation
import TestSupport
import Testing

private let fixtures = TestFolders.package.appending(path: "Fixtures")

/// Runs `command` where the fixtures are `$F` and the folder is empty.
private func run(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(command, in: folder, environment: ["F": fixtures.path])
  }
  return try #require(result)
}

@Test(arguments: ["doc", "docx", "pdf", "txt"])
func aDraftIsCheckedAlikeInEveryFormat(format: String) throws {
  let result = try run(
    """
    gongkai check $F/twins/wangchuan-market-2023/input.\(format) --json > out; echo $?
    python3 - <<'E'
    import json
    out = json.load(open("out"))
    print(out["counts"]["error"], [(f["words_zh"], f["codes"]) for f in out["findings"] if f["severity"] == "error"])
    print(sorted(f["kind"] for f in out["findings"] if f["kind"] != "reading"))
    E
    """)
  #expect(
    result.text == """
      1
      1 [('“三、（七）总计”行“商业企业”列印的是 131；改为 121，下面 3 项就都成立', ['A1', 'A2', 'A3'])]
      ['cell', 'identity']

      """)
}

@Test func anOriginalAndItsRecordAreCheckedAlike() throws {
  let result = try run(
    """
    cp $F/twins/wangchuan-market-2023/input.docx $F/twins/yunxi-water-2023/input.txt .
    gongkai check input.docx input.txt > a; echo $?
    gongkai convert input.docx input.txt > r; gongkai check r > b; echo $?
    cmp a b && grep -c 错误 a
    """)
  #expect(result.text == "1\n1\n3\n")
}

@Test func theReportsOfAnArchiveAreCheckedOneByOne() throws {
  let result = try run(
    """
    gongkai check $F/archives/reports-and-damage/input.zip --json > out 2> err; echo $?
    python3 -c 'for l in open("out"):
      import json; r = json.loads(l); print(r["path"].split("!/")[1], (r["error"] or {"code": None})["code"], r["counts"]["error"])'
    """)
  #expect(
    result.text == """
      3
      2024/网川教育.docx None 0
      2024/加密.docx encrypted 0
      2024/损坏.txt zip_corrupt 0
      2024/内层.zip unsupported_format 0
      2024/同名.txt None 1
      2024/同名 (2).txt None 1
      2024/两名.txt None 1
      2024/链接.txt input_not_regular 0
      2024/空.txt input_empty 0
      2024/通知.txt None 1

      """)
}

@Test func thePagesOfAPDFAreInTheHTML() throws {
  let result = try run(
    """
    gongkai check $F/twins/wangchuan-market-2023/input.pdf --html a.html > text; echo $?
    grep -c 'class="frame error" href="#r1f1"' a.html; grep -o 'data:image/png;base64,iVBOR' a.html | uniq -c | tr -d ' '
    grep -cE '(src|href)="[^d#]' a.html; head -1 text
    """)
  #expect(
    result.text == """
      1
      1
      2data:image/png;base64,iVBOR
      0
      …arket-2023/input.pdf  望川市市场监督管理局  2023 年度  错误 1，请核对 1，提示 1

      """)
}

@Test func lastYearsReportIsSetAgainstTheDraft() throws {
  let result = try run(
    """
    cp $F/reports/lanshan-government-2023/input.docx new.docx
    gongkai check new.docx --previous $F/reports/lanshan-government-2022/input.docx; echo $?
    """)
  #expect(
    result.text == """
      new.docx  澜山县人民政府  2023 年度  错误 0，请核对 0，提示 0
        标题    澜山县人民政府2023年政府信息公开工作年度报告
        机关    澜山县人民政府，2023 年度，2021 年版格式
        日期    2024-03-21（应在 2024-03-31 前公布）
        联系    电话 0999-6620001
        与上年  9 项衔接，0 项不衔接；正文有 100% 与上年相同
      0

      """)
}

@Test func whatMustNotBePublishedIsSaid() throws {
  let result = try run(
    """
    python3 - $F/twins/yunxi-water-2023/input.docx draft.docx <<'E'
    import sys, zipfile
    old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w")
    for name in old.namelist():
        data = old.read(name)
        if name == "word/document.xml":
            data = data.replace(b"</w:p>", b'<w:del w:id="9"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>', 1)
        new.writestr(name, data)
    new.close()
    E
    gongkai check draft.docx | tail -3; gongkai check draft.docx > out; echo $?
    """)
  #expect(
    result.text == """
      请核对
        1.  读取时：修订按已接受处理
            - 文件里还有修订痕迹：公布前请全部接受或拒绝
      0

      """)
}

@Test func everyReportFitsOnAScreen() throws {
  let result = try run(
    """
    for f in $F/reports/*/input.txt $F/html/attachments-only/input.*; do
      for l in zh en; do gongkai check --lang $l $f 2> err > out; cat out >> all
        test $(wc -l < out) -le 42 || echo "$f $l"; done
    done
    python3 -c 'import unicodedata as u
    print(max(sum(2 if u.east_asian_width(c) in "WF" else 1 for c in l.rstrip()) for l in open("all")) <= 80)'
    """)
  #expect(result.text == "True\n")
}

@Test(arguments: [
  ("gongkai check", 64), ("gongkai check none", 66), ("gongkai check $F/documents", 3),
  ("gongkai check $F/damaged/empty/input.docx", 3),
  ("gongkai check $F/documents/flood-notice/input.txt", 1),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx", 0),
  ("gongkai check - < $F/twins/yunxi-water-2023/input.docx", 0),
  ("gongkai check $F/twins/*/input.docx", 1), ("gongkai check $F/twins/*/input.docx none", 66),
  ("gongkai check $F/twins/*/input.docx --previous $F/twins/yunxi-water-2023/input.docx", 64),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx --previous none", 66),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx --previous $F/damaged/empty/input.docx", 3),
  (
    "gongkai check $F/twins/yunxi-water-2023/input.docx --previous $F/documents/flood-notice/input.txt",
    3
  ),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx --lang fr", 64),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx --html no/a", 73),
  ("gongkai check $F/twins/yunxi-water-2023/input.docx > /dev/full", 74),
  ("PATH=/none gongkai check $F/twins/yunxi-water-2023/input.pdf", 69),
  (
    """
    mkdir b; for p in pdftotext pdftocairo; do ln -s $(which $p) b/$p; done
    PATH=b gongkai check $F/twins/wangchuan-market-2023/input.pdf --html a
    """, 69
  ),
])
func theExitStatusOfACheckSaysHowItEnded(command: String, status: Int32) throws {
  let result = try run(command)
  #expect(result.status == status, "\(result.errors)")
  if status > 1 { #expect(result.errors.hasPrefix(status == 64 ? "" : "gongkai: ")) }
}
