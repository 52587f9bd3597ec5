@testable import RunReporting

/// A night in which documents were lost, and others began to fail.
var failingNight: RunSummary {
  var summary = RunSummary(
    runID: "20260102T020000Z-4711", outcome: .finished, exitStatus: 3,
    startedAt: "2026-01-02T02:00:00Z", finishedAt: "2026-01-02T02:12:04Z", wallSeconds: 724.0414,
    supervisorCPUSeconds: 3.2, workerCPUSeconds: 1402.25, peakMemoryBytes: 91_400_000,
    workerPeakMemoryBytes: 233_000_000, toolVersion: "0.3.0", rulesVersion: "2026.1")
  summary.isPublished = true
  summary.inputs.found = 100_021
  summary.inputs.bytes = 2_900_000_000
  summary.inputs.skipped = [.init("hidden", 12), .init("link_to_folder", 3), .init("system", 0)]
  summary.work.converted = 1_023
  summary.work.convertedBytes = 84_100_000
  summary.work.unchanged = 98_960
  summary.work.copied = 17
  summary.work.added = 900
  summary.work.changed = 100
  summary.work.recovered = 12
  summary.work.addressesGone = 2
  summary.work.removed = 1
  summary.work.renamed = 1
  summary.news.removed = 1
  summary.news.lost = 12
  summary.news.failed = 32
  summary.news.partial = 5
  summary.news.unbalanced = 7
  summary.news.changed = 60
  summary.news.changes = ["甲局/2016.docx", "甲局/2017.docx"]
  summary.news.renamed = 1
  summary.news.replaced = 1
  summary.news.replacements = ["柳桥区/2020.docx"]
  summary.news.doubled = 1
  summary.news.doubles = [.init(from: "柳桥区/2018.docx", to: "柳桥区/2017.docx")]
  summary.news.cleared = 1
  summary.news.reopenings = ["乙局"]
  summary.news.worsenings = [
    .init(path: "甲局/2020.pdf", isPartial: false, checks: ["A3", "R1"]),
    .init(path: "甲局/2019.pdf", isPartial: true, checks: []),
  ]
  summary.kept = [.init("甲局", 41)]
  summary.retried = [.init("pdf_corrupt", 3), .init("zip_limit", 1)]
  summary.news.removals = ["柳桥区/2019\u{1B}.docx"]
  summary.news.losses = [
    .init(path: "a/b.docx", code: "input_empty", message: "The file has no bytes"),
    .init(path: longPath, code: "zip_corrupt", message: "no end of an archive"),
  ]
  summary.news.renames = [.init(from: "c.pdf", to: "2023/c.pdf")]
  summary.documents.total = 100_000
  summary.documents.ok = 99_000
  summary.documents.partial = 882
  summary.documents.failed = 118
  summary.documents.unbalanced = 307
  summary.documents.drawingsFailed = 1
  summary.documents.editions = [
    .init("e2021", 60_000), .init("e2019", 30_001), .init("legacy", 1), .init("none", 3),
  ]
  summary.documents.reportsWithFailedChecks = 311
  summary.documents.failedChecks = [.init("R1", 210), .init("A1", 150)]
  summary.failures = [
    .init("pdf_no_text", 100), .init("pdf_corrupt", 16), .init("zip_limit", 1),
    .init("of_tomorrow", 1),
  ]
  summary.newFailureCount = 44
  summary.newFailures = [
    .init(
      path: "柳桥区/政府信息公开工作年度报告/2023.pdf", code: "pdf_corrupt",
      message: "the PDF is damaged beyond reading"),
    .init(
      path: longPath, code: "zip_limit",
      message: "word/document.xml grows in unpacking by a factor of "
        + "more than the limit inflation_ratio = 200"),
  ]
  summary.slowest = [
    .init(path: "柳桥区/2023.pdf", seconds: 114.52), .init(path: "b\n.pdf", seconds: 9.04),
  ]
  return summary
}

let longPath =
  "a/very/long/path/that/nobody/would/type/by/hand/and/whose/end/is/not/enough/柳桥区人民政府办公室二〇二三年政府信息公开工作年度报告.docx"

/// A night on which nothing happened.
var quietNight: RunSummary {
  var summary = RunSummary(
    runID: "20260103T020000Z-1", outcome: .finished, exitStatus: 0,
    startedAt: "2026-01-03T02:00:00Z", finishedAt: "2026-01-03T02:00:09Z", wallSeconds: 9,
    supervisorCPUSeconds: .nan, workerCPUSeconds: 0, peakMemoryBytes: 999,
    workerPeakMemoryBytes: 0, toolVersion: "0.3.0", rulesVersion: "2026.1")
  summary.isPublished = true
  summary.work.unchanged = 1
  summary.documents.total = 1
  summary.documents.ok = 1
  return summary
}
