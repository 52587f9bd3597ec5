import Diagnostics
import DocumentModel
import PagePictures
import TestSupport
import Testing

@testable import PDFReading

struct PagePictureTests {
  private func blank(_ width: Int, _ height: Int, scale: Double = 1) throws -> PagePicture {
    try #require(
      PagePicture(
        width: width, height: height,
        pixels: [UInt8](repeating: 0xFF, count: width * height * 3), scale: scale))
  }

  /// Rows of `#` where the picture is red, `.` elsewhere.
  private func drawn(_ picture: PagePicture) -> [String] {
    (0..<picture.height).map { row in
      String(
        (0..<picture.width).map {
          picture.pixels[(row * picture.width + $0) * 3 + 1] < 0x80 ? "#" : "."
        })
    }
  }

  @Test func theFrameStandsAroundTheBoxAndCoversNothingOfIt() throws {
    var picture = try blank(14, 13)
    picture.frame(BoundingBox(left: 6.2, top: 5.9, right: 7.5, bottom: 7.0))
    #expect(
      drawn(picture)
        == Array(repeating: ".############.", count: 3)
        + Array(repeating: ".###......###.", count: 6)
        + Array(repeating: ".############.", count: 3) + [".............."])
  }

  @Test func aFrameOffThePageIsCutAndHarmless() throws {
    var picture = try blank(6, 6)
    picture.frame(BoundingBox(left: -50, top: -50, right: 0, bottom: 0))
    #expect(drawn(picture)[0] == "..###.")
    for odd in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      picture.frame(BoundingBox(left: odd, top: 0, right: 3, bottom: odd))
      picture.frame(BoundingBox(left: 3, top: odd, right: odd, bottom: 1))
    }
    #expect(picture.pixels.count == 108)
  }

  @Test func aPageIsReadAsPopplerWritesIt() throws {
    func picture(_ text: String) -> PagePicture? { PagePicture(ppm: Array(text.utf8), scale: 2) }
    #expect(picture("P6\n2 1\n255\nabcdef")?.pixels == Array("abcdef".utf8))
    for damaged in [
      "", "P6", "P5\n2 1\n255\nabcdef", "P6\n2 1\n255\nabcde", "P6\n2 1\n255\nabcdefg",
      "P6\n2 1\n255", "P6\n-2 1\n255\nabcdef", "P6\n2 1\n65535\nabcdef", "P6\n0 1\n255\n",
      "P6\n999999999999999999999 1\n255\nabcdef", "P6\n999999999 999999999\n255\nabcdef",
    ] {
      #expect(picture(damaged) == nil, "\(damaged)")
    }
  }

  @Test func aPictureHasThreeBytesForEachPixel() {
    #expect(PagePicture(width: 2, height: 2, pixels: [1, 2, 3], scale: 1) == nil)
    #expect(PagePicture(width: 0, height: 0, pixels: [], scale: 1) == nil)
    #expect(PagePicture(width: .max, height: 3, pixels: [1, 2, 3], scale: 1) == nil)
  }

  @Test(arguments: [0, 90, 180, 270], ["", "/CropBox [100 100 400 590] "])
  func aWordIsPaintedWhereItsBoxIs(rotation: Int, crop: String) async throws {
    var page = PDFWriter.Page(width: 400, height: 600, rotation: rotation)
    page.text("Report12345", x: 200, top: 80, size: 20)
    let file = String(decoding: PDFWriter([page]).bytes, as: UTF8.self)
    let bytes = Array(file.replacing("/Rotate", with: "\(crop)/Rotate").utf8)
    let document = try await PDFReader(limits: .patient).read(
      SourceFile(name: "a.pdf", bytes: bytes))
    guard case .paragraph(let paragraph)? = document.value.blocks.first,
      case .page(1, let box?) = paragraph.location
    else {
      Issue.record("no paragraph with a box")
      return
    }
    let picture = try await PagePainter(limits: .patient).picture(ofPage: 1, in: bytes)
    // What the CropBox shows, at 110 dots an inch.
    let sides = crop.isEmpty ? [612, 917] : [459, 749]
    #expect([picture.width, picture.height] == (rotation % 180 == 0 ? sides : sides.reversed()))
    var inside = 0
    var outside = 0
    for row in 0..<picture.height {
      for column in 0..<picture.width
      where picture.pixels[(row * picture.width + column) * 3] < 0x80 {
        let (x, y) = (Double(column) / picture.scale, Double(row) / picture.scale)
        let isInside =
          x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 2 && y <= box.bottom + 2
        if isInside { inside += 1 } else { outside += 1 }
      }
    }
    #expect(inside > 50)
    // The font is the machine's own, so a stroke may leave the box of its character.
    #expect(outside * 10 < inside)
  }

  @Test func aPageThatIsNotThereIsNoPicture() async throws {
    let bytes = PDFWriter([PDFWriter.Page()]).bytes
    await #expect(throws: Failure.self) {
      try await PagePainter(limits: .patient).picture(ofPage: 7, in: bytes)
    }
    await #expect(throws: Failure.self) {
      try await PagePainter(limits: .patient).picture(ofPage: 1, in: [0x41])
    }
  }
}
