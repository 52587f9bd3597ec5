import ConsoleText
import Diagnostics
import Foundation
import PlainWords
import Testing

@testable import RunReporting

/// As a person reads it where the test runs.
private func local(_ iso8601: String) -> String { WallTime(iso8601: iso8601)?.local ?? "" }

private func text(_ summary: RunSummary, in language: Language? = .english) -> String {
  String(decoding: summary.text(in: language), as: UTF8.self)
}

@Test func theMailSaysWhatNeedsSomebodyFirst() {
  #expect(
    text(failingNight) == """
      gongkai: 14 records lost (1 removed, 1 now without report or tables, 12 now failing), \
      1 record is now equal to another document's, 32 other new failures, 5 newly partial, \
      7 newly with failing sums, 2 urls gone; of 100,000 documents 118 failed, 882 partial, 307 with failing sums, \
      1 drawing failed, 1,023 converted

        run      20260102T020000Z-4711
        outcome  finished, exit status 3
        from     \(local("2026-01-02T02:00:00Z"))
        to       \(local("2026-01-02T02:12:04Z"))
        version  gongkai 0.3.0, rules 2026.1

      Removed, their files are gone (1)
        柳桥区/2019\\u{1b}.docx

      Lost, these were reports or had tables, which are gone or have no figures now (1)
        柳桥区/2020.docx

      Lost, these documents had a record and fail now (12)
        a/b.docx
            The file has no bytes (input_empty)
        \(longPath)
            no end of an archive (zip_corrupt)
        … and 10 more in changes.jsonl

      Now equal to another document, these have other bytes than before (1)
        柳桥区/2018.docx
            = 柳桥区/2017.docx

      Renamed, the same bytes have another name (1)
        c.pdf
            -> 2023/c.pdf

      No longer failing, these folders can be read again (1)
        乙局

      Kept as they were, for their folder cannot be read (41)
        甲局/
            41 records

      Newly partial, a required table is missing (5)
        甲局/2019.pdf
        … and 4 more in changes.jsonl

      Newly with sums that do not add up (7)
        甲局/2020.pdf
            A3: total = sum of the applicants, by row; R1: reviews: total = sum of outcomes
        … and 6 more in changes.jsonl

      With another record than before (60)
        甲局/2016.docx
        甲局/2017.docx
        … and 58 more in changes.jsonl

      What changed
            1,023  converted (84.1 MB)
              900  new
              100  with another record than before
               12  read that failed before
                1  removed
                1  renamed
           98,960  unchanged
                2  urls gone: neither the manifest nor a side-car has them now
               17  equal to another document
        passed over: 12 hidden, 3 link to folder

      New failures (32)
        pdf_corrupt  cut off or damaged: fetch it again
          柳桥区/政府信息公开工作年度报告/2023.pdf
              the PDF is damaged beyond reading (pdf_corrupt)
        zip_limit  may be a bomb: look at it before raising the limit in its message
          \(longPath)
              word/document.xml grows in unpacking by a factor of more than the limit inflation_ratio =
              200 (zip_limit)
        … and 30 more in failures.csv

      All failures, and what to do (118)
        100  pdf_no_text  a scan: needs OCR, or another form from the publisher
         16  pdf_corrupt  cut off or damaged: fetch it again; the next run tries 3 again
          1  zip_limit    may be a bomb: look at it before raising the limit in its message; the next run
                          tries again
          1  of_tomorrow  see its message in failures.csv

      What records.jsonl holds
          100,000  in all
           99,000  ok
              882  partial: a required table is missing
              118  failed
                1  less certain: the program that draws pages failed
           90,005  annual reports
            9,877  other documents that were read
           60,000  edition e2021
           30,001  edition e2019
                1  edition legacy
                3  annual reports without tables
              311  with sums that do not add up (R1 210, A1 150), 4 of them partial

      Slowest
        114.5 s  柳桥区/2023.pdf
          9.0 s  b\\n.pdf

      Cost
        time       12:04, 1.4 documents/s, 116.2 kB/s
        processor  3.2 s the run, 1,402.3 s its workers
        memory     91.4 MB the run, 233.0 MB the largest worker

      """)
}

