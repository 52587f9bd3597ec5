import PDFObjects
import Testing

/// The standard security handler (7.6), opened by the empty user password.
@Suite struct EncryptionTests {
  private static let content = "BT /F1 9 Tf (Hello) Tj ET "
  private static let opened = [
    ("revision 2", EncryptedFiles.revision2), ("revision 3", EncryptedFiles.revision3),
    ("revision 4, RC4", EncryptedFiles.revision4RC4), ("revision 4", EncryptedFiles.revision4),
    ("revision 4, packed", EncryptedFiles.revision4Packed),
    ("revision 5", EncryptedFiles.revision5), ("revision 6", EncryptedFiles.revision6),
  ]

  private func error(_ bytes: [UInt8]) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes) }
  }

  private func decrypted(_ bytes: [UInt8]) throws(PDFRefusal) -> String {
    let file = try PDFFile(bytes)
    var text = ""
    for stream in try file.pages().flatMap(\.contents) {
      text += String(decoding: try file.decoded(stream), as: UTF8.self)
    }
    return text
  }

  @Test func streamsAreDecrypted() throws {
    for (name, bytes) in Self.opened {
      #expect(try decrypted(bytes) == Self.content, "\(name)")
    }
  }

  @Test func stringsAreDecrypted() throws {
    for (name, bytes) in Self.opened {
      let file = try PDFFile(bytes)
      let page = try file.pages()[0].dictionary
      #expect(page["Note"] == .string(Array("a (secret) note".utf8)), "\(name)")
      let inner = PDFDictionary(["A": .string([])])
      #expect(
        page["Notes"] == .array([.string(Array("first".utf8)), .dictionary(inner)]), "\(name)")
      let information = try file.resolve(file.trailer["Info"]).dictionary
      #expect(information?["Title"] == .string(Array("Report".utf8)), "\(name)")
    }
  }

  @Test func metadataMayBeInTheClear() throws {
    for (name, bytes) in Self.opened {
      let file = try PDFFile(bytes)
      let stream = try #require(try file.resolve(file.catalog()["Metadata"]).stream)
      #expect(try file.decoded(stream) == Array("<x>1</x>".utf8), "\(name)")
    }
  }

  @Test func theEncryptionDictionaryIsNotEncrypted() throws {
    for (name, bytes) in Self.opened {
      let file = try PDFFile(bytes)
      let dictionary = try file.resolve(file.trailer["Encrypt"]).dictionary
      let count = dictionary?["V"] == .integer(5) ? 48 : 32
      #expect(dictionary?["U"]?.string?.count == count, "\(name)")
    }
  }

  @Test func aFileThatNeedsAPasswordIsRefused() {
    #expect(error(EncryptedFiles.userRevision2) == .encrypted)
    #expect(error(EncryptedFiles.userRevision6) == .encrypted)
  }

  @Test func methodsThatArentKnownAreRefused() {
    for (bytes, old, new) in [
      (EncryptedFiles.revision2, "/Filter /Standard", "/Filter /Sttndard"),
      (EncryptedFiles.revision2, "/R 2", "/R 4"), (EncryptedFiles.revision2, "/V 1", "/V 3"),
      (EncryptedFiles.revision2, "/P -4", "/P -5"), (EncryptedFiles.revision2, "/O ", "/Q "),
      (EncryptedFiles.revision3, "/Length 128", "/Length 127"),
      (EncryptedFiles.revision3, "/Length 128", "/Length 256"),
      (EncryptedFiles.revision3, "/Length 128", "/Length 120"),
      (EncryptedFiles.revision4, "/CFM /AESV2", "/CFM /AESV3"),
      (EncryptedFiles.revision4, "/CFM /AESV2", "/CFM /None "),
      (EncryptedFiles.revision4, "/StrF /StdCF", "/StrF /Other"),
      (EncryptedFiles.revision4, "/EncryptMetadata false", "/EncryptMetadata true "),
      (EncryptedFiles.revision6, "/UE ", "/UX "), (EncryptedFiles.revision6, "/R 6", "/R 5"),
    ] {
      #expect(bytes.replacingLast(old, with: new) != bytes, "\(old)")
      #expect(error(bytes.replacingLast(old, with: new)) == .encrypted, "\(new)")
    }
  }

  @Test func theLengthOfARevisionTwoKeyIsAlwaysFive() throws {
    let bytes = EncryptedFiles.revision2.replacingLast("/V 1 ", with: "/V 2 ")
    #expect(try decrypted(bytes) == Self.content)
  }

  @Test func theIdentityFilterLeavesEverythingAsItIs() throws {
    let bytes = EncryptedFiles.revision4
      .replacingLast("/StmF /StdCF /StrF /StdCF", with: "/StmF/Identity/StrF/Identity")
      // So that all offsets stay what they are.
      .replacingLast("/AuthEvent /DocOpen", with: "/AuthEvent/Open ")
    let file = try PDFFile(bytes)
    let stream = try #require(try file.pages()[0].contents.first)
    #expect(try file.decoded(stream) == Array(file.bytes[stream.range]))
    #expect(try file.pages()[0].dictionary["Note"]?.string?.count == 32)
  }

  @Test func damagedBlocksAreRefused() throws {
    let file = try PDFFile(EncryptedFiles.revision6)
    var stream = try #require(try file.pages()[0].contents.first)
    stream.range = stream.range.lowerBound..<(stream.range.upperBound - 1)
    let cut = refusal { () throws(PDFRefusal) in try file.decoded(stream) }
    #expect(cut == .damaged("AES blocks"))
    stream.range = stream.range.lowerBound..<(stream.range.lowerBound + 32)
    let short = refusal { () throws(PDFRefusal) in try file.decoded(stream) }
    #expect(short == .damaged("AES padding"))
    stream.range = stream.range.lowerBound..<stream.range.lowerBound
    #expect(try file.decoded(stream) == [])
  }

  @Test func aStreamWithTheIdentityFilterIsInTheClear() throws {
    let file = try PDFFile(EncryptedFiles.revision6)
    var stream = try #require(try file.pages()[0].contents.first)
    stream.dictionary["Filter"] = .array([.name("Crypt")])
    #expect(try file.decoded(stream) == Array(file.bytes[stream.range]))
  }
}
