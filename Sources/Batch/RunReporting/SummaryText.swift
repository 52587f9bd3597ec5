internal import ConsoleText
internal import Diagnostics

/// The summary of a run as a mail at 06:00: at most 100 columns, what needs somebody first.
struct SummaryText {
  private let summary: RunSummary
  private var lines: [String] = []

  init(_ summary: RunSummary) {
    self.summary = summary
  }

  /// The whole text, each line with its end.
  var text: String {
    var writer = self
    writer.lines = [Headline(summary).text]
    writer.about()
    guard summary.hasBegun else { return writer.lines.joined(separator: "\n") + "\n" }
    writer.losses()
    writer.changes()
    writer.newFailures()
    if summary.isPublished {
      writer.failures()
      writer.documents()
    }
    writer.awaited()
    writer.slowest()
    writer.cost()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Sections

  private mutating func about() {
    lines += [""]
    let outcome =
      switch summary.outcome {
      case .finished: "finished"
      case .stopped where summary.news.lost > 0: "stopped before publishing"
      case .stopped: "stopped before publishing (--max-removed)"
      case .interrupted: "interrupted by a signal"
      case .broken: "broken"
      }
    let asked = summary.exitStatus == 4 && summary.outcome == .finished ? " (--fail-on)" : ""
    let facts = [
      ("run", summary.runID), ("outcome", "\(outcome), exit status \(summary.exitStatus)\(asked)"),
      ("from", Self.local(summary.startedAt)), ("to", Self.local(summary.finishedAt)),
      ("version", "gongkai \(summary.toolVersion), rules \(summary.rulesVersion)"),
    ]
    rows(facts + (summary.cause.isEmpty ? [] : [("cause", summary.cause)]))
    if summary.logLinesLost > 0 {
      lines.append(
        "  log.jsonl lacks \(Number.counted(summary.logLinesLost, "line")) that could not be written"
      )
    }
  }

  /// Names are whole here, however long: who looks for a record has to find it.
  private mutating func losses() {
    let news = summary.news
    let isStopped = summary.outcome == .stopped
    let removed = isStopped ? "Would be removed" : "Removed"
    let explained =
      news.exclusions.count + news.memberRemovals.count + news.archiveLosses.count
      + news.displacements.count
    names(
      "\(removed), their files are gone", news.removed - explained,
      news.removals.map { ($0, nil) })
    names("\(removed), they are no longer in their archives", news.memberRemovals)
    names(
      "\(removed), their archives fail now", news.archiveLosses.count,
      news.archiveLosses.map { ($0.path, $0.code) })
    names("\(removed), a file of another kind lies in their place", news.displacements)
    names(
      "\(removed), their files are no inputs any more (--include, --exclude, --files-from)",
      news.exclusions)
    names(
      "\(isStopped ? "Would be lost" : "Lost"), these were reports and what is there now is none, or has no tables",
      news.replaced, news.replacements.map { ($0, nil) })
    names(
      "\(isStopped ? "Would be lost" : "Lost"), these documents had a record and fail now",
      news.lost,
      news.losses.map { ($0.path, $0.code.isEmpty ? nil : "\($0.message) (\($0.code))") })
    names(
      "Now equal to another document, these have other bytes than before", news.doubled,
      news.doubles.map { ("\($0.from)", "= \($0.to)") })
    names(
      "Renamed, the same bytes have another name", news.renamed,
      news.renames.map { ("\($0.from)", "-> \($0.to)") })
    names(
      "No longer failing, their files are gone",
      news.cleared - news.reopenings.count - news.memberClearings.count - news.openings.count,
      news.clearings.map { ($0, nil) })
    names(
      "No longer failing, they are no longer in their archives, or these fail now",
      news.memberClearings)
    names("No longer failing, these archives can be read now", news.openings)
    names("No longer failing, these folders can be read again", news.reopenings)
    names(
      "Kept as they were, for their folder cannot be read", summary.kept.map(\.count).reduce(0, +),
      summary.kept.map { ("\($0.name)/", Number.counted($0.count, "record")) },
      listed: summary.kept.map(\.count).reduce(0, +))
    worsenings()
  }

  private mutating func worsenings() {
    let news = summary.news
    for isPartial in [true, false] {
      let title =
        isPartial
        ? "Newly partial, a required table is missing" : "Newly with sums that do not add up"
      names(
        title, isPartial ? news.partial : news.unbalanced,
        news.worsenings.filter { $0.isPartial == isPartial }.map {
          (
            $0.path,
            $0.checks.isEmpty ? nil : $0.checks.map(CheckWords.line).joined(separator: "; ")
          )
        })
    }
  }

  private mutating func names(_ title: String, _ all: [String]) {
    names(title, all.count, all.map { ($0, nil) })
  }

  /// - Parameter listed: What `names` stand for; nil for one each.
  private mutating func names(
    _ title: String, _ count: Int, _ names: [(String, detail: String?)], listed: Int? = nil
  ) {
    guard count > 0 else { return }
    section("\(title) (\(Number.grouped(count)))")
    for (name, detail) in names {
      lines.append("  \(TerminalText.line(name))")
      if let detail { lines += hanging("      ", TerminalText.line(detail)) }
    }
    let rest = count - (listed ?? names.count)
    guard rest > 0 else { return }
    let place = summary.outcome == .stopped ? "" : " in changes.jsonl"
    lines.append("  … and \(Number.grouped(rest)) more\(place)")
  }

  private mutating func changes() {
    let work = summary.work
    section("What changed")
    counts([
      ("converted", work.converted, "(\(Number.bytes(work.convertedBytes)))"),
      ("new", work.added, ""), ("with another record than before", work.changed, ""),
      ("read that failed before", work.recovered, ""), ("removed", work.removed, ""),
      ("renamed", work.renamed, ""),
      ("unchanged", work.unchanged, ""),
      ("urls gone: neither the manifest nor a side-car has them now", work.addressesGone, ""),
      ("equal to another document", work.copied, ""), ("tried twice", work.retried, ""),
      ("wait for another night: they take too long (timeout_budget)", work.left, ""),
      ("workers lost", work.workersLost, ""),
    ])
    let skipped = summary.inputs.skipped.filter { $0.count > 0 }
    guard !skipped.isEmpty else { return }
    let reasons = skipped.map {
      "\(Number.grouped($0.count)) \($0.name.replacing("_", with: " "))"
    }
    lines += hanging("  passed over: ", reasons.joined(separator: ", "))
  }

  private mutating func newFailures() {
    let all = summary.news.failed
    guard all > 0 else { return }
    section("New failures (\(Number.grouped(all)))")
    let shown = summary.newFailures.prefix(20)
    for failure in shown {
      lines.append("  \(TerminalText.line(failure.path))")
      lines += hanging("      ", "\(TerminalText.line(failure.message)) (\(failure.code))")
    }
    if all > shown.count {
      lines.append("  … and \(Number.grouped(all - shown.count)) more in failures.csv")
    }
  }

  private mutating func failures() {
    guard !summary.failures.isEmpty else { return }
    section("All failures, and what to do (\(Number.grouped(summary.documents.failed)))")
    let numbers = summary.failures.map { Number.grouped($0.count) }
    let retried = Dictionary(
      summary.retried.map { ($0.name, $0.count) }, uniquingKeysWith: { first, _ in first })
    let numberWidth = numbers.map(\.count).max() ?? 0
    let nameWidth = summary.failures.map(\.name.count).max() ?? 0
    for (failure, number) in zip(summary.failures, numbers) {
      let name = DisplayWidth.padded(failure.name, to: nameWidth)
      lines += hanging(
        "  \(Number.padded(number, to: numberWidth))  \(name)  ",
        FailureCode.advice(
          failure.name, count: failure.count, retried: retried[failure.name] ?? 0))
    }
  }

  private mutating func documents() {
    let documents = summary.documents
    section("What records.jsonl holds")
    counts([
      ("in all", documents.total, ""), ("ok", documents.ok, ""),
      ("partial: a required table is missing", documents.partial, ""),
      ("failed", documents.failed, ""),
      ("less certain: the program that draws pages failed", documents.drawingsFailed, ""),
    ])
    let reports = documents.editions.map(\.count).reduce(0, +)
    counts(
      [
        ("annual reports", reports, ""),
        ("other documents that were read", documents.ok + documents.partial - reports, ""),
      ].filter { $0.1 > 0 })
    counts(
      documents.editions.filter { $0.count > 0 }.map {
        ($0.name == "none" ? "annual reports without tables" : "edition \($0.name)", $0.count, "")
      })
    guard documents.reportsWithFailedChecks > 0 else { return }
    let checks = documents.failedChecks.map { "\($0.name) \(Number.grouped($0.count))" }
    let detail = checks.isEmpty ? "" : "(\(checks.joined(separator: ", ")))"
    let partial = documents.reportsWithFailedChecks - documents.unbalanced
    let others = partial > 0 ? ", \(Number.grouped(partial)) of them partial" : ""
    counts([("with sums that do not add up", documents.reportsWithFailedChecks, detail + others)])
  }

  private mutating func awaited() {
    guard let awaited = summary.awaited, awaited.count > 0 else { return }
    section(
      "No report on \(awaited.year) yet (\(Number.grouped(awaited.count)) of the \(Number.grouped(awaited.expected)) agencies of the map)"
    )
    let shown = awaited.agencies.prefix(40)
    lines += shown.map { "  \(TerminalText.line($0))" }
    let rest = awaited.count - shown.count
    if rest > 0 { lines.append("  … and \(Number.grouped(rest)) more in report.html") }
  }

  private mutating func slowest() {
    // Hashing what was only touched, or a failure that is met again, is nothing to look at.
    guard !summary.slowest.isEmpty, summary.work.converted > 0 else { return }
    section("Slowest")
    let times = summary.slowest.prefix(10).map { Number.decimal($0.seconds, places: 1) + " s" }
    let width = times.map(\.count).max() ?? 0
    for (slow, time) in zip(summary.slowest, times) {
      let path = DisplayWidth.tail(TerminalText.line(slow.path), width: Self.width - width - 4)
      lines.append("  \(Number.padded(time, to: width))  \(path)")
    }
  }

  private mutating func cost() {
    section("Cost")
    let wall = summary.wallSeconds
    let speed =
      wall > 0 && summary.work.converted > 0
      ? ", \(Number.decimal(Double(summary.work.converted) / wall, places: 1)) documents/s, "
        + "\(Number.bytes(Int(min(1e15, Double(summary.work.convertedBytes) / wall))))/s" : ""
    let cpu = [summary.supervisorCPUSeconds, summary.workerCPUSeconds].map {
      Number.decimal($0, places: 1) + " s"
    }
    rows([
      ("time", "\(ProgressLine.duration(wall))\(speed)"),
      ("processor", "\(cpu[0]) the run, \(cpu[1]) its workers"),
      (
        "memory",
        "\(Number.bytes(summary.peakMemoryBytes)) the run, "
          + "\(Number.bytes(summary.workerPeakMemoryBytes)) the largest worker"
      ),
    ])
  }

  /// The time of a summary by the clock of the place; as it is where it is none.
  private static func local(_ iso8601: String) -> String {
    WallTime(iso8601: iso8601)?.local ?? iso8601
  }

  // MARK: Lines

  private static let width = 100

  private mutating func section(_ title: String) { lines += ["", title] }

  private mutating func rows(_ rows: [(name: String, value: String)]) {
    let width = rows.map(\.name.count).max() ?? 0
    for (name, value) in rows {
      lines += hanging("  \(DisplayWidth.padded(name, to: width))  ", TerminalText.line(value))
    }
  }

  /// One number a line, those that are 0 left out but for the first.
  private mutating func counts(_ rows: [(name: String, count: Int, detail: String)]) {
    for (index, row) in rows.enumerated() where row.count != 0 || index == 0 {
      let number = Number.padded(Number.grouped(row.count), to: 11)
      lines += hanging("\(number)  ", row.detail.isEmpty ? row.name : "\(row.name) \(row.detail)")
    }
  }

  /// `text` behind `head`, broken before it passes the width and indented to where it began.
  private func hanging(_ head: String, _ text: String) -> [String] {
    let indent = DisplayWidth.of(head)
    let parts = DisplayWidth.wrapped(text, width: Self.width - indent)
    let rest = parts.dropFirst().map { String(repeating: " ", count: indent) + $0 }
    return [head + (parts.first ?? "")] + rest
  }
}
