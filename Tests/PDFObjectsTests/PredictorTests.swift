import PDFObjects
import Testing

@Suite struct PredictorTests {
  private func decoded(_ rows: [UInt8], _ parameters: String) throws(PDFRefusal) -> [UInt8] {
    let file = try PDFFile(PDFBuilder("<<>>").table())
    var lexer = PDFLexer(Array("<</F/Fl/DP<<\(parameters)>>>>".utf8))
    let dictionary = try lexer.object(allowsReferences: true).dictionary
    return try file.decoded(inline: Packing.stored(rows), dictionary ?? PDFDictionary())
  }

  private func error(_ rows: [UInt8], _ parameters: String) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try decoded(rows, parameters) }
  }

  private static let plain: [UInt8] = [
    10, 200, 30, 255, 0, 7, 12, 190, 35, 250, 4, 9, 1, 2, 3, 4, 5, 6, 255, 0, 255, 0, 128, 127,
    90, 91, 92, 89, 88, 200,
  ]

  @Test func rowsOfPNGInThreeColors() throws {
    let rows: [UInt8] = [
      0, 10, 200, 30, 255, 0, 7, 1, 12, 190, 35, 238, 70, 230, 2, 245, 68, 224, 10, 1, 253, 3, 255,
      255, 254, 127, 126, 253, 4, 91, 91, 93, 89, 216, 108,
    ]
    for predictor in 10...15 {
      #expect(
        try decoded(rows, "/Predictor \(predictor)/Colors 3/Columns 2") == Self.plain,
        "\(predictor)")
    }
  }

  @Test func rowsOfPNGInOneColor() throws {
    let rows: [UInt8] = [
      4, 10, 190, 86, 225, 1, 7, 3, 7, 84, 181, 105, 135, 4, 4, 245, 68, 1, 10, 1, 253, 1, 255, 1,
      255, 1, 128, 255, 2, 91, 91, 93, 89, 216, 73,
    ]
    #expect(try decoded(rows, "/Predictor 15/Columns 6") == Self.plain)
    // A pixel of two bits counts as a byte.
    #expect(try decoded(rows, "/Predictor 15/Columns 24/BitsPerComponent 2") == Self.plain)
    #expect(
      try decoded([1, 1, 2, 3, 4], "/Predictor 10/Columns 2/BitsPerComponent 16") == [1, 2, 4, 6])
  }

  @Test func rowsOfTIFF() throws {
    #expect(
      try decoded([1, 2, 3, 4, 255, 1, 10, 20, 30, 1, 1, 1], "/Predictor 2/Colors 3/Columns 2")
        == [1, 2, 3, 5, 1, 4, 10, 20, 30, 11, 21, 31])
    #expect(
      try decoded(
        [0x00, 0xFF, 0x00, 0x02, 0xFF, 0xFF], "/Predictor 2/BitsPerComponent 16/Columns 3")
        == [0x00, 0xFF, 0x01, 0x01, 0x01, 0x00])
    // 1 2 3 4 as sums of 1 1 1 1, and 15 + 1 = 0.
    #expect(
      try decoded([0x11, 0x11, 0xF1, 0x00], "/Predictor 2/BitsPerComponent 4/Columns 4")
        == [0x12, 0x34, 0xF0, 0x00])
    // Two colors of two bits: 01 10, 01 01, 11 00, 00 01.
    #expect(
      try decoded(
        [0b0110_0101, 0b1100_0001], "/Predictor 2/Colors 2/BitsPerComponent 2/Columns 4")
        == [0b0110_1011, 0b0111_0100])
    #expect(
      try decoded([0b1010_0001, 0b1000_0000], "/Predictor 2/BitsPerComponent 1/Columns 16")
        == [0b1100_0001, 0b0000_0000])
  }

  @Test func lzwHasPredictorsToo() throws {
    let file = try PDFFile(PDFBuilder("<<>>").table())
    let packed = Packing.lzw([2, 1, 2, 2, 1, 1], isEarly: true)
    let parameters = PDFDictionary(["Predictor": .integer(12), "Columns": .integer(2)])
    let dictionary = PDFDictionary([
      "Filter": .name("LZWDecode"), "DecodeParms": .dictionary(parameters),
    ])
    #expect(try file.decoded(inline: packed, dictionary) == [1, 2, 2, 3])
  }

  @Test func aRowThatOnlyBeginsCountsForNothing() throws {
    #expect(try decoded([2, 1, 2, 2], "/Predictor 12/Columns 2") == [1, 2])
    #expect(try decoded([], "/Predictor 12/Columns 2") == [])
    #expect(error([2, 1, 2, 2, 1], "/Predictor 12/Columns 2") == .damaged("row"))
    #expect(error([1, 2, 3], "/Predictor 2/Columns 2") == .damaged("row"))
  }

  @Test func predictionsThatAreNoneAreRefused() {
    #expect(error([5, 1], "/Predictor 12") == .damaged("PNG filter"))
    #expect(error([0, 1], "/Predictor 3") == .unsupported("predictor 3"))
    #expect(error([0, 1], "/Predictor 16") == .unsupported("predictor 16"))
    #expect(error([0, 1], "/Predictor 12.0") == .damaged("Predictor"))
    for entries in [
      "/Columns 0", "/Columns -1", "/Colors 33", "/Colors 0", "/BitsPerComponent 3",
      "/Columns 9223372036854775807/Colors 2", "/Columns 2147483640",
    ] {
      #expect(error([0, 1], "/Predictor 12\(entries)") == .damaged("DecodeParms"), "\(entries)")
    }
  }
}
