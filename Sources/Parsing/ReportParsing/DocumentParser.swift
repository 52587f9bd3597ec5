package import Diagnostics
package import DocumentModel
internal import FormParsing
internal import NationalForm
internal import OutlineParsing
internal import ProseParsing
package import ReportRecords

/// Reads what a document says: an annual report where it is one, else sections and tables.
package enum DocumentParser {
  /// The content of `document`.
  ///
  /// Cannot fail: what is not understood is an issue.
  ///
  /// - Parameter name: The file's name, used only where the text itself has no title.
  package static func parse(_ document: Document, name: String) -> Diagnosed<Content> {
    var form = FormReader.read(document)
    joinSpacedDigits(of: &form)
    var reader = ProseReader(cells: form.value.cells)
    var outline = OutlineReader.read(document, form: form, name: name, prose: &reader)
    outline.value.dropLayoutSpaces()
    let prose = reader.finished()

    var content = content(outline.value)
    var issues = form.issues + outline.issues + prose.issues
    let checks = Arithmetic.check(form.value.cells, edition: form.value.edition)
    if let issue = takeOutRecognised(of: &form.value, document) { issues.append(issue) }
    if outline.value.isAnnualReport {
      content.edition = form.value.edition ?? legacyEdition(of: outline.value.reportYear)
      content.annualReport = report(outline.value, form.value, prose.value)
      if form.value.edition != nil { content.checks = checks }
      content.checks.failures += prose.value.softFailures
      issues += RequiredTables.issues(
        form.value, edition: content.edition, others: content.tables)
    }
    return Diagnosed(content, issues: issues)
  }

  /// Joins digits that stand apart where sums prove it, and says so at each number in place of what was said before.
  private static func joinSpacedDigits(of form: inout Diagnosed<FormReading>) {
    let spaced = SpacedDigits(form.value)
    guard !spaced.issues.isEmpty else { return }
    let places = Set(spaced.issues.map(\.location))
    form.value.cells = spaced.cells
    form.issues.removeAll { $0.code == .cellUnreadable && places.contains($0.location) }
    form.issues += spaced.issues
  }

  /// Takes out the numbers of recognised pages that nothing proves, and says so once.
  ///
  /// The record's checks stay those of the strings as recognised: what fails there is why numbers are left out.
  private static func takeOutRecognised(of form: inout FormReading, _ document: Document) -> Issue?
  {
    let pages = document.recognisedPages.sorted()
    guard let first = pages.first else { return nil }
    let proven = RecognisedNumbers(form, pages: document.recognisedPages)
    form.cells = proven.cells
    let list = pages.prefix(10).map(String.init).joined(separator: ", ")
    let named =
      (pages.count == 1 ? "page \(list)" : "pages \(list)")
      + (pages.count > 10 ? " and \(pages.count - 10) more" : "")
    return Issue(
      .recognisedText,
      "the text of \(named) was recognised in a picture: \(proven.count) numbers of the tables that no identity proves are left out, and nothing proves the figures of the text",
      at: .page(first, box: nil))
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
    content.agencyID = outline.agencyID
    content.publishedOn = outline.publishedOn
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

  /// What a report is from before the national tables.
  ///
  /// Any later report is of the edition that its tables show, and of none where it has none.
  private static func legacyEdition(of year: Int?) -> Edition? {
    year.flatMap { $0 < Edition.firstYearOfTables ? .legacy : nil }
  }
}

extension Outline {
  /// Gives running text the same spaces whatever the format it came from.
  fileprivate mutating func dropLayoutSpaces() {
    for index in sections.indices {
      sections[index].text = CleanText.withoutLayoutSpaces(sections[index].text)
      sections[index].heading = sections[index].heading.map(CleanText.withoutLayoutSpaces)
    }
  }
}
