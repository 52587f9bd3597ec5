import Diagnostics
import NationalForm
import RecordReading
import RecordWriting
import ReportRecords
import Testing

/// A report whose cells are in all states, written as a line.
private func line() -> (line: [UInt8], report: AnnualReport) {
  let states = CellReading.State.allCases
  var report = AnnualReport(
    cells: NationalForm.cells.enumerated().map { index, id in
      let state = states[index % states.count]
      return CellReading(
        id, state, value: state == .value ? ExactDecimal(index * 5, scale: 1) : nil,
        raw: state == .absent ? nil : "印\"\(index)\"", unit: index % 4 == 0 ? "万元" : nil,
        location: state == .absent ? nil : .cell(table: 1, row: index, cell: 2))
    })
  report.cited = [Citation(title: "条例", number: nil, count: 2, aliasOf: "信息公开条例")]
  report.figures = [
    Figure(
      label: "主动公开", value: ExactDecimal(125, scale: 1), unit: "%", approximate: true,
      sectionID: "s1", quote: "约12.5%", parent: nil)
  ]
  var content = Content()
  content.kind = .annualReport
  content.reportYear = 2022
  content.agencyName = "云溪区水务局\u{2028}"
  content.edition = .e2021
  content.datedOn = CalendarDate(year: 2023, month: 1, day: 9)
  content.sections = [
    Section(id: "s1", level: 1, number: "一", heading: "总体情况", topic: .overview, text: "一\n二")
  ]
  content.annualReport = report
  content.checks.passed = 3
  content.checks.failures = [
    CheckFailure(
      id: "A1", scope: "total", severity: .error, expected: ExactDecimal(3),
      actual: nil, delta: ExactDecimal(-3), blanksAsZero: true)
  ]
  let record = Record(
    docID: "0123456789abcdef", status: .ok,
    source: Record.Source(
      path: "a/b.txt", name: "b.txt", bytes: 3, sha256: nil, mediaType: nil, url: "http://x/y"),
    extraction: Record.Extraction(
      extractor: "text", method: .native, pages: nil, chars: 3, tables: 3),
    content: content, issues: [], failure: nil)
  var writer = RecordWriter()
  return (writer.line(record), report)
}

@Test func whatIsWrittenIsReadBack() throws {
  let (bytes, report) = line()
  let view = try #require(RecordView(bytes))
  #expect(view.docID == "0123456789abcdef")
  #expect(view.path == "a/b.txt")
  #expect(view.url == "http://x/y")
  #expect(view.status == "ok")
  #expect(view.isReport)
  #expect(view.agencyName == "云溪区水务局\u{2028}")
  #expect(view.reportYear == 2022)
  #expect(view.edition == .e2021)
  #expect(view.datedOn == "2023-01-09")
  #expect(
    view.sections == [
      Section(id: "s1", level: 1, number: "一", heading: "总体情况", topic: .overview, text: "一\n二")
    ])
  #expect(view.figures == report.figures)
  #expect(view.citations == report.cited)
  #expect(view.checks.passed == 3)
  #expect(
    view.checks.failures == [
      CheckFailure(
        id: "A1", scope: "total", severity: .error, expected: ExactDecimal(3), actual: nil,
        delta: ExactDecimal(-3), blanksAsZero: true)
    ])
}

@Test func everyCellIsReadBackWithItsEvidence() throws {
  let (bytes, report) = line()
  let expected = report.cells.map { cell -> CellReading in
    var cell = cell
    // A cell that isn't printed has no evidence, and so no unit.
    if cell.state == .absent { cell.unit = nil }
    return cell
  }
  #expect(try #require(RecordView(bytes)).cells == expected)
}

@Test(arguments: [
  "", "\n", "{}", "null", "[1]", "{\"schema\":\"gongkai.record/1.0\"}", "{\"schema\":\"other/1.0\"",
  "{\"schema\":\"gongkai.record/2.0\",\"doc_id\":\"\",\"source\":{}}",
])
func bytesThatAreNoRecordGiveNothing(text: String) {
  #expect(RecordView(Array(text.utf8)) == nil)
}

@Test func aLineCutOffAnywhereIsNoRecord() {
  let bytes = Array(line().line.dropLast())
  #expect(RecordView(bytes) != nil)
  for count in stride(from: 0, to: bytes.count, by: 97) {
    #expect(RecordView(Array(bytes[..<count])) == nil)
  }
  #expect(RecordView(bytes + [UInt8(ascii: "}")]) == nil)
}

@Test func thePrintOfACellIsReadWhereItIsWanted() throws {
  let (bytes, report) = line()
  let view = try #require(RecordView(bytes))
  #expect(
    view.cells(printOf: RecordView.noCell)
      == report.cells.map { CellReading($0.id, $0.state, value: $0.value) })
}

@Test(arguments: [
  "{\"schema\":\"gongkai.record/1.9\",\"doc_id\":null,\"source\":null,\"kind\":\"annual_report\"}",
  "{\"schema\":\"gongkai.record/1.0\",\"doc_id\":1,\"source\":[],\"kind\":\"annual_report\",\"annual_report\":{\"evidence\":[{},1,{\"row_id\":\"rules\",\"table_id\":\"active_disclosure\",\"columns\":[\"made\"],\"states\":[],\"raw\":[],\"units\":[],\"locations\":[]}],\"applications\":7}}",
])
func aRecordWithOtherMembersIsReadWithoutThem(text: String) throws {
  let view = try #require(RecordView(Array(text.utf8)))
  #expect(view.docID == "")
  #expect(view.path == "")
  #expect(view.checks == Checks())
  #expect(view.cells?.allSatisfy { $0.state == .absent && $0.value == nil } ?? true)
}

@Test func aDamagedLineIsReadOrNotButNeverTrapped() {
  let bytes = line().line
  var read = 0
  for (number, place) in stride(from: 0, to: bytes.count, by: 23).enumerated() {
    let marks = Array("\"{}[],:\\0".utf8) + [0x80]
    var damaged = bytes
    damaged[place] = marks[number % marks.count]
    guard let view = RecordView(damaged) else { continue }
    read += 1
    // Whatever it is, it has the form's cells or none.
    #expect(view.cells.map { $0.map(\.id) == NationalForm.cells } ?? true)
    _ = (view.sections, view.figures, view.citations, view.checks, view.agencyName)
  }
  #expect(read > 100)
}
