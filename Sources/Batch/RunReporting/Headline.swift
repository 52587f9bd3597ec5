internal import ConsoleText
internal import PlainWords

/// The first line of a summary, the subject of its mail: what is new and bad first, then what there is in all.
///
/// Each document is counted once: as failed, else as partial, else for its sums.
struct Headline {
  private let summary: RunSummary

  init(_ summary: RunSummary) { self.summary = summary }

  /// - Parameter wording: In both languages the Chinese line and the English one stand behind one `gongkai: `.
  func text(_ wording: Wording) -> String {
    let parts = [ending, summary.isPublished ? state : nil].compactMap(\.self)
    return "gongkai: " + TerminalText.line(wording.line(Words.clauses(parts)))
  }

  /// How the run ended, where not as it should.
  private var ending: Words? {
    let isPublished = summary.isPublished
    let cause = summary.causeInWords
    switch summary.outcome {
    case .finished: return nil
    case .stopped: return HeadlineMessages.stopped(cause)
    case .interrupted where isPublished: return HeadlineMessages.interruptedInPublishing
    case .interrupted: return HeadlineMessages.interrupted(after: converted)
    case .broken where isPublished: return HeadlineMessages.published(but: cause)
    case .broken:
      let what = HeadlineMessages.broken(
        summary.hasBegun ? HeadlineMessages.runBroke : HeadlineMessages.didNotBegin,
        exit: summary.exitStatus)
      return HeadlineMessages.outputIsKept(
        summary.cause.isEmpty ? what : HeadlineMessages.because(what, cause))
    }
  }

  private var state: Words {
    let documents = summary.documents
    let total = Number.counted(documents.total, CountMessages.document, CountMessages.documents)
    let all = Self.list([
      (documents.failed, HeadlineMessages.failed), (documents.partial, HeadlineMessages.partial),
      (documents.unbalanced, HeadlineMessages.unbalanced),
      (
        documents.drawingsFailed,
        documents.drawingsFailed == 1
          ? HeadlineMessages.drawingFailed : HeadlineMessages.drawingsFailed
      ),
    ])
    switch (news, all) {
    case (nil, nil): return HeadlineMessages.allWell(total, converted)
    case (nil, let all?):
      return HeadlineMessages.all(others ?? HeadlineMessages.nothingNew, total, all, converted)
    case (let news?, nil): return HeadlineMessages.noneFailed(news, total, converted)
    case (let news?, let all?): return HeadlineMessages.all(news, total, all, converted)
    }
  }

  /// Nil where nothing is new that somebody should look at.
  private var news: Words? {
    let news = summary.news
    let causes = Self.list([
      (news.removed, HeadlineMessages.removed), (news.replaced, HeadlineMessages.replaced),
      (news.lost, HeadlineMessages.nowFailing),
    ])
    let gone = Number.counted(
      news.removed + news.replaced + news.lost, CountMessages.record, CountMessages.records)
    let lost = causes.map { HeadlineMessages.lost(gone, $0) }
    let equal =
      news.doubled > 0
      ? Number.counted(
        news.doubled, HeadlineMessages.recordDoubled, HeadlineMessages.recordsDoubled) : nil
    let failures =
      switch (news.lost > 0, news.failed == 1) {
      case (true, true): HeadlineMessages.otherNewFailure
      case (true, false): HeadlineMessages.otherNewFailures
      case (false, true): HeadlineMessages.newFailure
      case (false, false): HeadlineMessages.newFailures
      }
    let urls = summary.work.addressesGone
    let others = Self.list([
      (news.failed, failures), (news.partial, HeadlineMessages.newlyPartial),
      (news.unbalanced, HeadlineMessages.newlyUnbalanced),
      (urls, urls == 1 ? HeadlineMessages.urlGone : HeadlineMessages.urlsGone),
    ])
    let parts = [lost, equal, others].compactMap(\.self)
    return parts.isEmpty ? nil : Words.sequence(parts)
  }

  /// What else is new, which nobody need look at; nil where nothing is.
  private var others: Words? {
    let (work, news) = (summary.work, summary.news)
    return Self.list([
      (work.added, work.added == 1 ? HeadlineMessages.newDocument : HeadlineMessages.newDocuments),
      (work.changed, HeadlineMessages.changed), (news.renamed, HeadlineMessages.renamed),
      (work.recovered, HeadlineMessages.recovered), (news.cleared, HeadlineMessages.cleared),
    ])
  }

  private var converted: Words {
    HeadlineMessages.converted(Number.grouped(summary.work.converted))
  }

  /// `3 failed, 1 partial`, without what there is none of; nil where that is all.
  private static func list(_ counts: [(count: Int, words: (String) -> Words)]) -> Words? {
    let parts = counts.filter { $0.count > 0 }.map { $0.words(Number.grouped($0.count)) }
    return parts.isEmpty ? nil : Words.sequence(parts)
  }
}
