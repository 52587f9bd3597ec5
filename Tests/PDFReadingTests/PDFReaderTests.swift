import Diagnostics
import DocumentModel
import TestSupport
import Testing

@testable import PDFReading

/// What makes a file fail, and what is only noted.
@Suite struct PDFReaderTests {
  @Test func whatIsNoPDFIsCorrupt() async {
    await expectFailure(.pdfCorrupt, Array("hello".utf8))
  }

  @Test func aFileThatAsksForAPasswordIsEncrypted() async {
    var file = PDFWriter { page, _ in page.text("文字", x: 90, top: 90) }
    file.isEncrypted = true
    await expectFailure(.encrypted, file.bytes)
  }

  @Test func aFileCutOffInItsFirstObjectsIsCorrupt() async {
    let file = PDFWriter { page, _ in page.text("文字", x: 90, top: 90) }
    await expectFailure(.pdfCorrupt, Array(file.bytes.prefix(60)))
  }

  @Test func pagesWithoutTextAreAFileWithoutText() async {
    await expectFailure(.pdfNoText, PDFWriter(pages: 2) { _, _ in }.bytes)
  }

  @Test func aPageWithoutTextAmongOthersIsNoted() async throws {
    let file = PDFWriter(pages: 2) { page, number in
      if number == 1 { page.text("文字", x: 90, top: 90) }
    }
    let reading = try await Reading(file)
    #expect(reading == Reading(["文字"], issues: [.pdfPageWithoutText]))
  }

  @Test func aFileWithFaultsIsReadAndNoted() async throws {
    let file = PDFWriter { page, _ in
      page.text("文字", x: 90, top: 90)
      page.text("没有字体", x: 90, top: 120, size: 12)
    }
    let damaged = Array(
      String(decoding: file.bytes, as: UTF8.self).replacing("/F1 12.0 Tf", with: "/F9 12.0 Tf").utf8
    )
    let reading = try await Reading(damaged)
    #expect(reading == Reading(["文字"], issues: [.pdfDamaged, .pdfPageNotChecked]))
  }

  @Test func morePagesThanTheLimitAreRefused() async {
    var limits = Limits.patient
    limits.pdfPages = 1
    let file = PDFWriter(pages: 2) { page, _ in page.text("文字", x: 90, top: 90) }
    await expectFailure(.pdfLimit, file.bytes, PDFReader(limits: limits))
  }

  @Test func withoutPdftotextTheBackendIsMissing() async {
    let reader = PDFReader(limits: .patient, tools: PopplerTools(searchPath: "/nowhere"))
    await expectFailure(.backendMissing, Array("%PDF-1.7".utf8), reader)
  }

  private func expectFailure(
    _ code: FailureCode, _ bytes: [UInt8], _ reader: PDFReader = PDFReader(limits: .patient)
  ) async {
    do {
      let document = try await reader.read(SourceFile(name: "a.pdf", bytes: bytes))
      Testing.Issue.record("read as \(document.value)")
    } catch {
      #expect(error.code == code, "\(error)")
    }
  }
}
