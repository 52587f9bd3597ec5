import Comparison
import ReportRecords
import Testing

@Test func newNumbersAndMarksMakeNoNewText() {
  let older = "2022年，县政府门户网站发布信息3950条，政务新媒体发布信息5120条。"
  let newer = "2023年，县政府门户网站发布信息4046条；政务新媒体发布信息６０７６条。"
  let similarity = TextSimilarity(older: older, newer: newer)
  #expect(similarity.characters == 26)
  #expect(similarity.shared == 26)
}

@Test func onlyRunsOfEightCount() {
  let similarity = TextSimilarity(older: "甲乙丙丁戊己庚辛", newer: "子丑甲乙丙丁戊己庚辛寅卯")
  #expect(similarity.characters == 12)
  #expect(similarity.shared == 8)
  #expect(TextSimilarity(older: "甲乙丙丁戊己庚壬", newer: "子丑甲乙丙丁戊己庚辛寅卯").shared == 0)
}

@Test func overlappingRunsCountEachCharacterOnce() {
  let similarity = TextSimilarity(older: "甲乙丙丁戊己庚辛壬癸", newer: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛")
  #expect(similarity == TextSimilarity(older: "甲乙丙丁戊己庚辛壬癸甲", newer: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛"))
  #expect(similarity.shared == 18)
}

@Test func aShortTextIsTheOldOneOrNot() {
  #expect(TextSimilarity(older: "无。", newer: "无").shared == 1)
  #expect(TextSimilarity(older: "本单位无", newer: "无").shared == 0)
  #expect(TextSimilarity(older: "", newer: "……").percent == nil)
}

@Test func aHugeTextIsLookedAtUpToItsBound() {
  let text = String(repeating: "政府信息公开工作年度报告", count: 20_000)
  let similarity = TextSimilarity(older: text, newer: text)
  #expect(similarity.characters == TextSimilarity.mostCharacters)
  #expect(similarity.percent == 100)
}

private func sentences(_ texts: String...) -> ProseSentences {
  ProseSentences(
    texts.map { Section(id: "s1", level: 1, number: nil, heading: nil, topic: nil, text: $0) })
}

@Test func aSentenceIsTheOldOneWhateverItsNumbers() {
  let older = sentences("一二三四五六七八，共12件。其余各句都不一样。", "甲乙丙丁戊己庚辛")
  let newer = sentences("甲乙丙丁戊己庚辛；一二三四五六七八共 9 件！此句是今年才写的。短句。")
  let similarity = newer.similarity(to: older)
  #expect(similarity.characters == 8 + 11 + 8)
  #expect(similarity.shared == 8 + 11)
  #expect(newer.similarity(to: newer).percent == 100)
  #expect(older.similarity(to: sentences()).shared == 0)
  #expect(sentences("短。", "").similarity(to: older).percent == nil)
}

@Test func eachSentenceOfAReportCounts() {
  let older = sentences("一二三四五六七八。")
  #expect(sentences("一二三四五六七八。一二三四五六七八。").similarity(to: older).shared == 16)
}
