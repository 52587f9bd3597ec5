import PDFObjects
import Testing

@Suite struct NameTreeTests {
  private func names(
    _ objects: String..., limits: PDFFileLimits = PDFFileLimits()
  ) throws(PDFRefusal) -> [String: PDFObject] {
    var builder = PDFBuilder()
    for body in objects { builder.add(body) }
    let file = try PDFFile(builder.table(), limits: limits)
    var names: [String: PDFObject] = [:]
    for (name, value) in try file.nameTree(.reference(PDFReference(1))) {
      names[String(decoding: name, as: UTF8.self)] = value
    }
    return names
  }

  @Test func namesOfAllLeavesInOrder() throws {
    let builder = PDFBuilder(
      "<</Kids[2 0 R 3 0 R]>>", "<</Names[(a) 1 (b) 4 0 R]/Limits[(a)(b)]>>",
      "<</Kids[<</Names[(c)(d)]>>]>>")
    let entries = try PDFFile(builder.table()).nameTree(.reference(PDFReference(1)))
    #expect(entries.map(\.name) == [[0x61], [0x62], [0x63]])
    #expect(
      entries.map(\.value) == [.integer(1), .reference(PDFReference(4)), .string([0x64])])
  }

  @Test func noTreeHasNoNames() throws {
    let file = try PDFFile(PDFBuilder("<<>>").table())
    #expect(try file.nameTree(nil).isEmpty)
    #expect(try file.nameTree(.reference(PDFReference(9))).isEmpty)
    #expect(try file.nameTree(.reference(PDFReference(1))).isEmpty)
  }

  @Test func damagedTreesAreRefused() {
    for (body, what) in [
      ("<</Names[(a)]>>", "Names"), ("<</Names[/a 1]>>", "Names"), ("<</Names 1>>", "Names"),
      ("<</Kids 1>>", "Kids"), ("<</Kids[1]>>", "name tree"), ("[]", "name tree"),
    ] {
      #expect(refusal { () throws(PDFRefusal) in try names(body) } == .damaged(what), "\(body)")
    }
  }

  @Test func treesAreBounded() {
    #expect(
      refusal { () throws(PDFRefusal) in try names("<</Kids[1 0 R]>>") } == .limit("depth"))
    #expect(
      refusal { () throws(PDFRefusal) in try names("<</Kids[1 0 R 1 0 R]>>") } == .limit("depth"))
    let body = "<</Kids[2 0 R 2 0 R 2 0 R]>>"
    let leaf = "<</Names[(a) 1 (b) 2]>>"
    for (count, error) in [(5, PDFRefusal.limit("treeNodes")), (6, nil)] {
      let limits = PDFFileLimits(treeNodes: count)
      #expect(refusal { () throws(PDFRefusal) in try names(body, leaf, limits: limits) } == error)
    }
  }
}
