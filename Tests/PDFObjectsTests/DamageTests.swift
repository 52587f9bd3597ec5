import PDFObjects
import Testing

/// Damaged files: whatever is done to a file, reading it ends, with a value or a refusal.
@Suite struct DamageTests {
  private static let pages = PDFBuilder.page(
    "/MediaBox[0 0 300 200]/Rotate 90/Resources<</Font<</F1 5 0 R>>>>",
    content: "BT /F1 9 Tf <0041> Tj [(a\\(b) -12.5 (c)] TJ ET")

  private static let packed: PDFBuilder = {
    var builder = pages
    let content = Packing.stored(Array("BT (Hello) Tj ET".utf8))
    builder.add(stream: content, "/Filter/FlateDecode")
    let codes = Packing.lzw([2, 1, 2, 3, 2, 4, 5, 6], isEarly: true)
    builder.add(stream: codes, "/Filter/LZWDecode/DecodeParms<</Predictor 12/Columns 3>>")
    builder.add(stream: "87cUR~>", "/Filter[/ASCII85Decode/RunLengthDecode]/DecodeParms[null null]")
    builder.add("<</Kids[9 0 R]>>")
    builder.add("<</Names[(a) 1 0 R (b) 8 0 R]>>")
    return builder
  }()

  /// Files that have every structure this target reads.
  private static let files: [[UInt8]] = [
    pages.table(), packed.table(), packed.stream(), packed.stream(packed: [1, 2, 3, 8, 9]),
    pages.update(packed.table(), previous: 900), EncryptedFiles.revision2,
    EncryptedFiles.revision4Packed, EncryptedFiles.revision6,
  ]

  private func readAll(_ bytes: [UInt8]) {
    readAll(bytes, isRepaired: false)
    readAll(bytes, isRepaired: true)
  }

  /// Reads everything that the file has; small limits keep it short.
  private func readAll(_ bytes: [UInt8], isRepaired: Bool) {
    let limits = PDFFileLimits(
      objects: 10_000, values: 10_000, decodedBytes: 1 << 20, streamBytes: 1 << 18)
    do throws(PDFRefusal) {
      let file = try PDFFile(bytes, limits: limits, isRepaired: isRepaired)
      for number in 0..<12 { read(number, of: file) }
      for page in try file.pages() {
        for stream in page.contents { try readTokens(try file.decoded(stream)) }
      }
    } catch {
      // A refusal is what most damage ends in.
    }
  }

  private func read(_ number: Int, of file: PDFFile) {
    do throws(PDFRefusal) {
      let object = try file.resolve(.reference(PDFReference(number)))
      _ = try file.nameTree(object)
      guard case .stream(let stream) = object else { return }
      try readTokens(try file.decoded(stream))
    } catch {
      return
    }
  }

  private func readTokens(_ bytes: [UInt8]) throws(PDFRefusal) {
    var lexer = PDFLexer(bytes)
    while try lexer.next() != .end {}
  }

  @Test func theFilesAreReadWhenTheyAreWhole() throws {
    for (index, bytes) in Self.files.enumerated() where index != 4 {
      #expect(try PDFFile(bytes).pages().count == 1, "\(index)")
    }
  }

  @Test func filesCutOffAnywhereEnd() {
    for bytes in Self.files {
      for percent in 0..<100 { readAll(Array(bytes.prefix(bytes.count * percent / 100))) }
    }
  }

  @Test func filesWithAHoleAnywhereEnd() {
    for bytes in Self.files {
      for percent in 0..<100 {
        let hole = (bytes.count * percent / 100)..<(bytes.count * (percent + 1) / 100)
        var blank = bytes
        for place in hole { blank[place] = 0x20 }
        readAll(blank)
        readAll(Array(bytes[..<hole.lowerBound] + bytes[hole.upperBound...]))
      }
    }
  }

  @Test func filesWithWrongBytesEnd() {
    var state: UInt64 = 2_026
    func random(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let syntax = Array("0123456789<>[]()/R %#-.".utf8)
    for round in 0..<2_000 {
      var bytes = Self.files[round % Self.files.count]
      for _ in 0...random(below: 4) {
        let place = random(below: bytes.count)
        bytes[place] =
          random(below: 2) == 0 ? UInt8(random(below: 256)) : syntax[random(below: syntax.count)]
      }
      readAll(bytes)
    }
  }
}
