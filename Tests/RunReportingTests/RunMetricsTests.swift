import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import RunReporting

/// A strict reader of the text format, after "Exposition formats" of Prometheus and what its textfile collector takes.
private struct Exposition {
  struct Malformed: Error, CustomStringConvertible {
    var line: Substring
    var problem: String
    var description: String { "\(problem): \(line)" }
  }

  /// The value of each series, `name{label="value"}` as it is printed.
  private(set) var samples: [String: Double] = [:]
  /// Metrics by name that were closed: their lines may not come again.
  private var seen: Set<Substring> = []
  private var open: Substring = ""
  private var hasType = false

  init(_ text: String) throws {
    guard text.hasSuffix("\n"), !text.contains("\n\n"), !text.contains("\r") else {
      throw Malformed(line: "", problem: "lines must end with one LF")
    }
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# HELP ") {
        try help(line)
      } else if line.hasPrefix("# TYPE ") {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 4, words[2] == open, words[3] == "gauge", !hasType else {
          throw Malformed(line: line, problem: "a TYPE without its HELP")
        }
        hasType = true
      } else {
        try sample(line)
      }
    }
  }

  private mutating func help(_ line: Substring) throws {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4, Self.isName(words[2]), !words[3].isEmpty, !words[3].contains("\\"),
      seen.insert(words[2]).inserted
    else { throw Malformed(line: line, problem: "no HELP, or a second one") }
    open = words[2]
    hasType = false
  }

  private mutating func sample(_ line: Substring) throws {
    let name = line.prefix { $0 != "{" && $0 != " " }
    guard name == open, hasType else { throw Malformed(line: line, problem: "not under its TYPE") }
    var rest = line.dropFirst(name.count)
    if rest.first == "{" { rest = try labels(rest.dropFirst(), line) }
    guard rest.first == " ", !rest.dropFirst().isEmpty,
      rest.dropFirst().allSatisfy({ "0123456789.e-+".contains($0) }),
      let value = Double(rest.dropFirst())
    else { throw Malformed(line: line, problem: "no value") }
    let series = String(line.dropLast(rest.count))
    guard samples.updateValue(value, forKey: series) == nil else {
      throw Malformed(line: line, problem: "a series twice")
    }
  }

  /// What is left of `text` behind its labels.
  private func labels(_ text: Substring, _ line: Substring) throws -> Substring {
    var rest = text
    var names: Set<Substring> = []
    while true {
      let name = rest.prefix { $0 != "=" }
      guard Self.isName(name), !name.contains(":"), names.insert(name).inserted else {
        throw Malformed(line: line, problem: "no label name")
      }
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else { throw Malformed(line: line, problem: "no label value") }
      rest = rest.dropFirst(2)
      while let character = rest.first, character != "\"" {
        rest = rest.dropFirst()
        guard character == "\\" else { continue }
        guard let escaped = rest.first, "\\\"n".contains(escaped) else {
          throw Malformed(line: line, problem: "no such escape")
        }
        rest = rest.dropFirst()
      }
      guard rest.first == "\"" else { throw Malformed(line: line, problem: "an open quote") }
      rest = rest.dropFirst()
      guard let end = rest.first, ",}".contains(end) else {
        throw Malformed(line: line, problem: "labels that do not end")
      }
      rest = rest.dropFirst()
      if end == "}" { return rest }
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"):
        true
      default: false
      }
    }
  }
}

private func metrics(_ summary: RunSummary, previous: String = "") throws -> [String: Double] {
  let text = String(decoding: summary.metrics(previous: Array(previous.utf8)), as: UTF8.self)
  return try Exposition(text).samples
}

private let lastSuccess = "gongkai_run_last_success_timestamp_seconds"

