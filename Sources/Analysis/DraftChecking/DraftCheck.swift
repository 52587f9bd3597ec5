internal import Auditing
package import Comparison
internal import Diagnostics
package import NationalForm
package import PlainWords
package import RecordReading
internal import ReportRecords

/// What the readers of a report will find in it, for those who write it.
///
/// Everything is what the record, the explanation of its cells, the audit and the comparison of two years say: nothing is read
/// or added up anew.
package struct DraftCheck: Sendable {
  /// Something that was read and that the author may compare: 标题, 联系方式.
  package struct Fact: Hashable, Sendable {
    package var name: Words
    package var value: Words
  }

  package private(set) var docID: String
  package private(set) var path: String
  package private(set) var agencyName: String?
  package private(set) var reportYear: Int?
  package private(set) var edition: Edition?
  package private(set) var title: String?
  /// ISO date.
  package private(set) var datedOn: String?
  package private(set) var facts: [Fact] = []
  /// The gravest first; of one severity in the order in which an author would look.
  package private(set) var findings: [DraftFinding] = []
  /// Of a document that could not be read.
  package private(set) var failure: Failed?
  /// One for each of ``NationalForm/cells``; nil for what is no report.
  let cells: [CellReading]?

  package struct Failed: Hashable, Sendable {
    package var code: String
    package var message: String
    package var words: Words
    /// What to do.
    package var advice: Words
  }

  /// - Parameter previous: Last year's report of the same agency.
  package init(_ record: RecordView, previous: ReportFacts? = nil) {
    docID = record.docID
    path = record.documentPath
    agencyName = record.agencyName
    reportYear = record.reportYear
    edition = record.edition
    title = record.title
    datedOn = record.datedOn
    cells = record.cells
    if record.status == "failed" {
      let code = record["error"]?["code"]?.string ?? ""
      failure = Failed(
        code: code, message: record["error"]?["message"]?.string ?? "the document failed",
        words: FailureCode(rawValue: code)?.words ?? Words("无法读取", "cannot be read"),
        advice: (FailureCode(rawValue: code) ?? .internal).authorAdvice)
      facts = [Fact(name: Words("怎么办", "what to do"), value: failure?.advice ?? Words("", ""))]
      return
    }
    guard let draft = DraftReading(record) else {
      facts = [Self.title(record)]
      findings = [
        DraftFinding(
          .reading, .error, ["no_report"],
          Words(
            "看不出这是政府信息公开工作年度报告：标题和三张表都不像",
            "this does not look like an annual report on information disclosure: neither its title nor tables"
          ))
      ]
      return
    }
    facts = Self.facts(draft)
    var found =
      FormFindings(draft: draft).findings() + IdentityFindings(draft: draft).findings()
      + FigureFindings(draft: draft).findings() + PartFindings(draft: draft).findings()
      + CellFindings(draft: draft).findings()
    if let previous {
      let carryOver = CarryOverFindings(draft, previous: previous)
      found += carryOver.findings()
      facts.append(Fact(name: Words("与上年", "last year"), value: carryOver.summary()))
    }
    let said = Set(found.flatMap(\.codes)).union(Self.alwaysSaid)
    found += RemarkFindings(draft: draft, said: said).findings()
    findings = DraftFinding.Severity.allCases.flatMap { severity in
      found.filter { $0.severity == severity }
    }
  }

  package func count(_ severity: DraftFinding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  package var hasErrors: Bool { count(.error) > 0 }

  /// `错误 2，请核对 1，提示 5`; nothing is said of whether it may be published.
  package var verdict: Words {
    if let failure {
      return Words("无法检查：\(failure.words.chinese)", "cannot be checked: \(failure.words.english)")
    }
    let counts = DraftFinding.Severity.allCases.map { (count($0), $0.words) }
    return Words(
      counts.map { "\($1.chinese) \($0)" }.joined(separator: "，"),
      counts.map { "\($1.english): \($0)" }.joined(separator: ", "))
  }

  /// Codes of issues that findings of the form, of cells and of parts say in other words.
  private static let alwaysSaid = Set(
    [
      IssueCode.sectionsMissing, .rowsAbsent, .editionMixed, .cellText, .cellUnreadable,
    ].map(\.rawValue))

  // MARK: What was read

  private static func facts(_ draft: DraftReading) -> [Fact] {
    let agency = draft.facts.agencyName.map { Words($0, $0) } ?? Words("机关名称没有读到", "no agency")
    let year =
      draft.facts.reportYear.map { Words("\($0) 年度", "\($0)") } ?? Words("年度没有读到", "no year")
    let form =
      draft.facts.form.edition.map(FormWording.words) ?? Words("表格的版本看不出", "no edition of the form")
    return [
      title(draft.record),
      Fact(
        name: Words("机关", "agency"),
        value: Words(
          "\(agency.chinese)，\(year.chinese)，\(form.chinese)",
          "\(agency.english), \(year.english), \(form.english)")),
      date(draft), contacts(draft.record),
    ]
  }

  private static func title(_ record: RecordView) -> Fact {
    let title = record.title.map { Words($0, $0) } ?? Words("没有读到", "not found")
    return Fact(name: Words("标题", "title"), value: title)
  }

  private static func date(_ draft: DraftReading) -> Fact {
    var value = draft.facts.datedOn.map { Words($0, $0) } ?? Words("没有读到", "not found")
    if let year = draft.year, let agency = draft.facts.agencyName {
      let last = PublicationDeadline(ofReportOn: year, by: agency).lastDay
      value.chinese += "（应在 \(last) 前公布）"
      value.english += " (to be published by \(last))"
    }
    return Fact(name: Words("日期", "date"), value: value)
  }

  private static func contacts(_ record: RecordView) -> Fact {
    let report = record["annual_report"]
    let contacts = record["contacts"]
    let parts: [(Words, String?)] = [
      (Words("单位", "unit"), contacts?["unit"]?.string),
      (Words("电话", "phone"), contacts?["phone"]?.string),
      (Words("传真", "fax"), contacts?["fax"]?.string),
      (Words("地址", "address"), contacts?["address"]?.string),
      (Words("邮编", "postcode"), contacts?["postcode"]?.string),
      (Words("邮箱", "e-mail"), contacts?["email"]?.string),
      (Words("网址", "website"), contacts?["website"]?.string),
      (Words("公开说明", "disclosure"), report?["disclosure_note"]?.string),
    ]
    let read = parts.compactMap { name, value in value.map { (name, $0) } }
    let none = Words("没有读到", "not found")
    return Fact(
      name: Words("联系", "contacts"),
      value: read.isEmpty
        ? none
        : Words(
          read.map { "\($0.chinese) \($1)" }.joined(separator: "，"),
          read.map { "\($0.english) \($1)" }.joined(separator: ", ")))
  }
}
