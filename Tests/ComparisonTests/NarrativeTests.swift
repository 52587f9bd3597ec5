import Comparison
import ReportRecords
import Testing

private func figure(_ label: String, _ value: Int, _ unit: String? = "件") -> Figure {
  Figure(
    label: label, value: ExactDecimal(value), unit: unit, approximate: false, sectionID: "s1",
    quote: "\(label)\(value)\(unit ?? "")", parent: nil)
}

@Test func figuresAreMatchedByLabelAndUnit() {
  let older = [
    figure("发布信息", 10), figure("受理申请", 5), figure("培训", 2, "次"), figure("其中", 1), figure("其中", 3),
  ]
  let newer = [
    figure("受理申请", 5), figure("发布信息", 12), figure("培训", 2, "场"), figure("其中", 1),
  ]
  let comparison = FigureComparison(older: older, newer: newer)
  #expect(comparison.changes == [FigureChange(older: older[0], newer: newer[1])])
  #expect(comparison.changes.map(\.change) == [ExactDecimal(2)])
  #expect(comparison.equal == 1)
  #expect(comparison.onlyOlder == [older[2], older[3], older[4]])
  #expect(comparison.onlyNewer == [newer[2], newer[3]])
}

private func section(
  _ id: String, _ level: Int, _ heading: String?, _ topic: Section.Topic?, _ text: String
) -> Section {
  Section(id: id, level: level, number: nil, heading: heading, topic: topic, text: text)
}

@Test func sectionsAreMatchedByTopicThenHeading() {
  let older = [
    section("s1", 1, nil, nil, "根据条例编制本报告。"),
    section("s2", 1, "总体情况", .overview, ""),
    section("s3", 2, "主动公开情况", nil, "门户网站发布信息十条以上。"),
    section("s4", 1, "存在问题", .problems, "公开的内容还不够全面。"),
  ]
  let newer = [
    section("s1", 1, nil, nil, "根据条例编制本报告。"),
    section("s2", 1, "总体情况", .overview, ""),
    section("s3", 2, "平台建设", nil, "门户网站发布信息十条以上。"),
    section("s4", 2, "主动公开情况", nil, "今年门户网站发布信息十条以上。"),
    section("s5", 1, "存在的主要问题", .problems, "公开的内容还不够全面。"),
  ]
  let found = SectionSimilarity.compare(older: older, newer: newer).map {
    "\($0.section.id) \($0.older?.id ?? "-") \($0.similarity.shared)/\($0.similarity.characters)"
  }
  #expect(found == ["s1 s1 9/9", "s3 - 0/12", "s4 s3 12/14", "s5 s4 10/10"])
}
