import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct NumberingTests {
  /// A level by its format, its text (codes below nine stand for numbers), and what follows it.
  private func level(
    _ format: Int, _ text: [Int], suffix: Int = 2, start: Int = 1, flags: Int = 0
  ) -> [UInt8] {
    Builder.le32(start) + [UInt8(format), UInt8(flags)] + [UInt8](repeating: 0, count: 9)
      + [UInt8(suffix)] + [UInt8](repeating: 0, count: 8) + [0, 0, 0, 0]
      + Builder.le16(text.count) + text.flatMap(Builder.le16)
  }

  private func list(_ id: Int, isSimple: Bool = true) -> [UInt8] {
    Builder.le32(id) + Builder.le32(0) + [UInt8](repeating: 0xFF, count: 18)
      + [isSimple ? 1 : 0, 0]
  }

  private func scalars(_ text: String) -> [Int] { text.unicodeScalars.map { Int($0.value) } }

  private func override(_ id: Int, levels: Int = 0) -> [UInt8] {
    Builder.le32(id) + Builder.le32(0) + Builder.le32(0) + [UInt8(levels), 0, 0, 0]
  }

  private func numbered(_ text: String, _ list: Int) -> Paragraph {
    Paragraph(text, modifier(0x260A, 0) + modifier(0x460B, list))
  }

  private func builder(_ paragraphs: [Paragraph], levels: [UInt8]) -> Builder {
    var builder = Builder(paragraphs)
    builder.parts[Builder.lastPart] = Builder.le16(2) + list(7) + list(8)
    builder.levels = levels
    builder.parts[74] =
      Builder.le32(3) + override(7) + override(8) + override(7, levels: 1)
      + Builder.le32(0) + Builder.le32(0) + Builder.le32(0)
      + Builder.le32(5) + Builder.le32(0x10)
    return builder
  }

  @Test func numbersAreCountedAsInADocx() async throws {
    let levels = level(39, [0] + scalars("、")) + level(0, scalars("（") + [0] + scalars("）"))
    let builder = builder(
      [
        numbered("总体情况", 1), numbered("主动公开", 2), numbered("依申请公开", 2), numbered("存在问题", 1),
        numbered("另起", 3), numbered("不编号", 0), numbered("已离开", 0xF801),
      ], levels: levels)
    #expect(
      try await lines(builder) == [
        "一、总体情况", "（1）主动公开", "（2）依申请公开", "二、存在问题", "五、另起", "不编号", "已离开",
      ])
  }

  @Test func aListThatIsNotDefinedIsSaid() async throws {
    #expect(try await codes(Builder([numbered("甲", 4)])) == [.docxNumberingUndefined])
  }
}
