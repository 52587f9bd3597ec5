internal import Comparison
internal import CountedReports
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// What is found with a map of agencies: who is missing, what there is, and whether parents are the sum of their parts.
enum MapFindings {
  static func findings(_ histories: AgencyHistory.List, _ map: AgencyMap) -> [Finding] {
    let children = map.children
    let years = Set(histories.all.filter { $0.place != nil }.flatMap(\.sortedYears)).sorted()
    var findings: [Finding] = []
    for (place, agency) in map.agencies.enumerated() {
      let history = histories.history(at: place)
      findings.append(coverage(of: agency, history, years))
      guard let history, !history.reports.isEmpty else {
        findings.append(
          Finding(
            .noReport, agency: agency.name ?? agency.id, year: nil, paths: [],
            message: AuditMessages.noReport(of: agency.id, line: agency.line)))
        continue
      }
      let parts = children[agency.id] ?? []
      if !parts.isEmpty { findings += sums(of: history, parts, histories, map) }
    }
    for history in histories.all where history.place == nil && history.hasName {
      findings.append(
        Finding(
          .unmapped, agency: history.name, year: nil, paths: history.reports.map(\.path),
          message: AuditMessages.unmapped))
    }
    return findings
  }

  private static func coverage(
    of agency: AgencyMap.Agency, _ history: AgencyHistory?, _ years: [Int]
  ) -> Finding {
    let operands = years.map { year in
      Finding.Operand("\(year)", value: ExactDecimal(history?.years[year]?.count ?? 0))
    }
    let place = [agency.level, agency.regionCode].filter { !$0.isEmpty }.joined(separator: ", ")
    return Finding(
      .coverage, agency: agency.name ?? agency.id, year: nil, paths: [],
      message: place.isEmpty
        ? Words(same: agency.id) : AuditMessages.agency(agency.id, place: place), operands: operands
    )
  }

  /// What a report that sums up others has in common with them: the numbers of all applicants.
  private static let summed = [
    NationalForm.Named.newReceived, NationalForm.Named.carriedIn, NationalForm.Named.results,
    NationalForm.Named.carriedOut,
  ].joined()

  private static func sums(
    of parent: AgencyHistory, _ parts: [Int], _ histories: AgencyHistory.List, _ map: AgencyMap
  ) -> [Finding] {
    parent.sortedYears.flatMap { year -> [Finding] in
      guard let report = parent.report(on: year), report.isAggregate else { return [] }
      let form = report.form.form
      let reports = parts.map { histories.history(at: $0)?.report(on: year) }
      let forms = reports.map { $0?.form.form }
      let absent = reports.count { $0 == nil }
      return summed.map { cell in
        let values = forms.map { $0?.cells[cell.place].value }
        let total = form.cells[cell.place].value
        let sum = values.reduce(ExactDecimal(0) as ExactDecimal?) { sum, value in
          guard let sum, let value else { return nil }
          return sum + value
        }
        let operands =
          [Finding.Operand(cell, path: report.path, value: total)]
          + zip(reports, values).map { .init(cell, path: $0?.path, value: $1) }
        let (kind, message) = verdict(cell, total, sum, parts.count, absent)
        return Finding(
          kind, agency: parent.name, year: year, paths: [report.path], message: message,
          operands: operands)
      }
    }
  }

  private static func verdict(
    _ cell: CellID, _ total: ExactDecimal?, _ sum: ExactDecimal?, _ count: Int, _ absent: Int
  ) -> (Finding.Kind, Words) {
    let name = Words(FormWording(edition: .latest).cell(cell).chinese, cell.description)
    guard let total, let sum else {
      let reason =
        absent > 0
        ? AuditMessages.partsWithoutReport(absent, of: count)
        : total == nil ? AuditMessages.noNumber : AuditMessages.noNumberOfPart
      return (.sumNotAssessable, AuditMessages.sumNotAssessable(name, reason))
    }
    return total == sum
      ? (.sumHolds, AuditMessages.sumHolds(name, total.description, parts: count))
      : (.sumFails, AuditMessages.sumFails(name, total.description, parts: count, sum.description))
  }
}
