import Conversion
import Diagnostics
import Foundation
import InputFiles
import RunState
import Supervision
import TestSupport
import Testing

@testable import NightlyRun

@Suite struct ArchiveQueueTests {
  private let names = ["1.txt", "2.pdf", "3.txt", "4.pdf"]
  private let noRecord = "worker_crashed: the worker's answer was no record"

  /// What comes of `body`, in which workers answer.
  private func records(
    most: Int = 120, budget: Int = 1_800, isFile: Bool = false,
    _ body: (ArchiveQueue) throws -> Void
  ) throws -> [String] {
    var records: [String] = []
    try inTemporaryFolder { place in
      let queue = try ArchiveQueue(place, most: most, budget: budget)
      _ = try queue.begin()
      try body(queue)
      #expect(try queue.begin() == nil)
      records = try queue.records(isFile ? [] : names)
    }
    return records
  }

  @Test func aLineThatIsNoRecordIsThatOfItsMemberAlone() throws {
    for other in ["{}\n", "\n", String(decoding: ArchiveQueue.announcement(names), as: UTF8.self)] {
      let records = try records { queue in
        try queue.part(ArchiveQueue.announcement(names))
        try queue.part(ArchiveQueue.record("1"))
        try queue.part(Array(other.utf8))
        try queue.part(ArchiveQueue.record("3"))
        try queue.end(.answer(ArchiveQueue.record("4")))
      }
      #expect(
        records == ["text_binary: of 1", noRecord, "text_binary: of 3", "text_binary: of 4"])
    }
  }

  @Test func anAnnouncementThatCannotBeReadFailsTheFile() throws {
    let records = try records(isFile: true) { queue in
      try queue.part(Array("{\"members\":4}\n".utf8))
      for name in ["1", "2", "3"] { try queue.part(ArchiveQueue.record(name)) }
      try queue.end(.answer(ArchiveQueue.record("4")))
    }
    #expect(records == [noRecord])
  }

  @Test func aMemberOverWhichWorkersAreLostFailsAlone() throws {
    let records = try records { queue in
      try queue.part(ArchiveQueue.announcement(names))
      try queue.part(ArchiveQueue.record("1"))
      try queue.end(.lost(.signal(11)))
      #expect(try queue.begin()?.start == 2)
      try queue.part(ArchiveQueue.announcement(Array(names[2...])))
      try queue.part(ArchiveQueue.record("3"))
      try queue.end(.answer(ArchiveQueue.record("4")))
    }
    #expect(
      records == [
        "text_binary: of 1", "worker_crashed: the worker was ended by signal 11",
        "text_binary: of 3", "text_binary: of 4",
      ])
  }

  /// The records of an archive whose second worker answers otherwise than the first.
  private func secondTime(_ outcome: Supervisor.Outcome) throws -> [String] {
    let records = try records { queue in
      try queue.part(ArchiveQueue.announcement(names))
      try queue.part(ArchiveQueue.record("1"))
      try queue.end(.lost(.signal(11)))
      _ = try queue.begin()
      try queue.end(outcome)
    }
    #expect(records[0] == "text_binary: of 1")
    #expect(records[2] == records[3])
    return Array(records[1...2])
  }

  @Test func workersThatAreLostBeforeTheyAnnounceFailTheRestOnce() throws {
    #expect(
      try secondTime(.lost(.memory(limit: 7))) == [
        "worker_crashed: the worker was ended by signal 11",
        "worker_memory: the document needed more memory than worker_memory = 7 bytes",
      ])
  }

  @Test func aRecordInPlaceOfTheAnnouncementIsOfAnotherFile() throws {
    let lost = "worker_crashed: the worker was ended by signal 11"
    let changed = "input_changed: Another file took the place of the archive while it was read"
    #expect(try secondTime(.answer(ArchiveQueue.record("other"))) == [lost, changed])
    let gone = ArchiveQueue.line(Failure(.inputUnreadable, "It is gone"), sha256: nil)
    #expect(try secondTime(.answer(gone)) == [lost, changed])
    // The bytes are the same: only what opened them failed.
    let failed = ArchiveQueue.line(
      Failure(.backendTimeout, "bsdtar took too long"), sha256: ArchiveQueue.sha256)
    #expect(
      try secondTime(.answer(failed)) == [
        lost, "backend_timeout: the archive could not be opened again: bsdtar took too long",
      ])
  }

  @Test func anotherArchiveInThePlaceOfTheFirstGivesNoRecords() throws {
    let records = try records { queue in
      try queue.part(ArchiveQueue.announcement(names))
      try queue.part(ArchiveQueue.record("1"))
      try queue.end(.lost(.signal(11)))
      _ = try queue.begin()
      try queue.part(ArchiveQueue.announcement(["3.txt", "x"]))
      try queue.part(ArchiveQueue.record("3"))
      try queue.end(.answer(ArchiveQueue.record("x")))
    }
    #expect(records[2].hasPrefix("input_changed: "))
    #expect(records[3].hasPrefix("input_changed: "))
  }

  @Test func eachMemberHasItsOwnTime() throws {
    let records = try records(most: 1, budget: 1) { queue in
      #expect(try queue.part(ArchiveQueue.announcement(names)) == 1)
      try queue.part(ArchiveQueue.record("1"))
      // The PDF has all of the time there is, so that the next one has none; a text has what it needs.
      Thread.sleep(forTimeInterval: 2.1)
      try queue.end(.lost(.deadline(1)))
      #expect(try queue.begin()?.start == 2)
      #expect(try queue.part(ArchiveQueue.announcement(Array(names[2...]))) == 1)
      #expect(try queue.part(ArchiveQueue.record("3")) == 0)
      try queue.end(.lost(.deadline(0)))
    }
    #expect(
      records == [
        "text_binary: of 1", "worker_timeout: the document took longer than 1 s",
        "text_binary: of 3",
        "worker_timeout: not begun: documents that hang have spent timeout_budget = 1 s and as much again; "
          + "it is for another night",
      ])
  }
}
