internal import ConsoleText
internal import PlainWords

/// Records that are not what they were.
extension SummaryText {
  /// Names are whole here, however long: who looks for a record has to find it.
  mutating func losses() {
    let news = summary.news
    let isStopped = summary.outcome == .stopped
    let removed = isStopped ? LossMessages.wouldBeRemoved : LossMessages.removed
    let explained =
      news.exclusions.count + news.memberRemovals.count + news.archiveLosses.count
      + news.displacements.count
    names(news.removed - explained, news.removals) { LossMessages.filesGone(removed, $0) }
    names(news.memberRemovals) { LossMessages.membersGone(removed, $0) }
    names(
      news.archiveLosses.count, news.archiveLosses.map { ($0.path, Words(same: $0.code)) }
    ) { LossMessages.archivesFail(removed, $0) }
    names(news.displacements) { LossMessages.displaced(removed, $0) }
    names(news.exclusions) { LossMessages.excluded(removed, $0) }
    let lost = isStopped ? LossMessages.wouldBeLost : LossMessages.lost
    names(news.replaced, news.replacements) { LossMessages.replaced(lost, $0) }
    names(news.lost, news.losses.map { ($0.path, $0.code.isEmpty ? nil : reason($0)) }) {
      LossMessages.nowFailing(lost, $0)
    }
    names(
      news.doubled, news.doubles.map { ($0.from, Words(same: "= \($0.to)")) }, LossMessages.doubled)
    names(
      news.renamed, news.renames.map { ($0.from, Words(same: "-> \($0.to)")) },
      LossMessages.renamed)
    names(
      news.cleared - news.reopenings.count - news.memberClearings.count - news.openings.count,
      news.clearings, LossMessages.filesCleared)
    names(news.memberClearings, LossMessages.membersCleared)
    names(news.openings, LossMessages.archivesOpened)
    names(news.reopenings, LossMessages.foldersOpened)
    let kept = summary.kept.map(\.count).reduce(0, +)
    names(
      kept,
      summary.kept.map {
        (
          "\($0.name)/", Number.counted($0.count, CountMessages.record, CountMessages.records)
        )
      }, listed: kept, LossMessages.kept)
    names(news.partial, worsenings { $0.isPartial }, LossMessages.newlyPartial)
    names(news.unbalanced, worsenings { !$0.isPartial }, LossMessages.newlyUnbalanced)
    names(news.changed, news.changes.map { ($0, nil) }, LossMessages.changed)
  }

  private func worsenings(
    _ isWanted: (RunSummary.Worsening) -> Bool
  ) -> [(name: String, detail: Words?)] {
    summary.news.worsenings.filter(isWanted).map {
      ($0.path, $0.checks.isEmpty ? nil : Words.clauses($0.checks.map { Words(rule: $0) }))
    }
  }

  private mutating func names(_ all: [String], _ title: (String) -> Words) {
    names(all.count, all, title)
  }

  private mutating func names(_ count: Int, _ all: [String], _ title: (String) -> Words) {
    names(count, all.map { ($0, nil) }, title)
  }

  /// - Parameter listed: What `names` stand for; nil for one each.
  private mutating func names(
    _ count: Int, _ names: [(name: String, detail: Words?)], listed: Int? = nil,
    _ title: (String) -> Words
  ) {
    guard count > 0 else { return }
    lines.section(title(Number.grouped(count)))
    for (name, detail) in names {
      lines.add("  \(TerminalText.line(name))")
      if let detail { lines.hang("      ", detail) }
    }
    more(
      count - (listed ?? names.count),
      in: summary.outcome == .stopped ? nil : "changes.jsonl")
  }
}
