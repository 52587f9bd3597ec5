import Diagnostics
import DocumentModel
import NationalForm
import ReportRecords

@testable import FormParsing
@testable import OutlineParsing
@testable import ProseParsing
@testable import TextScanning

/// A document with a paragraph for each of `lines`.
func textDocument(_ lines: String...) -> Document {
  textDocument(lines: lines)
}

func textDocument(lines: [String]) -> Document {
  Document(
    blocks: lines.enumerated().map { .paragraph(Paragraph($1, at: .line($0 + 1))) })
}

/// The outline of a document in which none of the three tables was found.
func outline(
  of document: Document, name: String = "input.txt", formBlocks: [Int: TableID] = [:]
) -> Diagnosed<Outline> {
  let form = FormReading(
    cells: [], edition: formBlocks.isEmpty ? nil : .e2021, blocks: formBlocks)
  var prose = ProseReader(cells: form.cells)
  return OutlineReader.read(document, form: Diagnosed(form), name: name, prose: &prose)
}

func outline(_ lines: String...) -> Outline {
  outline(of: textDocument(lines: lines)).value
}

/// A report whose title names agency and year, with `lines` below it.
func report(_ lines: String...) -> Outline {
  outline(of: textDocument(lines: ["青岚市水务局2022年政府信息公开工作年度报告"] + lines)).value
}

func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
  CalendarDate(year: year, month: month, day: day)
}

extension Outline {
  /// `1 一 总体情况`: level, number and heading of every section.
  var headings: [String] {
    sections.map { section in
      [String(section.level), section.number, section.heading].map { $0 ?? "-" }
        .joined(separator: " ")
    }
  }

  var texts: [String] { prose.map(\.text) }
}
