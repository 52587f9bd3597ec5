import Diagnostics
import DocumentModel
import PlainTextReading
import Testing

/// Damaged and hostile texts: a document or a failure, in time that grows with the size.
@Suite struct RobustnessTests {
  private static let report = """
    正文
    济宁市示例局2020年政府信息公开工作年度报告

    一、总体情况
    2020年，&nbsp;主动公开信息 64 条。[bookmark: a]
    \t规章
    \t0

    \t总

    计
    \t1
    二、主动公开政府信息情况

    信息内容\t本年新制作数量\t
    规章\t0\t\u{B}1

    \t行政许可\t2
    | 规章 | 0 |
    |---|---|
    | 其他 | 1 |
    规章    0    1
    其他    2    3
    - 1 -
    [footnote] 注
    """

  @Test func everyTruncationIsReadOrRefused() async throws {
    let bytes = Array(Self.report.utf8)
    for length in bytes.indices { try await readOrRefuse(Array(bytes[..<length])) }
  }

  @Test func everyFlippedByteIsReadOrRefused() async throws {
    let bytes = Array(Self.report.utf8)
    let wide = Self.report.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var random = SplitMix(state: 3)
    for round in 0..<6_000 {
      var damaged = round % 3 == 0 ? [0xFF, 0xFE] + wide : bytes
      for _ in 0...random.next(4) {
        damaged[random.next(damaged.count)] = UInt8(random.next(256))
      }
      try await readOrRefuse(damaged)
    }
  }

  @Test func randomBytesAreReadOrRefused() async throws {
    var random = SplitMix(state: 5)
    let alphabet = Array("\t\t \n\n|<>[&;规0章一、。".utf8) + [0xE3, 0x80, 0x80, 0xC2, 0xA0, 0xFF, 0x0C]
    for _ in 0..<3_000 {
      try await readOrRefuse(
        (0..<random.next(200)).map { _ in alphabet[random.next(alphabet.count)] })
    }
  }

  private func readOrRefuse(_ bytes: [UInt8]) async throws {
    do {
      let document = try await read(bytes).value
      for case .table(let table) in document.blocks {
        try #require(
          table.columnCount > 1 && table.rows.allSatisfy { $0.count == table.columnCount })
      }
      // What was read is printed so that it reads back.
      let printed = document.printed()
      if !printed.isEmpty {
        try #require(
          dump(try await read(printed).value, places: false) == dump(document, places: false))
      }
    } catch is Failure {}
  }

  @Test func limitsAreNamedInTheFailure() async throws {
    var limits = Limits()
    limits.paragraphBytes = 30
    limits.documentBytes = 60
    limits.tableColumns = 4
    limits.tableCells = 12
    let cases: [(String, String)] = [
      (
        String(repeating: "长", count: 11),
        "There are 33 bytes of text in line 1, more than the limit paragraph_bytes = 30"
      ),
      (
        Array(repeating: "一二三四五", count: 5).joined(separator: "\n"),
        "The bytes of its text are more than the limit document_bytes = 60"
      ),
      (
        "a\tb\tc\td\te\n1\t2\t3\t4\t5",
        "A table row has 5 fields, more than the limit table_columns = 4"
      ),
      (
        Array(repeating: "1\t2\t3", count: 5).joined(separator: "\n"),
        "The cells of its tables are more than the limit table_cells = 12"
      ),
    ]
    for (text, message) in cases {
      await #expect(throws: Failure(.documentLimit, message)) {
        try await dump(text, limits: limits)
      }
    }
  }

  @Test(arguments: [
    "年度报告 ", "\t", "|", "a\t", "\t\n", "\tx\n", "|\n", "| a | b\n", "<p ", "<", "&", "[image:", "[",
    "\u{A0}",
    "规章    0    0\n", "a    b    c\n", "a\n", "\n", "\u{C}", "1\t2\t3\n", "1\t2\n\n", "&amp;",
    "<br>", "\u{B}",
    "- 1 -\n", "\u{3000}年", "总\n\n", "\tx\n总\n\n计\n",
  ])
  func aLongTextOfOneThingTakesTimeByItsLength(unit: String) async throws {
    let bytes = Array(repeating: Array(unit.utf8), count: 100_000 / unit.utf8.count).flatMap { $0 }
    let clock = ContinuousClock()
    let start = clock.now
    _ = try? await read(bytes)
    // Unoptimized, a linear pass takes half a second and a quadratic one minutes.
    #expect(clock.now - start < .seconds(10))
  }
}
