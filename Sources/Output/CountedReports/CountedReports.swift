package import RecordReading

/// Which reports count, and which are one of them again.
///
/// Files of equal bytes are one report. So are reports of one agency on one year: the other format of a report, and the
/// report that was put out again with other numbers. The one that counts is the first by ``Preference``: ok before partial,
/// fewest identities that can't be assessed, fewest that fail, latest date, docx doc LibreOffice html converter pdf text, first path. An agency is
/// what the map says, else `agency_id`, else its printed name; where several bodies may have that name, only reports with
/// the same numbers are one. A report without agency or year counts.
///
/// Give it every report, then ``close()``, then ask for each; ``views`` are the same rule for DuckDB.
package struct CountedReports: Sendable {
  private struct Series: Hashable {
    var agency: ExactText?
    var year: Int?
    /// Tells those apart that are of different bodies, or may be.
    var apart: String?
  }

  private let map: AgencyMap?
  /// Of each `doc_id` the first by path.
  private var candidates: [String: ReportCandidate] = [:]
  private var counting: [Series: ReportCandidate] = [:]
  private var names: [ExactText: String] = [:]
  /// Those whose standing was asked for: of files with one path and one content the first is the one.
  private var asked: Set<String> = []

  package init(map: AgencyMap? = nil) { self.map = map }

  package mutating func add(_ candidate: ReportCandidate?) {
    guard let candidate else { return }
    if let other = candidates[candidate.docID],
      !candidate.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    {
      return
    }
    candidates[candidate.docID] = candidate
  }

  /// Call when all reports are there.
  package mutating func close() {
    for candidate in candidates.values {
      let series = series(of: candidate)
      if let best = counting[series], Preference.prefers(best, to: candidate) { continue }
      counting[series] = candidate
    }
    for candidate in candidates.values {
      guard let agency = agency(of: candidate), let name = candidate.agencyName else { continue }
      if let other = names[ExactText(agency)], Self.isClearer(other, than: name) { continue }
      names[ExactText(agency)] = name
    }
  }

  /// Nil for a record that is no report.
  package mutating func standing(of record: RecordView) -> ReportStanding? {
    guard record.isReport else { return nil }
    return standing(docID: record.docID, path: record.documentPath)
  }

  package mutating func standing(docID: String, path: String) -> ReportStanding? {
    guard let first = candidates[docID] else { return nil }
    let isFirst = first.path == path && asked.insert(docID).inserted
    let counted = counting[series(of: first)]?.docID ?? docID
    return ReportStanding(
      agencyKey: agency(of: first), agency: agency(of: first).map(name),
      duplicateOf: isFirst ? nil : first.path,
      sameReportAs: isFirst && counted == docID ? nil : counted)
  }

  /// What an agency is called: by the map, else the longest of its printed names.
  private func name(of agencyKey: String) -> String {
    map.flatMap { map in map.place(of: agencyKey).flatMap { map.agencies[$0].name } } ?? names[
      ExactText(agencyKey)] ?? agencyKey
  }

  /// The keys of the agencies that a person may mean by a key, a name of the map or a printed name.
  package func agencyKeys(named name: String) -> Set<String> {
    var keys: Set<String> = []
    for candidate in candidates.values {
      guard let key = agency(of: candidate) else { continue }
      if [key, candidate.agencyName, self.name(of: key)].contains(name) { keys.insert(key) }
    }
    return keys
  }

  private func agency(of report: ReportCandidate) -> String? {
    mapped(report) ?? report.agencyID ?? report.agencyName
  }

  private func mapped(_ report: ReportCandidate) -> String? {
    guard let map,
      let place = map.agency(path: report.path, name: report.agencyName)
    else {
      return nil
    }
    return map.agencies[place].id
  }

  private func series(of report: ReportCandidate) -> Series {
    guard let agency = agency(of: report), let year = report.year else {
      return Series(apart: report.docID)
    }
    var series = Series(agency: ExactText(agency), year: year)
    if report.isDoubtful, mapped(report) == nil {
      series.apart = report.numbers.map(String.init) ?? report.docID
    }
    return series
  }

  private static func isClearer(_ name: String, than other: String) -> Bool {
    let (left, right) = (name.utf8.count, other.utf8.count)
    return left == right ? name < other : left > right
  }
}

/// Whether a report counts.
package struct ReportStanding: Hashable, Sendable {
  /// What makes a series of an agency's reports: its id in the map, else `agency_id`, else its printed name; nil without any.
  package var agencyKey: String?
  /// What that agency is called: by the map, else the longest of its printed names.
  package var agency: String?
  /// The path of the first file with the same bytes; nil for that one itself.
  package var duplicateOf: String?
  /// The `doc_id` of the report that counts in its place; nil where it counts itself.
  package var sameReportAs: String?

  package var isCounted: Bool { sameReportAs == nil }
}
