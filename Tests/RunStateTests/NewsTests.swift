import Foundation
import RunState
import TestSupport
import Testing

/// `kind path` of each item, with ` -> target` or ` code`.
private func items(_ state: State) throws -> [String] {
  try state.news().items.map { item in
    let tail = item.target.map { " -> \(String(decoding: $0, as: UTF8.self))" } ?? ""
    return "\(item.kind.rawValue) \(String(decoding: item.path, as: UTF8.self))\(tail)"
      + (item.code.map { " \($0)" } ?? "")
  }
}

@Test func everyRecordThatIsNoLongerThereIsNews() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("x", nil)])
    #expect(try items(night.state) == ["failed x input_empty"])
    try night.state.clearNews()
    // b is renamed, c removed, d fails; x, which had no record, goes too, and y fails like it.
    try night.publish([("a", "1"), ("d", nil), ("e", "2"), ("y", nil)])
    #expect(
      try items(night.state) == [
        "renamed b -> e", "removed c", "lost d input_empty", "cleared x", "failed y input_empty",
      ])
    let news = try night.state.news()
    let counts: [Int] = [
      news.added, news.changed, news[.removed], news[.lost], news[.failed], news[.cleared],
    ]
    #expect(counts == [1, 0, 1, 1, 1, 1])
  }
}

@Test func newsIsKeptUntilSomebodyWasTold() throws {
  try inTemporaryFolder { place in
    try {
      let night = try StateNight(place)
      try night.publish([("a", "1"), ("b", "2"), ("c", "3"), ("d", "4"), ("e", "5"), ("f", "6")])
      try night.state.clearNews()
      try night.publish([("a", nil), ("c", nil), ("e", "5"), ("f", "6")])
    }()
    // The run was cut off there; a is read again, b is back, d stays away, e is gone too, c and f fail for other reasons.
    let night = try StateNight(place)
    try night.publish([("a", "1"), ("b", "2"), ("c", nil), ("f", nil)])
    #expect(
      try items(night.state) == [
        "lost c input_empty", "removed d", "removed e", "lost f input_empty",
      ])
    #expect(try night.state.news().added == 1)
    try night.state.clearNews()
    try night.publish([("a", "1"), ("b", "2"), ("c", nil), ("f", nil)])
    #expect(try night.state.news() == State.News())
  }
}

@Test func whatIsRemovedAndComesBackDamagedIsLost() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a", "1"), ("b", "2")])
    try night.publish([("b", "2")])
    try night.publish([("a", nil), ("b", "2")])
    #expect(try items(night.state) == ["lost a input_empty"])
  }
}

@Test func renamesArePairsOfOneNameEach() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a1", "1"), ("a2", "1"), ("b", "2"), ("c", "3")])
    try night.state.clearNews()
    // Two of three names go and one comes; a copy of what stays is no rename; what fails under its new name is none.
    try night.publish([("b", "2"), ("b2", "2"), ("d", "1"), ("e", nil)])
    #expect(
      try items(night.state) == [
        "renamed a1 -> d", "removed a2", "removed c", "failed e input_empty",
      ])
    #expect(try night.state.news().added == 2)
  }
}

@Test func tooManyRemovalsLeaveAllAsItWas() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a", "1"), ("b", "2"), ("c", "3")])
    try night.state.clearNews()
    let before = try night.text("records.jsonl")
    var asked: State.Removal?
    let refusal = #expect(throws: State.Removal.self) {
      try night.publish([("c2", "3"), ("d", "4")]) {
        asked = $0
        return false
      }
    }
    #expect(
      (refusal?.gone.map(\.path) ?? []).map { String(decoding: $0, as: UTF8.self) } == ["a", "b"])
    #expect([asked?.removed, asked?.published] == [2, 3])
    #expect(try night.text("records.jsonl") == before)
    #expect(try night.state.news() == State.News())
    try night.publish([("a", "1"), ("b", "2"), ("c", "3")])
    #expect(try night.text("records.jsonl") == before)
    #expect(try night.state.news() == State.News())
  }
}

