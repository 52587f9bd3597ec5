import Diagnostics
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

/// Tables with lines around their cells.
@Suite struct TableReadingTests {
  private let columns: [Double] = [120, 30, 30, 30]

  @Test func aLabelOfSeveralLinesStandsInOneRowWithItsFigures() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [
          ["事项", "甲", "乙", "丙"], ["5.要求行政机关确认\n或重新出具\n已获取信息", "1", "20", "300"],
          ["6.其他", "0", "", "7"],
        ],
        x: 80, top: 100, columns: columns, rowHeight: 40)
    }
    let reading = try await Reading(file)
    #expect(
      reading == Reading(["事项|甲|乙|丙", "5.要求行政机关确认或重新出具已获取信息|1|20|300", "6.其他|0||7"]))
  }

  @Test func aFigureWrappedInANarrowCellIsOneValue() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["本年", "300\n1", "0"], ["上年", "25", "4"]], x: 80, top: 100, columns: [80, 24, 24],
        rowHeight: 30)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["本年|3001|0", "上年|25|4"], issues: [.pdfCellJoined]))
  }

  @Test(arguments: [
    (
      125.0,
      Reading(
        ["本年|1 \u{FFFD}\u{FFFD}|0", "上年|\u{FFFD}\u{FFFD} 25|4"], issues: [.pdfColumnUncertain])
    ),
    (155.0, Reading(["本年|1|0", "上年|25 \u{FFFD}\u{FFFD}|4"], issues: [.pdfColumnUncertain])),
    (117.0, Reading(["本年|1 33|0", "上年|25|4"], issues: [.pdfColumnUncertain])),
  ])
  func aFigureOnTheBorderOfItsCellIsOfNoCell(top: Double, expected: Reading) async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["本年", "1", "0"], ["上年", "25", "4"]], x: 80, top: 100, columns: [80, 24, 24],
        rowHeight: 30)
      page.text("33", x: 164.7, top: top)
    }
    #expect(try await Reading(file) == expected)
  }

  /// Lines close below each row, as a small line height draws them.
  @Test func figuresThatAllReachOverTheLinesBelowStayInTheirCells() async throws {
    let rows = [["本年", "1", "20"], ["上年", "25", "4"], ["合计", "26", "24"]]
    let file = PDFWriter { page, _ in
      page.table(
        rows.map { $0.map { _ in "" } }, x: 80, top: 100, columns: [80, 24, 24], rowHeight: 12)
      for (index, row) in rows.enumerated() {
        for (x, text) in zip([82.0, 164, 188], row) {
          page.text(text, x: x, top: 105.5 + 12 * Double(index))
        }
      }
    }
    #expect(try await Reading(file) == Reading(rows.map { $0.joined(separator: "|") }))
  }

  @Test func twoFiguresInAWideCellStayApart() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["本年", "3\n5", "0"], ["上年", "25", "4"]], x: 80, top: 100, columns: [80, 60, 60],
        rowHeight: 30)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["本年|3 5|0", "上年|25|4"], issues: [.pdfColumnUncertain]))
  }

  @Test func aFigureThatJustDidNotFitIsOneValue() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["本年", "", "0"], ["上年", "", "4"]], x: 80, top: 100, columns: [80, 24, 24], rowHeight: 36)
      page.text("28", x: 164.7, top: 104, size: 13.4)
      page.text("49", x: 164.7, top: 119, size: 13.4)
      page.text("1234", x: 162.5, top: 150)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["本年|2849|0", "上年|1234|4"], issues: [.pdfCellJoined]))
  }

  /// A border of one column, drawn anew a little below the row's: no text fits between the two.
  @Test(arguments: [4.0, 8.0]) func aBorderThatLeavesNoRoomForTextIsNone(offset: Double)
    async throws
  {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "甲"], ["行政处罚", "18668"], ["行政强制", "0"]], x: 80, top: 100, columns: [80, 80])
      page.line(fromX: 160, top: 124 + offset, toX: 240, top: 124 + offset)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["事项|甲", "行政处罚|18668", "行政强制|0"]))
  }

  /// A piece of the line between two rows is missing: what stands in the middle of the lower row is that row's.
  @Test func aFigureBesideAHoleInTheLinesStandsInItsOwnRow() async throws {
    let file = PDFWriter { page, _ in
      page.table([["事项"], ["处罚"], ["许可"], ["强制"]], x: 80, top: 100, columns: [80])
      for top in [100.0, 124, 172, 196] { page.line(fromX: 160, top: top, toX: 240, top: top) }
      page.line(fromX: 240, top: 100, toX: 240, top: 196)
      for (text, top) in [("数量", 106.0), ("12", 154), ("7", 178)] {
        page.centred(text, x: 200, top: top)
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["事项|数量", "处罚|", "许可|12", "强制|7"]))
  }

  /// A blank cell above another one is as high as a line of text.
  @Test func aLowBlankCellStays() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "甲"], ["行政处罚", ""], ["行政强制", "0"]], x: 80, top: 100, columns: [80, 80],
        rowHeight: 28)
      page.line(fromX: 160, top: 141, toX: 240, top: 141)
      page.centred("18668", x: 200, top: 143)
    }
    let reading = try await Reading(file)
    #expect(reading.blocks == ["事项|甲", "行政处罚|", "|18668", "行政强制|0"])
  }

  @Test func fullWidthFiguresInAWideCellStayApart() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["本年", "３\n５件", "１"], ["上年", "25", ""]], x: 80, top: 100, columns: [80, 60, 60],
        rowHeight: 30)
      page.text("２", x: 226, top: 140)
      page.text("３", x: 246, top: 140)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["本年|３ ５件|１", "上年|25|２ ３"]))
  }

  @Test func digitsThatABorderCutsAreNoNumber() async throws {
    let file = PDFWriter { page, _ in
      page.table([["项", "", ""], ["1", "2", "3"]], x: 80, top: 100, columns: [40, 40, 40])
      page.text("12345", x: 147.5, top: 107)
    }
    let reading = try await Reading(file)
    let digits = String(repeating: "\u{FFFD}", count: 5)
    #expect(reading == Reading(["项||\(digits)", "1|2|3"], issues: [.pdfColumnUncertain]))
  }

  @Test func digitsThatRunOverABorderAreFlagged() async throws {
    let file = PDFWriter { page, _ in
      page.table([["项", "", ""], ["1", "2", "3"]], x: 80, top: 100, columns: [40, 40, 40])
      page.text("12345", x: 150, top: 107)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["项|12|345", "1|2|3"], issues: [.pdfColumnUncertain]))
  }

  @Test func pagesOfOtherSizesKeepTheirLines() async throws {
    // Two blanks in the middle, that only lines can tell from merged cells.
    let rows = [["项", "甲", "", "", "丁"], ["数", "5", "", "", "6"]]
    var wide = PDFWriter.Page(width: 842, height: 595)
    wide.table(rows, x: 80, top: 100, columns: [140, 140, 140, 140, 140])
    var upright = PDFWriter.Page()
    upright.table(rows, x: 80, top: 100, columns: [80, 80, 80, 80, 80])
    upright.text("之后", x: 80, top: 200)
    let reading = try await Reading(PDFWriter([upright, wide, upright]))
    let table = ["项|甲|||丁", "数|5|||6"]
    #expect(reading == Reading(table + ["之后"] + table + table + ["之后"]))
  }

  @Test func labelsOfOneCharacterALineSpanTheirRows() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["办\n理\n结\n果", "公开", "1"], [nil, "不公开", "2"], [nil, "其他", "3"]], x: 80, top: 100,
        columns: [20, 80, 30])
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["办理结果|公开|1", "|不公开|2", "|其他|3"]))
  }

  @Test func uprightLabelsInTwoColumnsReadFromRightToLeft() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["", "公开", "1"], [nil, "不公开", "2"]], x: 80, top: 100, columns: [30, 80, 30], rowHeight: 40)
      page.upright("不予", x: 102, top: 110)
      page.upright("处理", x: 90, top: 110)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["不予处理|公开|1", "|不公开|2"]))
  }

  @Test func headsOfTwoLevelsKeepTheirColumns() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "自然人", "组织", nil], [nil, "", "企业", "机构"], ["新收", "1", "2", "3"]], x: 80, top: 100,
        columns: [80, 40, 40, 40])
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["事项|自然人|组织|", "||企业|机构", "新收|1|2|3"]))
  }

  @Test func textThatTouchesTheNextCellIsCutAtTheBorder() async throws {
    let file = PDFWriter { page, _ in
      page.table([["", "", "年"], ["1", "2", "3"]], x: 80, top: 100, columns: [40, 40, 40])
      page.text("商业企业科研机构", x: 80, top: 107)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["商业企业|科研机构|年", "1|2|3"]))
  }

  @Test func aWordAcrossABorderIsFlagged() async throws {
    let file = PDFWriter { page, _ in
      page.table([["", "", "年"], ["1", "2", "3"]], x: 80, top: 100, columns: [40, 40, 40])
      page.text("12345", x: 107.5, top: 107)
    }
    let reading = try await Reading(file)
    #expect(reading.issues == [.pdfColumnUncertain])
  }

  @Test func boldFiguresDrawnTwiceCountOnce() async throws {
    let file = PDFWriter { page, _ in
      for offset in [0, 0.4] {
        page.table([["项", "甲"], ["数", "5"]], x: 80 + offset, top: 100, columns: [60, 60])
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["项|甲", "数|5"]))
  }

  @Test func aTurnedPageIsReadAsSeen() async throws {
    // Text that runs upwards on an upright sheet, with a sign that turns the sheet: a landscape table.
    var page = PDFWriter.Page(rotation: 90)
    page.table([["项", "一"], ["数", "5"]], x: 600, top: 100, columns: [60, 60], isTurned: true)
    let reading = try await Reading(PDFWriter([page]))
    #expect(reading == Reading(["项|一", "数|5"]))
  }

  @Test func aTableWithoutLinesKeepsItsColumnsAndIsFlagged() async throws {
    let file = PDFWriter { page, _ in
      page.text("二、统计情况如下", x: 80, top: 60)
      page.table(
        [["事项", "甲", "乙"], ["一、新收申请\n数量", "12", "0"], ["二、上年结转", "", "7"]], x: 80, top: 100,
        columns: [120, 60, 60], rowHeight: 30, isRuled: false)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(
          ["二、统计情况如下", "事项|甲|乙", "一、新收申请数量|12|0", "二、上年结转||7"],
          issues: [.pdfColumnUncertain]))
  }

  @Test func dotsInARowAreALine() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["项", "", "乙"], ["数", "", "5"]], x: 80, top: 100, columns: [60, 60, 60], isRuled: false)
      for line in 0...3 {
        for dot in 0..<120 {
          let place = 1.5 * Double(dot)
          if line < 3 {
            page.box(x: 80 + place, top: 100 + 24 * Double(line), width: 0.75, height: 0.75)
          }
          if dot < 32 {
            page.box(x: 80 + 60 * Double(line), top: 100 + place, width: 0.75, height: 0.75)
          }
        }
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["项||乙", "数||5"]))
  }

  @Test func cellsMayHaveBordersOfTheirOwn() async throws {
    let file = PDFWriter { page, _ in
      for (row, cells) in [["项", "", "乙"], ["数", "", "5"]].enumerated() {
        for (column, cell) in cells.enumerated() {
          page.table(
            [[cell]], x: 80 + 63.5 * Double(column), top: 100 + 27.5 * Double(row), columns: [60])
        }
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["项||乙", "数||5"]))
  }

  @Test func aBorderMayBeTheSpaceBetweenTwoRectangles() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["项", "", "乙"], ["数", "", "5"]], x: 80, top: 100, columns: [60, 60, 60], isRuled: false)
      for place in 0..<6 {
        page.frame(
          x: 80 + 60 * Double(place % 3), top: 100 + 24 * Double(place / 3), width: 58, height: 22)
      }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["项||乙", "数||5"]))
  }

  @Test func linesOfATallFontDoNotOverlap() throws {
    let words = [("1.属", 0.0, 15.0), ("于国", 11.0, 20.0), ("家秘", 22.0, 20.0), ("密", 33.0, 10.0)]
      .map { text, top, width in
        "    <word xMin=\"90.000000\" yMin=\"\(top)\" xMax=\"\(90 + width)\" yMax=\"\(top + 26)\">\(text)</word>\n"
      }
    let listing = try #require(
      BoxListing(
        Array(
          "<body>\n<doc>\n  <page width=\"595.0\" height=\"842.0\">\n\(words.joined())  </page>\n</doc>\n</body>\n</html>\n"
            .utf8)))
    var page = listing.pages[0]
    page.trimTallWords()
    #expect(LineAssembly.lines(of: page.words).map(\.text) == ["1.属", "于国", "家秘", "密"])
  }

  @Test(arguments: [
    "185 680 30 16 re S", "152 674 96 36 re S",
    "151.5 673.5 97 37 re 152.5 674.5 95 35 re f*",
    "185 680 30 0.5 re f 185 696 30 0.5 re f 185 680 0.5 16 re f 215 680 0.5 16 re f",
  ])
  func aFrameAroundANumberIsNoCell(operators: String) async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "数量", "备注"], ["行政处罚", "12", "3"], ["行政许可", "4", "5"]], x: 50, top: 90,
        columns: [100, 100, 100], rowHeight: 40)
      page.paint("0.5 w " + operators)
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["事项|数量|备注", "行政处罚|12|3", "行政许可|4|5"]))
  }

  @Test(arguments: ["/CropBox [0 0 320 842]", "/CropBox [80 0 595 842]"])
  func figuresOfATableThatThePageCutsAreUnreadable(crop: String) async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "数量", "备注"], ["行政处罚", "12", "3"], ["行政许可", "4", "5"]], x: 50, top: 90,
        columns: [100, 100, 100], rowHeight: 40)
      page.attributes = crop
    }
    let reading = try await Reading(file)
    #expect(reading.issues.contains(.pdfColumnUncertain))
    #expect(
      reading.blocks.allSatisfy { $0.unicodeScalars.allSatisfy { !("0"..."9").contains($0) } })
  }

  @Test func aFrameAroundTextIsNoTable() async throws {
    let file = PDFWriter { page, _ in
      page.table([["一行文字"]], x: 80, top: 100, columns: [200])
      page.table([["", "甲", "乙"], ["", "1", "2"]], x: 80, top: 200, columns: [60, 60, 60])
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["一行文字", "|甲|乙", "|1|2"]))
  }
}

