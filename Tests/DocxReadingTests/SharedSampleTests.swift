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
        if ProcessInfo.processInfo.environment["DUMP"] != nil {
          print("=====", file.lastPathComponent)
          print(lines(result.value).joined(separator: "\n"))
          for issue in result.issues {
            print("ISSUE", issue.code, issue.message, issue.location as Any)
          }
          for note in result.value.notes { print("NOTE", note) }
        }
      }
    }
  }
}
