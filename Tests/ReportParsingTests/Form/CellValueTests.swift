import Diagnostics
import NationalForm
import ReportRecords
import Testing

@testable import FormParsing

struct CellValueTests {
  @Test(arguments: [
    ("0", "0"), ("301", "301"), ("１２", "12"), ("\u{A0}7", "7"), ("1,036", "1036"),
    ("1，036", "1036"),
    ("12件", "12"), ("3 条", "3"), ("22（其中修订 16 件）", "22"), ("零", "0"), ("〇", "0"),
    ("", "blank"), ("　", "blank"), ("/", "dash"), ("／", "dash"), ("——", "dash"), ("-", "dash"),
    ("无", "text"), ("空", "text"), ("详见附件", "text"),
    ("1 0", "unreadable"), ("00", "unreadable"), ("007", "unreadable"), ("1,03", "unreadable"),
    ("1.5", "unreadable"), ("-3", "unreadable"), ("+3", "unreadable"), ("1O", "unreadable"),
    ("l0", "unreadable"), ("O", "unreadable"), ("12/13", "unreadable"), ("约12", "unreadable"),
    ("99999999999999999999", "unreadable"),
  ])
  func aCountIsAWholeNumberOrNothing(text: String, expected: String) {
    #expect(shown(CellValue.read(text, as: .count)) == expected)
  }

  @Test(arguments: [
    ("增 18", "18"), ("减 5", "-5"), ("+2", "2"), ("-2", "-2"), ("﹢2", "2"), ("−2", "-2"),
    ("－2", "-2"),
    ("增加18", "18"), ("减少5", "-5"), ("新增3", "3"), ("+1036", "1036"), ("+1,036", "1036"),
    ("346", "346"), ("0", "0"), ("增0", "0"), ("减 5 项", "-5"), ("5↓", "-5"), ("↑5", "5"),
    ("增/减 5", "unreadable"), ("减-5", "unreadable"), ("-", "dash"), ("持平", "text"),
  ])
  func aChangeHasASign(text: String, expected: String) {
    #expect(shown(CellValue.read(text, as: .change)) == expected)
  }

