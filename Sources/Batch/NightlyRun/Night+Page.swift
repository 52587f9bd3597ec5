internal import DurableFiles
internal import Glibc
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
    facts.originals = Self.way(from: folder, to: tree.root.path)
    var lines = RecordLines(file)
    var page = ReportPage()
    while let line = try lines.next() {
      try run.checkSignals()
      if let record = RecordView(line) { page.add(record) } else { facts.badLines += 1 }
    }
    try folder.replace("report.html") { try $0.write(page.html(facts)) }
    log.info("Wrote the page", metadata: ["reports": "\(page.reports)"])
  }

  /// What leads from `folder` to the absolute path `target`: `../../../in/`; empty where the folder's place can't be told.
  private static func way(from folder: Folder, to target: [UInt8]) -> String {
    guard let place = unsafe realpath(folder.descriptorPath, nil) else { return "" }
    defer { unsafe free(place) }
    let here = unsafe UnsafeRawBufferPointer(start: place, count: strlen(place))
      .split(separator: UInt8(ascii: "/")).map { unsafe Array($0) }
    let there = target.split(separator: UInt8(ascii: "/")).map(Array.init)
    let common = zip(here, there).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: here.count - common)
    return up
      + there[common...].map { String(decoding: $0, as: UTF8.self) + "/" }.joined()
  }
}
