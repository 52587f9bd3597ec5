internal import DurableFiles
internal import InputFiles
internal import Logging
internal import RecordReading
internal import ReportPage
internal import RunReporting
internal import RunState

extension Night {
  /// Puts the page for people beside the run's summary.
  func writePage() throws {
    guard let file = try output.root.open(State.recordsName) else { return }
    var facts = RunFacts()
    facts.id = id
    facts.startedAt = run.startedAt.iso8601
    facts.slowest = tally.slowest
    // Absolute: the page is opened by the name `latest` as well, from where a relative path leads elsewhere.
    facts.originals = tree.root.path + [UInt8(ascii: "/")]
    var lines = RecordLines(file)
    var page = ReportPage()
    while let line = try lines.next() {
      try run.checkSignals()
      if let record = RecordView(line) { page.add(record) } else { facts.badLines += 1 }
    }
    try folder.replace("report.html") { try $0.write(page.html(facts)) }
    log.info("Wrote the page", metadata: ["reports": "\(page.reports)"])
  }
}