  @Test(arguments: [
    ("6229.95万元", "62299500 万元"), ("106.36 万元", "1063600 万元"), ("251000元", "251000 元"),
    ("1.2亿元", "120000000 亿元"), ("￥3,500.5元", "3500.5 元"), ("0", "0"), ("0元", "0 元"),
    ("12.34", "123400"), ("-3万元", "unreadable"), ("3项", "unreadable"), ("", "blank"),
  ])
  func moneyIsInYuan(text: String, expected: String) {
    let value = CellValue.read(text, as: .amount, units: Self.formUnits)
    #expect([shown(value), value.unit].compactMap { $0 }.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("12¹", FormColumn.Kind.count, "12"), ("12²³", .count, "12"), ("12 ¹", .count, "12"),
    ("12[¹]", .count, "12"), ("12〔²〕", .count, "12"), ("12①", .count, "12"), ("12注", .count, "12"),
    ("12注①", .count, "12"), ("12件³", .count, "12"), ("12¹件", .count, "12"),
    ("1,036⁴", .count, "1036"),
    ("增5²", .change, "5"), ("-5⁹", .change, "-5"), ("5²↓", .change, "-5"),
    ("1418.35¹", .amount, "14183500"),
    ("1418.35¹万元", .amount, "14183500 万元"), ("1418.35万元①", .amount, "14183500 万元"),
  ])
  func aMarkOfANoteIsNoDigit(text: String, kind: FormColumn.Kind, expected: String) {
    let value = CellValue.read(text, as: kind, units: Self.formUnits)
    #expect([shown(value), value.unit].compactMap { $0 }.joined(separator: " ") == expected)
    #expect(value.remarks.map(\.code).contains(.cellAnnotated))
    #expect(CellValue.looksLikeFigure(text))
  }

  @Test(arguments: ["¹", "①", "¹12", "12₁", "12¹3", "12^1", "①②", "12注3个月", "12²（应为13）"])
  func whatMayBeMoreThanAMarkIsNoValue(text: String) {
    #expect(CellValue.read(text, as: .count).value == nil)
  }

  @Test func aHeaderInTraditionalCharactersHasItsUnitToo() {
    #expect(MoneyUnit.named(in: "本年收費金額（單位：萬元）")?.name == "万元")
    #expect(MoneyUnit.named(in: "采购总金额（億元）")?.name == "亿元")
    #expect(CellValue.read("減 5", as: .change).value == ExactDecimal(-5))
  }

  @Test func aBareAmountHasTheUnitOfItsHeader() {
    let unit = MoneyUnit.named(in: "本年收费金额（单位：万元）")
    let value = CellValue.read("96171.6", as: .amount, units: CellUnits(header: unit))
    #expect(value == CellValue(state: .value, value: ExactDecimal(961_716_000), unit: "万元"))
    #expect(
      CellValue.read(
        "3", as: .amount, units: CellUnits(header: MoneyUnit.named(in: "（单位：元）"))
      ).value
        == ExactDecimal(3))
  }

  @Test(arguments: [
    ("12.34", FormColumn.Kind.amount, IssueCode.amountUnitMissing),
    ("1.23456789万元", .amount, .amountRounded), ("1O", .count, .cellLetterForDigit),
    ("无", .count, .cellText), ("1 0", .count, .cellUnreadable), ("22（注）", .count, .cellAnnotated),
  ])
  func whatCouldBeWrongIsSaid(text: String, kind: FormColumn.Kind, code: IssueCode) {
    #expect(CellValue.read(text, as: kind).remarks.map(\.code) == [code])
  }

  private static let formUnits = CellUnits(ofForm: MoneyUnit(name: "万元", exponent: 4))

  @Test func aNumberWithoutAUnitHasTheOneOfTheForm() {
    let value = CellValue.read("12.34", as: .amount, units: Self.formUnits)
    #expect(value.value == ExactDecimal(123_400))
    #expect(value.remarks.map(\.code) == [.amountUnitAssumed])
  }

  /// Where neither the cell nor the form names a unit, 8040 may be 8,040 or 80 million.
  @Test func aNumberWithoutAnyUnitIsNoAmount() {
    let value = CellValue.read("8040", as: .amount)
    #expect(value.value == nil)
    #expect(value.state == .unreadable)
    #expect(value.remarks.map(\.code) == [.amountUnitMissing])
    #expect(CellValue.read("0", as: .amount).value == ExactDecimal(0))
  }

  @Test func theSignOfYuanAndAnotherUnitContradict() {
    let header = MoneyUnit.named(in: "本年收费金额（单位：万元）")
    let value = CellValue.read("￥12500", as: .amount, units: CellUnits(header: header))
    #expect(value.value == nil)
    #expect(value.remarks.map(\.code) == [.amountUnitConflict])
    let own = CellValue.read("￥1.25万元", as: .amount, units: CellUnits(header: header))
    #expect(own.value == ExactDecimal(12_500))
  }

  @Test(arguments: [
    ("3（减）", -3), ("3（减少）", -3), ("3 减", -3), ("-3（减少）", -3), ("3（增）", 3), ("3（+）", 3),
    ("+3（增加）", 3), ("3（下降）", -3), ("3（-）", -3),
  ])
  func theDirectionMayStandBehindAChange(text: String, change: Int) {
    #expect(CellValue.read(text, as: .change).value == ExactDecimal(change))
  }

  @Test(arguments: ["+3（减）", "-3（增）", "3（较上年减少2）", "3（增2减5）", "（减）3", "3（负增长）"])
  func aDirectionThatIsNotPlainLeavesNoChange(text: String) {
    #expect(CellValue.read(text, as: .change).value == nil)
  }

  @Test(arguments: [
    ("12件", true), ("增 5", true), ("/", true), ("无", true), ("1O", true), ("22（其中修订 16 件）", true),
    ("6229.95万元", true), ("0 0 0", true), ("1.属于国家秘密", false), ("3、其他", false),
    ("3. 其它", false), ("规章", false), ("2021年", false),
  ])
  func aNumberedLabelIsNoFigure(text: String, expected: Bool) {
    #expect(CellValue.looksLikeFigure(text) == expected)
  }

  private func shown(_ value: CellValue) -> String {
    value.value?.description ?? value.state.rawValue
  }
}
