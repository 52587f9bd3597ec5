import TestSupport
import Testing
import ZipArchives

@Suite struct ZipArchiveTests {
  private static let limits = ZipLimits(
    entries: 100, entryBytes: 1 << 20, archiveBytes: 1 << 21, ratio: 100)

  /// The bytes of every entry in turn.
  private func contents(
    _ bytes: [UInt8], limits: ZipLimits = limits
  ) throws(ZipError) -> [[UInt8]] {
    try ZipArchive.open(bytes, limits: limits, translate: { $0 }) { opened throws(ZipError) in
      var archive = opened
      var contents: [[UInt8]] = []
      for index in archive.names.indices {
        var content: [UInt8] = []
        try archive.read(index, translate: { $0 }) { chunk throws(ZipError) in
          for offset in chunk.indices { content.append(chunk[offset]) }
        }
        contents.append(content)
      }
      return contents
    }
  }

  /// What reading every entry of `bytes` ends in.
  private func error(_ bytes: [UInt8], limits: ZipLimits = limits) -> ZipError? {
    do throws(ZipError) {
      _ = try contents(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private let two = ZipBuilder([("a.xml", "第一"), ("b/c.xml", "")])

  @Test func entriesComeOutAsTheyWentIn() throws {
    #expect(try contents(two.archive()) == [Array("第一".utf8), []])
  }

  @Test func aDeflatedEntryIsInflated() throws {
    let zip = ZipBuilder([ZipBuilder.Entry("zeros", zeros: 300_000)])
    #expect(
      error(zip.archive()) == .damagedEntry(name: "zeros", reason: "CRC error"),
      "the checksum is not that of the content")
  }

  @Test func whatIsNoArchiveIsRefused() {
    #expect(error([]) == .notAnArchive)
    #expect(error(Array("no archive at all".utf8)) == .notAnArchive)
  }

  @Test func anArchiveCutOffAnywhereIsRefused() {
    let bytes = two.archive()
    for count in 0..<bytes.count {
      #expect(error(Array(bytes[..<count])) != nil, "\(count) bytes")
    }
  }

  @Test func aWrongChecksumShowsOnlyAfterTheLastByte() {
    var zip = two
    zip.entries[0].declaredChecksum = 1
    #expect(error(zip.archive()) == .damagedEntry(name: "a.xml", reason: "CRC error"))
  }

  @Test func twoEntriesOfOneNameAreRefused() {
    let zip = ZipBuilder([("a.xml", "1"), ("b.xml", "2"), ("a.xml", "3")])
    #expect(error(zip.archive()) == .duplicateName("a.xml"))
  }

  @Test func anEncryptedEntryIsNamed() {
    var zip = two
    zip.entries[0].isEncrypted = true
    #expect(error(zip.archive()) == .encrypted(name: "a.xml"))
  }

  @Test func moreEntriesThanTheLimitAreRefused() {
    var limits = Self.limits
    limits.entries = 1
    #expect(error(two.archive(), limits: limits) == .tooManyEntries(count: 2, limit: 1))
  }

  @Test func aBombIsStoppedAtTheLimitOfAnEntry() {
    let zip = ZipBuilder([ZipBuilder.Entry("bomb", zeros: 50 << 20)])
    #expect(error(zip.archive()) == .entryTooLarge(name: "bomb", limit: 1 << 20))
  }

  @Test func aBombInManyEntriesIsStoppedAtTheLimitOfTheArchive() {
    var limits = Self.limits
    limits.archiveBytes = 100
    let zip = ZipBuilder((0..<20).map { ("\($0)", "0123456789") })
    #expect(error(zip.archive(), limits: limits) == .archiveTooLarge(limit: 100))
  }

  @Test func anEntryThatIsReadAgainAtOnceCountsOnce() throws {
    var limits = Self.limits
    limits.archiveBytes = 15
    let zip = ZipBuilder([("a", "0123456789"), ("b", "0123456789")])
    func read(_ indices: [Int]) throws(ZipError) {
      try ZipArchive.open(zip.archive(), limits: limits, translate: { $0 }) {
        opened throws(ZipError) in
        var archive = opened
        for index in indices { _ = try archive.bytes(of: index) }
      }
    }
    try read([0, 0, 0])
    #expect(throws: ZipError.archiveTooLarge(limit: 15)) { try read([0, 0, 1]) }
  }

  @Test func anEntryThatPacksTooWellIsStopped() {
    var limits = Self.limits
    limits.ratioFloor = 100_000
    let zip = ZipBuilder([ZipBuilder.Entry("bomb", zeros: 900_000)])
    #expect(error(zip.archive(), limits: limits) == .inflatesTooMuch(name: "bomb", limit: 100))
  }

  @Test func anEntryThatLiesAboutItsSizeIsRefused() {
    for size in [100, 500_000] {
      var zip = ZipBuilder([ZipBuilder.Entry("liar", zeros: 300_000)])
      zip.entries[0].declaredSize = size
      guard case .damagedEntry(name: "liar", _) = error(zip.archive()) else {
        Issue.record("declared \(size)")
        continue
      }
    }
  }

  @Test func everyFlippedByteGivesContentOrAnError() {
    let bytes = two.archive()
    for offset in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[offset] ^= 1 << bit
        _ = error(flipped)
      }
    }
  }
}
