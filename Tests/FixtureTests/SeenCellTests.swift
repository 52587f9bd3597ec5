import Conversion
import Diagnostics
import DocumentModel
import Foundation
import NationalForm
import ReportRecords
import TestSupport
import Testing

/// Defects painted over random cells of a docx whose numbers are known: no cell of the record differs from what a page
/// shows without an issue at that cell.
@Suite struct SeenCellTests {
  private static let picture = """
    <w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
    """
  /// What hides a run, or strikes it out.
  private static let hidden = [
    "<w:color w:val=\"FFFFFF\"/>", "<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/>",
    "<w:color w:val=\"F6F6F6\"/>", "<w:sz w:val=\"1\"/>", "<w:w w:val=\"1\"/>", "<w:vanish/>",
    "<w:strike/>",
    "<w:dstrike/>", "<w14:textFill><w14:noFill/></w14:textFill>",
    "<w:color w:val=\"C00000\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"C00000\"/>",
    "<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>",
  ]

  private static func run(_ text: some StringProtocol, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// `number` as the runs of a cell, with something that is no part of it or stands in its place.
  private static func painted(_ number: String, _ dice: inout SeededGenerator) -> String {
    let digit = String(Int.random(in: 0...9, using: &dice))
    let look = hidden.randomElement(using: &dice) ?? ""
    let middle = number.index(
      number.startIndex, offsetBy: Int.random(in: 0...number.count, using: &dice))
    switch Int.random(in: 0..<9, using: &dice) {
    case 0: return run(number[..<middle]) + run(digit, look) + run(number[middle...])
    case 1: return run(digit, look) + run(number)
    case 2: return run(number) + run(digit, look)
    case 3: return picture
    case 4: return run(number) + picture
    case 5: return run(number) + picture.replacing("wp:inline", with: "wp:anchor")
    case 6: return run(number) + run(digit, "<w:vertAlign w:val=\"superscript\"/>")
    case 7: return run(number) + run(digit, "<w:position w:val=\"10\"/><w:sz w:val=\"12\"/>")
    default: return run(number.dropLast() + "\u{FFFD}")
    }
  }

  @Test(arguments: ["yunxi-water-2023", "tongling-archives-2020"])
  func noCellDiffersFromThePageInSilence(slug: String) async throws {
    let file = TestFolders.fixtures.appending(path: "twins/\(slug)/input.docx")
    var package = try StoredPackage(unpacking: Array(try Data(contentsOf: file)))
    let part = "word/document.xml"
    let xml = String(decoding: package[part], as: UTF8.self)
    let cell =
      #/<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([0-9.]+)<\/w:t><\/w:r>(?=<\/w:p><\/w:tc>)/#
    let cells = xml.matches(of: cell)
    try #require(cells.count > 150)
    let base = await record(package.archive())
    var dice = SeededGenerator("seen \(slug)")
    for _ in 0..<60 {
      var edited = xml
      for match in cells.shuffled(using: &dice).prefix(8).sorted(by: {
        $0.range.lowerBound > $1.range.lowerBound
      }) {
        edited.replaceSubrange(match.range, with: Self.painted(String(match.1), &dice))
      }
      package[part] = Array(edited.utf8)
      let record = await record(package.archive())
      let places = Set(record.issues.compactMap(\.location))
      for (read, printed) in zip(record.readings, base.readings) where read.value != printed.value {
        #expect(read.value == nil, "\(read.id) is \(read.raw ?? ""), printed \(printed.raw ?? "")")
        #expect(read.location.map(places.contains) ?? false, "\(read.id) is null in silence")
      }
    }
  }

  private func record(_ bytes: [UInt8]) async -> Record {
    await DocumentConverter(limits: .patient).record(
      of: SourceFile(name: "input.docx", bytes: bytes), path: "input.docx")
  }
}

extension Record {
  fileprivate var readings: [CellReading] { content.annualReport?.cells ?? [] }
}
