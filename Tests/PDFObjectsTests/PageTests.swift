import PDFObjects
import Testing

@Suite struct PageTests {
  private func error(_ builder: PDFBuilder, limits: PDFFileLimits = PDFFileLimits()) -> PDFRefusal?
  {
    refusal { () throws(PDFRefusal) in try PDFFile(builder.table(), limits: limits).pages() }
  }

  /// The only page of a file, with these entries of its own and of the node above it.
  private func page(_ entries: String, above: String = "") throws(PDFRefusal) -> PDFPage {
    try PDFFile(builder(entries, above: above).table()).pages()[0]
  }

  private func builder(_ entries: String, above: String = "") -> PDFBuilder {
    PDFBuilder(
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1\(above)>>",
      "<</Type/Page/Parent 2 0 R\(entries)>>", "[0 0 400 500]",
      "<</Length 2>>\nstream\nBT\nendstream",
      "<</Length 2>>\nstream\nET\nendstream")
  }

  private func box(
    _ left: Double, _ bottom: Double, _ right: Double, _ top: Double
  ) -> PDFRectangle {
    PDFRectangle(left: left, bottom: bottom, right: right, top: top)
  }

  @Test func aPageHasWhatItSays() throws {
    let page = try page(
      "/MediaBox 4 0 R/CropBox[10 20 300.5 400]/Rotate 90/Resources<</K 1>>/Contents[5 0 R 6 0 R]")
    #expect(page.reference == PDFReference(3))
    #expect(page.mediaBox == box(0, 0, 400, 500))
    #expect(page.cropBox == box(10, 20, 300.5, 400))
    #expect(page.rotation == 90)
    #expect(page.resources == PDFDictionary(["K": .integer(1)]))
    #expect(page.contents.map(\.reference) == [PDFReference(5), PDFReference(6)])
    #expect(page.dictionary["Parent"] == .reference(PDFReference(2)))
  }

  @Test func aPageInheritsWhatItLacks() throws {
    let above = "/MediaBox[0 0 100 200]/CropBox[1 2 99 198]/Rotate 270/Resources<</K 2>>"
    let inherited = try page("", above: above)
    #expect(inherited.mediaBox == box(0, 0, 100, 200))
    #expect(inherited.cropBox == box(1, 2, 99, 198))
    #expect(inherited.rotation == 270)
    #expect(inherited.resources == PDFDictionary(["K": .integer(2)]))
    #expect(inherited.contents == [])
    let own = try page("/MediaBox[0 0 50 60]/Rotate 0/Resources<<>>", above: above)
    #expect(own.mediaBox == box(0, 0, 50, 60))
    // The CropBox is wider and higher than this MediaBox.
    #expect(own.cropBox == box(0, 0, 50, 60))
    #expect(own.rotation == 0)
    #expect(own.resources == PDFDictionary())
  }

