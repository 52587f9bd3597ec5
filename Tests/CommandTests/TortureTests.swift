import Foundation
import TestSupport
import Testing

/// The short form of `make torture`: a few points of each of its ways to disturb a run.
///
/// What needs strace or root is passed over without them.
@Suite struct TortureTests {
  @Test(.timeLimit(.minutes(10)))
  func aRunThatIsKilledStarvedOrMisledEndsWithTheOutputOfAnUndisturbedOne() throws {
    let result = try BuiltProgram.shell(
      // The function `gongkai` holds the program's path between quotes.
      "python3 Tests/Torture/torture.py --short --program \"$(type gongkai | grep -o \"'.*'\")\"",
      in: TestFolders.package, environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    let modes = result.text.split(separator: "\n").filter {
      $0.contains(" 0 failed") || $0.contains(" skipped: ")
    }
    #expect(modes.count == 14, "\(result.text)")
  }
}
