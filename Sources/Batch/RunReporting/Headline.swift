internal import ConsoleText

/// The first line of a summary, the subject of its mail: what is new and bad first, then what there is in all.
///
/// Each document is counted once: as failed, else as partial, else for its sums.
struct Headline {
  private let summary: RunSummary

  init(_ summary: RunSummary) { self.summary = summary }

  var text: String {
    let parts = [ending, summary.isPublished ? state : nil].compactMap(\.self)
    return "gongkai: " + TerminalText.line(parts.joined(separator: "; "))
  }

  /// How the run ended, where not as it should.
  private var ending: String? {
    let isPublished = summary.isPublished
    switch summary.outcome {
    case .finished: return nil
    case .stopped: return "stopped, nothing is published: \(summary.cause)"
    case .interrupted where isPublished: return "interrupted when the records were published"
    case .interrupted: return "interrupted after \(converted); the next run goes on from there"
    case .broken where isPublished: return "the records are published, but \(summary.cause)"
    case .broken:
      let words = summary.hasBegun ? "the run broke" : "the run did not begin"
      let cause = summary.cause.isEmpty ? "" : ": \(summary.cause)"
      return
        "\(words) (exit \(summary.exitStatus))\(cause); the output is still the last good one"
    }
  }

  private var state: String {
    let documents = summary.documents
    let total = Number.counted(documents.total, "document")
    let all = Self.list([
      (documents.failed, "failed"), (documents.partial, "partial"),
      (documents.unbalanced, "with failing sums"),
      (
        documents.drawingsFailed,
        documents.drawingsFailed == 1 ? "drawing failed" : "drawings failed"
      ),
    ])
    switch (news, all) {
    case (nil, nil): return "all well, \(total), \(converted)"
    case (nil, let all?): return "\(others ?? "nothing new"); of \(total) \(all), \(converted)"
    case (let news?, nil): return "\(news); none of \(total) failed, \(converted)"
    case (let news?, let all?): return "\(news); of \(total) \(all), \(converted)"
    }
  }

  /// Nil where nothing is new that somebody should look at.
  private var news: String? {
    let news = summary.news
    let causes = Self.list([
      (news.removed, "removed"), (news.replaced, "no longer reports"), (news.lost, "now failing"),
    ])
    let gone = news.removed + news.replaced + news.lost
    let lost = causes.map { "\(Number.counted(gone, "record")) lost (\($0))" }
    let doubled = "\(Number.counted(news.doubled, "record")) \(news.doubled == 1 ? "is" : "are")"
    let equal = news.doubled > 0 ? "\(doubled) now equal to another document's" : nil
    let failures = (news.lost > 0 ? "other " : "") + "new failure" + (news.failed == 1 ? "" : "s")
    let others = Self.list([
      (news.failed, failures), (news.partial, "newly partial"),
      (news.unbalanced, "newly with failing sums"),
      (
        summary.work.addressesGone, summary.work.addressesGone == 1 ? "url gone" : "urls gone"
      ),
    ])
    let parts = [lost, equal, others].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What else is new, which nobody need look at; nil where nothing is.
  private var others: String? {
    let (work, news) = (summary.work, summary.news)
    return Self.list([
      (work.added, "new document" + (work.added == 1 ? "" : "s")), (work.changed, "changed"),
      (news.renamed, "renamed"), (work.recovered, "recovered"),
      (news.cleared, "no longer failing"),
    ])
  }

  private var converted: String { "\(Number.grouped(summary.work.converted)) converted" }

  /// `3 failed, 1 partial`, without what there is none of; nil where that is all.
  private static func list(_ counts: [(count: Int, words: String)]) -> String? {
    let parts = counts.filter { $0.count > 0 }.map { "\(Number.grouped($0.count)) \($0.words)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
