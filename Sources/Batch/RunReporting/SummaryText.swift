internal import ConsoleText
internal import Diagnostics
internal import InputFiles
internal import PlainWords

/// The summary of a run as a mail at 06:00: at most 100 columns, what needs somebody first.
struct SummaryText {
  let summary: RunSummary
  var lines: SummaryLines

  /// - Parameter language: Nil for Chinese and English.
  init(_ summary: RunSummary, in language: Language?) {
    self.summary = summary
    let wording = Wording(language: language)
    lines = SummaryLines(wording, first: Headline(summary).text(wording))
  }

  /// The whole text, each line with its end.
  var text: String {
    var writer = self
    writer.about()
    if summary.hasBegun {
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
    }
    return writer.lines.all.joined(separator: "\n") + "\n"
  }

  private mutating func about() {
    lines.add("")
    let outcome =
      switch summary.outcome {
      case .finished: SummaryMessages.finished
      case .stopped where summary.news.lost > 0: SummaryMessages.stopped
      case .stopped: SummaryMessages.stoppedByRemovals
      case .interrupted: SummaryMessages.interrupted
      case .broken: SummaryMessages.broken
      }
    let isAsked = summary.exitStatus == 4 && summary.outcome == .finished
    let exit =
      isAsked
      ? SummaryMessages.endedAsAsked(outcome, summary.exitStatus)
      : SummaryMessages.ended(outcome, summary.exitStatus)
    let facts = [
      (SummaryMessages.run, Words(same: summary.runID)), (SummaryMessages.outcome, exit),
      (SummaryMessages.from, Words(same: Self.local(summary.startedAt))),
      (SummaryMessages.to, Words(same: Self.local(summary.finishedAt))),
      (
        SummaryMessages.version,
        SummaryMessages.versions(summary.toolVersion, rules: summary.rulesVersion)
      ),
    ]
    lines.rows(
      facts + (summary.cause.isEmpty ? [] : [(SummaryMessages.cause, summary.causeInWords)]))
    if summary.logLinesLost > 0 {
      lines.hang(
        "  ",
        Number.counted(
          summary.logLinesLost, SummaryMessages.logLacksLine, SummaryMessages.logLacksLines))
    }
  }

  private mutating func changes() {
    let work = summary.work
    lines.section(SummaryMessages.whatChanged)
    lines.counts([
      (SummaryMessages.converted(Number.bytes(work.convertedBytes)), work.converted),
      (SummaryMessages.added, work.added), (SummaryMessages.changed, work.changed),
      (SummaryMessages.recovered, work.recovered), (SummaryMessages.removed, work.removed),
      (SummaryMessages.renamed, work.renamed), (SummaryMessages.unchanged, work.unchanged),
      (SummaryMessages.addressesGone, work.addressesGone), (SummaryMessages.copied, work.copied),
      (SummaryMessages.retried, work.retried), (SummaryMessages.left, work.left),
      (SummaryMessages.workersLost, work.workersLost),
    ])
    let skipped = summary.inputs.skipped.filter { $0.count > 0 }
    guard !skipped.isEmpty else { return }
    let kinds = skipped.map {
      CountMessages.files(
        Number.grouped($0.count),
        PassedOver.Reason(rawValue: $0.name)?.words ?? Words(same: $0.name))
    }
    lines.hang("  ", SummaryMessages.passedOver(.sequence(kinds)))
  }

  private mutating func newFailures() {
    let all = summary.news.failed
    guard all > 0 else { return }
    lines.section(SummaryMessages.newFailures(Number.grouped(all)))
    let shown = summary.newFailures.prefix(20)
    var codes: [String] = []
    for failure in shown where !codes.contains(failure.code) { codes.append(failure.code) }
    for code in codes {
      let own = shown.filter { $0.code == code }
      lines.hang("  \(code)  ", FailureCode.advice(code, count: own.count, retried: 0))
      for failure in own {
        lines.add("    \(TerminalText.line(failure.path))")
        lines.hang("        ", reason(failure))
      }
    }
    more(all - shown.count, in: "failures.csv")
  }

  /// Why a document failed.
  func reason(_ failure: RunSummary.NewFailure) -> Words {
    guard let code = FailureCode(rawValue: failure.code) else {
      return Words(same: "\(failure.message) (\(failure.code))")
    }
    return code.words(failure.message)
  }

  mutating func more(_ rest: Int, in file: String?) {
    guard rest > 0 else { return }
    let number = Number.grouped(rest)
    lines.hang(
      "  ", file.map { CountMessages.more(number, in: $0) } ?? CountMessages.more(number))
  }

  /// The time of a summary by the clock of the place; as it is where it is none.
  private static func local(_ iso8601: String) -> String {
    WallTime(iso8601: iso8601)?.local ?? iso8601
  }
}
