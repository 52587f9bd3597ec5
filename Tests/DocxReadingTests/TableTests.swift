import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct TableTests {
  private let restart = "<w:vMerge w:val=\"restart\"/>"
  private let goesOn = "<w:vMerge/>"

  @Test func linesOfACellJoinAsInEveryFormat() async throws {
    let cell = "<w:tc>\(p("本年新"))\(p("制作"))</w:tc>"
    for (left, right) in [("3", "5"), ("3", "—"), ("3．", "5"), ("＋", "5"), ("总", "计"), ("a", "b")] {
      let figures = "<w:tc>\(p(left))\(p(right))</w:tc>"
      #expect(
        try await lines(tbl(tr(cell, figures)))
          == ["本年新制作|\(CleanText.joinLines([left, right]))"])
    }
  }

  @Test func spansAndMergesFillTheGrid() async throws {
    let table = tbl(
      tr(tc(restart + span(2), "结果"), tc(span(2), "合计")),
      tr(tc(goesOn + span(2)), tc("", "甲"), tc("", "乙")),
      tr(tc("", "一"), tc("", "二"), tc("", "1"), tc("", "2")))
    #expect(try await lines(table) == ["结果|<|合计|<", "^|^|甲|乙", "一|二|1|2"])
  }

  @Test func textInATableIsParagraphs() async throws {
    let prose = "全年公开政府信息12条，办理申请3件，均已按时答复。"
    #expect(
      try await lines(tbl(tr(tc(""), tc("", "云溪区水利局", "2024年1月16日"))))
        == ["云溪区水利局", "2024年1月16日"])
    #expect(try await lines(tbl(tr(tc("", "1"), tc("", prose)))) == ["1.\(prose)"])
    #expect(
      try await lines(
        tbl(
          tr(tc(span(2), "一、总体情况")), tr(tc(span(2), prose, prose)), tr(tc("", "甲"), tc("", "1")),
          tr(tc(span(2), "二、其他")), tr(tc(span(2), prose))))
        == ["一、总体情况", prose, prose, "甲|1", "二、其他", prose])
  }

  @Test func cellsAreCountedInTheRowWhereTheyBegin() async throws {
    let table = tbl(
      tr(tc(restart, "甲"), tc("", "1")), tr(tc(goesOn), tc("", "2")))
    let document = try await read(DocxBuilder(table)).value
    func at(_ row: Int, _ cell: Int) -> Location { .cell(table: 1, row: row, cell: cell) }
    #expect(
      document.blocks == [
        .table(
          Table(
            columnCount: 2,
            rows: [
              [TableCell("甲", at: at(1, 1)), TableCell("1", at: at(1, 2))],
              [TableCell("", .coveredFromAbove, at: at(1, 1)), TableCell("2", at: at(2, 1))],
            ]))
      ])
  }

  @Test func columnsAreWhereCellsBegin() async throws {
    // The grid says 6, the header says 20, the rows have 3.
    let grid =
      "<w:tblGrid>" + String(repeating: "<w:gridCol w:w=\"900\"/>", count: 6) + "</w:tblGrid>"
    let table = tbl(
      grid, tr(tc(span(20), "标题")), tr(tc("", "a"), tc(span(2), "b"), tc(span(3), "c")))
    #expect(try await lines(table) == ["标题|<|<", "a|b|c"])
  }

  @Test func aGridColumnTooNarrowForTextIsNoColumn() async throws {
    let grid = [900, 900, 12, 900].map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let table = tbl(
      "<w:tblGrid>\(grid)</w:tblGrid>",
      tr(tc("", "a"), tc("", "b"), tc(span(2), "c")), tr(tc("", "1"), tc(span(2), "2"), tc("", "3"))
    )
    #expect(try await lines(table) == ["a|b|c", "1|2|3"])
  }

  @Test func aShortRowIsFilledUpAndOdd() async throws {
    let builder = DocxBuilder(tbl(tr(tc("", "a"), tc("", "b"), tc("", "c")), tr(tc("", "1"))))
    let result = try await read(builder)
    #expect(lines(result.value) == ["a|b|c", "1||"])
    #expect(
      result.issues == [
        Issue(
          .docxRaggedRow, "the row has 1 of 3 columns", at: .cell(table: 1, row: 2, cell: 1))
      ])
  }

  @Test func columnsLeftOutAtEitherEndAreBlank() async throws {
    let row =
      "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>\(tc("", "b"))</w:tr>"
    let builder = DocxBuilder(tbl(tr(tc("", "1"), tc("", "2"), tc("", "3")), row))
    #expect(try await lines(builder) == ["1|2|3", "|b|"])
    #expect(try await codes(builder) == [])
  }

  @Test func oldHorizontalMergesCoverFromTheLeft() async throws {
    let table = tbl(
      tr(tc("<w:hMerge w:val=\"restart\"/>", "合"), tc("<w:hMerge/>"), tc("", "1")))
    #expect(try await lines(table) == ["合|<|1"])
  }

  @Test func aMergeThatContinuesNothingIsACellOfItsOwn() async throws {
    let builder = DocxBuilder(
      tbl(tr(tc(goesOn, "甲"), tc("", "1")), tr(tc("", "乙"), tc(goesOn, "2"))))
    let result = try await read(builder)
    #expect(lines(result.value) == ["甲|1", "乙|2"])
    #expect(
      result.issues == [
        Issue(
          .docxOrphanVerticalMerge,
          "the cell continues no cell above it, and so 1 more in the table",
          at: .cell(table: 1, row: 1, cell: 1))
      ])
  }

  @Test func mergesThatDoNotLineUpAreNotMerged() async throws {
    let table = tbl(
      tr(tc(restart + span(2), "甲"), tc("", "1")), tr(tc(goesOn, "乙"), tc("", "2"), tc("", "3")))
    #expect(try await lines(table) == ["甲|<|1", "乙|2|3"])
  }

  @Test(arguments: ["2147483647", "99999999999999999999", "-1", "x", "1e300"])
  func anImpossibleSpanTakesWhatIsThere(span: String) async throws {
    let wide = tc("<w:gridSpan w:val=\"\(span)\"/>", "宽")
    let rows = try await lines(tbl(tr(tc("", "a"), tc("", "b"), tc("", "c")), tr(wide)))
    #expect(rows == (span.hasPrefix("-") || span == "x" ? ["a|b|c", "宽||"] : ["a|b|c", "宽|<|<"]))
  }

  @Test func linesOfACellJoinWithoutMakingNumbers() async throws {
    let table = tbl(
      tr(tc("", "本年新", "制作数量"), tc("", "3", "5"), tc("", "共", "12", "件"), tc("", "no", "way")),
      tr(
        "<w:tc><w:p><w:r><w:t>300</w:t><w:br/><w:t>1</w:t></w:r></w:p></w:tc>",
        tc("", "总", "", "计"), tc(""), tc("")))
    #expect(try await lines(table) == ["本年新制作数量|3 5|共12件|no way", "300 1|总计||"])
  }

  @Test func aTableOfOneColumnIsAFrame() async throws {
    let inner = tbl(tr(tc("", "甲"), tc("", "1")))
    let frame = tbl(tr("<w:tc>\(p("上"))\(inner)\(p("下"))</w:tc>"), tr(tc("", "末一", "末二")))
    #expect(try await lines(frame) == ["上", "甲|1", "下", "末一", "末二"])
    #expect(try await codes(DocxBuilder(frame)) == [])
  }

  @Test func aTableInACellFollowsItsTable() async throws {
    let inner = tbl(tr(tc("", "内"), tc("", "2")))
    let builder = DocxBuilder(
      tbl(tr("<w:tc>\(p("外"))\(inner)\(p("围"))</w:tc>", tc("", "1"))) + p("后"))
    let result = try await read(builder)
    #expect(lines(result.value) == ["外围|1", "内|2", "后"])
    #expect(result.issues.map(\.code) == [.docxNestedTableMoved])
  }

  @Test func aBlankTableIsNoBlock() async throws {
    #expect(
      try await lines(tbl(tr(tc(""), tc(""))) + "<w:tbl/>" + tbl("<w:tr/>") + p("甲")) == ["甲"])
  }

  @Test func rowsAndCellsMayBeWrapped() async throws {
    let cell = "<w:sdt><w:sdtContent>\(tc("", "1"))</w:sdtContent></w:sdt>"
    let row = "<w:sdt><w:sdtPr/><w:sdtContent>\(tr(tc("", "甲"), cell))</w:sdtContent></w:sdt>"
    #expect(try await lines(tbl(row)) == ["甲|1"])
  }

  @Test func aHiddenRowIsLeftOut() async throws {
    let hidden = "<w:tr><w:trPr><w:hidden/></w:trPr>\(tc("", "密"))\(tc("", "0"))</w:tr>"
    let builder = DocxBuilder(tbl(hidden, tr(tc("", "甲"), tc("", "1"))))
    #expect(try await lines(builder) == ["甲|1"])
    #expect(try await codes(builder) == [.docxHiddenTextOmitted])
  }

  @Test func moreCellsThanTheLimitFail() async throws {
    var limits = Limits()
    limits.tableCells = 10
    let table = tbl(tr(tc("", "1"), tc("", "2"), tc("", "3"), tc("", "4")))
    #expect(await failure(of: DocxBuilder(table).bytes(), limits: limits) == nil)
    #expect(
      await failure(of: DocxBuilder(table + table + table).bytes(), limits: limits)
        == .documentLimit)
  }
}
