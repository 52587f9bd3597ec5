import Conversion
import Diagnostics
import DocumentModel
import Foundation
import RecordWriting
import ReportRecords
import TestSupport
import Testing

/// A table that prints both forms of （六）, one of the three rows and the single one: which edition's rows are missing
/// must not depend on the order in which a set gives its members, which is another each time.
@Test func theSameBytesGiveTheSameLineHoweverOftenTheyAreRead() async throws {
  let text = try String(
    contentsOf: TestFolders.fixtures.appending(path: "text/tab-rows/input.txt"), encoding: .utf8)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.contains("2.申请人逾期未按收费通知") && !$0.hasPrefix("\t\t3.其他\t") }
    .map { $0.hasPrefix("\t（七）总计\t") ? "\t（六）其他处理\t\t0\t0\t0\t0\t0\t0\t0\n\($0)" : $0 }
  let source = SourceFile(name: "input.txt", bytes: Array(lines.joined(separator: "\n").utf8))
  var writer = RecordWriter()
  var seen: Set<[UInt8]> = []
  for _ in 0..<40 {
    let record = await DocumentConverter(limits: .patient).record(of: source, path: "input.txt")
    #expect(
      record.issues.filter { $0.code == .rowsAbsent }.map(\.message) == [
        "2 rows of applications are not printed: other.overdue_fee, other.other"
      ])
    seen.insert(writer.line(record))
  }
  #expect(seen.count == 1)
}