/// Tables that go on over page breaks.
@Suite struct PageBreakTests {
  @Test func rowsGoOnOnTheNextPageAndItsRepeatedHeadIsDropped() async throws {
    let reading = try await read(
      [["项", "甲", "乙"], ["一", "1", "2"]], [["项", "甲", "乙"], ["二", "3", "4"]])
    #expect(reading == Reading(["项|甲|乙", "一|1|2", "二|3|4"]))
  }

  @Test func columnsMayShiftBetweenPages() async throws {
    let reading = try await read([["项", "甲", "乙"], ["一", "1", "2"]], [["二", "3", ""]], shift: 8)
    #expect(reading == Reading(["项|甲|乙", "一|1|2", "二|3|"]))
  }

  @Test func aGroupsLabelIsJoined() async throws {
    let reading = try await read(
      [["（四）无", "1.甲", "2"], [nil, "2.乙", "3"]], [["法提供", "3.丙", "4"], [nil, "4.丁", "5"]])
    #expect(reading == Reading(["（四）无法提供|1.甲|2", "|2.乙|3", "|3.丙|4", "|4.丁|5"]))
  }

  @Test func aRowCutInItsLabelIsJoined() async throws {
    let reading = try await read(
      [["项", "甲", "乙"], ["要求行政机关", "1", "2"]], [["重新出具", "", ""], ["其他", "3", "4"]])
    #expect(reading == Reading(["项|甲|乙", "要求行政机关重新出具|1|2", "其他|3|4"]))
  }

