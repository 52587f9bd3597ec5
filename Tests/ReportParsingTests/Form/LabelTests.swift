import NationalForm
import Testing

@testable import FormParsing

struct LabelTests {
  private let book = LabelBook.shared

  @Test(arguments: [
    ("一、本年新收政府信息公开申请数量", "new_received"), ("(一) 予以公开", "granted"), ("（一）予以公開", "granted"),
    ("三、本年度办理结果（一）予以公开", "granted"), ("三、本年度办理结果（三）不予公开1.属于国家秘密", "denied.state_secret"),
    ("三、本年度办理结果 四、结转下年度继续办理", "carried_out"), ("1、属于国家秘密", "denied.state_secret"),
    ("① 属于国家秘密", "denied.state_secret"), ("３.危及\"三安全一稳定\"", "denied.three_safety_one_stability"),
    ("危及三安全一稳定", "denied.three_safety_one_stability"), ("1.逾期不补正", "other.overdue_correction"),
    ("1、申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other.overdue_correction"),
    ("㈠予以公开", "granted"), ("2.重復申請", "not_processed.duplicate"), ("3.其它", "other.other"),
    ("（七）总计", "result_total"), ("（二）部分公开", "partial"),
  ])
  func spellingDoesNotMatter(text: String, row: String) {
    let rows = book.meanings(of: FoldedLabel(text)).compactMap { meaning -> String? in
      guard meaning.table == .applications, case .row(let index) = meaning.role else { return nil }
      return NationalForm.applications.rows[index].id
    }
    #expect(rows == [row])
    // Asked before a cell is folded.
    #expect(book.mayKnow(text))
  }

  /// What the first two characters rule out is never looked up: a row whose label they missed would be lost.
  @Test func everySpellingThatMeansSomethingIsAskedFor() {
    var missed: [String] = []
    var known = 0
    for table in NationalForm.tables {
      let groups = table.rows.flatMap { $0.path.dropLast() }.flatMap(\.wordings)
      let labels =
        table.rows.flatMap(\.path) + table.columns.flatMap(\.path)
        + NationalForm.furniture(table.id)
      for text in labels.flatMap(\.wordings) {
        let numbered = ["3.", "12、", "（十一）", "⑨", "⑫ ", "㈡"].map { $0 + text }
        for spelling in [text, "“\(text)"] + numbered + groups.map({ $0 + text })
        where !book.meanings(of: FoldedLabel(spelling)).isEmpty {
          known += 1
          if !book.mayKnow(spelling) { missed.append(spelling) }
        }
      }
    }
    #expect(missed == [])
    #expect(known > 1_000)
  }

  @Test(arguments: ["主动公开情况", "", "2021年", "一、总体情况", "（一）", "其他需要报告的事项", "7"])
  func otherWordsAreNoLabels(text: String) {
    #expect(book.meanings(of: FoldedLabel(text)).isEmpty)
  }

  @Test(arguments: [
    ("2.其他法律行政止公开", "（三）不予公开", "denied.law_forbidden"),
    ("2.没有现成信息需另行制", "（四）无法提供", "unable.needs_creation"),
    ("4.无正当理由反复申请", "（五）不予处理", "not_processed.excessive"),
    ("2.申请人逾期未缴纳费用", "（六）其他处理", "other.overdue_fee"),
    ("（六）其他", nil, "other.all"),
  ])
  func aDamagedLabelIsKnownByNumberGroupAndText(text: String, group: String?, row: String) {
    var damaged = DamagedLabels()
    let groups = LabelIndex.groups(of: NationalForm.applications)
    let found = damaged.row(
      for: FoldedLabel(text), in: .applications,
      group: group.flatMap { name in groups.firstIndex { $0.text == name } }
        ?? groups.firstIndex { $0.text == "三、本年度办理结果" }, book: book)
    #expect(found.map { NationalForm.applications.rows[$0.row].id } == row)
  }

  @Test(arguments: ["9.涉及商业秘密", "本年新增数量", "合计", "满意度评价情况"])
  func aStrangeLabelIsNoRow(text: String) {
    var damaged = DamagedLabels()
    #expect(
      damaged.row(for: FoldedLabel(text), in: .applications, group: nil, book: book) == nil)
  }

  @Test func distanceStopsAtItsLimit() {
    let a = FoldedLabel("属于国家秘密").units
    let b = FoldedLabel("属于国家机密").units
    #expect(DamagedLabels.editDistance(a, b, atMost: 2) == 1)
    #expect(DamagedLabels.editDistance(a, [], atMost: 2) == nil)
    #expect(DamagedLabels.editDistance(a, FoldedLabel("行政许可处罚").units, atMost: 3) == nil)
  }
}
