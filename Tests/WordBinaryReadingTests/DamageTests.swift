import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import WordBinaryReading

/// Whatever the bytes are, a document or a failure with a code comes of them, and soon.
@Suite struct DamageTests {
  private static let sample: Builder = {
    var builder = Builder([
      Paragraph("一、总体情况"), Paragraph([Run("收到12件"), Run("\u{2}", modifier(0x0855, 1))]),
      cell("类别"), cell([Run("旧", modifier(0x0800, 0x81)), Run("12")]),
      row([0, 1_000, 2_000], [0x60, 0]),
      cell(""), cell("\u{13} PAGE \u{14}7\u{15}"), row([0, 1_000, 2_000], [0x20, 0]),
      Paragraph("完"),
    ])
    builder.stories = [1: [Paragraph("含上年结转。")], 2: [Paragraph("页眉"), Paragraph("")]]
    builder.parts[2] = Builder.le32(12) + Builder.le32(20) + Builder.le16(1)
    builder.parts[3] = [0, 7, 7].flatMap(Builder.le32)
    builder.parts[11] = [0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4].flatMap(Builder.le32)
    builder.data = [1, 2, 3]
    return builder
  }()

  private static let codes: Set<FailureCode> = [
    .cfbCorrupt, .docCorrupt, .docLimit, .documentLimit, .unsupportedFormat, .encrypted,
  ]

  private func check(_ bytes: [UInt8], _ what: String) async {
    if let failure = await failure(of: bytes) {
      #expect(Self.codes.contains(failure.code), "\(what): \(failure)")
    }
  }

  @Test func theSampleIsReadWhenItIsWhole() async throws {
    let document = try await read(Self.sample)
    #expect(
      lines(of: document.value) == [
        "一、总体情况", "收到12件", "类别\t12", "\t7", "完", "[footnote] 含上年结转。", "[header] 页眉",
      ])
  }

  @Test func aFileCutOffAnywhereGivesADocumentOrACode() async {
    let bytes = Self.sample.file()
    for count in stride(from: 0, to: bytes.count, by: 5) {
      await check(Array(bytes.prefix(count)), "cut at \(count)")
    }
  }

  @Test func changedBytesGiveADocumentOrACode() async {
    let file = Self.sample.file()
    let factor = ProcessInfo.processInfo.environment["GONGKAI_FUZZ"].flatMap { Int($0) } ?? 1
    var dice = Dice(state: 20_240_501)
    for attempt in 0..<2_000 * factor {
      var bytes = file
      for _ in 0..<1 + dice.next(4) { bytes[dice.next(bytes.count)] = UInt8(dice.next(256)) }
      await check(bytes, "attempt \(attempt)")
    }
  }

  /// Most of a file is text and padding: here the bytes that say something are changed.
  @Test func changedStreamsGiveADocumentOrACode() async {
    let streams = Self.sample.streams()
    var dice = Dice(state: 7)
    for attempt in 0..<2_000 {
      var (text, table) = streams
      for _ in 0..<1 + dice.next(3) {
        let value = UInt8([0, 1, 0x7F, 0x80, 0xFF, dice.next(256)][dice.next(6)])
        if dice.next(2) == 0 {
          table[dice.next(table.count)] = value
        } else {
          let places = [0..<0x400, 0x600..<0x700, text.count - 1_024..<text.count]
          let place = places[dice.next(3)]
          text[place.lowerBound + dice.next(place.count)] = value
        }
      }
      await check(
        CompoundBuilder([("WordDocument", text), ("1Table", table)]).file(), "attempt \(attempt)")
    }
  }

  @Test(arguments: [
    (0xA5DC, 0x68, FailureCode.unsupportedFormat), (0xA5EC, 0x65, .unsupportedFormat),
    (0xA5EC, 0xC0, nil), (0xA5EC, 0x112, nil), (0x1234, 0xC1, .docCorrupt),
  ])
  func onlyDocumentsOfWord97AndLaterAreRead(ident: Int, version: Int, code: FailureCode?) async {
    var builder = Self.sample
    builder.ident = ident
    builder.version = version
    #expect(await failure(of: builder.file())?.code == code)
  }

  @Test func aPasswordIsSaid() async {
    var builder = Self.sample
    builder.flags = 0x1300
    #expect(await failure(of: builder.file())?.code == .encrypted)
  }

  @Test func aFileWhoseLastSectorIsShortIsRead() async throws {
    let (text, table) = Self.sample.streams()
    var compound = CompoundBuilder([
      ("WordDocument", text), ("1Table", table + [UInt8](repeating: 0, count: 5_000 - table.count)),
    ])
    compound.isLastSectorShort = true
    let bytes = compound.file()
    #expect(bytes.count % 512 != 0)
    #expect(try await read(bytes).value == read(Self.sample).value)
  }

  @Test func manyParagraphsThatShareLongPropertiesAreRefused() async {
    var builder = Builder(
      (0..<3_000).map { number in
        // Padding makes each of them other properties.
        Paragraph("", modifier(0x6646, 0) + modifier(0x4600, number))
      })
    let repeated = (0..<5_000).flatMap { _ in modifier(0x4600, 0) }
    builder.data = Builder.le16(repeated.count) + repeated
    #expect(await failure(of: builder.file())?.code == .docCorrupt)
  }

  @Test func aParagraphWithMoreDataThanIsReadIsRefused() async throws {
    let long = (0..<16_000).flatMap { _ in modifier(0x4600, 0) }
    func file(_ times: Int) -> Builder {
      var builder = Builder([Paragraph("甲", (0..<times).flatMap { _ in modifier(0x6646, 0) })])
      builder.data = Builder.le16(long.count) + long
      return builder
    }
    #expect(try await read(file(16)).value.blocks.count == 1)
    #expect(await failure(of: file(17).file())?.code == .docCorrupt)
  }

  @Test func aPieceWhoseParagraphsReadTheSameDataIsRefused() async {
    var builder = Builder((0..<3_000).map { _ in Paragraph("") })
    let repeated = (0..<5_000).flatMap { _ in modifier(0x4600, 0) }
    builder.data = Builder.le16(repeated.count) + repeated
    builder.secondPiece = (1, modifier(0x6646, 0))
    #expect(await failure(of: builder.file())?.code == .docCorrupt)
  }

  /// The same numbers each time.
  private struct Dice {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
  }
}
