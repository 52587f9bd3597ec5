import PDFObjects
import Testing

@Suite struct FilterTests {
  private func decoded(
    _ bytes: [UInt8], _ entries: String, limits: PDFFileLimits = PDFFileLimits()
  ) throws(PDFRefusal) -> [UInt8] {
    let file = try PDFFile(PDFBuilder("<<>>").table(), limits: limits)
    var lexer = PDFLexer(Array("<<\(entries)>>".utf8))
    let dictionary = try lexer.object(allowsReferences: true).dictionary
    return try file.decoded(inline: bytes, dictionary ?? PDFDictionary())
  }

  private func text(_ bytes: [UInt8], _ entries: String) throws(PDFRefusal) -> String {
    String(decoding: try decoded(bytes, entries), as: UTF8.self)
  }

  private func error(
    _ bytes: [UInt8], _ entries: String, limits: PDFFileLimits = PDFFileLimits()
  ) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try decoded(bytes, entries, limits: limits) }
  }

  /// Four times `BT /F1 9 Tf (Hello) Tj ET` and a line feed, by zlib at its level 9.
  private static let deflated: [UInt8] = [
    0x78, 0xDA, 0x73, 0x0A, 0x51, 0xD0, 0x77, 0x33, 0x54, 0xB0, 0x54, 0x08, 0x49, 0x53, 0xD0, 0xF0,
    0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x54, 0x08, 0xC9, 0x52, 0x70, 0x0D, 0xE1, 0x72, 0xA2, 0xAA, 0x0C,
    0x00, 0x5D, 0x8B, 0x1A, 0x55,
  ]
  private static let inflated = String(repeating: "BT /F1 9 Tf (Hello) Tj ET\n", count: 4)

  // MARK: - Flate

  @Test func deflatedDataIsInflated() throws {
    #expect(try text(Self.deflated, "/Filter/FlateDecode") == Self.inflated)
    #expect(try text(Self.deflated, "/F/Fl") == Self.inflated)
    #expect(try decoded(Packing.stored([]), "/F/Fl") == [])
    let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(try decoded(Packing.stored(large), "/F/Fl") == large)
  }

  @Test func whatStandsBehindDeflatedDataIsIgnored() throws {
    #expect(try text(Self.deflated + [0x0D, 0x0A, 1, 2], "/F/Fl") == Self.inflated)
  }

  @Test func aMissingChecksumIsLetPass() throws {
    for count in 0..<4 {
      let bytes = Array(Self.deflated.dropLast(4 - count))
      #expect(try text(bytes, "/F/Fl") == Self.inflated, "\(count)")
    }
  }

  @Test func deflatedDataThatEndsEarlyIsRefused() {
    for count in 2..<(Self.deflated.count - 4) {
      let error = error(Array(Self.deflated.prefix(count)), "/F/Fl")
      #expect(error == .damaged("deflate data"), "\(count)")
    }
    #expect(error([0x78], "/F/Fl") == .damaged("zlib header"))
    #expect(error([], "/F/Fl") == .damaged("zlib header"))
  }

  @Test func damagedDeflatedDataIsRefused() {
    var bytes = Self.deflated
    bytes[bytes.count - 1] ^= 1
    #expect(error(bytes, "/F/Fl") == .damaged("zlib checksum"))
    #expect(error([0x78, 0xDB] + Self.deflated.dropFirst(2), "/F/Fl") == .damaged("zlib header"))
    // A preset dictionary.
    #expect(error([0x78, 0x20] + Self.deflated.dropFirst(2), "/F/Fl") == .damaged("zlib header"))
    #expect(error([0x78, 0x01, 0xFF], "/F/Fl") == .damaged("deflate data"))
  }

  // MARK: - LZW

  @Test func theExampleOfLZW() throws {
    // ISO 32000-1, 7.4.4.2.
    let codes: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
    #expect(
      try decoded(codes, "/Filter/LZWDecode")
        == [0x2D, 0x2D, 0x2D, 0x2D, 0x2D, 0x41, 0x2D, 0x2D, 0x2D, 0x42])
  }

  @Test func lzwCodesGrowAndAreCleared() throws {
    var state: UInt32 = 1
    let bytes = (0..<40_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 29)
    }
    for count in [0, 1, 2, 300, 2_000, 40_000] {
      let part = Array(bytes.prefix(count))
      #expect(try decoded(Packing.lzw(part, isEarly: true), "/F/LZW") == part, "\(count)")
      let late = Packing.lzw(part, isEarly: false)
      #expect(try decoded(late, "/F/LZW/DP<</EarlyChange 0>>") == part, "\(count)")
    }
  }

  @Test func damagedLZWIsRefused() {
    #expect(error([0x80, 0x0B, 0x60], "/F/LZW") == .damaged("LZW end of data"))
    // 256, then 258, which nothing defines.
    #expect(error([0x80, 0x40, 0x80], "/F/LZW") == .damaged("LZW code"))
    #expect(error([], "/F/LZW/DP<</EarlyChange 2>>") == .damaged("EarlyChange"))
  }

  // MARK: - Others

  @Test func hexadecimalDigits() throws {
    #expect(try text(Array("48 65\n6c6C6F>".utf8), "/Filter/ASCIIHexDecode") == "Hello")
    #expect(try decoded(Array("484>later".utf8), "/F/AHx") == [0x48, 0x40])
    #expect(error(Array("4x>".utf8), "/F/AHx") == .damaged("ASCIIHex digit"))
    #expect(error(Array("48".utf8), "/F/AHx") == .damaged("ASCIIHex end of data"))
  }

  @Test func digitsOfBase85() throws {
    #expect(try text(Array("87cUR\nD]i,\"Ebo80~>".utf8), "/Filter/ASCII85Decode") == "Hello World!")
    #expect(try decoded(Array("z!!~>".utf8), "/F/A85") == [0, 0, 0, 0, 0])
    #expect(try decoded(Array("s8W-!~>".utf8), "/F/A85") == [255, 255, 255, 255])
    for (text, what) in [
      ("87cUR", "end of data"), ("87cURD~>", "digit"), ("8z~>", "digit"), ("{~>", "digit"),
      ("s8W-\"~>", "group"),
    ] {
      #expect(error(Array(text.utf8), "/F/A85") == .damaged("ASCII85 \(what)"), "\(text)")
    }
  }

  @Test func runsOfBytes() throws {
    #expect(
      try text([2, 0x61, 0x62, 0x63, 254, 0x64, 128, 9], "/Filter/RunLengthDecode") == "abcddd")
    #expect(try decoded([128], "/F/RL") == [])
    #expect(error([2, 1, 2], "/F/RL") == .damaged("run"))
    #expect(error([200], "/F/RL") == .damaged("run"))
    #expect(error([0, 1], "/F/RL") == .damaged("RunLength end of data"))
  }

  @Test func filtersOneAfterAnother() throws {
    let hexadecimal = Array((Self.deflated.map { PDFBuilder.hexadecimal($0) }.joined() + ">").utf8)
    #expect(
      try text(hexadecimal, "/Filter[/ASCIIHexDecode/FlateDecode]/DecodeParms[null<<>>]")
        == Self.inflated)
    #expect(try text(Array("4041>".utf8), "/F[/AHx]/DP null") == "@A")
    #expect(try text(Array("as it is".utf8), "") == "as it is")
    #expect(try text(Array("as it is".utf8), "/Filter[]") == "as it is")
  }

  @Test func filtersOfPicturesAreNotRead() {
    for name in ["DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "DCT", "CCF", "Other"] {
      #expect(error([], "/Filter/\(name)") == .unsupported("filter \(name)"))
      #expect(
        error(Self.deflated, "/Filter[/FlateDecode/\(name)]") == .unsupported("filter \(name)"))
    }
  }

  @Test func cryptFiltersOtherThanIdentityAreNotRead() throws {
    #expect(try text([0x41], "/Filter/Crypt") == "A")
    #expect(try text([0x41], "/Filter[/Crypt]/DecodeParms[<</Name/Identity>>]") == "A")
    let error = error([0x41], "/Filter/Crypt/DecodeParms<</Name/Own>>")
    #expect(error == .unsupported("filter Crypt"))
    #expect(
      self.error(Self.deflated, "/Filter[/FlateDecode/Crypt]") == .unsupported("filter Crypt"))
  }

  @Test func parametersThatReadersDisagreeOnAreRefused() throws {
    #expect(
      error(Self.deflated, "/Filter[/FlateDecode]/DecodeParms<</Predictor 12>>")
        == .damaged("DecodeParms"))
    #expect(
      error(Self.deflated, "/Filter/FlateDecode/DecodeParms[<</Predictor 12>>]")
        == .damaged("DecodeParms"))
    #expect(error(Self.deflated, "/Filter 1") == .unsupported("external stream"))
    #expect(error(Self.deflated, "/Filter[1]") == .damaged("Filter"))
  }

  // MARK: - Limits

  @Test func outputIsBounded() {
    let zeros = Packing.lzw([UInt8](repeating: 0, count: 100_000), isEarly: true)
    var limits = PDFFileLimits()
    limits.streamBytes = 99_999
    #expect(error(zeros, "/F/LZW", limits: limits) == .limit("streamBytes"))
    limits = PDFFileLimits(decodedBytes: 99_999)
    #expect(error(zeros, "/F/LZW", limits: limits) == .limit("decodedBytes"))
    limits = PDFFileLimits(ratio: 10, ratioFloor: 50_000)
    #expect(error(zeros, "/F/LZW", limits: limits) == .limit("ratio"))
    limits = PDFFileLimits(streamBytes: 100_000, ratio: 10, ratioFloor: 100_000)
    #expect(error(zeros, "/F/LZW", limits: limits) == nil)
    limits = PDFFileLimits(streamBytes: 103)
    #expect(error(Self.deflated, "/F/Fl", limits: limits) == .limit("streamBytes"))
    #expect(error(Self.deflated, "/F/Fl", limits: PDFFileLimits(streamBytes: 104)) == nil)
    #expect(error([0, 0, 0], "", limits: PDFFileLimits(streamBytes: 2)) == .limit("streamBytes"))
    let run: [UInt8] = [129, 0, 128]
    #expect(error(run, "/F/RL", limits: PDFFileLimits(streamBytes: 127)) == .limit("streamBytes"))
    let filters = String(repeating: "/AHx", count: 9)
    #expect(error([0x3E], "/F[\(filters)]") == .limit("filters"))
  }

  @Test func decodedBytesAreCountedForTheWholeFile() throws {
    let file = try PDFFile(
      PDFBuilder("<<>>").table(), limits: PDFFileLimits(decodedBytes: 250))
    let dictionary = PDFDictionary(["Filter": .name("FlateDecode")])
    for _ in 0..<2 { _ = try file.decoded(inline: Self.deflated, dictionary) }
    let error = refusal { () throws(PDFRefusal) in
      try file.decoded(inline: Self.deflated, dictionary)
    }
    #expect(error == .limit("decodedBytes"))
  }
}
