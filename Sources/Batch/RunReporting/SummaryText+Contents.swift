internal import ConsoleText
internal import Diagnostics
internal import PlainWords

/// What there is now, and what it took.
extension SummaryText {
  mutating func failures() {
    guard !summary.failures.isEmpty else { return }
    lines.section(SummaryMessages.allFailures(Number.grouped(summary.documents.failed)))
    let numbers = summary.failures.map { Number.grouped($0.count) }
    let retried = Dictionary(
      summary.retried.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
    let numberWidth = numbers.map(\.count).max() ?? 0
    let nameWidth = summary.failures.map(\.name.count).max() ?? 0
    for (failure, number) in zip(summary.failures, numbers) {
      let name = DisplayWidth.padded(failure.name, to: nameWidth)
      lines.hang(
        "  \(Number.padded(number, to: numberWidth))  \(name)  ",
        FailureCode.advice(
          failure.name, count: failure.count, retried: retried[failure.name] ?? 0))
    }
  }

  mutating func documents() {
    let documents = summary.documents
    lines.section(SummaryMessages.contents)
    lines.counts([
      (SummaryMessages.total, documents.total), (SummaryMessages.whole, documents.ok),
      (SummaryMessages.partial, documents.partial), (SummaryMessages.failed, documents.failed),
      (SummaryMessages.drawingsFailed, documents.drawingsFailed),
    ])
    let reports = documents.editions.map(\.count).reduce(0, +)
    lines.counts(
      [
        (SummaryMessages.reports, reports),
        (SummaryMessages.otherDocuments, documents.ok + documents.partial - reports),
      ].filter { $0.1 > 0 })
    lines.counts(
      documents.editions.filter { $0.count > 0 }.map {
        (
          $0.name == "none" ? SummaryMessages.withoutTables : SummaryMessages.edition($0.name),
          $0.count
        )
      })
    guard documents.reportsWithFailedChecks > 0 else { return }
    let checks = documents.failedChecks.map {
      Words(same: "\($0.name) \(Number.grouped($0.count))")
    }
    let unbalanced =
      checks.isEmpty ? SummaryMessages.unbalanced : SummaryMessages.unbalanced(.list(checks))
    let partial = documents.reportsWithFailedChecks - documents.unbalanced
    lines.counts([
      (
        partial > 0
          ? SummaryMessages.partialAmong(unbalanced, Number.grouped(partial)) : unbalanced,
        documents.reportsWithFailedChecks
      )
    ])
  }

  mutating func awaited() {
    guard let awaited = summary.awaited, awaited.count > 0 else { return }
    lines.section(
      SummaryMessages.awaited(
        year: awaited.year, Number.grouped(awaited.count), of: Number.grouped(awaited.expected)))
    let shown = awaited.agencies.prefix(40)
    for agency in shown { lines.add("  \(TerminalText.line(agency))") }
    more(awaited.count - shown.count, in: "report.html")
  }

  mutating func slowest() {
    // Hashing what was only touched, or a failure that is met again, is nothing to look at.
    guard !summary.slowest.isEmpty, summary.work.converted > 0 else { return }
    lines.section(SummaryMessages.slowest)
    let times = summary.slowest.prefix(10).map { Number.decimal($0.seconds, places: 1) + " s" }
    let width = times.map(\.count).max() ?? 0
    for (slow, time) in zip(summary.slowest, times) {
      let path = DisplayWidth.tail(
        TerminalText.line(slow.path), width: SummaryLines.width - width - 4)
      lines.add("  \(Number.padded(time, to: width))  \(path)")
    }
  }

  mutating func cost() {
    lines.section(SummaryMessages.cost)
    let wall = summary.wallSeconds
    let time = ProgressLine.duration(wall)
    let speed =
      wall > 0 && summary.work.converted > 0
      ? SummaryMessages.speed(
        time, documents: Number.decimal(Double(summary.work.converted) / wall, places: 1),
        bytes: Number.bytes(Int(min(1e15, Double(summary.work.convertedBytes) / wall))))
      : Words(same: time)
    let cpu = [summary.supervisorCPUSeconds, summary.workerCPUSeconds].map {
      Number.decimal($0, places: 1)
    }
    lines.rows([
      (SummaryMessages.time, speed),
      (SummaryMessages.processor, SummaryMessages.processor(cpu[0], workers: cpu[1])),
      (
        SummaryMessages.memory,
        SummaryMessages.memory(
          Number.bytes(summary.peakMemoryBytes),
          worker: Number.bytes(summary.workerPeakMemoryBytes))
      ),
    ])
  }
}
