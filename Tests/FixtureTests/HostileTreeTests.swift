import Foundation
import TestSupport
import Testing

/// The fast part of the hostile tree, through the program as built; `Tests/Hostile/check.py --each` runs all of it.
@Suite struct HostileTreeTests {
  private static let folder = TestFolders.package.appending(path: "Tests/Hostile").path

  @Test(arguments: [
    "zip", "archive", "opc", "xml", "docx", "pdf", "mislabelled", "text", "names", "special",
  ])
  func eachHostileFileGivesOneLineThatSaysWhatItIs(group: String) throws {
    try inTemporaryFolder { folder in
      let result = try BuiltProgram.shell(
        """
        python3 \(Self.folder)/make.py tree manifest.json --fast \(group) &&
        python3 \(Self.folder)/check.py '\(BuiltProgram.executable.path)' tree manifest.json
        """, in: folder)
      #expect(
        result == BuiltProgram.Result(status: 0, output: Data(), errors: result.errors),
        "\(result.text)")
      // Names what was looked at, so that an empty tree is no success.
      let count = try #require(result.errors.split(separator: " ").first.flatMap { Int($0) })
      #expect(count > 15, "\(result.errors)")
    }
  }
}
