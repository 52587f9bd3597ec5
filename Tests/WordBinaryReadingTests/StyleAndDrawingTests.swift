import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct StyleAndDrawingTests {
  /// A font's entry in the list of fonts.
  private func font(_ name: String) -> [UInt8] {
    let entry =
      [UInt8](repeating: 0, count: 39) + name.utf16.flatMap { Builder.le16(Int($0)) } + [0, 0]
    return [UInt8(entry.count)] + entry
  }

  private var fonts: [UInt8] {
    Builder.le16(2) + Builder.le16(0) + font("宋体") + font("Wingdings")
  }

  /// A style of paragraphs (1) or of characters (2) that only has properties of characters.
  private func style(_ kind: Int, base: Int, _ characters: [UInt8]) -> [UInt8] {
    let paragraph = kind == 1 ? Builder.le16(2) + Builder.le16(0) : []
    let style =
      Builder.le16(0) + Builder.le16(kind | base << 4) + Builder.le16(kind == 1 ? 2 : 1)
      + [UInt8](repeating: 0, count: 4) + Builder.le16(1) + Builder.le16(0x4E) + Builder.le16(0)
      + paragraph + Builder.le16(characters.count) + characters
    return Builder.le16(style.count) + style + (style.count % 2 == 1 ? [0] : [])
  }

  private func styles(_ all: [[UInt8]]) -> [UInt8] {
    Builder.le16(4) + Builder.le16(all.count) + Builder.le16(10) + all.flatMap(\.self)
  }

  @Test(arguments: [(0x80, []), (0x81, ["12"]), (0, ["12"]), (1, [])] as [(Int, [String])])
  func aToggleMayTurnItsStyleRound(value: Int, lines expected: [String]) async throws {
    var paragraph = Paragraph([Run("12", modifier(0x083C, value))])
    paragraph.style = 2
    var builder = Builder([paragraph, Paragraph("完")])
    builder.parts[1] = styles([
      style(1, base: 0xFFF, []), style(1, base: 0, modifier(0x083C, 1)), style(1, base: 1, []),
    ])
    #expect(try await lines(builder) == expected + ["完"])
  }

  @Test func aLongChainOfStylesIsFollowedToItsEnd() async throws {
    var paragraph = Paragraph([Run("12", modifier(0x083C, 0x81)), Run("9")])
    paragraph.style = 40
    var builder = Builder([paragraph, Paragraph("完")])
    let chain = (2...40).map { style(1, base: $0 - 1, []) }
    builder.parts[1] = styles(
      [style(1, base: 0xFFF, []), style(1, base: 0, modifier(0x083C, 1))] + chain)
    #expect(try await lines(builder) == ["12", "完"])
    // One that comes back to itself.
    builder.parts[1] = styles(
      [style(1, base: 0xFFF, []), style(1, base: 40, modifier(0x083C, 1))] + chain)
    #expect(try await lines(builder).last == "完")
  }

  @Test func aStyleOfCharactersHidesText() async throws {
    var builder = Builder([Paragraph([Run("12"), Run("9", modifier(0x4A30, 1))])])
    builder.parts[1] = styles([
      style(1, base: 0xFFF, []), style(2, base: 0xFFF, modifier(0x083C, 1)),
    ])
    #expect(try await lines(builder) == ["12"])
  }

  @Test func aSizeThatShowsTakesAwayOneThatDoesNot() async throws {
    var paragraph = Paragraph([Run("12", modifier(0x4A43, 24)), Run("9")])
    paragraph.style = 1
    var builder = Builder([paragraph])
    builder.parts[1] = styles([style(1, base: 0xFFF, []), style(1, base: 0, modifier(0x4A43, 2))])
    #expect(try await lines(builder) == ["12"])
  }

  @Test func symbolsAreTheCharactersThatLookTheSame() async throws {
    let symbol = Builder.le16(0x6A09) + Builder.le16(1) + Builder.le16(0xF0FC)
    let font = modifier(0x4A4F, 1)
    var builder = Builder([
      Paragraph([Run("(", modifier(0x0855, 1) + symbol), Run("同意"), Run("\u{F06C}", font)])
    ])
    builder.parts[15] = fonts
    #expect(try await lines(builder) == ["✓同意●"])
  }

  @Test func aTextBoxFollowsTheParagraphThatAnchorsIt() async throws {
    var builder = Builder([
      Paragraph([Run("标题"), Run("\u{8}", modifier(0x0855, 1))]), Paragraph("正文"),
    ])
    builder.stories = [6: [Paragraph("框内"), Paragraph("")]]
    builder.parts[40] =
      [2, 7].flatMap(Builder.le32) + Builder.le32(0x401) + [UInt8](repeating: 0, count: 22)
    let box = [UInt8](repeating: 0, count: 14) + Builder.le32(0x401) + Builder.le32(0)
    builder.parts[56] =
      [0, 3, 4].flatMap(Builder.le32) + box + [UInt8](repeating: 0, count: 22)
    builder.parts[50] = drawing(shape: 202)
    #expect(try await lines(builder) == ["标题", "框内", "正文"])
    #expect(try await codes(builder) == [])
    // Nothing anchors it now: it comes last.
    builder.parts[40] = nil
    #expect(try await lines(builder) == ["标题", "正文", "框内"])
  }

  @Test func aShapeInACellIsNotedOverItsFigure() async throws {
    let anchor = Run("\u{8}", modifier(0x0855, 1))
    var builder = Builder([cell("甲"), cell([Run("12"), anchor]), row([0, 1_000, 2_000])])
    builder.parts[40] =
      [4, 6].flatMap(Builder.le32) + Builder.le32(0x401) + [UInt8](repeating: 0, count: 22)
    builder.parts[50] = drawing(shape: 1)
    #expect(try await codes(builder) == [.docxPictureInCell])
  }

  /// The drawing of a body with one shape, 0x401, of the kind `shape`.
  private func drawing(shape: Int) -> [UInt8] {
    func record(_ kind: Int, _ instance: Int, isContainer: Bool = true, _ content: [UInt8])
      -> [UInt8]
    {
      Builder.le16(instance << 4 | (isContainer ? 0xF : 2)) + Builder.le16(kind)
        + Builder.le32(content.count) + content
    }
    func shapeRecord(_ id: Int, _ kind: Int) -> [UInt8] {
      record(
        0xF004, 0, record(0xF00A, kind, isContainer: false, Builder.le32(id) + Builder.le32(0xA00)))
    }
    let shapes = record(0xF003, 0, shapeRecord(0x400, 0) + shapeRecord(0x401, shape))
    return record(0xF000, 0, []) + [0] + record(0xF002, 0, shapes)
  }
}
