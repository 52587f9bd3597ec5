import Diagnostics
import DocumentModel
import NationalForm
import Testing

@testable import FormParsing

/// Tables whose labels or lost blanks leave more than one reading: no number without proof.
struct FormDoubtTests {
  @Test func valuesAfterALostBlankAreNotMovedLeft() {
    let reading = FormReader.read(
      Document(
        """
        |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
        一、本年新收政府信息公开申请数量|43|50|58|48|59|258
        二、上年结转政府信息公开申请数量|5|3|1|6|6|21
        （一）予以公开|1|5|5|1|2|14
        """))
    #expect(
      [
        reading.value.row(.applications, "new_received"),
        reading.value.row(.applications, "granted"),
      ] == Array(repeating: "? ? ? ? ? ? ?", count: 2))
    #expect(reading.issues.codes.filter { $0 == .rowShort }.count == 3)
  }

  @Test func aBlankBesideFiguresWithoutALabelIsNoBlank() {
    let reading = FormReader.read(
      Document(
        """
        |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计
        一、本年新收政府信息公开申请数量|43|50|58|48|59||258
        |||||||9|
        二、上年结转政府信息公开申请数量|5|3|1|6|6||21
        （一）予以公开|1|5|5|1|2||14
        （二）部分公开（区分处理的，只计这一情形，不计其他情形）|||||||
        法定其他事项|1|1|1|1|1|1|6
        """))
    let rows = ["new_received", "carried_in", "granted", "partial"]
    #expect(
      rows.map { reading.value.row(.applications, $0) } == [
        "43 50 58 48 59 ? 258", "5 3 1 6 6 ? 21", "1 5 5 1 2 _ 14", "? ? ? ? ? ? ?",
      ])
    #expect(reading.issues.codes.filter { $0 == .cellUnreadable }.count == 9)
  }

  @Test func aSecondRowOfFiguresLeavesNoBlankInTheFirst() {
    let blank = Array(repeating: "", count: 15).joined(separator: "|")
    let reading = FormReader.read(
      Document(
        """
        行政复议|||||行政诉讼|||||||||
        结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
        |||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
        \(blank)
        2|1|3|4|10|6|5|7|8|26|1|9|0|2|12
        """))
    #expect(reading.value.row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(reading.value.row(.reviewLitigation, "suit_after_review") == "? ? ? ? ?")
  }

  @Test(arguments: [
    ("2|1|3|4|10|6|5|7|8|26|1|9|0|2|12", "2 1 3 4 10"),
    ("0|0|0|0|0|6|5|7|8|26|1|9|0|2|12", "? ? ? ? ?"),
  ])
  func twoRowsOfAllValuesAreTakenWhereTheyAreEqual(second: String, review: String) {
    let reading = FormReader.read(
      Document(FormSamples.reviewHeader + "\n2|1|3|4|10|6|5|7|8|26|1|9|0|2|12\n" + second))
    #expect(reading.value.row(.reviewLitigation, "review") == review)
    #expect(reading.issues.codes.filter { $0 != .tableMissing } == [.rowDuplicated])
  }

  @Test func stackedGroupsFollowTheirColumnLabels() {
    let reading = FormReader.read(
      Document(
        """
        |结果纠正|结果维持|其他结果|尚未审结|总计
        行政复议|2|1|3|4|10
        未经复议直接起诉|6|5|7|8|26
        复议后起诉|1|9|0|2|12
        """)
    ).value
    #expect(reading.row(.reviewLitigation, "review") == "1 2 3 4 10")
    #expect(reading.row(.reviewLitigation, "direct_suit") == "5 6 7 8 26")
  }

  @Test(arguments: [
    """
    行政复议|||||行政诉讼|||||||||
    结果纠正|结果维持|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
    |||||结果纠正|结果维持|其他结呆|尚未审结|总计|结果纠正|结果维持|其他结果|尚未审结|总计
    2|1|3|4|10|6|5|7|8|26|1|9|0|2|12
    """,
    """
    行政诉松||||||||||行政复议||||
    未经复议直接起诉|||||复议后起诉|||||结果维持|结果纠正|其他结果|尚未审结|总计
    结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|||||
    5|6|7|8|26|9|1|0|2|12|1|2|3|4|10
    """,
  ])
  func labelsThatContradictTheFixedOrderLeaveNoNumber(table: String) {
    let reading = FormReader.read(Document(table))
    #expect(reading.value.row(.reviewLitigation, "review") == "? ? ? ? ?")
    #expect(reading.value.row(.reviewLitigation, "suit_after_review") == "? ? ? ? ?")
    #expect(reading.issues.codes.contains(.columnUnknown))
  }

  @Test func columnsFollowLabelsThatAreParagraphs() {
    func read(_ labels: String) -> Diagnosed<FormReading> {
      let rows = """
        一、本年新收政府信息公开申请数量 51 57 53 63 49 44 317
        二、上年结转政府信息公开申请数量 4 9 3 3 2 9 30
        （一）予以公开 1 0 5 2 0 3 11
        """
      let lines = labels + " " + rows.split(separator: "\n").joined(separator: " ")
      return FormReader.read(
        Document(lines.split(separator: " ").joined(separator: "\n")))
    }
    let swapped = read("自然人 法人或其他组织 总计 科研机构 商业企业 社会公益组织 法律服务机构 其他")
    #expect(swapped.value.row(.applications, "new_received") == "51 53 57 63 49 44 317")
    let totalFirst = read("总计 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他")
    #expect(totalFirst.value.row(.applications, "new_received") == "? ? ? ? ? ? ?")
  }

  @Test func labelsThatRowsRefuteGiveNoOrder() {
    // A span that got lost in the head: its labels stand two columns left of their figures, the total's among them.
    let reading = FormReader.read(
      Document(
        FormSamples.applications2021.replacing(
          "|||自然人|法人或其他组织|||||总计", with: "|||自然人|法人或其他组织|总计||||")))
    #expect(reading.value.row(.applications, "new_received") == "90 2 0 1 3 4 100")
    #expect(reading.value.row(.applications, "carried_in") == "5 0 1 0 0 2 8")
  }

  @Test func aColumnOfNoFormIsNotTakenForABlankOneBesideIt() {
    let reading = FormReader.read(
      Document(
        """
        |||自然人|法人或其他组织|外资企业|||||总计
        ||||商业企业||科研机构|社会公益组织|法律服务机构|其他|
        一、本年新收政府信息公开申请数量|||51||53|57|63|49|44|317
        二、上年结转政府信息公开申请数量|||4||3|9|3|2|9|30
        三、本年度办理结果|（一）予以公开||1||5|0|2|0|3|11
        """))
    #expect(reading.value.row(.applications, "new_received") == "51 _ 57 63 49 44 317")
    #expect(reading.issues.contains { $0.code == .columnUnknown && $0.message.contains("外资企业") })
  }

  @Test func wordsOfNoRoleAreKept() {
    let applications = FormSamples.applications2021
      .replacing("|||自然人", with: "甲词||乙词|自然人")
      .replacing("\n|（三）不予公开|1.", with: "\n丙词|（三）不予公开|1.")
      .replacing("一、本年新收政府信息公开申请数量||", with: "一、本年新收政府信息公开申请数量|丁词|")
    let review = FormSamples.reviewHeader.replacing("行政复议||", with: "行政复议|戊词|")
      .split(separator: "\n").map { "|" + $0 }.joined(separator: "\n")
    let issues = FormReader.read(
      Document(
        FormSamples.disclosure2021, applications,
        review + "\n己词|10|1|2|3|16|4|5|6|7|22|8|9|11|13|41")
    ).issues
    let notes = issues.filter { $0.code == .tableNote }.map(\.message).joined(separator: " ")
    #expect(notes == "甲词 乙词 丁词 丙词 戊词 己词")
  }
}
