import Diagnostics
import DocumentModel
import NationalForm
import Testing

@testable import FormParsing

/// Tables out of programs that print a page line by line: labels are cut, and figures stand where they may.
struct ScatteredRowsTests {
  /// Rows whose labels are cut before, behind and around their figures.
  private static let cut = """
    （本列数据的勾稽关系为：第一项加第
    自然 法人或其他组织
    人 商业 科研 社会公 法律服 其 总计
    企业 机构 益组织 务机构 他
    一、本年新收政府信息公开申请数量 9 1 0 2 0 0 12
    二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
    三、本年度 （一）予以公开 4 0 0 0 0 0 4
    办理结果 （二）部分公开（区分处理的，
    3 0 0 2 0 0 5
    只计这一情形，不计其他情形）
    （三）不 1.属于国家秘密 1 0 0 0 0 0 1
    予公开
    2.其他法律行政法规
    禁止公开
    1 0 0 0 0 0 1
    """

  @Test func aRowIsReadWhereItsLabelBegan() {
    let form = FormReader.read(Document(Self.cut))
    #expect(form.value.row(.applications, "new_received") == "9 1 0 2 0 0 12")
    #expect(form.value.row(.applications, "granted") == "4 0 0 0 0 0 4")
    #expect(form.value.row(.applications, "partial") == "3 0 0 2 0 0 5")
    #expect(form.value.row(.applications, "denied.state_secret") == "1 0 0 0 0 0 1")
    #expect(form.value.row(.applications, "denied.law_forbidden") == "1 0 0 0 0 0 1")
  }

  @Test func aRowThatLacksAFigureIsNotGuessed() {
    let text = Self.cut.replacing("3 0 0 2 0 0 5", with: "3 0 2 0 0 5")
    let form = FormReader.read(Document(text))
    #expect(form.value.row(.applications, "partial") == "? ? ? ? ? ? ?")
    #expect(form.value.row(.applications, "denied.state_secret") == "1 0 0 0 0 0 1")
  }

  @Test func theTotalMayComeFirstWhereHeaderAndSumsSaySo() {
    let text = Self.cut.replacing("人 商业 科研 社会公 法律服 其 总计", with: "总计 人 商业 科研 社会公 法律服 其")
      .replacing("9 1 0 2 0 0 12", with: "12 9 1 0 2 0 0")
      .replacing("3 0 0 2 0 0 5", with: "5 3 0 0 2 0 0")
    let form = FormReader.read(Document(text))
    #expect(form.value.row(.applications, "new_received") == "9 1 0 2 0 0 12")
    let silent = Self.cut.replacing("9 1 0 2 0 0 12", with: "12 9 1 0 2 0 0")
      .replacing("3 0 0 2 0 0 5", with: "5 3 0 0 2 0 0")
    let refused = FormReader.read(Document(silent))
    #expect(refused.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
  }

  @Test func theReviewTableIsReadUnderACutHeader() {
    let form = FormReader.read(
      Document(
        """
        行政复议 行政诉讼
        未经复议直接起诉
        结果 结果 其他结 尚未 总 结果 结果纠 复议后起诉
        维持 纠正 果 审结 计 维持 正 其他 尚未 总 结果 结果 其他 尚未 总
        结果 审结 计 维持 纠正 结果 审结 计
        2 0 14 3 19 0 13 0 0 13 0 6 4 9 19
        """))
    #expect(form.value.row(.reviewLitigation, "review") == "2 0 14 3 19")
    #expect(form.value.row(.reviewLitigation, "suit_after_review") == "0 6 4 9 19")
  }
}
