import Diagnostics
import DocumentModel
import InputFiles
import TestSupport
import Testing

@testable import ArchiveReading

/// Reads every member of a zip.
@Suite struct ZipReadingTests {
  /// `path: text` of a member that comes out, `path: code` of one that doesn't.
  private func contents(
    _ entries: [ZipBuilder.Entry], limits: Limits = Limits(), start: Int = 0
  ) async throws -> [String] {
    var reader = try ArchiveReader(
      zip: ZipBuilder(entries).archive(), limits: limits, start: start)
    var contents: [String] = []
    while let (member, content) = reader.next() {
      switch content {
      case .success(let bytes):
        contents.append("\(member.path): \(String(decoding: bytes.prefix(20), as: UTF8.self))")
      case .failure(let failure): contents.append("\(member.path): \(failure.code.rawValue)")
      }
    }
    return contents
  }

  private func entry(_ name: String, _ text: String = "x") -> ZipBuilder.Entry {
    ZipBuilder.Entry(name, text.utf8)
  }

  private func failure(
    _ entries: [ZipBuilder.Entry], limits: Limits = Limits()
  ) async -> Failure? {
    do throws(Failure) {
      _ = try ArchiveReader(zip: ZipBuilder(entries).archive(), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func membersComeInTheOrderOfTheArchive() async throws {
    let entries = [
      entry("b.txt", "2"), entry("a/", ""), entry("a/c.txt", "3"), entry("a.txt", "1"),
    ]
    #expect(try await contents(entries) == ["b.txt: 2", "a/c.txt: 3", "a.txt: 1"])
    #expect(try await contents(entries, start: 1) == ["a/c.txt: 3", "a.txt: 1"])
    #expect(try await contents(entries, start: 9) == [])
  }

  /// 年报 in GBK, said to be UTF-8 by every entry that the builder writes: libzip alone opens no such archive.
  @Test func aNameInGBKThatIsSaidToBeUTF8IsRead() async throws {
    var gbk = entry("?")
    gbk.nameBytes = [0xC4, 0xEA, 0xB1, 0xA8]
    #expect(try await contents([gbk, entry("年报2")]) == ["年报: x", "年报2: x"])
  }

  @Test func theUnicodeNameOfAnExtraFieldCountsOnlyForItsName() async throws {
    let unicode = Array("年报".utf8)
    for (name, expected) in [("a", "年报: x"), ("b", "b: x")] {
      var entry = entry(name)
      let checksum = ZipBuilder.checksum(Array("a".utf8))
      entry.extra = [0x75, 0x70, UInt8(5 + unicode.count), 0, 1]
      entry.extra += (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (8 * $0)) } + unicode
      #expect(try await contents([entry]) == [expected])
    }
  }

  @Test func whatNoWalkTakesForAnInputIsPassedOver() async throws {
    let names = [
      "__MACOSX/._a.docx", "a/.DS_Store", "a/Thumbs.db", "~$a.docx", ".git/config", "a/desktop.ini",
      "a_files/b.js", "a.css",
    ]
    #expect(try await contents((names + ["../a.txt"]).map { entry($0) }) == ["../a.txt: x"])
    let failure = await failure(names.map { entry($0) })
    #expect(
      failure
        == Failure(
          .archiveNoDocument,
          "the archive holds no document, only 8 hidden, temporary or system files or folders"))
    #expect(await self.failure([]) == Failure(.archiveNoDocument, "the archive holds no file"))
  }

  @Test func whatIsPassedOverIsCountedAsAWalkCountsIt() async throws {
    let entries = [
      ("__MACOSX/", ""), ("__MACOSX/._a.docx", "x"), ("__MACOSX/b/._a.docx", "x"), (".git/", ""),
      (".git/config", "x"), ("a/.git/b/c", "x"), ("a/.b.docx", "x"), ("a/~$b.docx", "x"),
      ("a/b.pdf.part", "x"), ("a/Thumbs.db", "x"), ("a/", ""), ("a\\", ""), ("a.docx", "x"),
    ]
    let reader = try ArchiveReader(
      zip: ZipBuilder(entries.map { entry($0.0, $0.1) }).archive(), limits: Limits())
    #expect(reader.listing.members.map(\.path) == ["a.docx"])
    let passedOver = reader.listing.passedOver
    #expect(passedOver.counts == PassedOver([.hidden: 3, .temporary: 2, .system: 2]))
    #expect(
      passedOver.names.map { "\($0.reason) \($0.path)" } == [
        "system __MACOSX/", "hidden .git/", "hidden a/.git/", "hidden a/.b.docx",
        "temporary a/~$b.docx", "temporary a/b.pdf.part", "system a/Thumbs.db",
      ])
    let many = try ArchiveReader(
      zip: ZipBuilder((0..<150).map { entry(".\($0)") } + [entry("a")]).archive(),
      limits: Limits())
    #expect(many.listing.passedOver.counts[.hidden] == 150)
    #expect(many.listing.passedOver.names.count == PassedMembers.mostNames)
  }

  @Test func aNameThatEndsLikeAFoldersAndHasBytesIsAFiles() async throws {
    let entries = [entry("a/", ""), entry("b.txt/", "b"), entry("c\\d\\", "d"), entry("e\\", "")]
    #expect(try await contents(entries) == ["b.txt/: b", "c/d/: d"])
    #expect(ArchiveMember(path: "c/d/", bytes: 1, index: 0).name == "d")
  }

