/// The day until which a report has to be published.
///
/// 条例 第四十九条: departments by 31 January of the next year, governments by 31 March. It applies from the reports on 2019; before,
/// everybody had until 31 March (条例 of 2008).
package struct PublicationDeadline: Hashable, Sendable {
  /// ISO date.
  package let lastDay: String
  /// Whether it is that of the 条例 of 2008.
  package let isOfOldLaw: Bool

  /// - Parameter agency: As printed or mapped; its last characters tell a government from a department.
  package init(ofReportOn year: Int, by agency: String) {
    isOfOldLaw = year < PrescribedParts.firstYear
    let hasUntilMarch = agency.hasSuffix(Self.governmentSuffix) || isOfOldLaw
    lastDay = "\(year + 1)-\(hasUntilMarch ? "03-31" : "01-31")"
  }

  /// - Parameter date: ISO; dates of four-digit years are in the order of their characters.
  package func isPassed(on date: String) -> Bool {
    date.utf8.count == lastDay.utf8.count && date > lastDay
  }

  private static let governmentSuffix = "人民政府"
}
