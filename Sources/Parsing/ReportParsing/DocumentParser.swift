package import Diagnostics
package import DocumentModel
internal import NationalForm
package import ReportRecords

/// Reads what a document says: an annual report where it is one, else sections and tables.
package enum DocumentParser {
  /// The content of `document`.
  ///
  /// Cannot fail: what is not understood is an issue.
  ///
  /// - Parameter name: The file's name, used only where the text itself has no title.
  package static func parse(_ document: Document, name: String) -> Diagnosed<Content> {
    let form = FormReader.read(document)
    let outline = OutlineReader.read(document, form: form, name: name)
    let prose = ProseReader.read(outline.value.prose, cells: form.value.cells)

    var content = content(outline.value)
    if outline.value.isAnnualReport {
      content.edition = form.value.edition ?? edition(of: outline.value.reportYear)
      content.annualReport = report(outline.value, form.value, prose.value)
      content.checks = Arithmetic.check(form.value.cells)
      content.checks.failures += prose.value.softFailures
    }
    return Diagnosed(content, issues: form.issues + outline.issues + prose.issues)
  }

  private static func content(_ outline: Outline) -> Content {
    var content = Content()
    content.kind = outline.isAnnualReport ? .annualReport : .document
    content.reportYear = outline.reportYear
    content.agencyName = outline.agencyName
    content.title = outline.title
    content.datedOn = outline.datedOn
    content.periodStart = outline.periodStart
    content.periodEnd = outline.periodEnd
    content.region = outline.region
    content.contacts = outline.contacts
    content.sections = outline.sections
    content.tables = outline.tables
    return content
  }

  private static func report(
    _ outline: Outline, _ form: FormReading, _ prose: Prose
  ) -> AnnualReport {
    var report = AnnualReport(cells: form.cells)
    report.signature = outline.signature
    report.compiledBy = outline.compiledBy
    report.disclosureNote = outline.disclosureNote
    report.cited = prose.cited
    report.figures = prose.figures
    return report
  }

  /// The edition in force for a report year, for a report whose tables could not be found.
  private static func edition(of year: Int?) -> Edition? {
    guard let year else { return nil }
    if year < 2019 { return .legacy }
    return year < 2021 ? .e2019 : .e2021
  }
}