@Test func aRecordThatBecomesWorseIsNewOnce() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    func counts() throws -> [Int] {
      let news = try night.state.news()
      try night.state.clearNews()
      return [news[.partial], news[.unbalanced], news.changed]
    }
    try night.publish([("a", "1"), ("b", "2 partial"), ("c", "3 unbalanced"), ("d", "4")])
    #expect(try counts() == [1, 1, 0])
    try night.publish([
      ("a", "5 partial"), ("b", "6 partial"), ("c", "7 partial"), ("d", "8 unbalanced"),
    ])
    #expect(try counts() == [2, 1, 4])
    try night.publish([
      ("a", "5 partial"), ("b", "9"), ("c", "3 unbalanced"), ("d", "8 unbalanced"),
    ])
    #expect(try counts() == [0, 1, 2])
  }
}

@Test func whatWasPublishedIsKnownWithoutTheState() throws {
  try inTemporaryFolder { place in
    try {
      let night = try StateNight(place)
      try night.publish([("a", "1"), ("b", "2 partial"), ("c", nil), ("d/e", "5")])
    }()
    let before = try String(contentsOf: place.appending(path: "records.jsonl"), encoding: .utf8)
    try FileManager.default.removeItem(at: place.appending(path: "state"))
    let night = try StateNight(place)
    #expect(try night.adopt() == 4)
    #expect(try night.adopt() == 0)
    // A folder that can't be read tonight keeps what was published below it.
    try night.publish([("a", "1"), ("b", nil), ("c", nil)], unreadable: ["d"])
    #expect(try items(night.state) == ["lost b input_empty"])
    let lines = try night.text("records.jsonl").split(separator: "\n")
    #expect(lines.count == 4 && lines.last == before.split(separator: "\n").last)
  }
}

@Test func aReportThatIsNoneAnyMoreIsLost() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([
      ("a", "report 1"), ("b", "report 2"), ("c", "report without 3"), ("d", "4"),
      ("e", "report 5"),
    ])
    try night.state.clearNews()
    // a becomes a page, b loses its tables, c becomes a page, d was none; e fails first, and is a page then.
    try night.publish([
      ("a", "sorry"), ("b", "report without 2"), ("c", "sorry, too"), ("d", "none"), ("e", nil),
    ])
    #expect(
      try items(night.state) == [
        "replaced a", "replaced b", "replaced c", "changed d", "lost e input_empty",
      ])
    #expect(try night.state.news().changed == 1)
    // Nobody was told, and another page doesn't change that; one that is a report again does.
    try night.publish([
      ("a", "sorry again"), ("b", "report 2"), ("c", "sorry, too"), ("d", "none"), ("e", "sorry 5"),
    ])
    #expect(
      try items(night.state) == [
        "replaced a", "changed b", "replaced c", "changed d", "replaced e",
      ])
    try night.state.clearNews()
    try night.publish([
      ("a", "report 1"), ("b", "report 2"), ("c", "page"), ("d", "none"), ("e", "other page"),
    ])
    #expect(try items(night.state) == ["changed a", "changed c", "changed e"])
    let changes = try night.text("report/changes.jsonl").split(separator: "\n").count
    #expect(changes == 3)
  }
}

@Test func reportsThatAreReplacedCountAsRecordsThatGo() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a", "report 1"), ("b", "report 2"), ("c", "report 3"), ("d", nil)])
    let before = try night.text("records.jsonl")
    var asked: State.Removal?
    let refusal = #expect(throws: State.Removal.self) {
      try night.publish([("a", "sorry"), ("c", "report 4")]) {
        asked = $0
        return false
      }
    }
    // What failed is no record, and may go.
    #expect([asked?.removed, asked?.replaced, asked?.published] == [1, 1, 3])
    #expect(refusal?.gone.map(\.path) == [Array("b".utf8)])
    #expect(refusal?.replacedPaths == [Array("a".utf8)])
    #expect(try night.text("records.jsonl") == before)
  }
}

