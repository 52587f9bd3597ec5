import Diagnostics
import DocumentModel
import PagePaint
import TestSupport
import Testing

@testable import PDFReading
@testable import PageLayout

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

  @Test func whatOnlySeemsToStandInATurnedTableStaysOnItsPage() {
    var page = BoxPage(width: 595, height: 842)
    var rulings = Rulings()
    for edge in 0...2 {
      let position = 100 + Double(edge) * 40
      rulings.horizontal.append(Ruling(position: 100 + Double(edge) * 80, start: 100, end: 180))
      rulings.vertical.append(Ruling(position: position, start: 100, end: 260))
    }
    func add(_ text: String, _ box: BoundingBox, turned: BoundingBox) {
      var word = Word(text: text, box: box, order: page.words.count)
      word.turned = TurnedPlace(isDown: true, box: turned)
      word.fontSize = 10
      page.words.append(word)
    }
    for place in 0..<5 {
      let top = 105 + Double(place) * 25
      let box = BoundingBox(left: 115, top: top, right: 125, bottom: top + 5)
      add("\(place)", box, turned: box)
    }
    // `pdftotext` puts the box of a turned character beside it: this one stands left of the table.
    add(
      "表后", BoundingBox(left: 98, top: 120, right: 108, bottom: 140),
      turned: BoundingBox(left: 88, top: 120, right: 98, bottom: 140))
    var pages = [page]
    let taken = TurnedTables.take(
      from: &pages, rulings: [rulings], content: [CellContent()], cellLimit: 1_000)
    #expect(taken.tables[0].count == 1)
    #expect(pages[0].words.map(\.text) == ["表后"])
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
