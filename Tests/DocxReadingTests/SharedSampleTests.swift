import Diagnostics
import DocumentModel
import DocxReading
import Foundation
import TestSupport
import Testing

@Suite struct SharedSampleTests {
  @Test(.enabled(if: TestFolders.shared != nil))
  func everyRealReportGivesADocument() async throws {
    let shared = try #require(TestFolders.shared)
    for folder in ["samples/annual_reports", "samples/docx"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: shared.appending(path: folder), includingPropertiesForKeys: nil)
      for file in files where file.pathExtension == "docx" {
        let bytes = [UInt8](try Data(contentsOf: file))
        let result = try await DocxReader(limits: Limits()).read(
          SourceFile(name: file.lastPathComponent, bytes: bytes))
        #expect(!result.value.blocks.isEmpty, "\(file.lastPathComponent)")
      }
    }
  }
}
