import Diagnostics
import DocumentModel
import Testing

@Suite struct DocumentNoiseTests {
  @Test(arguments: [
    "-1-", "- 12 -", "— 5 —", "－３－", "——1——", "·3·", "第3页", "第 3 页 共 9 页", "第 3 页/共 9 页",
    "Page 3 of 9",
    "首页 > 政务公开 > 政府信息公开年报", "当前位置：首页 > 年报", "您所在的位置: 首页", "字体：[大 中 小]", "【字体：大 中 小】", "打印", "关闭窗口",
    "【打印】【关闭】", "分享到：微信 微博", "浏览次数：132", "【浏览次数： 1,3】".replacing("1,3", with: "13"), "阅读量：5 次",
    "上一篇：2019年报告", "扫一扫在手机打开当前页", "┌──┬──┐",
  ])
  func pageNumbersAndFurnitureAreNoText(line: String) {
    #expect(DocumentNoise.isFurniture(line))
  }

  @Test(arguments: [
    "1", "-5", "—", "——", "-", "/", "0", "第二十条第（一）项", "第一部分", "中国兖州", "大中小学校", "共9条", "首页", "下载",
    "微信、微博",
    "打印费用由申请人承担", "发布日期：2021-01-31 字体：[大 中 小]", "（一）主动公开情况", "浏览次数是去年的两倍", "2020-2021", "1-2-3",
    "位置图",
    "Page 3", "关闭政府网站2个", "分享经验", "- 12345 -6 -",
  ])
  func whatMayBeTextStays(line: String) {
    #expect(!DocumentNoise.isFurniture(line))
  }

  @Test func aPictureIsTextInACellOnly() {
    let place = Location.cell(table: 1, row: 1, cell: 1)
    let document = Document(
      blocks: [
        .paragraph(Paragraph("受理12\u{FFFC}3件\u{FFFC}", at: .paragraph(1))),
        .paragraph(Paragraph("\u{FFFC}", at: .paragraph(2))),
        .table(
          Table(
            columnCount: 2, rows: [[TableCell("\u{FFFC}", at: place), TableCell("0", at: place)]])),
      ], notes: [Note(.footer, "\u{FFFC}甲", at: .part("word/footer1.xml"))])
    let clean = DocumentNoise.removed(from: document)
    #expect(clean.value.printed() == "受理12 3件\n\n\u{2060}\u{FFFC}\t0\n\n[footer] 甲\n")
    #expect(
      clean.issues.map(\.message) == [
        "left out as not part of the report: a picture (U+FFFC) (paragraph 1), a picture (U+FFFC) (paragraph 2), "
          + "a picture (U+FFFC) (part word/footer1.xml)"
      ])
  }

  @Test func noiseIsTakenOutOfADocumentAndListed() {
    let document = Document(
      blocks: [
        .paragraph(Paragraph("正文", at: .paragraph(1))),
        .paragraph(Paragraph("正文", at: .paragraph(2))),
        .paragraph(Paragraph("[bookmark: _Toc1]总体情况", at: .paragraph(3))),
        .table(
          Table(
            columnCount: 2,
            rows: [
              [
                TableCell("-1-", at: .cell(table: 1, row: 1, cell: 1)),
                TableCell("[bookmark: a]0", at: .cell(table: 1, row: 1, cell: 2)),
              ]
            ])),
        .paragraph(Paragraph("正文", at: .paragraph(4))),
        .paragraph(Paragraph("- 3 -", at: .paragraph(5))),
      ], notes: [Note(.footer, "— 1 —", at: .part("word/footer1.xml"))])
    let clean = DocumentNoise.removed(from: document)
    #expect(
      clean.value
        == Document(blocks: [
          .paragraph(Paragraph("总体情况", at: .paragraph(3))),
          .table(
            Table(
              columnCount: 2,
              rows: [
                [
                  TableCell("-1-", at: .cell(table: 1, row: 1, cell: 1)),
                  TableCell("0", at: .cell(table: 1, row: 1, cell: 2)),
                ]
              ])),
          .paragraph(Paragraph("正文", at: .paragraph(4))),
        ]))
    #expect(
      clean.issues == [
        Issue(
          .noiseRemoved,
          """
          left out as not part of the report: 正文 (paragraph 1), 正文 (paragraph 2), \
          [bookmark: _Toc1] (paragraph 3), [bookmark: a] (table 1 row 1 cell 2), - 3 - (paragraph 5), \
          — 1 — (part word/footer1.xml)
          """, at: .paragraph(1))
      ])
  }

  @Test(arguments: [
    ("[image: a.png]12", "12", "12"), ("12[image: a.png]3", "12 3", "12 3"),
    ("12[image: a][image: b]３", "12 ３", "12 ３"), ("12[bookmark: a]3", "123", "123"),
    ("12[image: a]A3", "12 A3", "12"), ("年[image: a]3", "年3", "年3"), ("5[image: a]", "5", "5"),
  ])
  func aFigureBesideAPictureStays(printed: String, cell: String, line: String) throws {
    let texts = [true, false].map { LineMarks.removed(from: printed, isInTable: $0)?.text }
    #expect(texts == [cell, line])
  }

  @Test func aScrapReadOffAPictureGoesWithItsMark() throws {
    let (text, marks) = try #require(LineMarks.removed(from: "前[image: image7.png]FRTE B"))
    #expect(text == "前")
    #expect(marks == ["[image: image7.png]FRTE B"])
    let kept = try #require(LineMarks.removed(from: "[image: a]图1 示例 [bookmark: b]"))
    #expect(kept.text == "图1 示例 ")
    #expect(kept.marks == ["[image: a]", "[bookmark: b]"])
    #expect(LineMarks.removed(from: "[链接] [image 1] [bookmark:") == nil)
  }
}