@Test func whatAnEarlierVersionPublishedIsKnownByItsRow() throws {
  try inTemporaryFolder { place in
    try {
      let night = try StateNight(place)
      try night.publish([("a", "report 1"), ("b", "2"), ("c", "report 3")])
      try night.state.clearNews()
      // The rows of then, with the marks of then.
      for path in ["a", "b", "c"] {
        var entry = try #require(try night.state.entry(at: Array(path.utf8)))
        entry.published?.holding = nil
        entry.published?.sha256 = nil
        try night.state.keep(entry)
      }
      try night.state.commit()
    }()
    let night = try StateNight(place)
    try night.publish([("a", "sorry"), ("b", "report 3"), ("c", "report 3")])
    #expect(try items(night.state) == ["replaced a", "doubled b -> c"])
  }
}

@Test func oneDocumentOverOthersIsSaid() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([
      ("a", "report 1"), ("b", "report 2"), ("c", "report 3"), ("d", "twins"), ("e", "twins"),
      ("f", "report 6"),
    ])
    try night.state.clearNews()
    // b and c get the bytes of a; d and e stay each other's; a new one may be like an old one.
    try night.publish([
      ("a", "report 1"), ("b", "report 1"), ("c", "report 1"), ("d", "twins 2"), ("e", "twins 2"),
      ("f", "report 6"), ("g", "report 6"),
    ])
    #expect(
      try items(night.state) == ["doubled b -> a", "doubled c -> a", "changed d", "changed e"])
    let news = try night.state.news()
    #expect(news.changed == 4 && news.added == 1)
    try night.state.clearNews()
    // Two that become equal to each other, and one that had been read before it failed.
    try night.publish([
      ("a", "report 1"), ("b", "report 2"), ("c", "report 9"), ("d", "twins 2"), ("e", "twins 2"),
      ("f", nil), ("g", "report 9"),
    ])
    #expect(
      try items(night.state) == [
        "changed b", "doubled c -> g", "lost f input_empty", "doubled g -> c",
      ])
    try night.state.clearNews()
    try night.publish([
      ("a", "report 1"), ("b", "report 2"), ("c", "report 9"), ("d", "twins 2"), ("e", "twins 2"),
      ("f", "report 1"), ("g", "report 9"),
    ])
    #expect(try items(night.state) == ["doubled f -> a"])
    #expect(try night.state.news().recovered == 0)
  }
}

@Test func whatIsReadAgainHasRecovered() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    try night.publish([("a", nil), ("b", "2")])
    try night.state.clearNews()
    try night.publish([("a", "1"), ("b", "3")])
    let news = try night.state.news()
    #expect(news.added == 0 && news.changed == 1 && news.recovered == 1)
  }
}

@Test func aMachineThatFailsAtMostDocumentsIsTold() throws {
  try inTemporaryFolder { place in
    let night = try StateNight(place)
    let files = (1...8).map { "\($0)" }
    func fault(_ texts: [String], at path: (String) -> String = { $0 }) throws -> State.Fault? {
      var fault: State.Fault?
      try night.publish(zip(files, texts).map { (path($0), $1) }) {
        fault = $0.fault
        return true
      }
      return fault
    }
    func crash(_ count: Int) -> [String] {
      files.enumerated().map { $0 < count ? "crash" : "text \($1)" }
    }
    #expect(try fault(crash(8))?.isLikely == false)
    #expect(try fault(crash(0))?.isLikely == false)
    let one = try fault(crash(1))
    #expect(one?.isLikely == false && one?.records == 1)
    let most = try fault(crash(6))
    #expect(most?.isLikely == true)
    #expect([most?.converted, most?.failed, most?.records, most?.paths.count] == [8, 6, 5, 5])
    // What failed so before, and has no record, is nothing to lose.
    #expect(try fault(crash(6))?.isLikely != true)
  }
}
