import PDFObjects
import Testing

/// Where the bytes of a stream begin and end (7.3.8).
@Suite struct StreamTests {
  private func file(_ body: String, _ more: String...) throws(PDFRefusal) -> PDFFile {
    var builder = PDFBuilder(body)
    for body in more { builder.add(body) }
    return try PDFFile(builder.table())
  }

  private func error(_ body: String, _ more: String = "null") -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try file(body, more).text(1) }
  }

  @Test func streamsAsProducersWriteThem() throws {
    for body in [
      "<</Length 5>>\nstream\nbytes\nendstream", "<</Length 5>>stream\r\nbytes\r\nendstream",
      "<</Length 5>>\nstream\nbytesendstream", "<</Length 5>> %c\nstream \t\nbytes \n \nendstream",
      "<</Length 5>>stream\rbytes\rendstream", "<</Length 5.0/Length 5>>\nstream\nbytes\nendstream",
    ] {
      #expect(try file(body).text(1) == "bytes", "\(body)")
    }
    #expect(try file("<</Length 6>>\nstream\nbytes\nendstream").text(1) == "bytes\n")
    #expect(try file("<</Length 0>>\nstream\n\nendstream").text(1) == "")
  }

  @Test func aStreamSaysWhichObjectItIs() throws {
    let file = try file("<</Length 5/K/V>>\nstream\nbytes\nendstream")
    let stream = try #require(try file.object(1).stream)
    #expect(stream.reference == PDFReference(1))
    #expect(stream.dictionary["K"] == .name("V"))
    #expect(Array(file.bytes[stream.range]) == Array("bytes".utf8))
  }

  @Test func theLengthMayBeAnotherObject() throws {
    let body = "<</Length 2 0 R>>\nstream\nbytes\nendstream"
    #expect(try file(body, "5").text(1) == "bytes")
    #expect(try file(body, "3 0 R", "5").text(1) == "bytes")
    #expect(error(body, "(5)") == .damaged("Length"))
    #expect(error(body, "null") == .damaged("Length"))
    #expect(error(body, body) == .damaged("reference"))
    #expect(error("<</Length 1 0 R>>\nstream\nbytes\nendstream") == .damaged("reference"))
  }

  @Test func aChainOfLengthsIsBounded() throws {
    var builder = PDFBuilder()
    for number in 1...99 {
      builder.add("<</Length \(number + 1) 0 R>>\nstream\nbytes\nendstream")
    }
    let file = try PDFFile(builder.table())
    #expect(refusal { () throws(PDFRefusal) in try file.object(1) } == .limit("depth"))
  }

  @Test func aLengthThatIsWrongIsRefused() {
    for (length, what) in [
      ("4", "endstream"), ("7", "endstream"), ("99999", "Length"), ("-1", "Length"),
      ("9223372036854775807", "Length"), ("5.0", "Length"), ("null", "Length"),
    ] {
      let body = "<</Length \(length)>>\nstream\nbytes\nendstream"
      #expect(error(body) == .damaged(what), "\(length)")
    }
    #expect(error("<<>>\nstream\nbytes\nendstream") == .damaged("Length"))
    #expect(error("<</Length 5>>\nstream\nbytes\nendstreams") == .damaged("endstream"))
    #expect(error("<</Length 5>>\nstream bytes\nendstream") == .damaged("stream"))
  }

  @Test func aRangeOutsideTheFileIsRefused() throws {
    let file = try file("null")
    for range in [0..<9_999, -5..<3] {
      let error = refusal { () throws(PDFRefusal) in
        try file.decoded(PDFStream(PDFDictionary(), range: range))
      }
      #expect(error == .damaged("stream"))
    }
  }

  @Test func aStreamInAnotherFileIsNotRead() throws {
    #expect(
      error("<</Length 5/F(other.bin)>>\nstream\nbytes\nendstream")
        == .unsupported("external stream"))
  }

  @Test func filtersAndParametersMayBeOtherObjects() throws {
    let file = try file(
      "<</Length 5/Filter 2 0 R/DecodeParms 4 0 R>>\nstream\n4142>\nendstream", "[3 0 R]",
      "/ASCIIHexDecode", "[null]")
    #expect(try file.text(1) == "AB")
  }
}
