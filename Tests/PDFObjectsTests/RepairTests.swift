import PDFObjects
import Testing

/// Files whose cross-reference table or lengths of streams are damaged, repaired as poppler repairs them.
@Suite struct RepairTests {
  private static let page = PDFBuilder.page(content: "BT (one) Tj ET")

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func repaired(_ bytes: [UInt8]) throws(PDFRefusal) -> PDFFile {
    try PDFFile(bytes, isRepaired: true)
  }

  private func error(_ bytes: [UInt8], limits: PDFFileLimits = PDFFileLimits()) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes, limits: limits, isRepaired: true) }
  }

  private func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }

  @Test func objectsAreFoundWithoutATable() throws {
    let whole = Self.page.table()
    for damaged in [
      whole, replacing(whole, "startxref", "startxrfe"), replacing(whole, "\nxref", "\nxrxf"),
      replacing(whole, "%PDF-1.7", "PDF"), replacing(whole, " n \n", " n\n\n"),
      replacing(whole, "0000000", "0000009"), bytes("junk") + whole + bytes("junk"),
    ] {
      let file = try repaired(damaged)
      #expect(try file.pages().count == 1)
      #expect(try file.text(4) == "BT (one) Tj ET")
    }
  }

  @Test func theLastObjectOfANumberCounts() throws {
    var newer = PDFBuilder()
    newer.add(stream: "BT (two) Tj ET", number: 4)
    let file = Self.page.update(Self.page.table(), previous: nil)
    #expect(try repaired(file).text(4) == "BT (one) Tj ET")
    #expect(
      try repaired(newer.update(Self.page.table(), previous: 9)).text(4) == "BT (two) Tj ET")
    // An earlier one of a higher generation stays.
    var higher = Self.page
    higher.add("(higher)", number: 7, generation: 2)
    higher.add("(lower)", number: 7, generation: 1)
    #expect(try repaired(higher.table()).object(7, 2) == .string(bytes("higher")))
    #expect(try repaired(higher.table()).object(7, 1) == .null)
  }

  @Test func theLastTrailerWithARootCounts() throws {
    let whole = Self.page.table()
    #expect(error(replacing(whole, "trailer", "trailing")) == .damaged("trailer"))
    #expect(try repaired(whole + bytes("trailer <</Size 3>>\ntrailer <<")).pages().count == 1)
    let other = try repaired(whole + bytes("\n9 0 obj<<>>endobj trailer<</Root 9 0 R>>"))
    #expect(try other.catalog().isEmpty)
    // Neither word counts in the midst of a line.
    let inside = try repaired(whole + bytes("\nx 1 0 obj <<>> x trailer<</Root 9 0 R>>"))
    #expect(try inside.pages().count == 1)
  }

  @Test func aStreamOfAWrongLengthEndsAtItsEnd() throws {
    let whole = Self.page.table()
    for length in ["/Length 3", "/Length 16", "/Length 9999", "/Length -1", "/Length 9 0 R", ""] {
      let file = try repaired(replacing(whole, "/Length 14", length))
      #expect(try file.text(4) == "BT (one) Tj ET", "\(length)")
    }
    // Where the length is right, the word may stand in the stream itself.
    let own = PDFBuilder.page(content: "% endstream\nBT ET").table()
    #expect(try repaired(own).text(4) == "% endstream\nBT ET")
    let endless = replacing(replacing(whole, "endstream", "end"), "/Length 14", "/Length 99")
    #expect(throws: PDFRefusal.damaged("Length")) { try repaired(endless).object(4) }
  }

  @Test func anEncryptedFileStaysEncrypted() throws {
    let cut = EncryptedFiles.revision2.replacingLast("startxref", with: "startxrfe")
    #expect(try repaired(cut).pages().count == 1)
  }

  @Test func whatAFileMayCostIsBounded() {
    let many = bytes("%PDF-1.4\n") + (1...200).flatMap { bytes("\n\($0) 0 obj") }
    #expect(error(many, limits: PDFFileLimits(objects: 100)) == .limit("objects"))
    #expect(error(bytes("%PDF-1.4\n999999999 0 obj")) == .limit("objects"))
    #expect(error([]) == .damaged("trailer"))
  }
}
