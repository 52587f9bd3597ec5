import ConfinedPrograms
import Diagnostics
import DocumentModel
import Foundation
import PDFObjects
import PageContents
import PagePaint
import TestSupport
import Testing

@testable import PDFReading

/// The two makers of a page's paint, our own reader and `pdftocairo`, held against each other: where they differ, one is
/// wrong.
@Suite struct MakersTests {
  static let fixtures: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures").standardizedFileURL
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return names.compactMap { $0 as? String }
      .filter { $0.hasSuffix("input.pdf") && !$0.hasPrefix("damaged") }.sorted()
      .map { folder.appending(path: $0).path }
  }()

  @Test(arguments: fixtures) func bothSeeTheSameOfAFixture(path: String) async throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    let pages = try await differences(in: bytes)
    #expect(!pages.isEmpty)
    #expect(pages.allSatisfy { $0 != nil }, "a page was refused")
    #expect(pages.compactMap(\.self).joined().isEmpty, "\(pages)")
  }

  /// Pages with rectangles, lines, clipping paths, matrices, forms and pictures, as chance has it.
  @Test(arguments: 1...4) func bothSeeTheSameOfPagesMadeByChance(seed: UInt64) async throws {
    var chance = Chance(seed: seed)
    var pages: [PDFWriter.Page] = []
    for _ in 0..<25 {
      var page = PDFWriter.Page(width: 300, height: 300)
      page.paint(chance.content())
      page.resources = "/XObject << /X 59 0 R /P 60 0 R >> /ExtGState << /G << /ca .5 /CA .5 >> >>"
      pages.append(page)
    }
    var writer = PDFWriter(pages)
    writer.objects = [
      "<< /Type /XObject /Subtype /Form /BBox [0 0 40 40] /Matrix [1 0 0 1 5 5] /Length 35 >>\nstream\n0 0 30 20 re f 0 30 m 30 30 l S     \nendstream",
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream",
    ]
    let differences = try await differences(in: writer.bytes)
    #expect(differences.count == 25)
    #expect(differences.allSatisfy { $0?.isEmpty ?? false }, "seed \(seed): \(differences)")
  }

  /// For each page what only one of the two sees; nil for a page that our own reader refuses.
  private func differences(in bytes: [UInt8]) async throws -> [[String]?] {
    let file = try PDFFile(bytes)
    let reader = try PageContentReader(file)
    let pages = try file.pages()
    // Drawn together, pages lie on sheets of the first one's size.
    let areAlike =
      Set(pages.map { [$0.cropBox.right, $0.cropBox.top, Double($0.rotation)] }).count == 1
    let ranges = areAlike ? [1...pages.count] : (1...pages.count).map { $0...$0 }
    var drawn: [PagePaint] = []
    for range in ranges {
      let outcome = try await PopplerTools.installed.drawing.run(
        [
          "-svg", "-noshrink", "-nocenter", "-f", "\(range.lowerBound)", "-l",
          "\(range.upperBound)", ConfinedProgram.input, "-",
        ], on: bytes, limits: .patient, until: Deadline(after: 120))
      drawn += try #require(DrawingListing(outcome.output)).pages
    }
    try #require(pages.count == drawn.count)
    return zip(pages, drawn).map { page, drawn in
      do throws(PDFRefusal) {
        return try reader.paint(of: page).differences(from: drawn)
      } catch {
        return nil
      }
    }
  }
}

extension PagePaint {
  /// What only this one or only `drawn` has, lines and boxes to a point.
  fileprivate func differences(from drawn: PagePaint) -> [String] {
    var found: [String] = []
    let (own, other) = (rulings, drawn.rulings)
    for (name, one, two) in [
      ("horizontal", own.horizontal, other.horizontal), ("vertical", own.vertical, other.vertical),
    ] {
      found += one.filter { line in !two.contains { $0.isNear(line) } }
        .map { "only read: \(name) \($0)" }
      found += two.filter { line in !one.contains { $0.isNear(line) } }
        .map { "only drawn: \(name) \($0)" }
    }
    let areas = (areas.map(\.box) + pictures.map(\.box)).filter(\.isLarge)
    let others = (drawn.areas.map(\.box) + drawn.pictures.map(\.box)).filter(\.isLarge)
    found += areas.filter { box in !others.contains { $0.isNear(box) } }.map { "only read: \($0)" }
    found += others.filter { box in !areas.contains { $0.isNear(box) } }.map { "only drawn: \($0)" }
    // Glyphs of fonts that the file lacks are not drawn.
    let seen = glyphs.filter { $0.concealment == nil && !$0.isBlank }
    if !drawn.glyphs.isEmpty {
      let missing = drawn.glyphs.filter { glyph in
        !seen.contains {
          abs($0.origin.x - glyph.origin.x) < 1 && abs($0.origin.y - glyph.origin.y) < 1
        }
      }
      found += missing.map { "only drawn: a glyph at \($0.origin)" }
    }
    return found
  }
}

extension Ruling {
  fileprivate func isNear(_ other: Ruling) -> Bool {
    abs(position - other.position) < 0.7 && abs(start - other.start) < 1 && abs(end - other.end) < 1
  }
}

extension BoundingBox {
  fileprivate func isNear(_ other: BoundingBox) -> Bool {
    abs(left - other.left) < 1 && abs(top - other.top) < 1 && abs(right - other.right) < 1
      && abs(bottom - other.bottom) < 1
  }

  fileprivate var isLarge: Bool { width > 4 && height > 4 }
}

/// Content streams by chance, the same ones by the same seed.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }

  mutating func content() -> String {
    var operators: [String] = []
    var depth = 0
    for _ in 0..<number(5...25) {
      let (x, y) = (number(0...250), number(0...250))
      switch number(0...9) {
      case 0:
        operators.append("q")
        depth += 1
      case 1 where depth > 0:
        operators.append("Q")
        depth -= 1
      case 2: operators.append("\(x) \(y) \(number(20...90)) \(number(20...90)) re W n")
      case 3: operators.append("1 0 0 1 \(number(-20...20)) \(number(-20...20)) cm")
      case 4:
        operators.append(
          "0.\(number(0...9)) g \(x) \(y) \(number(8...90)) \(number(8...40)) re f")
      case 5: operators.append("\(x) \(y) \(number(20...90)) 0.5 re f")
      case 6: operators.append("\(x) \(y) m \(x + number(20...90)) \(y) l S")
      case 7: operators.append("\(x) \(y) m \(x) \(y + number(20...90)) l S")
      case 8: operators.append("q 1 0 0 1 \(x) \(y) cm /X Do Q")
      default: operators.append("q \(number(9...60)) 0 0 \(number(9...60)) \(x) \(y) cm /P Do Q")
      }
    }
    return (operators + Array(repeating: "Q", count: depth)).joined(separator: "\n")
  }
}
