import Diagnostics
import DocumentModel
import PlainTextReading
import Testing

/// The ways in which texts set tables.
@Suite struct TableFormTests {
  // MARK: Rows set by TABs

  @Test func rowsSetByTabsKeepTheirFieldsAndAreFilledAtTheRight() async throws {
    let text = """
      二、主动公开政府信息情况

      第二十条第（一）项\t\t\t
      信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
      规章\t0\t 1 \t　2
      行政许可\t3
      """
    #expect(
      try await dump(text) == [
        "1 二、主动公开政府信息情况", "3 [第二十条第（一）项|||]", "4 [信息内容|本年新制作数量|本年新公开数量|对外公开总数量]",
        "5 [规章|0|1|2]", "6 [行政许可|3||]",
      ])
  }

  @Test func aTableThatAPageBreakCutIsOne() async throws {
    let rows = "\t\t2.重复申请\t0\t0\n\t\t其他\t0\t0"
    let rest = "3.要求提供公开出版物\t0\t0\n四、结转下年度继续办理\t\t0\t0"
    let expected = ["[||2.重复申请|0|0]", "[||其他|0|0]", "[3.要求提供公开出版物|0|0||]", "[|四、结转下年度继续办理||0|0]"]
    for gap in ["\n\n", "\n\u{C}", "\n\n\u{C}\n\n", "\n\n\n— 5 —\n\n\n", "\n- 5 -\n"] {
      let document = try await read(rows + gap + rest).value
      #expect(dump(document, places: false) == expected, "gap \(gap.debugDescription)")
    }
  }

  @Test func twoBlankLinesOrAnotherWidthDivideTables() async throws {
    let four = "规章\t0\t1\t2\n其他\t0\t1\t2"
    let ten = "a\t\t\t1\t2\t3\t4\t5\t6\t7\nb\t\t\t1\t2\t3\t4\t5\t6\t7"
    #expect(
      try await dump("\(four)\n\n\n\(four)\n\n\(ten)") == [
        "1 [规章|0|1|2]", "2 [其他|0|1|2]", "--", "5 [规章|0|1|2]", "6 [其他|0|1|2]", "--",
        "8 [a|||1|2|3|4|5|6|7]", "9 [b|||1|2|3|4|5|6|7]",
      ])
  }

  @Test func aRowWhoseTabsAtTheEndWereLostStaysInTheTable() async throws {
    let text = """
      信息内容\t本年制发件数\t本年废止件数
      规章\t0\t0
      第二十条第（五）项
      信息内容\t本年处理决定数量\t
      行政许可\t550\t
      三、收到和处理政府信息公开申请情况
      a\tb\tc
      d\te\tf
      """
    #expect(
      try await dump(text) == [
        "1 [信息内容|本年制发件数|本年废止件数]", "2 [规章|0|0]", "3 [第二十条第（五）项||]", "4 [信息内容|本年处理决定数量|]",
        "5 [行政许可|550|]", "6 三、收到和处理政府信息公开申请情况", "7 [a|b|c]", "8 [d|e|f]",
      ])
  }

  @Test func tabsInRunningTextAreBlanks() async throws {
    let text = """
      \t根据《中华人民共和国政府信息公开条例》有关规定，编制本年度报告。报告由总体情况等六个部分组成。

      一、\t总体情况
      （一）\t主动公开情况
      联系电话：\t0537-3413872

      1.\t加强领导。
      2.\t完善制度。
      下一步
      总体情况\t
      其他\t
      """
    #expect(
      try await dump(text) == [
        "1 根据《中华人民共和国政府信息公开条例》有关规定，编制本年度报告。报告由总体情况等六个部分组成。", "3 一、 总体情况",
        "4 （一） 主动公开情况", "5 联系电话： 0537-3413872", "7 1. 加强领导。", "8 2. 完善制度。", "9 下一步",
        "10 总体情况", "11 其他",
      ])
  }

  @Test func oneRowOfFiguresIsATable() async throws {
    #expect(try await dump("行政复议\t0\t0") == ["1 [行政复议|0|0]"])
    #expect(try await dump("注：\t含上年结转") == ["1 注： 含上年结转"])
  }

  @Test func aLineBreakInsideACellJoinsAsLinesDo() async throws {
    #expect(
      try await dump("信息内容\t本年新\u{B}制作数量\t300\u{2028}1\n规章\t0\t0") == [
        "1 [信息内容|本年新制作数量|300 1]", "2 [规章|0|0]",
      ])
  }

  // MARK: One cell on a line

  @Test func cellsOnLinesOfTheirOwnBecomeRows() async throws {
    let text = """
      二、主动公开政府信息情况
      \t第二十条第（一）项

      \t信息内容
      \t本年新
      制作数量
      \t总

      计

      \t规章
      \t　　0
      \t\u{A0}0

      \t
      \t（二）部分公开
      \t1



      三、收到和处理政府信息公开申请情况
      """
    #expect(
      try await dump(text) == [
        "1 二、主动公开政府信息情况", "2 [第二十条第（一）项||]", "4 [信息内容|本年新制作数量|总计]", "11 [规章|0|0]",
        "15 [|（二）部分公开|1]", "21 三、收到和处理政府信息公开申请情况",
      ])
  }

  @Test func aHeadingRightAfterTheLastCellEndsTheTable() async throws {
    let text = """
      \t行政许可
      \t0

      \t行政处罚
      \t0
       二、存在的主要问题及改进情况
      一是公开内容需要进一步深化。
      """
    #expect(
      try await dump(text) == [
        "1 [行政许可|0]", "4 [行政处罚|0]", "6 二、存在的主要问题及改进情况", "7 一是公开内容需要进一步深化。",
      ])
  }

  @Test func aCaptionRightAfterTheLastCellEndsTheTable() async throws {
    let text = """
      \t行政许可
      \t0

      \t行政处罚
      \t0
      收到和处理政府信息公开申请情况统计表
      \t规章
      \t1

      \t其他
      \t2
      """
    #expect(
      try await dump(text) == [
        "1 [行政许可|0]", "4 [行政处罚|0]", "6 收到和处理政府信息公开申请情况统计表", "7 [规章|1]", "10 [其他|2]",
      ])
  }

  @Test func bookmarksInsideCellsAreTakenOut() async throws {
    let text = "\t[bookmark: _Hlk66973412]一、本年新收\n\t0\n\n\t二、上年结转\n\t1"
    let reading = try await read(text)
    #expect(dump(reading.value) == ["1 [一、本年新收|0]", "4 [二、上年结转|1]"])
    #expect(
      reading.issues == [
        Issue(
          .noiseRemoved,
          "left out as not part of the report: [bookmark: _Hlk66973412] (line 1)", at: .line(1))
      ])
  }

  @Test func raisedAndLoweredDigitsOfAPageStayApart() async throws {
    #expect(
      try await dump("规章\t12<sup>1</sup>\t0\n其他\t3<sub class=\"n\">20</sub>4\t5<sup>注</sup>6") == [
        "1 [规章|12¹|0]", "2 [其他|3₂₀4|5注6]",
      ])
    #expect(
      try await dump("规章\t1&lt;SUP&gt;<b>2</b>&lt;/SUP&gt;3\t<sup>4\n其他\t5</sup>6\t7") == [
        "1 [规章|1²3|⁴]", "2 [其他|5 6|7]",
      ])
  }

  @Test func aFigureBesideAPictureIsNotLost() async throws {
    let text = """
      规章\t[image: a.png]12\t3[image: b.png]\t4[image: c.png]x
      其他\t12[image: a.png]3\t12[bookmark: b]3\t0
      | 行政许可 | [image: a.png]12 | 12[image: a.png]3 |
      """
    let document = try await read(text).value
    #expect(
      dump(document) == [
        "1 [规章|12|3|4]", "2 [其他|12 3|123|0]", "--", "3 [行政许可|12|12 3]",
      ])
    #expect(DocumentNoise.removed(from: document).value == document)
  }

  @Test func indentedParagraphsAreNoTable() async throws {
    let text = """
      \t一、总体情况
      \t（一）主动公开情况

      \t二、主动公开政府信息情况

      \t三、收到和处理政府信息公开申请情况
      """
    #expect(
      try await dump(text) == [
        "1 一、总体情况", "2 （一）主动公开情况", "4 二、主动公开政府信息情况", "6 三、收到和处理政府信息公开申请情况",
      ])
  }

  @Test func cellsWithoutBlankLinesBetweenRowsStayParagraphs() async throws {
    let rows = (1...6).map { "\t第\($0)行\n\t0\n\t0" }.joined(separator: "\n")
    let document = try await read(rows).value
    #expect(document.blocks.count == 18)
  }

  // MARK: Pipes

  @Test func markdownRowsAreATable() async throws {
    let text = """
      | 信息内容 | 本年制发<br>件数 | 备注 |
      |---|:--:|---|
      | 规章 | 0 | |
      | 规范性文件 | 3 |

      注：无
      """
    #expect(
      try await dump(text) == [
        "1 [信息内容|本年制发件数|备注]", "3 [规章|0|]", "4 [规范性文件|3|]", "6 注：无",
      ])
  }

  @Test func rowsSetByBarePipesAreATable() async throws {
    #expect(
      try await dump("规章 | 0 | 0 | 0 |\n规范性文件｜1｜2｜3\n├──┼──┤\n│ 其他 │ 4 │") == [
        "1 [规章|0|0|0]", "2 [规范性文件|1|2|3]", "4 [其他|4||]",
      ])
  }

  @Test func linksAtTheFootOfAPageAreNoTable() async throws {
    #expect(
      try await dump("网站地图 | 联系我们 | 关于本站\n|一、总体情况") == [
        "1 网站地图 | 联系我们 | 关于本站", "2 |一、总体情况",
      ])
  }

  @Test func thousandsOfPipesCollapse() async throws {
    let line =
      "规章" + String(repeating: "|", count: 3_000) + "0" + String(repeating: "|", count: 3_000)
    let reading = try await read("\(line)1|2\n\(line)3|4")
    #expect(dump(reading.value) == ["1 [规章|0|1|2]", "2 [规章|0|3|4]"])
    #expect(
      reading.issues == [
        Issue(
          .textTableRebuilt, "Rows of over 40 fields were read without their empty ones",
          at: .line(1))
      ])
  }

  @Test func aLineOfTooManyFieldsIsRefusedBeforeTheyAreRead() async throws {
    let line = String(repeating: "1|", count: 3_000)
    await #expect(
      throws: Failure(
        .documentLimit, "A table row has 3000 fields, more than the limit table_columns = 1024")
    ) {
      try await dump("\(line)\n\(line)")
    }
  }

  // MARK: Columns set by blanks

  @Test func figuresInColumnsSetByBlanksAreATable() async throws {
    let text = """
      二、主动公开政府信息情况
      信息内容        本年制发件数    本年废止件数    现行有效件数
      规　　章             0              0              0
      行政规范性文件       2              1             12
      第二十条第（五）项
      行政许可      550
      行政处罚      12    增 18    /
      三、收到和处理政府信息公开申请情况
      """
    let reading = try await read(text)
    #expect(
      dump(reading.value) == [
        "1 二、主动公开政府信息情况", "2 [信息内容|本年制发件数|本年废止件数|现行有效件数]", "3 [规章|0|0|0]",
        "4 [行政规范性文件|2|1|12]", "5 [第二十条第（五）项|||]", "6 [行政许可|550||]", "7 [行政处罚|12|增 18|/]",
        "8 三、收到和处理政府信息公开申请情况",
      ])
    #expect(reading.issues.map(\.code) == [.textTableRebuilt])
  }

  @Test func spacedWordsWithoutFiguresAreNoTable() async throws {
    #expect(
      try await dump("目    录\n地址：A路1号    邮编：272100    电话：0537\n　　一是加强领导。　　二是完善制度。　　三是加强培训。") == [
        "1 目 录", "2 地址：A路1号 邮编：272100 电话：0537", "3 一是加强领导。 二是完善制度。 三是加强培训。",
      ])
  }

  @Test func rowsWithSingleSpacesStayParagraphs() async throws {
    #expect(try await dump("规章 0 0 0\n其他 1 2 3") == ["1 规章 0 0 0", "2 其他 1 2 3"])
  }
}
