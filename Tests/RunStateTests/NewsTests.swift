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
    #expect((refusal?.paths ?? []).map { String(decoding: $0, as: UTF8.self) } == ["a", "b"])
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
