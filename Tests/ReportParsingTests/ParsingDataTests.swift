import Diagnostics
import DocumentModel
import Foundation
import NationalForm
import ReportRecords
import TestSupport
import Testing

@testable import ProseParsing
@testable import ReportParsing
@testable import TextScanning

/// The cases of a file of `Tests/ParsingData`, parted by a line of `====`.
private func cases(_ name: String) throws -> [String] {
  let file = TestFolders.package.appending(path: "Tests/ParsingData/\(name).txt")
  return try String(contentsOf: file, encoding: .utf8)
    .components(separatedBy: "\n====\n").map { $0.trimmingCharacters(in: .newlines) }
}

private func parsed(_ lines: [String]) -> Diagnosed<Content> {
  DocumentParser.parse(
    textDocument(lines: lines.filter { !$0.isEmpty }.map(CleanText.line)), name: "input.txt")
}

@Test func noNoticeGuideNewsOrBudgetIsAReport() throws {
  let texts = try cases("near-misses")
  #expect(texts.count == 122)
  let wrong = texts.filter {
    parsed($0.components(separatedBy: "\n")).value.kind == .annualReport
  }
  #expect(wrong == [])
}

@Test func titlesAreReadHoweverTheyAreSet() throws {
  let heads = try cases("titles")
  #expect(heads.count == 244)
  var wrong: [String] = []
  for head in heads {
    var lines = head.components(separatedBy: "\n")
    let wanted = (lines.popLast() ?? "").dropFirst(3)
    let content = parsed(lines).value
    let found = [
      content.title, content.agencyName, content.reportYear.map(String.init),
      content.datedOn?.description,
    ].map { $0 ?? "-" }.joined(separator: " | ")
    if found != wanted { wrong.append("\(wanted) -> \(found)") }
  }
  #expect(wrong.count <= 2, "\(wrong)")
}

/// How often figures of the narrative are found, and wrong.
private struct Tally {
  var wanted = 0
  var found = 0
  var right = 0
  var wrong: [String] = []
}

@Test func figuresOfTheNarrativeAreWhatTheyCount() throws {
  var tally = Tally()
  for line in try cases("narrative").flatMap({ $0.components(separatedBy: "\n") }) {
    let parts = line.components(separatedBy: " | ")
    let wanted = parts[1].components(separatedBy: "; ").map { $0.components(separatedBy: ":") }
    let figures = ProseReader.read(
      [ProseParagraph(parts[0], sectionID: nil, topic: nil, at: .line(1))], cells: []
    ).value.figures
    tally.wanted += wanted.count
    tally.found += figures.count
    for (want, figure) in zip(wanted, figures) {
      if want[0] == figure.value.description, want[1].isEmpty || want[1] == figure.unit {
        tally.right += 1
      }
      let label = want[2].components(separatedBy: "<")
      let labels = label[0].components(separatedBy: ",")
      if let found = figure.label, label[0] != "*", !labels.contains(found) {
        tally.wrong.append("\(parts[0]): \(found)")
      }
      if figure.parent.map(String.init) ?? "" != (label.count > 1 ? label[1] : "") {
        tally.wrong.append("\(parts[0]): parent of \(figure.quote)")
      }
    }
  }
  #expect(Double(tally.right) >= 0.99 * Double(tally.found))
  #expect(Double(tally.right) >= 0.97 * Double(tally.wanted))
  #expect(tally.wrong == [])
}

/// Sentences in the forms of many agencies' reports, each with all of its figures: `value~:unit:label<whole`, with `~` where it is
/// approximate, `*` where any label does; `-` for no figure.
@Test func figuresInTheFormsOfManyReportsAreRead() throws {
  let lines = try cases("narrative-forms").flatMap { $0.components(separatedBy: "\n") }
  #expect(lines.count == 650)
  let wrong = lines.compactMap { line -> String? in
    let parts = line.components(separatedBy: " | ")
    let wanted = parts[1] == "-" ? [] : parts[1].components(separatedBy: "; ")
    let figures = ProseReader.read(
      [ProseParagraph(parts[0], sectionID: nil, topic: nil, at: .line(1))], cells: [], year: 2023
    ).value.figures
    let found = figures.enumerated().map { index, figure in
      let isAny = wanted.indices.contains(index) && wanted[index].contains(":*")
      let label = isAny ? "*" : figure.label ?? "null"
      let whole = figure.parent.map { "<\($0)" } ?? ""
      return "\(figure.value)\(figure.approximate ? "~" : ""):\(figure.unit ?? ""):\(label)\(whole)"
    }
    return found == wanted ? nil : "\(parts[0]): \(found)"
  }
  #expect(wrong == [])
}