  @Test func aFigureCutByThePageBreakIsJoinedAndFlagged() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      page.table(
        [number == 1 ? ["重复申请", "300", "1"] : ["", "15", ""]]
          + (number == 1 ? [] : [["其他", "0", "4"]]),
        x: 80, top: number == 1 ? 746 : 72, columns: [64, 19, 19])
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["重复申请|30015|1", "其他|0|4"], issues: [.pdfCellJoined]))
  }

  /// The group's label stands in the middle of its cell, which the page cut.
  @Test func aFigureCutBesideAGroupsLabelIsJoined() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      page.table(
        number == 1
          ? [["一、本年", "（一）新收", "9"], ["", "（一）予以", "3"], [nil, "（二）部分", "300"]]
          : [["三、办理", "", "15"], [nil, "（三）不予", "4"]],
        x: 80, top: number == 1 ? 698 : 72, columns: [64, 64, 19])
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(
          ["一、本年|（一）新收|9", "三、办理|（一）予以|3", "|（二）部分|30015", "|（三）不予|4"],
          issues: [.pdfCellJoined]))
  }

  /// The group's cell has no border on the second page: the columns are those that lie the same.
  @Test func aRestBehindAPageBreakStandsBelowItsOwnColumn() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      let rows: [[String?]] =
        number == 1
        ? [["三、", "4.权益", "55", "45", "18", "", ""]]
        : [["", "", "", "", "", "48"], ["5.信息", "57", "26", "2", "1", "86"]]
      page.table(
        rows, x: number == 1 ? 80 : 116, top: number == 1 ? 746 : 72,
        columns: number == 1 ? [36, 64, 18, 18, 18, 18, 18] : [64, 18, 18, 18, 18, 18])
    }
    let reading = try await Reading(file)
    #expect(reading.blocks == ["三、|4.权益|55|45|18||48", "5.信息|57|26|2|1|86"])
  }

  @Test func aRowWithABlankValueIsNoRestOfTheRowAbove() async throws {
    let reading = try await read([["规章", "1", "2"]], [["文件", "", ""], ["其他", "3", "4"]])
    #expect(reading == Reading(["规章|1|2", "文件||", "其他|3|4"]))
  }

  @Test(arguments: [("184件", "776件", 28.0), ("1 8", "5 3", 14)])
  func aNumberIsNoLabelThatGoesOnBelowThePageBreak(above: String, below: String, width: Double)
    async throws
  {
    let file = PDFWriter(pages: 2) { page, number in
      page.table(
        number == 1
          ? [["一、本年", nil, "3"], ["二、上年", nil, above]]
          : [["三、办理", "（一）予以", below], [nil, "（二）部分", "4"]],
        x: 80, top: number == 1 ? 722 : 72, columns: [64, 64, width])
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(["一、本年||3", "二、上年||\(above)", "三、办理|（一）予以|\(below)", "|（二）部分|4"]))
  }

  @Test func aCaptionAtTheFootBelongsToTheTableOnTheNextPage() async throws {
    let reading = try await read([["第二十条", nil, nil]], [["项", "甲", "乙"], ["一", "1", "2"]])
    #expect(reading == Reading(["第二十条||", "项|甲|乙", "一|1|2"]))
  }

  @Test func pageNumbersBetweenThePartsAreTakenAway() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      page.table(
        [["行\(number)", "1", "2"], ["又\(number)", "3", "4"]], x: 80, top: number == 1 ? 700 : 72,
        columns: [60, 60, 60])
      page.text("- \(number) -", x: 280, top: 790)
    }
    let reading = try await Reading(file)
    #expect(
      reading
        == Reading(["行1|1|2", "又1|3|4", "行2|1|2", "又2|3|4"], issues: [.pdfRunningTextRemoved]))
  }

  private func read(
    _ upper: [[String?]], _ lower: [[String?]], shift: Double = 0
  ) async throws -> Reading {
    try await Reading(
      PDFWriter(pages: 2) { page, number in
        let rows = number == 1 ? upper : lower
        page.table(
          rows, x: number == 1 ? 80 : 80 + shift,
          top: number == 1 ? 770 - 24 * Double(rows.count) : 72, columns: [64, 64, 64])
      })
  }
}
