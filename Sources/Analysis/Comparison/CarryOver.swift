package import NationalForm
package import ReportRecords

/// An identity between the reports of two consecutive years of one agency, and how it came out.
package struct CarryOver: Hashable, Sendable {
  package enum Rule: String, Sendable, CaseIterable {
    /// 结转下年度继续办理 of a year is 上年结转 of the next, column by column.
    case x1 = "X1"
    /// 现行有效 is that of the year before, more what was issued, less what was repealed (2021 form).
    case x2 = "X2"
    /// 上一年项目数量 is that of the year before and its 本年增/减 (2019 form).
    case x3 = "X3"
  }

  package enum Outcome: String, Sendable, CaseIterable {
    case holds, fails
    /// An operand isn't printed or not readable.
    case notAssessable = "not_assessable"
  }

  /// An operand of the identity with what its report prints there.
  package struct Operand: Hashable, Sendable {
    package var place: CarryOverIdentity.Operand
    package var reading: CellReading
  }

  package var rule: Rule
  /// The column for X1 (`natural_person`), the row for X2 and X3 (`normative_docs`).
  package var scope: String
  /// What makes the expected number.
  package var expected: [Operand]
  /// The cell of the newer report that should have it.
  package var actual: Operand

  /// The expected number; nil where an operand has none, or for a sum that doesn't fit.
  package var expectedValue: ExactDecimal? {
    var sum: ExactDecimal? = ExactDecimal(0)
    for operand in expected {
      guard let left = sum, let right = operand.reading.value else { return nil }
      sum = operand.place.isSubtracted ? left - right : left + right
    }
    return sum
  }

  /// What is printed less what is expected.
  package var delta: ExactDecimal? {
    guard let actual = actual.reading.value, let expectedValue else { return nil }
    return actual - expectedValue
  }

  package var outcome: Outcome {
    guard let delta else { return .notAssessable }
    return delta == ExactDecimal(0) ? .holds : .fails
  }

  /// Every identity whose cells both forms have, in the order of rules and rows.
  ///
  /// It is for the caller to know that the reports are of one agency and of consecutive years: ``CarryOverResult``.
  package static func identities(older: FormFacts, newer: FormFacts) -> [CarryOver] {
    func operand(_ place: CarryOverIdentity.Operand) -> Operand? {
      let form = place.isNewer ? newer : older
      guard form.has(place.cell.place) else { return nil }
      return Operand(place: place, reading: form.cells[place.cell.place])
    }
    return NationalForm.carryOver.compactMap { identity in
      let expected = identity.expected.compactMap(operand)
      guard let rule = Rule(rawValue: identity.id), let actual = operand(identity.actual),
        expected.count == identity.expected.count
      else { return nil }
      return CarryOver(rule: rule, scope: identity.scope, expected: expected, actual: actual)
    }
  }

  /// The places in ``NationalForm/cells`` of those that an identity looks at, in their order.
  package static let cells: [Int] = Set(
    NationalForm.carryOver.flatMap { ($0.expected + [$0.actual]).map(\.cell.place) }
  ).sorted()

  /// Sets each report of an agency against that of the year before, where there is one.
  ///
  /// - Parameters:
  ///   - reports: One a year, the earliest first.
  ///   - form: Its tables, asked for once a report.
  package static func followYears<Report>(
    _ reports: some Sequence<(year: Int, report: Report)>, form: (Report) -> FormFacts,
    visit: (_ year: Int, _ older: Report, _ newer: Report, _ identities: [CarryOver]) -> Void
  ) {
    var last: (year: Int, report: Report, form: FormFacts)?
    for (year, report) in reports {
      let form = form(report)
      if let older = last, older.year + 1 == year {
        visit(year, older.report, report, identities(older: older.form, newer: form))
      }
      last = (year, report, form)
    }
  }
}

/// The identities between the reports of two years, or why there are none.
package enum CarryOverResult: Hashable, Sendable {
  case assessed([CarryOver])
  case notApplicable(Reason)

  package enum Reason: String, Sendable, CaseIterable {
    case agencyUnknown = "agency_unknown"
    case otherAgency = "other_agency"
    case yearUnknown = "year_unknown"
    /// The first is the later one.
    case reversed
    case notConsecutive = "not_consecutive"
  }

  /// Assessed unless the years say that neither report continues the other: what two agencies carry over is for the caller
  /// to look at, who named them.
  package init(older: ReportFacts, newer: ReportFacts) {
    if let reason = Self.years(older, newer), reason != .yearUnknown {
      self = .notApplicable(reason)
    } else {
      self = .assessed(CarryOver.identities(older: older.form, newer: newer.form))
    }
  }

  /// What speaks against their being two years in a row of one agency: at most one reason of agencies and one of years.
  static func obstacles(
    _ older: ReportFacts, _ newer: ReportFacts, isOneAgency: Bool
  ) -> [Reason] {
    [isOneAgency ? nil : agencies(older, newer), years(older, newer)].compactMap(\.self)
  }

  private static func agencies(_ older: ReportFacts, _ newer: ReportFacts) -> Reason? {
    guard let name = older.agencyName, let other = newer.agencyName else { return .agencyUnknown }
    if let id = older.agencyID, let otherID = newer.agencyID {
      return id == otherID ? nil : .otherAgency
    }
    return name == other ? nil : .otherAgency
  }

  private static func years(_ older: ReportFacts, _ newer: ReportFacts) -> Reason? {
    guard let year = older.reportYear, let next = newer.reportYear else { return .yearUnknown }
    let (distance, overflow) = next.subtractingReportingOverflow(year)
    if overflow || distance > 1 || distance == 0 { return .notConsecutive }
    return distance < 0 ? .reversed : nil
  }
}
