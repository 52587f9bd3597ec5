internal import Foundation

/// `summary.json`: keys in snake_case and alphabetical order, indented.
enum SummaryJSON {
  static func bytes(_ summary: RunSummary) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return Array(try encoder.encode(rounded(summary))) + Array("\n".utf8)
  }

  /// Milliseconds are what a person can use, and a number that is none would be no JSON.
  private static func rounded(_ summary: RunSummary) -> RunSummary {
    func milliseconds(_ seconds: Double) -> Double {
      seconds.isFinite ? (seconds * 1000).rounded() / 1000 : 0
    }
    var summary = summary
    summary.wallSeconds = milliseconds(summary.wallSeconds)
    summary.supervisorCPUSeconds = milliseconds(summary.supervisorCPUSeconds)
    summary.workerCPUSeconds = milliseconds(summary.workerCPUSeconds)
    for index in summary.slowest.indices {
      summary.slowest[index].seconds = milliseconds(summary.slowest[index].seconds)
    }
    return summary
  }
}
