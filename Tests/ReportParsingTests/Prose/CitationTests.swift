import Diagnostics
import ReportRecords
import Testing

@testable import ProseParsing
@testable import TextScanning

struct CitationTests {
  @Test(arguments: [
    (
      "根据《青石市公开办法》（青政办发〔2020〕 5 号）(以下简称《办法》)编制，落实《办法》。",
      [
        Citation(title: "青石市公开办法", number: "青政办发〔2020〕5号", count: 1, aliasOf: nil),
        Citation(title: "办法", number: nil, count: 2, aliasOf: "青石市公开办法"),
      ]
    ),
    (
      "《中华人民共和国政府信息公开条例》(国务院令第 711 号,以下简称《条例》)",
      [
        Citation(title: "中华人民共和国政府信息公开条例", number: "国务院令第711号", count: 1, aliasOf: nil),
        Citation(title: "条例", number: nil, count: 1, aliasOf: "中华人民共和国政府信息公开条例"),
      ]
    ),
    (
      "《甲规定》（下称“规定”），根据《规定》",
      [
        Citation(title: "甲规定", number: nil, count: 1, aliasOf: nil),
        Citation(title: "规定", number: nil, count: 1, aliasOf: "甲规定"),
      ]
    ),
    (
      "《甲条例》《乙办法》、《丙 2020 年度 IPv6 Only 方案》",
      [
        Citation(title: "甲条例", number: nil, count: 1, aliasOf: nil),
        Citation(title: "乙办法", number: nil, count: 1, aliasOf: nil),
        Citation(title: "丙2020年度IPv6 Only方案", number: nil, count: 1, aliasOf: nil),
      ]
    ),
    (
      "《青石市贯彻<长河规划>实施方案》《关于印发《要点》的通知》《关于〈办法〉的解读》",
      [
        Citation(title: "青石市贯彻<长河规划>实施方案", number: nil, count: 1, aliasOf: nil),
        Citation(title: "关于印发《要点》的通知", number: nil, count: 1, aliasOf: nil),
        Citation(title: "关于〈办法〉的解读", number: nil, count: 1, aliasOf: nil),
      ]
    ),
    (
      "《没有合上的要求，《乙办法》和丙。",
      [Citation(title: "乙办法", number: nil, count: 1, aliasOf: nil)]
    ),
    (
      "《青石日报》刊发，《甲规范（试行）》（试行）（2019年修订），《乙规划》（2021—2025年）",
      [
        Citation(title: "青石日报", number: nil, count: 1, aliasOf: nil),
        Citation(title: "甲规范（试行）", number: nil, count: 1, aliasOf: nil),
        Citation(title: "乙规划", number: nil, count: 1, aliasOf: nil),
      ]
    ),
    (
      "《甲》。《甲》（国令第711号）。《甲》（国令第712号）。",
      [
        Citation(title: "甲", number: "国令第711号", count: 2, aliasOf: nil),
        Citation(title: "甲", number: "国令第712号", count: 1, aliasOf: nil),
      ]
    ),
  ])
  func titlesInBookMarksAreDocuments(_ text: String, _ cited: [Citation]) {
    #expect(read(text).value.cited == cited)
  }

  @Test(
    arguments: [
      ("（国办公开办函〔2019〕60号）", "国办公开办函〔2019〕60号"),
      ("(鲁政办发[2020]5号)要求", "鲁政办发[2020]5号"),
      ("（苏政办发（2020）5号）", "苏政办发（2020）5号"),
      ("（青政办﹝2021﹞25号）", "青政办﹝2021﹞25号"),
      ("（中华人民共和国国务院令第711号）", "中华人民共和国国务院令第711号"),
      ("〔国务院令第711号〕", "国务院令第711号"),
      ("（国务院令711号）", "国务院令711号"),
      ("（国务院第711号令）", "国务院第711号令"),
      ("（国务院令第七百一十一号）", "国务院令第七百一十一号"),
      ("（财政部公告2020年第5号）", "财政部公告2020年第5号"),
      ("（国令第７１１号）", "国令第７１１号"),
      ("（国办公开办函〔2021〕30号 以下", nil),
      ("（试行）", nil),
      ("（2019年修订）", nil),
      ("（以下简称本办法）", nil),
      ("（见附件1）", nil),
      ("国办发〔2019〕60号", nil),
    ] as [(String, String?)])
  func theNumberStandsInTheBracketBehindTheTitle(_ bracket: String, _ number: String?) {
    let prose = read("《甲》" + bracket)
    #expect(prose.value.cited.first?.number == number)
  }

  @Test func aDamagedNumberIsReportedAndNotRepaired() {
    let prose = read("按照《格式的通知》（国办公开办函〔202130号）和《要点》（青政办发202112号）")
    #expect(prose.value.cited.map(\.number) == [nil, nil])
    #expect(
      prose.issues == [
        Issue(
          .documentNumberDamaged, "the document number 国办公开办函〔202130号 is damaged", at: .line(1)),
        Issue(.documentNumberDamaged, "the document number 青政办发202112号 is damaged", at: .line(1)),
      ])
  }

  @Test func aDocumentCitedInSeveralParagraphsIsOneEntry() {
    let prose = ProseReader.read(
      ["《甲条例》（以下简称《条例》）", "《乙》、《条例》", "《甲条例》、《条例》"].map {
        ProseParagraph($0, sectionID: nil, topic: nil, at: .line(1))
      }, cells: [])
    #expect(
      prose.value.cited == [
        Citation(title: "甲条例", number: nil, count: 2, aliasOf: nil),
        Citation(title: "条例", number: nil, count: 3, aliasOf: "甲条例"),
        Citation(title: "乙", number: nil, count: 1, aliasOf: nil),
      ])
  }
}

private func read(_ text: String) -> Diagnosed<Prose> {
  ProseReader.read([ProseParagraph(text, sectionID: nil, topic: nil, at: .line(1))], cells: [])
}
