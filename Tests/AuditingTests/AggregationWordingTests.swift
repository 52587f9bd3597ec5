import Testing

@testable import Auditing

@Test(arguments: [
  "根据12个镇街和县政府各部门、各有关单位政府信息公开工作年度报告编制",
  "由澜山县人民政府办公室综合各乡镇、县政府各部门年度报告编制", "本报告由区政府办公室汇总各部门、各街道年度报告而成",
  "本报告所列数据包括区政府各部门和所属单位的数据",
])
func sumsSaySo(sentence: String) {
  #expect(AggregationWording.says(sentence))
}

@Test(arguments: [
  "根据《条例》要求，编制澜山县林业局2022年政府信息公开工作年度报告", "结合本街道实际编制本报告",
  "指导各部门做好公开工作", "组织各单位参加培训，编制公开指南", "",
])
func othersDoNot(sentence: String) {
  #expect(!AggregationWording.says(sentence))
}

@Test func titlesAreNoSentences() {
  #expect(
    AggregationWording.sentences("根据《关于各部门编制〈年报〉的通知》编制。甲；乙") == ["根据编制", "甲", "乙"])
}
