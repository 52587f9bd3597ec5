package import Diagnostics
package import DocumentModel
package import FormParsing
package import NationalForm
package import RecordReading
internal import ReportParsing
package import ReportRecords

/// What was read from an input, from the original itself or from its line in a file of records.
package struct ExplainedReport: Sendable {
  /// An issue with its place in words.
  package struct Remark: Hashable, Sendable {
    package var code, severity, message: String
    /// `page 2 box 90.0,120.5,101.3,131.0`; nil where the whole document is meant.
    package var location: String?
  }

  package var docID: String
  package var path: String
  package var agencyName: String?
  package var reportYear: Int?
  package var edition: Edition?
  /// One for each cell of ``NationalForm/cells``, in that order; nil for what is no annual report.
  package var cells: [CellReading]?
  package var checks: Checks
  package var figures: [Figure]
  package var remarks: [Remark]
  /// How each identity of the form comes out; empty where no table of the form was found.
  package private(set) var assessments: [IdentityAssessment] = []
  /// What the cells were read from; nil for a line of records.
  let document: Document?

  /// - Parameters:
  ///   - document: With the issues that it was extracted with.
  ///   - name: The file's name, used only where the text itself has no title.
  package init(docID: String, path: String, document: Diagnosed<Document>, name: String) {
    let content = DocumentParser.parse(document.value, name: name)
    self.docID = docID
    self.path = path
    agencyName = content.value.agencyName
    reportYear = content.value.reportYear
    edition = content.value.edition
    checks = content.value.checks
    figures = content.value.annualReport?.figures ?? []
    remarks = (document.issues + content.issues).map {
      Remark(
        code: $0.code.rawValue, severity: $0.severity.rawValue, message: $0.message,
        location: $0.location?.description)
    }
    self.document = document.value
    cells = content.value.annualReport?.cells
    assess()
  }

  /// What `record` says of its input.
  package init(_ record: RecordView) {
    docID = record.docID
    path = record.documentPath
    agencyName = record.agencyName
    reportYear = record.reportYear
    edition = record.edition
    checks = record.checks
    figures = record.figures
    remarks = (record["issues"]?.elements ?? []).compactMap { element in
      guard let members = element.members, let code = members["code"]?.string,
        let severity = members["severity"]?.string, let message = members["message"]?.string
      else { return nil }
      return Remark(
        code: code, severity: severity, message: message, location: members["location"]?.string)
    }
    document = nil
    cells = record.cells
    assess()
  }

  package func cell(_ id: CellID) -> CellReading? { cells?.first { $0.id == id } }

  /// A document without a table of the form has no identities, as its record says by three zeros.
  private mutating func assess() {
    guard let cells,
      [checks.passed, checks.failed, checks.unassessable].contains(where: { $0 > 0 })
    else { return }
    assessments = Arithmetic.assessments(
      cells.map { ($0.id, ($0.state, $0.value)) }, edition: edition)
  }
}
