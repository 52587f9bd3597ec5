import Diagnostics
import DocumentModel
import ReportRecords
import Testing

@testable import FormParsing
@testable import ReportParsing

/// A report of which most of a table wasn't read is not whole.
struct RequiredTablesTests {
  private func errors(table rows: [String]) -> [String] {
    let heads = [
      Block.paragraph(Paragraph("青岚市水务局2023年政府信息公开工作年度报告", at: .line(1))),
      .paragraph(Paragraph("二、主动公开政府信息情况", at: .line(2))),
    ]
    let table = Table(rows.joined(separator: "\n"), block: 1)
    return DocumentParser.parse(Document(blocks: heads + [.table(table)]), name: "a.txt").issues
      .filter { $0.severity == .error }.map(\.message)
  }

  private let head = "信息内容|本年制发件数|本年废止件数|现行有效件数"

  @Test func aRowWithAllItsFiguresInOneCellIsUnread() {
    let rows = [
      head, "规章|2 1 17||", "行政规范性文件|23 14 318||", "信息内容|本年处理决定数量||", "行政许可|5||",
    ]
    #expect(errors(table: rows).contains { $0.contains("6 of 7 cells of the table active") })
  }

  @Test func blanksAreNoLoss() {
    let rows = [
      head, "规章|||", "行政规范性文件|||", "信息内容|本年处理决定数量||", "行政许可|5||",
    ]
    #expect(!errors(table: rows).contains { $0.contains("active_disclosure can't") })
  }
}
