import NationalForm
import Testing
import Workbooks

@testable import RecordTables

/// A grid in letters: each label by its beginning, `#` for a number, `.` for what a label covers.
private func drawn(_ grid: FormGrid) -> [String] {
  grid.rows.map { row in
    row.map { place in
      switch place {
      case .label(let text): String(text.prefix(6))
      case .cell: "#"
      case .covered: "."
      case .none: " "
      }
    }.joined(separator: " ")
  }
}

private func grid(_ id: TableID, _ edition: Edition) -> FormGrid {
  let block = FormBlock(edition: edition)
  let table = NationalForm.table(id)
  return switch id {
  case .activeDisclosure: block.byArticle(table)
  case .applications: block.byRow(table)
  case .reviewLitigation: block.inOneRow(table)
  }
}

@Test func theFirstTableStandsAsThePrintedFormHasIt() {
  #expect(
    drawn(grid(.activeDisclosure, .e2021)) == [
      "第二十条第（ . . . . .", "信息内容 . . 本年制发件数 本年废止件数 现行有效件数", "规章 . . # # #", "行政规范性文 . . # # #",
      "第二十条第（ . . . . .", "信息内容 . . 本年处理决定", "行政许可 . . #", "第二十条第（ . . . . .",
      "信息内容 . . 本年处理决定", "行政处罚 . . #", "行政强制 . . #", "第二十条第（ . . . . .", "信息内容 . . 本年收费金额",
      "行政事业性收 . . #",
    ])
  #expect(
    drawn(grid(.activeDisclosure, .e2019)).suffix(3) == [
      "第二十条第（ . . . . .", "信息内容 . . 采购项目数量 采购总金额（", "政府集中采购 . . # #",
    ])
}

@Test func theSecondTableStandsAsThePrintedFormHasIt() {
  let lines = drawn(grid(.applications, .e2021))
  #expect(
    lines.prefix(8) == [
      "（本列数据的 . . 申请人情况 . . . . . .", ". . . 自然人 法人或其他组 . . . . 总计",
      ". . . . 商业企业 科研机构 社会公益组织 法律服务机构 其他 .",
      "一、本年新收 . . # # # # # # #", "二、上年结转 . . # # # # # # #", "三、本年度办 （一）予以公 . # # # # # # #",
      ". （二）部分公 . # # # # # # #", ". （三）不予公 1.属于国家 # # # # # # #",
    ])
  #expect(
    lines.suffix(3) == [
      ". . 3.其他 # # # # # # #", ". （七）总计 . # # # # # # #", "四、结转下年 . . # # # # # # #",
    ])
  // In the first edition the sixth kind is one row.
  #expect(drawn(grid(.applications, .e2019)).contains(". （六）其他处 . # # # # # # #"))
}

@Test func theThirdTableIsOneRow() {
  #expect(
    drawn(grid(.reviewLitigation, .e2021)) == [
      "行政复议 . . . . 行政诉讼 . . . . . . . . .", ". . . . . 未经复议直接 . . . . 复议后起诉 . . . .",
      "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计",
      "# # # # # # # # # # # # # # #",
    ])
}

@Test(arguments: Edition.forms)
func everyCellOfAnEditionStandsOnceInItsForm(edition: Edition) {
  let shown = TableID.allCases.flatMap { id in
    grid(id, edition).rows.joined().compactMap { place in
      if case .cell(let cell) = place { cell } else { nil }
    }
  }
  let printed = zip(NationalForm.cells, NationalForm.editions)
    .filter { $1.contains(edition) }.map(\.0)
  #expect(shown.count == printed.count)
  #expect(Set(shown) == Set(printed))
}

@Test(arguments: Edition.forms)
func mergedCellsOfTheFormDoNotOverlap(edition: Edition) {
  for id in TableID.allCases {
    var taken: Set<[Int]> = []
    for merged in grid(id, edition).merged {
      for row in merged.rows {
        for column in merged.columns {
          #expect(taken.insert([row, column]).inserted, "\(id) \(row) \(column)")
        }
      }
    }
  }
}
