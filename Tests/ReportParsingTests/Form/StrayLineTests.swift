import Diagnostics
import DocumentModel
import NationalForm
import Testing

@testable import FormParsing

/// What a table leaves behind where its cells became paragraphs.
struct StrayLineTests {
  private func blocks(_ lines: String...) -> [Int: TableID] {
    FormReader.read(textDocument(lines: lines)).value.blocks
  }

  @Test func linesOfLabelsBetweenAndAboveTheRowsAreTheTable() {
    let found = blocks(
      "二、主动公开政府信息情况", "第二十条第（一）项 |", "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
      "规章 | 0 | 0 | 0 |", "行政规范性文件 | 0 | 0 | 3 |", "第二十条第（五）项 |",
      "信息内容 | 本年处理决定数量 |", "行政许可 | 38 |", "其他对外管理服务事项", "第二十条第（六）项",
      "信息内容 本年处理决定数量", "行政处罚 | 11 |", "三、收到和处理政府信息公开申请情况")
    #expect(found == Dictionary(uniqueKeysWithValues: (1...11).map { ($0, .activeDisclosure) }))
  }

  @Test func aHeadingNamedLikeARowBelowTheTableStays() {
    let found = blocks(
      "信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 0", "行政规范性文件 0 0 3",
      "信息内容 本年处理决定数量", "行政许可 38", "行政处罚", "全年行政处罚公开 3 件。")
    #expect(found == Dictionary(uniqueKeysWithValues: (0...4).map { ($0, .activeDisclosure) }))
  }

  @Test func theLabelAboveTheApplicantsIsTheTable() {
    let found = blocks(
      "三、收到和处理政府信息公开申请情况", "申请人情况", "自然人 法人或其他组织 总计",
      "商业企业 科研机构 社会公益组织 法律服务机构 其他",
      "一、本年新收政府信息公开申请数量 3 2 0 1 1 0 7", "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
      "（一）予以公开 0 0 0 0 0 0 0", "（七）总计 3 2 0 1 1 0 7", "四、结转下年度继续办理",
      "四、政府信息公开行政复议、行政诉讼情况")
    #expect(found == Dictionary(uniqueKeysWithValues: (1...8).map { ($0, .applications) }))
  }

  @Test func labelsCutByALineBreakAboveTheReviewsAreTheTable() {
    let document = Document(
      "四、政府信息公开行政复议、行政诉讼情况", "行政复议 行政诉讼", "结果",
      "维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉", "结果",
      """
      维持|结果纠正|其他结果|尚未审结|总计|结果||||||||
      维持|结果纠正|其他结果|尚未审结|总计|||||||||
      1|0|0|0|1|0|0|0|0|0|0|0|0|0
      """, "五、存在的主要问题及改进情况")
    let form = FormReader.read(document)
    #expect(
      form.value.blocks
        == Dictionary(uniqueKeysWithValues: (1...5).map { ($0, .reviewLitigation) }))
    #expect(form.value.row(.reviewLitigation, "review") == "1 0 0 0 1")
    #expect(form.issues.codes.contains(.rowShort))
  }

  @Test func aRuleOfMarkdownIsNoRowOfDashes() {
    let form = FormReader.read(
      textDocument(
        "| 行政复议 | 行政诉讼 |", "| --- | --- |", "| 未经复议直接起诉 | 复议后起诉 |",
        "| 结果",
        "维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果", "维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果",
        "维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
        "1 | 0 | 0 | 2 | 3 | 0 | 4 | 0 | 0 | 4 | 0 | 0 | 5 | 0 | 5"))
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "0 0 5 0 5")
    #expect(form.issues.codes == [.tableMissing, .tableMissing])
    #expect(form.value.blocks.count == 8)
  }

  @Test func aFormThatWasNeverFilledInIsFoundByItsLabels() {
    let found = blocks(
      "四、政府信息公开行政复议、行政诉讼情况", "行政复议 行政诉讼",
      "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉",
      "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计", "五、存在的主要问题及改进情况")
    #expect(found == [1: .reviewLitigation, 2: .reviewLitigation, 3: .reviewLitigation])
  }
}
