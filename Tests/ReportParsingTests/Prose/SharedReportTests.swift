import Diagnostics
import DocumentModel
import Foundation
import ReportRecords
import TestSupport
import Testing

@testable import ProseParsing
@testable import TextScanning

/// Real reports that lie beside some checkouts, against what a person read in them.
@Suite(.enabled(if: TestFolders.shared != nil))
struct SharedReportTests {
  @Test func everyFigureAndCitedDocumentIsFound() throws {
    var missing: [String] = []
    var extra: [String] = []
    for report in try Self.reports() {
      var lines: [ProseParagraph] = []
      for line in report.text.split(separator: "\n") where !line.contains("\t") {
        lines.append(
          ProseParagraph(CleanText.line(String(line)), sectionID: nil, topic: nil, at: .line(1)))
      }
      let prose = ProseReader.read(lines, cells: []).value
      let cited = prose.cited.map { Pair($0.title, $0.number) }
      let figures = prose.figures.map { Pair($0.value.description, $0.unit) }
      missing +=
        remainder(report.cited, without: cited) + remainder(report.figures, without: figures)
      extra += remainder(cited, without: report.cited) + remainder(figures, without: report.figures)
    }
    #expect(missing == [])
    #expect(extra == [])
  }

  private struct Pair: Hashable, CustomStringConvertible {
    var what: String
    var detail: String?
    var description: String { "\(what) \(detail ?? "-")" }

    init(_ what: String, _ detail: String?) {
      self.what = what
      self.detail = detail
    }
  }

  /// What is in `wanted` more often than in `found`.
  private func remainder(_ wanted: [Pair], without found: [Pair]) -> [String] {
    var left = found
    return wanted.filter { pair in
      guard let index = left.firstIndex(of: pair) else { return true }
      left.remove(at: index)
      return false
    }.map(\.description)
  }

  private struct Report {
    var text: String
    var cited: [Pair]
    var figures: [Pair]
  }

  private static func reports() throws -> [Report] {
    guard let shared = TestFolders.shared else { return [] }
    let seeds = try FileManager.default.contentsOfDirectory(
      at: shared.appending(path: "seeds"), includingPropertiesForKeys: nil)
    return try seeds.filter { $0.pathExtension == "txt" }.map { seed in
      let name = seed.deletingPathExtension().lastPathComponent
      let truth = try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: shared.appending(path: "truth/\(name).json")))
      return Report(
        text: try String(contentsOf: seed, encoding: .utf8),
        cited: truth.cited.map { Pair($0.title, $0.number) },
        figures: truth.figures.map {
          Pair((ExactDecimal("\($0.value)") ?? ExactDecimal(-1)).description, $0.unit)
        })
    }
  }

  private struct Truth: Decodable {
    var cited: [Cited]
    var figures: [Figure]

    struct Cited: Decodable {
      var title: String
      var number: String?
    }

    struct Figure: Decodable {
      var value: Double
      var unit: String?
    }
  }
}
