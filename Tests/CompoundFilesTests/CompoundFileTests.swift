import CompoundFiles
import TestSupport
import Testing

@Suite struct CompoundFileTests {
  private static let long = (0..<9_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
  private static let short: [UInt8] = Array("short".utf8)

  private func file() -> [UInt8] {
    CompoundBuilder([("Long", Self.long), ("Short", Self.short), ("Empty", [])]).file()
  }

  @Test func streamsOfAllSizesAreRead() throws {
    let compound = try CompoundFile(file())
    #expect(compound.names == ["Long", "Short", "Empty"])
    #expect(try compound.stream("Long") == Self.long)
    #expect(try compound.stream("SHORT") == Self.short)
    #expect(try compound.stream("Empty") == [])
    #expect(!compound.holds("Other"))
    #expect(throws: CompoundFileError.noSuchStream("Other")) { try compound.stream("Other") }
  }

  @Test func theLastSectorMayBeShort() throws {
    var builder = CompoundBuilder([("Short", Self.short), ("Long", Self.long)])
    builder.isLastSectorShort = true
    #expect(try CompoundFile(builder.file()).stream("Long") == Self.long)
  }

  @Test func aFileThatLacksMoreIsDamaged() throws {
    let bytes = CompoundBuilder([("Short", Self.short), ("Long", Self.long)]).file()
    let compound = try CompoundFile(Array(bytes.dropLast(1_024)))
    #expect(throws: CompoundFileError.self) { try compound.stream("Long") }
    #expect(try compound.stream("Short") == Self.short)
  }

  @Test(
    arguments: [
      [], Array("PK".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ] as [[UInt8]])
  func whatIsNoneIsRefused(bytes: [UInt8]) {
    #expect(throws: CompoundFileError.self) { try CompoundFile(bytes) }
  }

  @Test func chainsThatGoInCirclesAreRefused() throws {
    // Every number of the table becomes that of one sector, or of the one itself.
    for target in 0..<UInt8(20) {
      var bytes = file()
      for place in stride(from: 512 + 4, to: 512 + 4 * 24, by: 4) { bytes[place] = target }
      do throws(CompoundFileError) {
        let compound = try CompoundFile(bytes)
        for name in compound.names {
          let stream = try compound.stream(name)
          #expect(stream.count <= bytes.count)
        }
      } catch {
        #expect(error != .notACompoundFile)
      }
    }
  }

  @Test func aDirectoryThatGoesInACircleIsRefused() throws {
    var bytes = file()
    let name = "Long".utf8.flatMap { [$0, UInt8(0)] }
    let entry = try #require((0..<bytes.count - 8).first { bytes[$0..<$0 + 8].elementsEqual(name) })
    // Its right neighbour is itself.
    bytes.replaceSubrange(entry + 72..<entry + 76, with: [1, 0, 0, 0])
    #expect(throws: CompoundFileError.damaged("the directory goes in a circle")) {
      try CompoundFile(bytes)
    }
  }

  @Test func everyByteOfTheHeadMayBeWrong() {
    let whole = file()
    for place in 0..<1_536 {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[place] = value
        do throws(CompoundFileError) {
          let compound = try CompoundFile(bytes)
          for name in compound.names { _ = try compound.stream(name) }
        } catch {
          continue
        }
      }
    }
  }
}
