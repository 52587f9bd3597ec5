import Conversion
import DocumentModel
import Foundation
import TestSupport
import Testing

/// A page whose CropBox shows less than its MediaBox: words and lines must be measured from the same corner.
@Test(arguments: ["baishi-office-2025", "liuqiao-government-2024", "wangchuan-government-2024"])
func aCroppedPageIsReadAsTheWholeOne(slug: String) async throws {
  let fixture = try FixtureCase.named("reports/\(slug)/input.pdf")
  let text = String(
    String.UnicodeScalarView(try fixture.bytes().map { Unicode.Scalar($0) }))
  let box = /\/MediaBox\[0 0 [0-9.]+ [0-9.]+\]/
  let cropped = text.replacing(box) { match in
    let boxes = "/MediaBox[0 0 595 842]/CropBox[40 30 570 815]"
    // As long as what it replaces, so that the places of all objects stay.
    return boxes + String(repeating: " ", count: match.output.count - boxes.count)
  }
  #expect(cropped != text)
  let bytes = cropped.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  let record = await DocumentConverter(limits: .patient).record(
    of: SourceFile(name: "input.pdf", bytes: bytes), path: fixture.path)
  let difference = LineDifference(from: try await fixture.record().facts, to: record.facts)
  #expect(difference.isEmpty, "whole -, cropped +\n\(difference)")
}
