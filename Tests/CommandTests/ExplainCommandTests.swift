import Foundation
import TestSupport
import Testing

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

/// Runs `command` where the fixtures are `$F` and the folder is empty.
private func run(_ command: String) throws -> BuiltProgram.Result {
  var result: BuiltProgram.Result?
  try inTemporaryFolder { folder in
    result = try BuiltProgram.shell(command, in: folder, environment: ["F": fixtures.path])
  }
  return try #require(result)
}

@Test func aCellOfAPDFIsExplainedOnOneScreen() throws {
  let result = try run(
    "gongkai explain $F/twins/wangchuan-market-2023/input.pdf --cell applications.result_total.total"
  )
  #expect(result.status == 0)
  #expect(
    result.text.hasSuffix(
      """

      applications.result_total.total
        printed     1289
        value       1289
        place       page 3 box 489.4,534.8,524.0,550.4
        its row     三、本年度办理结果 / （七）总计
        its column  申请人情况 / 总计
        in print    （七）总计 | 983 | 131 | 33 | 37 | 79 | 36 | 1289
        form row    三、本年度办理结果 / （七）总计
        form column 总计
        meaning     Handled in the year, all results: all applicants, as printed

        A1(total) holds: 1347 = 1347
            一、本年新收政府信息公开… 1306 + 二、上年结转政府信息公开… 41
          = （七）总计 [1289] + 四、结转下年度继续办理 58

        A2(total) is not assessable: 1 of 22 cells without a number
          with 0 in their place it holds: 1289 = 1289
            （一）予以公开 297 + （二）部分公开（区分处理… 160 + 1.属于国家秘密 dash +
            2.其他法律行政法规禁止… 21 + 3.危及“三安全一稳定” 35 + 4.保护第三方合法权益 31 +
            5.属于三类内部事务信息 26 + 6.属于四类过程性信息 36 + 7.属于行政执法案卷 30 +
            8.属于行政查询事项 27 + 1.本机关不掌握相关政府… 210 + 2.没有现成信息需要另行… 86 +
            3.补正后申请内容仍不明确 36 + 1.信访举报投诉类申请 80 + 2.重复申请 28 +
            3.要求提供公开出版物 32 + 4.无正当理由大量反复申请 31 + 5.要求行政机关确认或重… 30 +
            1.申请人无正当理由逾期… 31 + 2.申请人逾期未按收费通… 31 + 3.其他 31
          = （七）总计 [1289]

        A3(result_total) fails: 1299 expected, 1289 printed, difference -10
            自然人 983 + 商业企业 131 + 科研机构 33 + 社会公益组织 37 + 法律服务机构 79 + 其他 36
          = 总计 [1289]

      """))
}

@Test(arguments: ["docx", "pdf", "txt"])
func theCellsOfFailingChecksAreListedWhateverTheFormat(format: String) throws {
  let result = try run(
    """
    gongkai explain $F/twins/wangchuan-market-2023/input.\(format) --json > out || exit
    python3 - <<'E'
    import json
    out = json.load(open("out"))
    print([(f["id"], f["scope"], f["blanks_as_zero"], len(f["cells"])) for f in out["failing"]])
    print(len(out["cells"]), all(c["location"] for c in out["cells"]))
    print(sorted({tuple(c["printed_column_labels"])[-1:] for c in out["cells"]}))
    E
    """)
  #expect(
    result.text == """
      [('A1', 'business', False, 4), ('A2', 'business', True, 22), ('A3', 'result_total', False, 7)]
      31 True
      [('其他',), ('商业企业',), ('总计',), ('法律服务机构',), ('社会公益组织',), ('科研机构',), ('自然人',)]

      """)
}