  @Test func aMemberThatCannotBeUnpackedLeavesTheOthers() async throws {
    var (encrypted, damaged, longer, link) = (entry("e"), entry("d"), entry("l"), entry("k"))
    encrypted.isEncrypted = true
    damaged.declaredChecksum = 1
    longer.declaredSize = 9
    link.mode = 0o120777
    #expect(
      try await contents([encrypted, entry("a"), damaged, longer, link, entry("b")]) == [
        "e: encrypted", "a: x", "d: zip_corrupt", "l: zip_corrupt", "k: input_not_regular", "b: x",
      ])
    #expect(await failure([encrypted])?.code == .encrypted)
  }

  @Test func aMemberThatClaimsAllBytesThereAreFailsAlone() async throws {
    var huge = entry("b.txt")
    huge.declaredSize = 0xFFFF_FFFF
    huge.extra = [1, 0, 8, 0] + [UInt8](repeating: 0xFF, count: 7) + [0x7F]
    #expect(
      try await contents([entry("a.txt"), huge, entry("c.txt")]) == [
        "a.txt: x", "b.txt: input_too_large", "c.txt: x",
      ])
  }

  @Test func membersOnTheSameBytesAreRefused() async throws {
    var second = entry("b")
    second.declaredOffset = 0
    #expect(
      try await contents([entry("a"), second, entry("c")]) == [
        "a: zip_corrupt", "b: zip_corrupt", "c: x",
      ])
  }

  @Test func namesThatAreNotCertainAreSaid() async throws {
    var other = entry("a.txt")
    other.directoryName = "b.txt"
    let reader = try ArchiveReader(
      zip: ZipBuilder([other, entry("c"), entry("c")]).archive(), limits: Limits())
    let first = Issue(.memberNameUncertain, "The archive has 2 members of this name")
    let second = Issue(.memberNameUncertain, "The archive has 2 members named c")
    #expect(
      reader.listing.members.map(\.issues) == [
        [
          Issue(
            .memberNameUncertain,
            "The archive gives the member another name in front of its bytes: a.txt")
        ], [first], [second],
      ])
  }

  @Test func membersOfOneNameGetANumberEach() async throws {
    #expect(
      try await contents([
        entry("区/报告.docx", "1"), entry("区/报告.docx", "2"), entry("区/报告 (2).docx", "3"),
        entry("区/报告.docx", "4"), entry(".a", "5"), entry("b.c/d", "6"), entry("b.c/d", "7"),
      ]) == [
        "区/报告.docx: 1", "区/报告 (3).docx: 2", "区/报告 (2).docx: 3", "区/报告 (4).docx: 4",
        "b.c/d: 6", "b.c/d (2): 7",
      ])
  }

  @Test func aBombFailsAloneAndIsNotUnpacked() async throws {
    var limits = Limits()
    limits.inflationFloorBytes = 1 << 20
    limits.inflationRatio = 100
    let bomb = ZipBuilder.Entry("bomb", zeros: 2 << 20)
    #expect(
      try await contents([bomb, entry("a")], limits: limits) == ["bomb: archive_limit", "a: x"])
    limits.inputBytes = 1 << 20
    #expect(
      try await contents([bomb, entry("a")], limits: limits) == ["bomb: input_too_large", "a: x"])
  }

  @Test func whatIsOverTheBytesOfAnArchiveFailsMemberByMember() async throws {
    var limits = Limits()
    limits.archiveBytes = 5
    #expect(
      try await contents([entry("a", "123"), entry("b", "123"), entry("c", "12")], limits: limits)
        == ["a: 123", "b: archive_limit", "c: 12"])
  }

  @Test func moreMembersThanTheLimitAreNotBegun() async {
    var limits = Limits()
    limits.archiveMembers = 2
    let three = ["a", "b", "c"].map { entry($0) }
    #expect(
      await failure(three, limits: limits)
        == Failure(
          .archiveLimit,
          "the members of the archive are more than the limit archive_members = 2"))
    limits.zipEntries = 2
    #expect(
      await failure(three, limits: limits)
        == Failure(
          .archiveLimit, "the archive has 3 entries, more than the limit zip_entries = 2"))
  }

  @Test func anArchiveCutOffAnywhereGivesMembersOrOneFailure() async throws {
    let bytes = ZipBuilder([entry("a", "12345"), entry("b")]).archive()
    for count in 0..<bytes.count {
      do throws(Failure) {
        _ = try ArchiveReader(zip: Array(bytes[..<count]), limits: Limits())
        Testing.Issue.record("\(count) bytes")
      } catch {
        #expect(error.code == .zipCorrupt)
      }
    }
  }

  @Test func everyFlippedByteGivesMembersOrAFailure() async {
    let bytes = ZipBuilder([entry("a", "12345"), entry("b")]).archive()
    for offset in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[offset] ^= 1 << bit
        do throws(Failure) {
          var reader = try ArchiveReader(zip: flipped, limits: Limits())
          var count = 0
          while reader.next() != nil { count += 1 }
          #expect(count == reader.listing.members.count)
        } catch {
          #expect(error.code != .internal)
        }
      }
    }
  }
}
