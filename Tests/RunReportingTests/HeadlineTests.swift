import PlainWords
import Testing

@testable import RunReporting

@Test func theFirstLineSaysHowTheRunEnded() {
  func headline(_ night: RunSummary, _ change: (inout RunSummary) -> Void) -> String {
    var night = night
    change(&night)
    return night.headline(in: .english)
  }
  let found = [
    headline(failingNight) {
      ($0.news, $0.work) = (.init(), .init())
      $0.work.converted = 1_023
    },
    headline(failingNight) {
      $0.documents = quietNight.documents
      $0.news = .init()
      $0.news.removed = 2
      $0.work.addressesGone = 0
    },
    headline(quietNight) { $0.news.renamed = 3 },
    headline(quietNight) { $0.documents.drawingsFailed = 2 },
    headline(quietNight) {
      $0.documents.failed = 1
      $0.work.added = 1
      $0.news.renamed = 3
      $0.work.changed = 2
      $0.work.recovered = 12
      $0.news.cleared = 4
    },
    headline(quietNight) {
      $0.news.replaced = 24
      $0.news.doubled = 19
      $0.documents.failed = 1
    },
    headline(failingNight) {
      $0.news = .init()
      $0.news.failed = 1
      $0.work.addressesGone = 0
      $0.documents.partial = 0
      $0.documents.unbalanced = 0
      $0.documents.drawingsFailed = 0
    },
    headline(failingNight) {
      $0.outcome = .interrupted
      $0.isPublished = false
    },
    headline(failingNight) {
      $0.outcome = .broken
      $0.exitStatus = 74
      $0.isPublished = false
      $0.cause = "out: cannot write: No space left on device"
    },
    headline(quietNight) {
      $0.outcome = .broken
      $0.cause = "gongkai page: a\u{7}: cannot write: No space left on device"
    },
    headline(quietNight) {
      $0.outcome = .interrupted
      $0.news.lost = 1
      $0.documents.failed = 1
    },
    headline(failingNight) {
      $0.outcome = .stopped
      $0.isPublished = false
      $0.cause = "6 of 40 records would go"
    },
  ]
  let expected = [
    "gongkai: nothing new; of 100,000 documents 118 failed, 882 partial, 307 with failing sums, "
      + "1 drawing failed, 1,023 converted",
    "gongkai: 2 records lost (2 removed); none of 1 document failed, 1,023 converted",
    "gongkai: all well, 1 document, 0 converted",
    "gongkai: nothing new; of 1 document 2 drawings failed, 0 converted",
    "gongkai: 1 new document, 2 changed, 3 renamed, 12 recovered, 4 no longer failing; "
      + "of 1 document 1 failed, 0 converted",
    "gongkai: 24 records lost (24 now without report or tables), 19 records are now equal to another document's; "
      + "of 1 document 1 failed, 0 converted",
    "gongkai: 1 new failure; of 100,000 documents 118 failed, 1,023 converted",
    "gongkai: interrupted after 1,023 converted; the next run goes on from there",
    "gongkai: the run broke (exit 74): out: cannot write: No space left on device; the output is still the last good one",
    #"gongkai: the records are published, but gongkai page: a\u{7}: cannot write: "#
      + "No space left on device; all well, 1 document, 0 converted",
    "gongkai: interrupted when the records were published; 1 record lost (1 now failing); "
      + "of 1 document 1 failed, 0 converted",
    "gongkai: stopped, nothing is published: 6 of 40 records would go",
  ]
  #expect(found == expected)
}

@Test func whatTheFirstLineCountsAddsUp() {
  for night in [failingNight, quietNight] {
    let documents = night.documents
    #expect(documents.ok + documents.partial + documents.failed == documents.total)
    #expect(documents.unbalanced <= documents.ok)
    #expect(night.news.lost + night.news.failed <= documents.failed)
    #expect(
      night.news.partial <= documents.partial && night.news.unbalanced <= documents.unbalanced)
  }
}
