import PDFObjects
import Testing

/// Files that were saved more than once, and cross-reference streams.
@Suite struct RevisionTests {
  private static let first = PDFBuilder(
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", "(old three)", "(old four)")

  private static func text(_ string: String) -> PDFObject { .string(Array(string.utf8)) }

  private func startXref(_ bytes: [UInt8]) -> Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").dropLast().last.flatMap { Int($0) } ?? 0
  }

  private func error(_ bytes: [UInt8], object number: Int) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes).object(number) }
  }

  /// `first` and a revision that writes object 3 anew and adds 8.
  private func updated(_ first: [UInt8], previous: Int? = nil) -> [UInt8] {
    var update = PDFBuilder()
    update.add("(new three)", number: 3)
    update.add("(new eight)", number: 8)
    return update.update(first, previous: previous ?? startXref(first))
  }

  @Test func theNewestRevisionCounts() throws {
    for first in [Self.first.table(), Self.first.stream(), Self.first.stream(packed: [3, 4])] {
      let file = try PDFFile(updated(first))
      #expect(try file.object(3) == Self.text("new three"))
      #expect(try file.object(4) == Self.text("old four"))
      #expect(try file.object(8) == Self.text("new eight"))
      #expect(try file.catalog()["Type"] == .name("Catalog"))
      #expect(file.trailer["Prev"] != nil)
    }
  }

  @Test func anOlderSectionIsReadWhenItIsNeeded() throws {
    let file = updated(Self.first.table(), previous: 3)
    #expect(try PDFFile(file).object(3) == Self.text("new three"))
    #expect(error(file, object: 4) == .damaged("xref"))
    #expect(error(updated(Self.first.table(), previous: 1 << 40), object: 4) == .damaged("xref"))
    #expect(error(updated(Self.first.table(), previous: -4), object: 4) == .damaged("xref"))
  }

  @Test func noPreviousSectionMayBeWrittenAsZero() throws {
    let file = updated(Self.first.table(), previous: 0)
    #expect(try PDFFile(file).object(99) == .null)
    #expect(error(file, object: 2) == .damaged("xref entry"))
    var builder = Self.first
    builder.trailer = "/Root 1 0 R/Prev 0"
    #expect(try PDFFile(builder.table()).object(99) == .null)
  }

  @Test func sectionsInACircleAreRefused() {
    let start = startXref(updated(Self.first.table(), previous: 100))
    let file = updated(Self.first.table(), previous: start)
    #expect(startXref(file) == start)
    #expect(error(file, object: 4) == .damaged("Prev"))
  }

  @Test func sectionsAreCounted() {
    var file = Self.first.table()
    for _ in 0..<5 { file = updated(file) }
    for (count, error) in [(6, nil), (5, PDFRefusal.limit("sections"))] {
      let limits = PDFFileLimits(sections: count)
      let found = refusal { () throws(PDFRefusal) in try PDFFile(file, limits: limits).object(4) }
      #expect(found == error)
    }
  }

  @Test func aDeletedObjectIsNullWhereNothingOfItIsLeft() throws {
    // In a stream file poppler doesn't look for the old one.
    var update = PDFBuilder()
    update.trailer = "/Root 1 0 R/Prev \(startXref(Self.first.stream()))"
    let start = Self.first.stream().count
    let row = PDFBuilder.row([0, 0, 1])
    let entries = "/Type/XRef/W[1 4 2]/Index[3 1]/Size 8\(update.trailer)"
    let head = "9 0 obj\n<</Length 7\(entries)>>\nstream\n"
    let tail = "\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n"
    let file = Self.first.stream() + Array(head.utf8) + row + Array(tail.utf8)
    #expect(try PDFFile(file).object(3) == .null)
    #expect(try PDFFile(file).object(4) == Self.text("old four"))
  }

  // MARK: - Streams

  @Test func objectsInStreams() throws {
    let file = try PDFFile(Self.first.stream(packed: [1, 3, 4]))
    #expect(try file.catalog()["Pages"] == .reference(PDFReference(2)))
    #expect(try file.object(4) == Self.text("old four"))
    #expect(try file.object(3) == Self.text("old three"))
    #expect(try file.object(2).dictionary?["Count"] == .integer(0))
    #expect(refusal { () throws(PDFRefusal) in try file.object(3, 1) } == .damaged("generation"))
  }

  @Test func damagedObjectStreamsAreRefused() {
    let file = Self.first.stream(packed: [3, 4])
    for (old, new, what) in [
      ("/N 2", "/N 3", "object stream"), ("/N 2", "/N 0", "object stream"),
      ("/N 2", "/N 1", "object stream"), ("/First 9", "/First 7", "object stream"),
      ("3 0 4 12", "3 0 9 12", "object stream"), ("3 0 4 12", "3 9 4 02", "object stream"),
      ("3 0 4 12", "3 0 4 99", "object stream"), ("(old four) ", "[old four] ", "object"),
      ("(old four) ", "<<>> stream", "object stream"),
    ] {
      #expect(old.utf8.count == new.utf8.count)
      let damaged = file.replacingLast(old, with: new)
      #expect(error(damaged, object: 4) == .damaged(what), "\(new)")
    }
  }

  @Test func damagedCrossReferenceStreamsAreRefused() {
    let file = Self.first.stream()
    for (old, new, refusal) in [
      ("/W[1 4 2]", "/W[1 4 9]", PDFRefusal.damaged("W")),
      ("/W[1 4 2]", "/W[1 4  ]", .damaged("W")),
      ("/W[1 4 2]", "/W[0 0 0]", .damaged("xref rows")),
      ("/W[1 4 2]", "/W[0 8 8]", .damaged("xref row")),
      ("/W[1 4 2]", "/W[2 3 2]", .unsupported("xref type 256")),
      ("/Index[0", "/Index[x", .damaged("object")),
      ("/Index[0 1 ", "/Index[0  ", .damaged("Index")), ("/Size 6", "/Size x", .damaged("object")),
      ("/Size 6", "/Sise 6", .damaged("xref")), ("/Length 42", "/Length 44", .damaged("endstream")),
      ("/Length 42", "/Length 5 0 R", .damaged("xref")),
      ("/Type/XRef", "/Filter/Fl", .damaged("zlib header")),
      ("5 0 obj", "5 0 obx", .damaged("obj")), ("\nstream\n", "\nstreem\n", .damaged("xref")),
    ] {
      let damaged = file.replacingLast(old, with: new)
      let found = PDFObjectsTests.refusal { () throws(PDFRefusal) in try PDFFile(damaged) }
      #expect(found == refusal, "\(old) -> \(new)")
    }
  }

  // MARK: - Tables with a stream beside them (7.5.8.4)

  /// A table whose trailer names a stream that says where object 3 is.
  ///
  /// - Parameter tableEntry: What the table says of it.
  /// - Parameter isSeparate: Whether that trailer is of an empty table behind the first one, as Word writes it.
  private func hybrid(tableEntry: String, isSeparate: Bool = false) -> [UInt8] {
    var builder = PDFBuilder("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>")
    builder.objects.append((PDFReference(9), Array("(hidden)".utf8)))
    let plain = String(decoding: builder.table(), as: UTF8.self)
    let head = plain.ranges(of: "xref\n").first.map { String(plain[..<$0.lowerBound]) } ?? ""
    let hidden = head.utf8.count
    let body = head + "3 0 obj\n(three)\nendobj\n"
    let stream = body.utf8.count
    var file = Array(body.utf8)
    file += Array("4 0 obj\n<</W[1 4 2]/Index[3 1]/Size 5/Length 7>>\nstream\n".utf8)
    file += PDFBuilder.row([1, hidden, 0]) + Array("\nendstream\nendobj\n".utf8)
    let start = file.count
    file += Array("xref\n0 3\n0000000000 65535 f \n".utf8)
    for offset in [9, 9 + "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".utf8.count] {
      file += Array("\(PDFBuilder.padded(offset, 10)) 00000 n \n".utf8)
    }
    let link = "/XRefStm \(stream)"
    let own = isSeparate ? "" : link
    file += Array("\(tableEntry)trailer<</Size 5/Root 1 0 R\(own)>>\n".utf8)
    guard isSeparate else { return file + Array("startxref\n\(start)\n%%EOF\n".utf8) }
    let second = file.count
    file += Array("xref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Prev \(start)\(link)>>\n".utf8)
    return file + Array("startxref\n\(second)\n%%EOF\n".utf8)
  }

  @Test func theStreamBesideATableIsReadToo() throws {
    #expect(try PDFFile(hybrid(tableEntry: "")).object(3) == Self.text("three"))
    #expect(try PDFFile(hybrid(tableEntry: "")).object(2).dictionary?["Count"] == .integer(0))
  }

  @Test func filesAsWordWritesThemAreRead() throws {
    let entry = "3 2\n0000000004 65535 f \n0000000000 65535 f \n"
    let file = try PDFFile(hybrid(tableEntry: entry, isSeparate: true))
    #expect(try file.object(3) == Self.text("three"))
    #expect(try file.object(2).dictionary?["Count"] == .integer(0))
  }

  @Test func anObjectThatTableAndStreamDisputeIsRefused() {
    let file = hybrid(tableEntry: "3 1\n0000000000 00000 f \n")
    #expect(error(file, object: 3) == .damaged("xref entry"))
    #expect(error(file, object: 2) == nil)
  }
}
