import Diagnostics
import TestSupport
import Testing

/// Files that poppler repairs without a word, held against their paint like whole ones.
@Suite struct RepairedFileTests {
  /// A table of two rows, with a slanting stroke across the last number.
  private static let struck: [UInt8] = {
    var page = PDFWriter.Page()
    page.text("标题", x: 90, top: 60)
    page.table(
      [["事项", "数量"], ["行政处罚", "12"], ["行政许可", "2641"]], x: 90, top: 90,
      columns: [100, 100], rowHeight: 40)
    page.paint("1 w 192 640 m 298 664 l S")
    return PDFWriter([page]).bytes
  }()

  private static let unread = Reading(
    ["标题", "事项|数量", "行政处罚|12", "行政许可|\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"],
    issues: [.pdfStruckTextOmitted])

  private func replacing(_ old: String, with new: String) -> [UInt8] {
    Array(String(decoding: Self.struck, as: UTF8.self).replacing(old, with: new).utf8)
  }

  @Test func strokeAcrossANumberOfAWholeFile() async throws {
    #expect(try await Reading(Self.struck) == Self.unread)
  }

  @Test func strokeAcrossANumberOfAFileWithoutATable() async throws {
    #expect(try await Reading(replacing("startxref", with: "startxrfe")) == Self.unread)
    #expect(try await Reading(replacing("\nxref", with: "\nxrxf")) == Self.unread)
  }

  @Test func strokeAcrossANumberOfAFileWithWrongOffsets() async throws {
    let reading = try await Reading(replacing(" 00000 n", with: "1 0000 n"))
    #expect(reading.blocks == Self.unread.blocks)
    #expect(reading.issues.last == .pdfStruckTextOmitted)
  }
}
