internal import Comparison
internal import NationalForm
internal import PlainWords
internal import ReportRecords

/// Reports that come more than once.
enum RepeatedReports {
  /// Files of equal bytes, each group once.
  static func duplicates(
    among reports: [AuditedReport], _ histories: AgencyHistory.List
  ) -> [Finding] {
    var groups: [String: [AuditedReport]] = [:]
    var order: [String] = []
    for report in reports {
      if groups[report.docID] == nil { order.append(report.docID) }
      groups[report.docID, default: []].append(report)
    }
    var names: [String: String] = [:]
    for history in histories.all {
      for report in history.reports { names[report.docID] = history.name }
    }
    return order.compactMap { id in
      guard let group = groups[id], group.count > 1, let first = group.first else { return nil }
      return Finding(
        .duplicate, agency: names[id], year: first.year, paths: group.map(\.path),
        message: AuditMessages.sameBytes(group.count, id),
        operands: [.init("files", value: ExactDecimal(group.count))])
    }
  }

  /// Reports of one agency on one year: what each other one says otherwise than the first that counts.
  static func revisions(in history: AgencyHistory) -> [Finding] {
    guard history.hasName else { return [] }
    return history.sortedYears.flatMap { year -> [Finding] in
      guard let reports = history.years[year], reports.count > 1, let first = reports.first else {
        return []
      }
      let form = first.form.form
      return reports.dropFirst().map { revision in
        let changes = CellComparison(older: form, newer: revision.form.form).changes
        // Counts, since there may be hundreds of cells; `gongkai diff` shows them.
        let operands = TableID.allCases.map { table in
          Finding.Operand(
            table.rawValue, path: revision.path,
            value: ExactDecimal(changes.count { $0.id.table == table }))
        }
        return Finding(
          .revision, agency: history.name, year: year, paths: [first.path, revision.path],
          message: (changes.isEmpty
            ? AuditMessages.twoWithSameNumbers
            : AuditMessages.twoThatDiffer(changes.count, list(changes)))
            + (history.isCounted(revision)
              ? AuditMessages.bothCount : AuditMessages.firstCounts),
          operands: operands)
      }
    }
  }

  private static func list(_ changes: [CellChange]) -> Words {
    let most = 3
    let wording = FormWording(edition: .latest)
    let names = Words.list(
      changes.prefix(most).map { Words(wording.cell($0.id).chinese, $0.id.description) })
    return changes.count > most ? names + AuditMessages.andOthers : names
  }
}
