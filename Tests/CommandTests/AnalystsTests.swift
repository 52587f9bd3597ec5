import Foundation
import TestSupport
import Testing

private let python = TestFolders.package.appending(path: ".build/analysts/bin/python3")

/// What docs/analysing.md says, run as it stands: six tools give one sum, views and tables are the same, the queries
/// answer, frictionless and check-jsonschema find nothing, and late keys are read.
@Suite struct AnalystsTests {
  @Test(
    .timeLimit(.minutes(10)),
    .enabled(
      if: FileManager.default.fileExists(atPath: python.path),
      "make test-slow installs what it needs"))
  func analystsCanLoadWhatARunWrites() throws {
    let result = try BuiltProgram.shell(
      "'\(python.path)' Tests/Analysts/check.py --program '\(BuiltProgram.executable.path)'",
      in: TestFolders.package, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    #expect(result.text.hasSuffix("gongkai tables gives the same bytes\n"), "\(result.text)")
  }
}