  @Test func boxesAreThoseThatPopplerSees() throws {
    #expect(try page("").mediaBox == box(0, 0, 612, 792))
    #expect(try page("").cropBox == box(0, 0, 612, 792))
    #expect(try page("/MediaBox[100 200 0 0]").mediaBox == box(0, 0, 100, 200))
    // Too wide: as wide as the page. Not too high: cut.
    let crop = try page("/MediaBox[0 0 100 200]/CropBox[-10 150 110 250]").cropBox
    #expect(crop == box(0, 150, 100, 200))
    #expect(
      try page("/MediaBox[10 10 100 200]/CropBox[0 0 80 300]").cropBox == box(10, 10, 80, 200))
    for entries in [
      "/MediaBox[0 0 100]", "/MediaBox[0 0 0 0]", "/MediaBox[0 0 100 0]", "/MediaBox 7",
      "/MediaBox[0 0 100(1)]",
    ] {
      #expect(error(builder(entries)) == .damaged("MediaBox"), "\(entries)")
    }
    #expect(
      error(builder("/MediaBox[0 0 100 200]/CropBox[200 0 250 50]")) == .damaged("CropBox"))
  }

  @Test func rotationsAreQuartersOfATurn() throws {
    for (text, degrees) in [("0", 0), ("450", 90), ("-90", 270), ("-720", 0), ("180", 180)] {
      #expect(try page("/Rotate \(text)").rotation == degrees)
    }
    for text in ["45", "90.0", "/X", "9223372036854775807"] {
      #expect(error(builder("/Rotate \(text)")) == .damaged("Rotate"), "\(text)")
    }
  }

  @Test func aUnitOfItsOwnIsNotRead() throws {
    #expect(try page("/UserUnit 1.0").rotation == 0)
    #expect(try page("/UserUnit 2").mediaBox == page("").mediaBox)
  }

  @Test func contentsThatAreNoStreamsAreRefused() throws {
    #expect(try page("/Contents 5 0 R").contents.count == 1)
    #expect(try page("/Contents[]").contents == [])
    #expect(try page("/Contents null").contents == [])
    for entries in ["/Contents 4", "/Contents<<>>", "/Contents[5 0 R 4 0 R]", "/Contents[null]"] {
      #expect(error(builder(entries)) == .damaged("Contents"), "\(entries)")
    }
    #expect(error(builder("/Resources 5")) == .damaged("Resources"))
  }

  // MARK: - The tree

  @Test func pagesComeInOrder() throws {
    let builder = PDFBuilder(
      "<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R 4 0 R 7 0 R]/Count 4.0/Rotate 90>>",
      "<</Type/Page/P 1>>", "<</Kids[5 0 R 6 0 R 8 0 R]/Count 2/Rotate 180>>", "<</Type/Page/P 2>>",
      "<</Type/Page/P 3/Rotate 0>>", "<</Type/Page/P 4>>", "<</Kids[]/Count 0>>")
    let file = try PDFFile(builder.stream(packed: [1, 2, 3, 4, 5, 6, 7, 8]))
    let pages = try file.pages()
    #expect(pages.map { $0.dictionary["P"] } == (1...4).map { .integer($0) })
    #expect(pages.map(\.rotation) == [90, 180, 0, 90])
    #expect(try file.pages() == pages)
  }

  @Test func treesThatPopplerReadsInPartAreRefused() {
    let root = "<</Type/Catalog/Pages 2 0 R>>"
    let page = "<</Type/Page>>"
    for (objects, what) in [
      (["<</Type/Catalog>>"], "Pages"), (["[]"], "catalog"), (["<</Pages<<>>>>"], "Pages"),
      ([root, "[]"], "Pages"), ([root, "<</Count 1>>"], "Kids"),
      ([root, "<</Kids 3/Count 1>>"], "Kids"),
      ([root, "<</Kids[3 0 R]/Count 2>>", page], "Count"),
      ([root, "<</Kids[3 0 R]>>", page], "Count"),
      ([root, "<</Kids[3 0 R]/Count 0>>", page], "Count"),
      ([root, "<</Kids[<</Type/Page>>]/Count 1>>"], "Kids"),
      ([root, "<</Kids[3 0 R]/Count 1>>", "null"], "Kids"),
      ([root, "<</Kids[3 0 R]/Count 1>>", "<</Type/Pages>>"], "Kids"),
      ([root, "<</Kids[2 0 R]/Count 1>>"], "Kids"),
      ([root, "<</Kids[3 0 R]/Count 1>>", "<</Kids[2 0 R]>>"], "Kids"),
    ] {
      var builder = PDFBuilder()
      for body in objects { builder.add(body) }
      #expect(error(builder) == .damaged(what), "\(objects)")
    }
  }

  @Test func treesAreBounded() {
    // Each node has the one below it twice: 2^40 pages.
    var wide = PDFBuilder("<</Pages 2 0 R>>")
    for number in 2...42 { wide.add("<</Kids[\(number + 1) 0 R \(number + 1) 0 R]/Count 1>>") }
    wide.add("<</Type/Page>>")
    #expect(error(wide) == .limit("pages"))
    #expect(error(wide, limits: PDFFileLimits(treeNodes: 1_000)) == .limit("treeNodes"))
    var deep = PDFBuilder("<</Pages 2 0 R>>")
    for number in 2...99 { deep.add("<</Kids[\(number + 1) 0 R]/Count 1>>") }
    #expect(error(deep) == .limit("depth"))
  }

  @Test func aPageMayStandTwiceInTheTree() throws {
    let builder = PDFBuilder(
      "<</Pages 2 0 R>>", "<</Kids[3 0 R 3 0 R]/Count 2>>", "<</Type/Page>>")
    #expect(try PDFFile(builder.table()).pages().map(\.reference?.number) == [3, 3])
  }

  // MARK: - Linearized files

  /// A file whose first object says that it is linearized, of `count` pages.
  private func linearized(_ entries: String, count: Int = 1, above: String = "") -> [UInt8] {
    let length = 9_999
    var builder = builder(entries, above: above)
    builder.objects.insert(
      (PDFReference(9), Array("<</Linearized 1/L \(length)/N \(count)>>".utf8)), at: 0)
    // The table stands behind the first object, as in a linearized file.
    let file = builder.table()
    guard let start = file.last(of: "xref\n0 1"), let end = file.last(of: "startxref") else {
      return []
    }
    let first = Array("%PDF-1.7\n9 0 obj\n<</Linearized 1/L 9999/N \(count)>>\nendobj\n".utf8)
    let table = Array(file[start..<end])
    let shift = table.count
    var moved = first + table + file[first.count..<start]
    for object in builder.objects.dropFirst() {
      let head = Array("\n\(object.reference.number) 0 obj\n".utf8)
      guard let place = file.last(of: String(decoding: head, as: UTF8.self)) else { return [] }
      moved = moved.replacingLast(
        PDFBuilder.padded(place + 1, 10), with: PDFBuilder.padded(place + 1 + shift, 10))
    }
    moved += Array("startxref\n\(first.count)\n%%EOF\n".utf8)
    return moved.replacingLast("/L 9999", with: "/L \(PDFBuilder.padded(moved.count, 4))")
  }

  private func linearizedError(_ bytes: [UInt8]) -> PDFRefusal? {
    refusal { () throws(PDFRefusal) in try PDFFile(bytes).pages() }
  }

  @Test func linearizedFilesAreReadWherePopplerReadsThemAlike() throws {
    let pages = try PDFFile(linearized("/Rotate 90/MediaBox[0 0 9 9]")).pages()
    #expect(pages.map(\.rotation) == [90])
    #expect(linearizedError(linearized("", count: 2)) == .damaged("Count"))
    #expect(
      linearizedError(linearized("", above: "/Rotate 90"))
        == .unsupported("inheritance in a linearized file"))
    // Changed since, it is no linearized file any more.
    let changed = linearized("", above: "/Rotate 90") + [0x0A]
    #expect(try PDFFile(changed).pages().map(\.rotation) == [90])
    let place = "startxref\n53"
    let moved = linearized("").replacingLast(place, with: "startxref\n52")
    #expect(moved != linearized(""))
    #expect(linearizedError(moved) == .damaged("linearization"))
  }
}

extension [UInt8] {
  fileprivate func last(of text: String) -> Int? {
    let pattern = Array(text.utf8)
    return indices.last { self[$0...].starts(with: pattern) }
  }
}