@Test func theMetricsHoldTheWholeRun() throws {
  var found = try metrics(failingNight)
  let codes = FailureCode.allCases.map { "gongkai_run_failed_documents{code=\"\($0.rawValue)\"}" }
  #expect(
    codes.filter { found[$0] != 0 }.sorted() == [
      #"gongkai_run_failed_documents{code="pdf_corrupt"}"#,
      #"gongkai_run_failed_documents{code="pdf_no_text"}"#,
      #"gongkai_run_failed_documents{code="zip_limit"}"#,
    ])
  for code in codes where found[code] == 0 { found[code] = nil }
  #expect(
    found == [
      #"gongkai_run_info{version="0.3.0",rules="2026.1"}"#: 1,
      "gongkai_run_exit_status": 3,
      #"gongkai_run_outcome{outcome="finished"}"#: 1,
      #"gongkai_run_outcome{outcome="stopped"}"#: 0,
      #"gongkai_run_outcome{outcome="interrupted"}"#: 0,
      #"gongkai_run_outcome{outcome="broken"}"#: 0,
      "gongkai_run_start_timestamp_seconds": 1_767_319_200,
      "gongkai_run_end_timestamp_seconds": 1_767_319_924,
      lastSuccess: 1_767_319_924,
      "gongkai_run_input_files": 100_021,
      "gongkai_run_input_bytes": 2_900_000_000,
      #"gongkai_run_skipped_files{reason="hidden"}"#: 12,
      #"gongkai_run_skipped_files{reason="link_to_folder"}"#: 3,
      #"gongkai_run_skipped_files{reason="system"}"#: 0,
      "gongkai_run_converted_bytes": 84_100_000,
      #"gongkai_run_work_documents{work="converted"}"#: 1_023,
      #"gongkai_run_work_documents{work="unchanged"}"#: 98_960,
      #"gongkai_run_work_documents{work="copied"}"#: 17,
      #"gongkai_run_work_documents{work="removed"}"#: 1,
      #"gongkai_run_work_documents{work="renamed"}"#: 1,
      #"gongkai_run_work_documents{work="left"}"#: 0,
      #"gongkai_run_work_documents{work="retried"}"#: 0,
      #"gongkai_run_work_documents{work="added"}"#: 900,
      #"gongkai_run_work_documents{work="changed"}"#: 100,
      #"gongkai_run_work_documents{work="recovered"}"#: 12,
      "gongkai_run_workers_lost": 0,
      #"gongkai_run_documents{status="ok"}"#: 99_000,
      #"gongkai_run_documents{status="partial"}"#: 882,
      #"gongkai_run_documents{status="failed"}"#: 118,
      #"gongkai_run_failed_documents{code="pdf_no_text"}"#: 100,
      #"gongkai_run_failed_documents{code="pdf_corrupt"}"#: 16,
      #"gongkai_run_failed_documents{code="zip_limit"}"#: 1,
      #"gongkai_run_failed_documents{code="of_tomorrow"}"#: 1,
      "gongkai_run_new_failures": 44,
      #"gongkai_run_lost_records{cause="removed"}"#: 1,
      #"gongkai_run_lost_records{cause="replaced"}"#: 1,
      #"gongkai_run_lost_records{cause="failed"}"#: 12,
      "gongkai_run_doubled_records": 1,
      "gongkai_run_refused_removals": 0,
      "gongkai_run_drawings_failed": 1,
      #"gongkai_run_reports{edition="e2021"}"#: 60_000,
      #"gongkai_run_reports{edition="e2019"}"#: 30_001,
      #"gongkai_run_reports{edition="legacy"}"#: 1,
      #"gongkai_run_reports{edition="none"}"#: 3,
      "gongkai_run_reports_with_failed_checks": 311,
      #"gongkai_run_failed_checks{check="R1"}"#: 210,
      #"gongkai_run_failed_checks{check="A1"}"#: 150,
      "gongkai_run_duration_seconds": 724.0414,
      #"gongkai_run_cpu_seconds{process="run"}"#: 3.2,
      #"gongkai_run_cpu_seconds{process="workers"}"#: 1402.25,
      #"gongkai_run_peak_memory_bytes{process="run"}"#: 91_400_000,
      #"gongkai_run_peak_memory_bytes{process="worker"}"#: 233_000_000,
      "gongkai_run_lost_log_lines": 0,
    ])
}

@Test func aRunThatStoppedHasLostNothingYet() throws {
  var night = failingNight
  night.outcome = .stopped
  night.news = .init()
  night.news.removed = 6
  let found = try metrics(night)
  #expect(found["gongkai_run_refused_removals"] == 6)
  #expect(found[#"gongkai_run_lost_records{cause="removed"}"#] == 0)
  #expect(found[#"gongkai_run_outcome{outcome="stopped"}"#] == 1)
  #expect(found[lastSuccess] == nil)
}

@Test func theAlertsOfTheManualAskForWhatThereIs() throws {
  let readme = try String(
    contentsOf: TestFolders.package.appending(path: "docs/operating.md"), encoding: .utf8)
  let rules = readme.components(separatedBy: "alert: ").dropFirst().map {
    $0.prefix { $0 != "`" }
  }
  #expect(rules.count == 5)
  let found = try metrics(failingNight)
  for rule in rules {
    let expression = try #require(rule.components(separatedBy: "expr: ").last)
    let asked = try #require(expression.firstMatch(of: /gongkai_run_\w+(\{[^}]*\})?/)).output.0
    #expect(found.keys.contains { $0.hasPrefix(asked) }, "\(rule)")
  }
}

@Test func theTimeOfTheLastSuccessOutlivesARunThatIsNone() throws {
  let first = String(decoding: failingNight.metrics(previous: []), as: UTF8.self)
  var broken = quietNight
  broken.outcome = .broken
  let second = String(decoding: broken.metrics(previous: Array(first.utf8)), as: UTF8.self)
  broken.outcome = .interrupted
  #expect(try metrics(broken, previous: second)[lastSuccess] == 1_767_319_924)
  #expect(try metrics(quietNight, previous: second)[lastSuccess] == 1_767_405_609)
  for rubbish in ["", "\(lastSuccess) \n", "\(lastSuccess) x", "\u{0}", "# \(lastSuccess) 5"] {
    #expect(try metrics(broken, previous: rubbish)[lastSuccess] == nil)
  }
}

@Test func textInLabelsCannotBreakTheFormat() throws {
  var summary = quietNight
  summary.toolVersion = "1\"\\\n}"
  summary.failures = [.init("a\"} 1\nb", 1)]
  summary.wallSeconds = .infinity
  summary.startedAt = "yesterday"
  let found = try metrics(summary)
  #expect(found[#"gongkai_run_info{version="1\"\\\n}",rules="2026.1"}"#] == 1)
  #expect(found[#"gongkai_run_failed_documents{code="a\"} 1\nb"}"#] == 1)
  #expect(found["gongkai_run_duration_seconds"] == 0)
  #expect(found["gongkai_run_start_timestamp_seconds"] == nil)
}
