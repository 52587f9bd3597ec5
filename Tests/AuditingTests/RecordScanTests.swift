import Comparison
import Foundation
import RecordReading
import ReportRecords
import TestSupport
import Testing

@testable import Auditing

private func fixtures() throws -> [(name: String, line: [UInt8])] {
  let files = try #require(
    FileManager.default.enumerator(at: TestFolders.fixtures, includingPropertiesForKeys: nil))
  var lines: [(String, [UInt8])] = []
  for case let file as URL in files where file.pathExtension == "jsonl" {
    var line = Array(try Data(contentsOf: file))
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    lines.append((file.path, line))
  }
  return lines
}

@Test func aRecordReadInOnePassSaysWhatItsViewSays() throws {
  let lines = try fixtures()
  #expect(lines.count > 60)
  for (name, line) in lines {
    let view = try #require(RecordView(line))
    let scan = try #require(RecordScan(line))
    #expect(scan.isReport == (view.cells != nil), "\(name)")
    #expect([scan.docID, scan.path, scan.status] == [view.docID, view.path, view.status])
    #expect([scan.agencyName, scan.datedOn] == [view.agencyName, view.datedOn])
    #expect(scan.year == view.reportYear && scan.edition == view.edition)
    #expect(scan.sections.map(\.text) == view.sections.map(\.text))
    #expect(scan.sections.map(\.topic) == view.sections.map(\.topic))
    #expect(scan.sections.map(\.heading) == view.sections.map(\.heading))
    #expect(
      scan.failures
        == Dictionary(grouping: view.checks.failures.filter { !$0.blanksAsZero }, by: \.id)
        .mapValues(\.count))
    guard let cells = view.cells else { continue }
    let facts = cells.map(CellFact.init)
    #expect(scan.cells.map(\.value) == facts.map(\.value), "\(name)")
    #expect(scan.cells.map(\.state) == facts.map(\.state), "\(name)")
  }
}

@Test func aLineCutOffAnywhereIsNoRecord() throws {
  let file = TestFolders.fixtures.appending(path: "reports/blank-template/expected.jsonl")
  let line = Array(try Data(contentsOf: file).dropLast())
  #expect(RecordScan(line) != nil)
  for count in stride(from: 0, to: line.count, by: 97) {
    #expect(RecordScan(Array(line[..<count])) == nil)
  }
  #expect(RecordScan(line + [UInt8(ascii: "}")]) == nil)
}

@Test func deepNestingCostsNoStack() {
  let deep = String(repeating: "[", count: 1_000_000)
  #expect(RecordScan(Array("{\"schema\":\(deep)".utf8)) == nil)
  #expect(RecordScan(Array("{\"annual_report\":{\"applications\":\(deep)".utf8)) == nil)
}
