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

  /// Halves of labels below their beginnings say in which order the columns stand, too.
  @Test(arguments: [
    "人 商业 社会公 科研 法律服 其 总计\n企业 益组织 机构 务机构 他", "人 社会公 法律服 总计\n商业企业 益组织 科研机构 务机构 其他",
    "人 社会公 法律服 总计\n商业企业 科研机构 益组织 其他 务机构",
  ])
  func columnsInAnotherOrderAreNotReadInTheForms(labels: String) {
    let text = Self.cut.replacing(
      "人 商业 科研 社会公 法律服 其 总计\n企业 机构 益组织 务机构 他", with: labels)
    #expect(text != Self.cut)
    let form = FormReader.read(Document(text))
    #expect(form.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
    #expect(form.value.row(.applications, "denied.state_secret") == "? ? ? ? ? ? ?")
  }

  @Test func aRowPrintedTwiceUnderACutLabelIsSaid() {
    let again =
      Self.cut
      + "\n3.危及“三安全一\n稳定” 2 0 0 0 0 0 2\n3.危及“三安全一\n稳定” 5 1 0 0 0 0 6\n4.保护第三方合法权益 1 0 0 0 0 0 1"
    let form = FormReader.read(Document(again))
    #expect(form.value.row(.applications, "denied.law_forbidden") == "1 0 0 0 0 0 1")
    #expect(form.value.row(.applications, "denied.three_safety_one_stability") == "? ? ? ? ? ? ?")
    #expect(form.value.row(.applications, "denied.third_party_rights") == "1 0 0 0 0 0 1")
    #expect(form.issues.codes.contains(.rowDuplicated))
  }

  /// The figures below the words may be those of the row that they name.
  @Test func figuresBehindWordsWithoutFiguresAreNobodys() {
    let text = Self.cut + "\n8.属于信政查询事项\n1.本机关不掌握相关政府\n20 2 0 2 2 0 26\n信息"
    let form = FormReader.read(Document(text))
    #expect(form.value.row(.applications, "denied.state_secret") == "1 0 0 0 0 0 1")
    #expect(form.value.row(.applications, "unable.not_held") == "? ? ? ? ? ? ?")
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
