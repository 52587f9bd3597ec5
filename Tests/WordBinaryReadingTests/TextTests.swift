import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct TextTests {
  @Test func paragraphsAreLines() async throws {
    #expect(
      try await lines([Paragraph("一、总体情况"), Paragraph(""), Paragraph("无。")]) == ["一、总体情况", "无。"])
  }

  @Test func textOfOneByteACharacterIsLatin() async throws {
    var builder = Builder([Paragraph("Report 2024 \u{93}a\u{94} \u{E9}")])
    builder.isCompressed = true
    #expect(try await lines(builder) == ["Report 2024 “a” é"])
  }

  @Test func marksStandForCharacters() async throws {
    #expect(
      try await lines([Paragraph("a\tb\u{1E}c\u{1F}d\u{B}e\u{C}f")]) == ["a b-cd", "e", "f"])
  }

  @Test func charactersThatXMLMarksAreText() async throws {
    #expect(
      try await lines([Paragraph("<a> & \"b\" ]]> \u{1F600}")]) == ["<a> & \"b\" ]]> \u{1F600}"])
  }

  @Test(arguments: [(0x01, "共4.5万"), (0x81, "共4.5万"), (0x00, "共3.2万4.5万"), (0x80, "共3.2万4.5万")])
  func deletedTextIsLeftOutByAnyValueThatMeansOn(value: Int, text: String) async throws {
    let builder = Builder([
      Paragraph([Run("共"), Run("3.2万", modifier(0x0800, value)), Run("4.5万", modifier(0x0801, 1))])
    ])
    #expect(try await lines(builder) == [text])
    #expect(try await codes(builder) == [.docxTrackedChangesAccepted])
  }

  @Test func aDeletedMarkJoinsParagraphs() async throws {
    var first = Paragraph("与下一段")
    first.markModifiers = modifier(0x0800, 1)
    #expect(try await lines([first, Paragraph("相连。")]) == ["与下一段相连。"])
  }

  @Test(arguments: [(0x01, "12"), (0x81, "12"), (0x00, "129"), (0x80, "129")])
  func hiddenTextIsLeftOut(value: Int, text: String) async throws {
    #expect(
      try await lines([Paragraph([Run("12"), Run("9", modifier(0x083C, value))])]) == [text])
  }

  @Test func textThatNobodySeesIsLeftOut() async throws {
    let white = modifier(0x6870, 0xFFFFFF)
    let builder = Builder([Paragraph([Run("2641"), Run("9", white)])])
    #expect(try await lines(builder) == ["2641"])
    #expect(try await codes(builder) == [.docxUnseenTextOmitted])
    let black = Builder.modifier(0xCA71, bytes: [0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0])
    #expect(try await lines([Paragraph([Run("2641"), Run("9", white + black)])]) == ["26419"])
  }

  @Test func raisedDigitsAndStruckOutFiguresAreWhatADocxMakesOfThem() async throws {
    #expect(try await lines([Paragraph([Run("10"), Run("2", modifier(0x2A48, 1))])]) == ["10²"])
    #expect(
      try await lines([Paragraph([Run("收到"), Run("12", modifier(0x0837, 1)), Run("15件")])])
        == ["收到15件"])
  }

  @Test func aFieldShowsItsResult() async throws {
    #expect(
      try await lines([Paragraph("共\u{13} PAGE \\* MERGEFORMAT \u{14}3\u{15}页")]) == ["共3页"])
    #expect(try await lines([Paragraph("\u{13} eq \\o\\ac(○,7)\u{15}项")]) == ["⑦项"])
  }

  @Test(arguments: [("FORMCHECKBOX", "选☐项"), ("HYPERLINK \"a\"", "选项")])
  func aBoxIsMarkedWhereTheFieldIsAForm(code: String, text: String) async throws {
    // A check box that is not checked, in the data that the field's code points at; a link keeps its target there.
    let box =
      [UInt8](repeating: 0xFF, count: 4) + Builder.le16(1) + [UInt8](repeating: 0, count: 16)
    let place = modifier(0x0806, 1) + modifier(0x6A03, 0)
    var builder = Builder([
      Paragraph([Run("选\u{13} \(code) "), Run("\u{1}", place), Run("\u{14}\u{15}项")])
    ])
    builder.data = Builder.le32(6 + box.count) + Builder.le16(6) + box
    #expect(try await lines(builder) == [text])
  }

  @Test func aPieceMayChangeThePropertiesOfItsText() async throws {
    var builder = Builder([Paragraph("1234"), Paragraph("56")])
    builder.secondPiece = (2, modifier(0x083C, 1))
    // The mark is hidden with the rest.
    #expect(try await lines(builder) == ["12"])
  }

  @Test func halfOfACharacterIsNone() async throws {
    var builder = Builder([Paragraph("12件")])
    var (text, table) = builder.streams()
    text.replaceSubrange(0x602..<0x604, with: [0x00, 0xD8])
    let bytes = CompoundBuilder([("WordDocument", text), ("1Table", table)]).file()
    builder.body = []
    let document = try await read(bytes)
    #expect(document.value.printed() == "1\u{FFFD}件\n")
    #expect(document.issues.map(\.code) == [.garbledText])
  }

  @Test func footnotesFollowTheText() async throws {
    var builder = Builder([
      Paragraph([Run("收到12件"), Run("\u{2}", modifier(0x0855, 1)), Run("。")])
    ])
    builder.stories = [1: [Paragraph([Run("\u{2}", modifier(0x0855, 1)), Run("含上年结转。")])]]
    builder.parts[2] = Builder.le32(5) + Builder.le32(8) + Builder.le16(1)
    builder.parts[3] = [0, 8, 11].flatMap(Builder.le32)
    #expect(try await lines(builder) == ["收到12件。", "[footnote] 含上年结转。"])
  }

  @Test func headersAndFootersFollowTheText() async throws {
    var builder = Builder([Paragraph("正文")])
    builder.stories = [2: [Paragraph("页眉"), Paragraph(""), Paragraph("- 1 -"), Paragraph("")]]
    builder.parts[11] = [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 11, 11, 11, 11].flatMap(Builder.le32)
    #expect(try await lines(builder) == ["正文", "[header] 页眉", "[footer] - 1 -"])
  }
}
