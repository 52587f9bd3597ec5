import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

/// Real reports as text; skipped where they are absent.
@Suite(.enabled(if: TestFolders.shared != nil))
struct SeedTests {
  @Test(arguments: [
    ("000_15c2044e02e4a21d", [[18, 4], [26, 10], [4, 15]]),
    ("001_a141446f969544e3", [[18, 4], [26, 10], [4, 15]]),
    ("002_0c7b0e862cc713bf", [[18, 4], [26, 10], [4, 15]]),
    ("003_70835c77bcb0d3e8", [[14, 4], [6, 9], [4, 15]]),
  ])
  func theThreeTablesOfAReportAreFound(name: String, shapes: [[Int]]) async throws {
    let shared = try #require(TestFolders.shared)
    let data = try Data(contentsOf: shared.appending(path: "seeds/\(name).txt"))
    let document = try await read(Array(data)).value
    if let out = ProcessInfo.processInfo.environment["DUMP"] {
      try dump(document).joined(separator: "\n").write(
        toFile: "\(out)/\(name)", atomically: true, encoding: .utf8)
      try document.printed().write(
        toFile: "\(out)/\(name).printed", atomically: true, encoding: .utf8)
    }
    let tables = document.blocks.compactMap { block -> [Int]? in
      guard case .table(let table) = block else { return nil }
      return [table.rows.count, table.columnCount]
    }
    #expect(tables == shapes)
  }
}
