internal import Diagnostics
internal import GRDB

extension State {
  /// What `records.jsonl` holds, counted.
  package struct Totals: Hashable, Sendable {
    package var byStatus: [String: Int] = [:]
    package var byStanding: [Standing: Int] = [:]
    /// Records that came out as they did because a program that draws pages failed.
    package var drawingsFailed = 0
    /// Of documents that failed.
    package var byCode: [String: Int] = [:]
    /// Of those that the next run tries again.
    package var retriedByCode: [String: Int] = [:]
    /// Of reports; without an edition under `none`.
    package var byEdition: [String: Int] = [:]
    package var reportsWithFailedChecks = 0
    /// Reports by the id of an identity that fails in them.
    package var byFailedCheck: [String: Int] = [:]
    package init() {}
  }

  /// Counted row by row in one pass: for `GROUP BY` SQLite keeps all rows in memory.
  ///
  /// - Parameter attempts: Times that a failure which may pass is met before it stands.
  package func totals(attempts: Int = 3) throws -> Totals {
    try index.read { db in
      var totals = Totals()
      let rows = try RowStatement(
        "SELECT status, code, report, edition, failed_checks, may_pass, attempts FROM entries "
          + "WHERE status <> 'archive'", db)
      try rows.forEach { _ in
      } _: { columns in
        // A damaged row may hold anything; publication has looked at them all.
        let (status, code) = (columns.text() ?? "", columns.text())
        totals.byStatus[status, default: 0] += 1
        if let code { totals.byCode[code, default: 0] += 1 }
        let (isReport, edition) = (columns.number() != 0, columns.text())
        if isReport { totals.byEdition[edition ?? "none", default: 0] += 1 }
        let failed = (columns.text() ?? "").split(separator: " ")
        if !failed.isEmpty { totals.reportsWithFailedChecks += 1 }
        let (mayPass, tried) = (columns.number() == 1, columns.number() ?? 0)
        if code == nil, mayPass { totals.drawingsFailed += 1 }
        if let code, (mayPass && tried < attempts) || code == FailureCode.inputUnreadable.rawValue {
          totals.retriedByCode[code, default: 0] += 1
        }
        let standing: Standing =
          code != nil
          ? .failed : status == "partial" ? .partial : failed.isEmpty ? .well : .unbalanced
        totals.byStanding[standing, default: 0] += 1
        for id in failed { totals.byFailedCheck[String(id), default: 0] += 1 }
      }
      return totals
    }
  }
}