@Test func aRecordIsExplainedLikeItsOriginalButForWhatStandsAroundACell() throws {
  let result = try run(
    """
    cp -r $F/twins/wangchuan-market-2023 $F/twins/tongling-archives-2020 .
    gongkai convert wangchuan-market-2023/input.* tongling-archives-2020/input.* > records.jsonl
    path=wangchuan-market-2023/input.docx
    gongkai explain $path --json > a
    gongkai explain records.jsonl --path $path --json > b
    python3 - <<'E'
    import json
    a, b = json.load(open("a")), json.load(open("b"))
    around = ("printed_row_labels", "printed_column_labels", "printed_row")
    for cell in a["cells"] + b["cells"]:
        for key in around: cell.pop(key)
    print(a == b, len(a["cells"]), list(a) == list(b))
    E
    """)
  #expect(result.text == "True 31 True\n")
}

@Test func thePictureShowsThePageWithItsCellInARedFrame() throws {
  let result = try run(
    """
    for d in twins/wangchuan-market-2023 reports/shipu-energy-2022 reports/baishi-office-2025; do
      gongkai explain $F/$d/input.pdf --cell applications.granted.total --json --png p.png > out || exit
      python3 - <<'E'
    import json, struct, zlib
    data = open("p.png", "rb").read()
    assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
    place, chunks = 8, {}
    while place < len(data):
        size, = struct.unpack(">I", data[place:place + 4])
        body = data[place + 4:place + 8 + size]
        assert struct.unpack(">I", data[place + 8 + size:place + 12 + size])[0] == zlib.crc32(body)
        chunks[body[:4]] = body[4:]
        place += 12 + size
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    rows = zlib.decompress(chunks[b"IDAT"])
    assert len(rows) == height * (1 + 3 * width)
    line = 1 + 3 * width
    red = [(x, y) for y in range(height) for x in range(width)
           if rows[y * line + 1 + 3 * x:y * line + 4 + 3 * x] == b"\\xe0\\x10\\x10"]
    box = json.load(open("out"))["cells"][0]["location"].split(" box ")[1].split(",")
    left, top, right, bottom = (float(n) * 110 / 72 for n in box)
    xs, ys = [x for x, _ in red], [y for _, y in red]
    off = (left - min(xs), top - min(ys), max(xs) - right, max(ys) - bottom)
    print(all(3 <= o <= 6.5 for o in off))
    E
    done
    """)
  #expect(result.errors == "")
  #expect(result.text == "True\nTrue\nTrue\n")
}

@Test func anUnknownCellIsRefusedWithTheNearestNames() throws {
  let result = try run("gongkai explain none --cell denied.state_secret.busines")
  #expect(result.status == 64)
  #expect(
    result.errors == """
      gongkai: the form has no cell "denied.state_secret.busines"; did you mean \
      "applications.denied.state_secret.business"?

      """)
}

@Test(arguments: [
  ("gongkai explain none", 66), ("gongkai explain", 64),
  ("gongkai explain $F/damaged/empty/input.docx", 3),
  ("gongkai explain $F/documents", 3),
  ("PATH=/none gongkai explain $F/twins/yunxi-water-2023/input.pdf", 69),
  ("gongkai explain $F/twins/yunxi-water-2023/input.docx --png a.png", 64),
  ("gongkai explain $F/twins/yunxi-water-2023/input.pdf --png a.png", 64),
  (
    "gongkai explain $F/twins/yunxi-water-2023/input.pdf --cell applications.granted.total --png no/a",
    73
  ),
  (
    """
    mkdir b; ln -s $(type -P pdftotext) $(type -P pdftocairo) b
    PATH=b gongkai explain $F/twins/yunxi-water-2023/input.pdf --cell applications.granted.total --png a
    """, 69
  ),
  ("gongkai explain $F/reports/songping-transport-2017/input.*", 0),
  ("gongkai explain $F/twins/yunxi-water-2023/input.docx > /dev/full", 74),
  ("gongkai convert $F/twins/yunxi-water-2023/input.* > r; gongkai explain r", 64),
  ("gongkai convert $F/twins/yunxi-water-2023/input.* > r; gongkai explain r --path x", 66),
  ("gongkai convert $F/twins/yunxi-water-2023/input.txt > r; gongkai explain r", 0),
  ("printf '' > a; gongkai convert a > r; gongkai explain r", 3),
])
func theStatusOfExplainSaysWhatHappened(command: String, status: Int32) throws {
  #expect(try run(command).status == status)
}
