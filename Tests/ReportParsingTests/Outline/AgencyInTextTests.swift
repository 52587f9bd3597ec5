import DocumentModel
import Testing

@testable import OutlineParsing
@testable import TextScanning

@Test(arguments: [
  ("本报告由青禾县水务局办公室根据《条例》编制。", "青禾县水务局"),
  ("本年度报告根据《条例》，由云溪街道办事处编制。", "云溪街道办事处"),
  ("按照要求，石桥镇人民政府编制2020年政府信息公开年度报告。", "石桥镇人民政府"),
  ("2023年，青禾县教育局坚持以公开为常态。", "青禾县教育局"),
  ("2023年，在县委、县政府的领导下，青禾县教育局认真贯彻条例。", "青禾县教育局"),
  ("2023年以来，青岚市人民政府以工代赈办公室积极推进公开。", "青岚市人民政府以工代赈办公室"),
  ("2023年，市民政局不断加强政务公开。", "市民政局"),
  ("2022年，青岚市水利局持续加强指导，青禾县水务局认真落实。", nil), ("2022年，国家林业和草原局深入推进政务公开，我局认真落实。", nil),
  ("本报告由青禾县水务局、青禾县教育局编制。", nil), ("本报告由青禾县供电公司编制。", nil), ("本报告由青禾县水务局党组编制。", nil),
  // Offices of a government, its superiors, and those who are nobody.
  ("本报告由青禾县人民政府办公室编制。", nil), ("本报告由云溪镇党政办公室编制。", nil),
  ("本报告由青禾县数据局编制。", nil), ("本报告由县政务公开领导小组办公室编制。", nil),
  ("本报告由局办公室编制。", nil), ("本报告由学校办公室编制。", nil),
  ("2023年，县政府高度重视政务公开。", nil), ("2023年，镇政府认真贯彻条例。", nil),
  ("2023年，全市各级行政机关认真贯彻条例。", nil), ("2023年，我局坚持以公开为常态。", nil),
  ("2023年，局办公室认真做好公开。", nil), ("2023年，未产生针对我局政府信息公开的复议。", nil),
  ("2019年，高新区高度重视政府信息公开工作。", nil),
  ("2019年，在市委的领导下，白水经济技术开发区坚持以公开为常态。", "白水经济技术开发区"),
  // A section of a body, those below it, and two bodies.
  ("本报告由青禾县水务局政策法规科编制。", "青禾县水务局"), ("本报告由青禾县水务局及下属单位编制。", "青禾县水务局"),
  ("本报告由青禾县民政局社会救助科编制。", "青禾县民政局"), ("本报告由青禾县水务局和青禾县林业局编制。", nil),
  ("本报告由总体情况、主动公开政府信息情况等六部分组成。", nil),
  // A committee's office is a body.
  ("本报告由清河市委党史研究室编制。", "清河市委党史研究室"),
])
func theTextTellsWhoReportsWhereItIsCertain(sentence: String, agency: String?) {
  let text = TextFolding.folded(sentence).withoutBlanks
  let found = AgencyInText.agency(in: text).map { text.string($0.lowerBound, $0.upperBound) }
  #expect(found == agency)
}

@Test(arguments: [
  ("青禾县水务局及下属单位", "青禾县水务局"), ("天津市和平区直属机关工作委员会", "天津市和平区直属机关工作委员会"),
  ("吉林省和龙市直属机关工作委员会", "吉林省和龙市直属机关工作委员会"),
])
func thoseBelowABodyAreNoPartOfItsName(name: String, body: String) {
  let found = Organisation.withoutSubordinates(name.scalars)
  #expect(found.string(0, found.count) == body)
}

@Test(arguments: [
  ("青禾县水务局政策法规科", "青禾县水务局"), ("青禾县水务局办公室", "青禾县水务局"), ("清河市委党史研究室", "清河市委党史研究室"),
  ("中共清河市委员会党史研究室", "中共清河市委员会党史研究室"), ("县委政策研究室", "县委政策研究室"), ("县信访局驻京办公室", "县信访局驻京办公室"),
  ("青禾县发展和改革委员会秘书科", "青禾县发展和改革委员会"),
])
func aSectionIsNoPartOfItsBodysName(name: String, body: String) {
  let found = Organisation.withoutSection(name.scalars)
  #expect(found.string(0, found.count) == body)
}