@Test func aQuietNightIsAShortMail() {
  #expect(
    text(quietNight) == """
      gongkai: all well, 1 document, 0 converted

        run      20260103T020000Z-1
        outcome  finished, exit status 0
        from     \(local("2026-01-03T02:00:00Z"))
        to       \(local("2026-01-03T02:00:09Z"))
        version  gongkai 0.3.0, rules 2026.1

      What changed
                0  converted (0 B)
                1  unchanged

      What records.jsonl holds
                1  in all
                1  ok
                1  other documents that were read

      Cost
        time       0:09
        processor  0 s the run, 0.0 s its workers
        memory     999 B the run, 0 B the largest worker

      """)
}

@Test func aRunThatStoppedNamesWhatItWouldHaveRemoved() {
  var night = quietNight
  night.outcome = .stopped
  night.exitStatus = 4
  night.isPublished = false
  night.cause = "2 of 3 records would go"
  night.news.removed = 2
  night.news.removals = ["a.pdf"]
  #expect(
    text(night).hasPrefix(
      """
      gongkai: stopped, nothing is published: 2 of 3 records would go

        run      20260103T020000Z-1
        outcome  stopped before publishing (--max-removed), exit status 4
        from     \(local("2026-01-03T02:00:00Z"))
        to       \(local("2026-01-03T02:00:09Z"))
        version  gongkai 0.3.0, rules 2026.1
        cause    2 of 3 records would go

      Would be removed, their files are gone (2)
        a.pdf
        … and 1 more

      What changed
      """))
  #expect(!text(night).contains("What records.jsonl holds"))
}

@Test(arguments: [Language.chinese, .english, nil])
func noLineIsWiderThanAHundredColumns(language: Language?) {
  var summary = failingNight
  summary.newFailures = (0..<20).map {
    .init(
      path: String(repeating: "年报/", count: $0 * 7) + "\u{202E}\u{1F600}é.pdf",
      code: FailureCode.allCases[$0].rawValue,
      message: String(repeating: "字", count: $0 * 9) + String(repeating: " word", count: $0 * 9))
  }
  summary.failures = FailureCode.allCases.map { .init($0.rawValue, Int.max) }
  summary.inputs.skipped = (0..<40).map { .init("reason_\($0)", Int.max) }
  summary.slowest = [.init(path: String(repeating: "报", count: 300), seconds: 1e300)]
  summary.toolVersion = String(repeating: "1.", count: 200)
  let lines = text(summary, in: language).split(separator: "\n")
  for line in lines {
    // The subject is one line, and names of what is lost are whole.
    let isWhole = line == lines[0] || line.contains(longPath) || line.hasPrefix("    年报/")
    #expect(isWhole || DisplayWidth.of(line) <= 100, "\(line)")
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }
}

@Test func everyCodeHasItsAdvice() {
  let advice = FailureCode.allCases.map(\.operatorAdvice.english)
  #expect(Set(advice).count > 20)
  for phrase in advice {
    #expect(phrase.count > 10 && phrase.count <= 72 && !phrase.hasSuffix("."), "\(phrase)")
  }
}

@Test func theJSONIsInAStableOrderAndHoldsEverything() throws {
  let bytes = try failingNight.json()
  #expect(try failingNight.json() == bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  let keys = text.split(separator: "\n").compactMap { line in
    line.hasPrefix("  \"") ? line.split(separator: "\"").dropFirst().first.map(String.init) : nil
  }
  #expect(
    keys == [
      "cause", "documents", "exit_status", "failures", "finished_at", "has_begun", "inputs",
      "is_published",
      "kept", "log_lines_lost", "new_failure_count", "new_failures", "news", "outcome",
      "peak_memory_bytes",
      "retried", "rules_version",
      "run_id",
      "schema", "slowest", "started_at", "supervisor_cpu_seconds", "tool_version", "wall_seconds",
      "work", "worker_cpu_seconds", "worker_peak_memory_bytes",
    ])
  #expect(text.contains("\"wall_seconds\" : 724.041,\n"))
  #expect(text.contains("\"path\" : \"柳桥区/政府信息公开工作年度报告/2023.pdf\""))
  #expect(text.hasSuffix("}\n"))
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  _ = try JSONSerialization.jsonObject(with: Data(quietNight.json()))
}
