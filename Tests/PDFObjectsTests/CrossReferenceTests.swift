import PDFObjects
import Testing

@Suite struct CrossReferenceTests {
  private static let base = PDFBuilder(
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "(three)", "[1 2 3]")

  private func error(_ bytes: [UInt8], limits: PDFFileLimits = PDFFileLimits()) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes, limits: limits) }
  }

  /// What reading object `number` throws.
  private func error(_ bytes: [UInt8], object number: Int, _ generation: Int = 0) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes).object(number, generation) }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }

  // MARK: - Both ends of the file

  @Test func offsetsCountFromTheHeader() throws {
    let file = Self.base.table()
    let junk = [UInt8](repeating: 0x0A, count: 1_018)
    #expect(try PDFFile(junk + file).object(3) == .string(bytes("three")))
    #expect(error(junk + [0x0A] + file) == .damaged("header"))
    // The offsets of this one count from the junk.
    var shifted = Self.base
    shifted.header = "junk\n%PDF-1.7\n"
    #expect(error(shifted.table()) == .damaged("obj"))
  }

  @Test func theLastStartxrefCounts() throws {
    let file = Self.base.table()
    #expect(try PDFFile(file + bytes("junk\n")).object(4).array?.count == 3)
    #expect(error(file + bytes("startxref\n5\n")) == .damaged("xref"))
    #expect(error(file + [UInt8](repeating: 0, count: 25_000)) == .damaged("startxref"))
    for end in ["startxref", "startxref\n", "startxref\n0", "startxref\n-5", "startxref %c\n5"] {
      #expect(error(file + bytes(end)) == .damaged("startxref"), "\(end)")
    }
    #expect(error(file + bytes("startxref 99999999999999")) == .damaged("xref"))
    #expect(error([]) == .damaged("header"))
    #expect(error(bytes("%PDF-1.4")) == .damaged("startxref"))
  }

  // MARK: - Tables

  @Test func entriesAsProducersWriteThem() throws {
    for (entryEnd, lineEnd) in [
      (" \n", "\n"), ("\r\n", "\r\n"), (" \r", "\r"), ("\n", "\n"), ("\r", "\r"), ("  \r\n", "\n"),
    ] {
      var builder = Self.base
      builder.entryEnd = entryEnd
      builder.lineEnd = lineEnd
      let file = try PDFFile(builder.table())
      #expect(try file.object(3) == .string(bytes("three")), "\(entryEnd.debugDescription)")
      #expect(try file.object(4).array?.count == 3)
      #expect(try file.catalog()["Pages"] == .reference(PDFReference(2)))
    }
  }

  @Test func headsOfSubsectionsWithBlanks() throws {
    let table = replacing(Self.base.table(), "xref\n0 1\n", "xref  \n  0   1  \n")
    // `startxref` ends with the same letters.
    #expect(try PDFFile(table).object(3) == .string(bytes("three")))
    let short = replacing(Self.base.table(), "0000000000 65535 f", "0 65535 f")
    #expect(try PDFFile(short).object(4).array?.count == 3)
  }

  @Test func damagedTablesAreRefused() {
    let file = Self.base.table()
    for (old, new, what) in [
      ("xref\n0 1", "xrex\n0 1", "xref"), ("0 1\n", "0 x\n", "xref"), ("0 1\n", "0 9999\n", "xref"),
      ("65535 f", "65535 g", "xref entry"), ("trailer", "trailing", "xref"),
      ("/Root 1 0 R", "/Root 1", "Root"), ("/Root 1 0 R", "/Prev/X/Root 1 0 R", "Prev"),
      ("/Root 1 0 R", "/XRefStm/X/Root 1 0 R", "XRefStm"), ("/Root", "Root", "key"),
      ("0 1\n", "-1 1\n", "xref"), ("0 1\n", "0 -1\n", "xref"),
    ] {
      #expect(error(replacing(file, old, new)) == .damaged(what), "\(old) -> \(new)")
    }
  }

  @Test func numbersOfObjectsAreBounded() {
    let far = replacing(Self.base.table(), "0 1\n", "999999999 1\n")
    #expect(error(far) == .limit("objects"))
    let most = replacing(Self.base.table(), "0 1\n", "9223372036854775807 1\n")
    #expect(error(most) == .limit("objects"))
    #expect(error(Self.base.table(), limits: PDFFileLimits(objects: 4)) == .limit("objects"))
    #expect(error(Self.base.table(), limits: PDFFileLimits(objects: 5)) == nil)
    #expect(error(Self.base.stream(), limits: PDFFileLimits(objects: 5)) == .limit("objects"))
  }

  // MARK: - Objects

  @Test func anObjectBeginsWithItsNumber() {
    let file = Self.base.table()
    #expect(error(replacing(file, "3 0 obj", "7 0 obj"), object: 3) == .damaged("3 0 obj"))
    #expect(error(replacing(file, "3 0 obj", "3 1 obj"), object: 3) == .damaged("3 0 obj"))
    #expect(error(replacing(file, "3 0 obj", "3 0 obx"), object: 3) == .damaged("obj"))
    #expect(error(replacing(file, "(three)", "(three "), object: 3) == .damaged("string"))
    #expect(error(replacing(file, "3 0 obj", "3 0 ob "), object: 4) == nil)
  }

  @Test func generationsAreChecked() throws {
    var builder = Self.base
    builder.add("(seven)", number: 7, generation: 2)
    let file = builder.table()
    #expect(try PDFFile(file).object(7, 2) == .string(bytes("seven")))
    #expect(try PDFFile(file).object(7, 0) == .null)
    #expect(try PDFFile(builder.stream()).object(7, 2) == .string(bytes("seven")))
    #expect(try PDFFile(builder.stream()).object(7, 1) == .null)
  }

  @Test func aReferenceToNothingIsNull() throws {
    for file in [Self.base.table(), Self.base.stream()] {
      let file = try PDFFile(file)
      #expect(try file.object(0) == .null)
      #expect(try file.object(99) == .null)
      #expect(try file.object(-1) == .null)
      #expect(try file.resolve(nil) == .null)
      #expect(try file.resolve(.integer(3)) == .integer(3))
    }
  }

  @Test func anObjectThatPopplerWouldFindByItsHeadIsRefused() throws {
    let file = replacing(Self.base.table(), "%PDF-1.7\n", "%PDF-1.7\n%\n")
    // All offsets are wrong by two bytes, and the place of the table with them.
    #expect(error(file) == .damaged("xref"))
    let freed = String(decoding: Self.base.table(), as: UTF8.self)
    let place = try #require(freed.range(of: "\n3 1\n"))
    var text = freed
    let letter = text.index(place.upperBound, offsetBy: 17)
    text.replaceSubrange(letter...letter, with: "f")
    #expect(error(bytes(text), object: 3) == .damaged("xref entry"))
    #expect(error(bytes(text), object: 4) == nil)
  }

  @Test func referencesToReferencesAreFollowed() throws {
    let builder = PDFBuilder("2 0 R", "3 0 R", "(end)", "5 0 R", "4 0 R", "6 0 R")
    #expect(try PDFFile(builder.table()).object(1) == .string(bytes("end")))
    #expect(error(builder.table(), object: 4) == .limit("depth"))
    #expect(error(builder.table(), object: 6) == .limit("depth"))
  }

  @Test func theValuesOfAFileAreBounded() throws {
    let file = try PDFFile(Self.base.table(), limits: PDFFileLimits(values: 9))
    #expect(try file.object(4).array?.count == 3)
    #expect(refusal { () throws(PDFRefusal) in try file.object(1) } == .limit("values"))
    // What is known already costs nothing.
    #expect(try file.object(4).array?.count == 3)
  }
}

// `Range` of a text in another, which the standard library lacks.
extension String {
  fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
