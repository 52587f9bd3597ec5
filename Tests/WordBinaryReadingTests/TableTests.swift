import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct TableTests {
  /// The cells of the only table, covered ones as `<` and `^`.
  private func rows(_ paragraphs: [Paragraph], data: [UInt8] = []) async throws -> [[String]] {
    var builder = Builder(paragraphs)
    builder.data = data
    let document = try await read(builder).value
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first).rows.map { row in
      row.map {
        switch $0.coverage {
        case .own: $0.text
        case .coveredFromLeft: "<"
        case .coveredFromAbove: "^"
        }
      }
    }
  }

  @Test func cellsStandAtTheirEdges() async throws {
    #expect(
      try await rows([
        cell("类别"), cell("泵站"), row([0, 1_000, 3_000]),
        cell("东片"), cell("12"), cell("7"), row([2, 1_001, 2_000, 3_003]),
      ]) == [["类别", "泵站", "<"], ["东片", "12", "7"]])
  }

  @Test func cellsAreMergedBothWays() async throws {
    #expect(
      try await rows([
        cell("甲"), cell(""), cell("乙"), row([0, 1_000, 2_000, 3_000], [1, 2, 0x60]),
        cell("1"), cell("2"), cell(""), row([0, 1_000, 2_000, 3_000], [0, 0, 0x20]),
      ]) == [["甲", "<", "乙"], ["1", "2", "^"]])
  }

  @Test func aMergeOfItsOwnChangeCounts() async throws {
    let merge = Builder.modifier(0xD62B, bytes: [1, 3])
    let onward = Builder.modifier(0xD62B, bytes: [1, 1])
    #expect(
      try await rows([
        cell("1"), cell("乙"), row([0, 1_000, 2_000], style: merge),
        cell("2"), cell(""), row([0, 1_000, 2_000], style: onward),
      ]) == [["1", "乙"], ["2", "^"]])
  }

  @Test func cellsThatAllBeginAMergeAreOne() async throws {
    #expect(
      try await rows([
        cell("甲"), cell("1"), row([0, 1_000, 2_000], [0x60, 0]),
        cell(""), cell("2"), row([0, 1_000, 2_000], [0x60, 0]),
        cell(""), cell("3"), row([0, 1_000, 2_000], [0x60, 0]),
        cell("乙"), cell("4"), row([0, 1_000, 2_000], [0x60, 0]),
      ]) == [["甲", "1"], ["^", "2"], ["^", "3"], ["乙", "4"]])
  }

  @Test func aCellHasAllOfItsParagraphs() async throws {
    #expect(
      try await rows([
        Paragraph("本年新", modifier(0x2416, 1)), cell("制作数量"), cell("3"), row([0, 1_000, 2_000]),
      ]) == [["本年新制作数量", "3"]])
  }

  @Test func aTableInACellFollowsIt() async throws {
    let inner = modifier(0x2416, 1) + modifier(0x6649, 2)
    let definition = Builder.modifier(
      0xD608, bytes: [2] + [0, 400, 800].flatMap(Builder.le16))
    #expect(
      try await lines([
        Paragraph("表内", modifier(0x2416, 1)),
        Paragraph("内1", inner + modifier(0x244B, 1)), Paragraph("内2", inner + modifier(0x244B, 1)),
        Paragraph("", inner + modifier(0x244B, 1) + modifier(0x244C, 1) + definition),
        cell("之后"), cell("右"), row([0, 1_000, 2_000]),
      ]) == ["表内之后\t右", "内1\t内2"])
  }

  @Test func propertiesOfARowMayLieInTheDataStream() async throws {
    let edges = (0...70).map { $0 * 100 }
    let definition = Builder.modifier(
      0xD608, bytes: [70] + edges.flatMap(Builder.le16) + [UInt8](repeating: 0, count: 1_400))
    let long = modifier(0x2416, 1) + modifier(0x2417, 1) + definition
    let mark = Paragraph(
      "", modifier(0x2416, 1) + modifier(0x2417, 1) + modifier(0x6646, 7), mark: "\u{7}")
    let cells = (1...70).map { cell(String($0)) }
    #expect(
      try await rows(
        cells + [mark],
        data: [UInt8](repeating: 9, count: 7) + Builder.le16(long.count) + long)
        == [(1...70).map(String.init)])
  }

  @Test func aDeletedRowIsLeftOutUnlessItShowsText() async throws {
    var deleted = row([0, 1_000, 2_000])
    deleted.markModifiers = modifier(0x0800, 0x81)
    let gone = modifier(0x0800, 0x81)
    let first = [cell("甲"), cell("1"), row([0, 1_000, 2_000])]
    #expect(
      try await rows(first + [cell([Run("乙", gone)]), cell([Run("2", gone)]), deleted])
        == [["甲", "1"]])
    #expect(
      try await rows(first + [cell("乙"), cell("2"), deleted]) == [["甲", "1"], ["乙", "2"]])
  }

  @Test func aPictureInACellMayStandForItsFigure() async throws {
    let picture = modifier(0x0855, 1) + modifier(0x6A03, 0)
    #expect(
      try await rows([
        cell("甲"), cell([Run("1"), Run("\u{1}", picture)]), row([0, 1_000, 2_000]),
        cell("乙"), cell([Run("\u{1}", picture)]), row([0, 1_000, 2_000]),
      ]) == [["甲", "1\u{FFFC}"], ["乙", "\u{FFFC}"]])
  }

  @Test func whiteTextShowsOnAGroundOfACell() async throws {
    let white = modifier(0x6870, 0xFFFFFF)
    let shades = Builder.modifier(
      0xD612, bytes: [0, 0, 0, 0xFF, 0x80, 0, 0, 0, 0, 0] + [0, 0, 0, 0xFF, 0, 0, 0, 0xFF, 0, 0])
    #expect(
      try await rows([
        cell([Run("1", white)]), cell([Run("2"), Run("9", white)]),
        row([0, 1_000, 2_000], style: shades),
      ]) == [["1", "2"]])
  }

  @Test func aRowThatDoesNotSayWhereItsCellsBeginIsAsTheOneBefore() async throws {
    let bare = Paragraph("", modifier(0x2416, 1) + modifier(0x2417, 1), mark: "\u{7}")
    #expect(
      try await rows([
        cell("甲"), cell("1"), row([0, 1_000, 2_000]), cell("乙"), cell("2"), bare,
      ]) == [["甲", "1"], ["乙", "2"]])
  }

  @Test func aMarkOfACellOutsideOfTablesEndsAParagraph() async throws {
    let builder = Builder([Paragraph("甲", mark: "\u{7}"), Paragraph("乙")])
    #expect(try await lines(builder) == ["甲", "乙"])
    #expect(try await codes(builder) == [.docxPartDamaged])
  }
}
