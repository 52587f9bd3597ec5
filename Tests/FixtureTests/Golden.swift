import Foundation
import TestSupport
import Testing

/// Compares what came out with a file in the checkout, or, when asked to, writes that file anew.
///
/// Recording never passes: each file that changed is a failure of its own, so that nobody takes a recording for a test.
enum Golden {
  private static let environment = ProcessInfo.processInfo.environment
  static let isRecording = environment["GONGKAI_RECORD_GOLDEN"] == "1"
  static let isContinuousIntegration = !["", "false", "0"].contains(environment["CI"] ?? "")

  /// - Parameters:
  ///   - actual: Nil where there must be no such file.
  ///   - lines: How to print a content for people, one fact a line.
  static func check(
    _ actual: [UInt8]?, against file: URL, lines: ([UInt8]) -> [String]
  ) throws {
    let expected = FileManager.default.contents(atPath: file.path).map { Array($0) }
    guard actual != expected else { return }
    let name = file.path.dropFirst(TestFolders.package.path.count + 1)
    if isRecording, !isContinuousIntegration {
      try record(actual, to: file)
      let change = expected == nil ? "recorded" : actual == nil ? "removed" : "changed"
      Issue.record("\(change) \(name)")
    } else if let expected, let actual {
      let difference = LineDifference(from: lines(expected), to: lines(actual))
      Issue.record("\(name) is not what came out:\n\(difference)")
    } else if actual != nil {
      Issue.record("\(name) is missing: run `make golden` and review what it writes")
    } else {
      Issue.record("\(name) is there, but nothing came out")
    }
  }

  private static func record(_ content: [UInt8]?, to file: URL) throws {
    if let content {
      try Data(content).write(to: file)
    } else {
      try FileManager.default.removeItem(at: file)
    }
  }
}
