import Foundation
import TestSupport
import Testing

private let mailers = TestFolders.package.appending(path: ".build/mailers")

/// The mail of docs/operating.md, sent by both programs that Debian and Ubuntu have for it.
@Test(
  // It takes seconds, and may have to wait for all others.
  .timeLimit(.minutes(20)),
  .enabled(
    if: FileManager.default.fileExists(atPath: mailers.appending(path: "installed").path),
    "make test installs what it needs"))
func theMailOfANightArrivesAsItIs() throws {
  let result = try BuiltProgram.shell(
    "python3 Tests/Mail/check.py --program '\(BuiltProgram.executable.path)' --mailers '\(mailers.path)'",
    in: TestFolders.package, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
  #expect(result.status == 0, "\(result.text)\(result.errors)")
  #expect(
    result.text == """
      s-nail sends what the summary says
      bsd-mailx sends what the summary says

      """)
}
