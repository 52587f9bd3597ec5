import ArchiveReading
import Diagnostics
import TestSupport
import Testing

@Suite struct RarBlocksTests {
  private func code(_ bytes: [UInt8]) -> FailureCode? {
    do throws(Failure) {
      _ = try RarBlocks(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private let fourth: [UInt8] =
    [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00] + [0, 0, 0x73, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0]

  /// A file of 3 packed bytes.
  private let file: [UInt8] =
    [0, 0, 0x74, 0x00, 0x80, 32, 0, 3, 0, 0, 0] + [UInt8](repeating: 0, count: 21) + [1, 2, 3]

  @Test func anOldArchiveEndsAtItsEndOrAtThatOfTheFile() {
    let end: [UInt8] = [0, 0, 0x7B, 0, 0x40, 7, 0]
    #expect(code(fourth + file) == nil)
    #expect(code(fourth + file + end) == nil)
    for cut in 1..<file.count { #expect(code(fourth + file.dropLast(cut)) == .zipCorrupt) }
    for cut in 1..<7 { #expect(code(fourth + file + end.dropLast(cut)) == .zipCorrupt) }
  }

  @Test func theChecksumsOfTheHeadersProveTheFiles() throws {
    func code(_ names: [String]) throws -> FailureCode? {
      let content: [UInt8] = [1, 2, 3]
      var file = file
      let checksum = ZipBuilder.checksum(content)
      for shift in 0..<4 { file[16 + shift] = UInt8(truncatingIfNeeded: checksum >> (8 * shift)) }
      let zip = ZipBuilder(names.map { ZipBuilder.Entry($0, $0 == "bad" ? [1] : content) })
      do throws(Failure) {
        try RarBlocks(fourth + file + file).prove(zip.archive())
        return nil
      } catch {
        return error.code
      }
    }
    #expect(try code(["a", "b"]) == nil)
    #expect(try code(["a", "bad"]) == .zipCorrupt)
    #expect(try code(["a"]) == .zipCorrupt)
  }

  @Test func volumesAndHiddenNamesAreSaid() {
    var volume = fourth
    volume[10] = 1
    #expect(code(volume + file) == .unsupportedFormat)
    var hidden = fourth
    hidden[10] = 0x80
    #expect(code(hidden + file) == .encrypted)
  }

  /// A file whose packed bytes are said to be 2³² times the second and the first.
  private func large(_ low: UInt32, _ high: UInt32) -> [UInt8] {
    var file: [UInt8] =
      [0, 0, 0x74, 0x00, 0x81, 36, 0] + [UInt8](repeating: 0, count: 29)
    for shift in 0..<4 {
      file[7 + shift] = UInt8(truncatingIfNeeded: low >> (8 * UInt32(shift)))
      file[32 + shift] = UInt8(truncatingIfNeeded: high >> (8 * UInt32(shift)))
    }
    return file
  }

  @Test func sizesOverThoseOfAFileAreDamage() {
    let sizes: [(UInt32, UInt32)] = [
      (0, 0x8000_0000), (.max - 35, .max), (.max, 0x7FFF_FFFF), (0, 0x7FFF_FFFF), (.max, 0),
    ]
    for (low, high) in sizes {
      #expect(code(fourth + large(low, high)) == .zipCorrupt)
    }
    #expect(code(fourth + large(0, 0)) == nil)
  }

  @Test func anyBytesEnd() {
    for first: [UInt8] in [
      Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8), Array("Rar!\u{1A}\u{7}\u{0}".utf8),
    ] {
      for byte in UInt8.min...UInt8.max {
        _ = code(first + [UInt8](repeating: byte, count: 300))
        _ = code(first + [byte])
      }
    }
  }
}
