import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading

/// Tables whose lines of text run up or down an upright page.
@Suite struct TurnedTablesTests {
  private static let rows = [
    ["事项", "甲", "乙"], ["新收", "14612", "2"], ["结转", "5", ""], ["办理结果", "7", "10"], ["延期", "0", "3"],
  ]
  private static let read = Reading(["事项|甲|乙", "新收|14612|2", "结转|5|", "办理结果|7|10", "延期|0|3"])

  /// A page with the table, its own axes turned by `matrix`.
  private static func file(_ matrix: String, isRuled: Bool = true) -> PDFWriter {
    PDFWriter { page, _ in
      page.paint("q \(matrix) cm")
      page.table(rows, x: 100, top: 400, columns: [60, 60, 60], isRuled: isRuled)
      page.paint("Q")
    }
  }

  @Test func aTableThatRunsDownThePageIsRead() async throws {
    let reading = try await Reading(Self.file("0 -1 1 0 0 842"))
    #expect(reading == Self.read)
  }

  @Test func aTableThatRunsUpThePageIsRead() async throws {
    let reading = try await Reading(Self.file("0 1 -1 0 595 0"))
    #expect(reading == Self.read)
  }

  @Test func aCellOfATurnedTableKeepsItsPlaceOnThePage() async throws {
    let reading = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: Self.file("0 -1 1 0 0 842").bytes))
    let table = try #require(
      reading.value.blocks.lazy.compactMap { block in
        if case .table(let table) = block { table } else { nil }
      }.first)
    // The first row stands right of the others.
    #expect(
      table.rows[0][0].location
        == .page(1, box: BoundingBox(left: 418, top: 100, right: 442, bottom: 160)))
    #expect(
      table.rows[4][1].location
        == .page(1, box: BoundingBox(left: 322, top: 160, right: 346, bottom: 220)))
  }

  @Test func turnedHeadsAboveUprightFiguresAreNoTurnedTable() async throws {
    let file = PDFWriter { page, _ in
      page.table(
        [["事项", "", ""], ["新收", "14", "2"], ["结转", "5", "1"], ["延期", "0", "3"]], x: 80, top: 100,
        columns: [60, 60, 60], rowHeight: 40)
      page.paint("q 0 -1 1 0 0 842 cm")
      page.text("其他", x: 105, top: 842 - 175)
      page.paint("Q")
    }
    let reading = try await Reading(file)
    #expect(reading.blocks.suffix(3) == ["新收|14|2", "结转|5|1", "延期|0|3"])
  }
}
