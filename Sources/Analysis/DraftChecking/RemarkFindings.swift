internal import Auditing
internal import Comparison
internal import Diagnostics
internal import Explanation
internal import PlainWords
internal import ReportRecords

/// What else was noticed when the document was read, a finding for each code; and its date.
struct RemarkFindings {
  let draft: DraftReading
  /// Codes that other findings say better.
  let said: Set<String>

  func findings() -> [DraftFinding] {
    let dates = dates()
    let said = said.union(dates.isEmpty ? [] : [IssueCode.dateUnusual.rawValue])
    var codes: [String] = []
    var remarks: [String: [ExplainedReport.Remark]] = [:]
    for remark in draft.explained.remarks where !said.contains(remark.code) {
      if remarks[remark.code] == nil { codes.append(remark.code) }
      remarks[remark.code, default: []].append(remark)
    }
    return dates + codes.map { finding($0, remarks[$0] ?? []) }
  }

  private func finding(_ code: String, _ remarks: [ExplainedReport.Remark]) -> DraftFinding {
    let advice = IssueCode(rawValue: code)?.authorAdvice
    let severity: DraftFinding.Severity =
      switch remarks.first?.severity {
      case Severity.error.rawValue: .error
      case Severity.warning.rawValue: .warning
      default: advice == nil ? .note : .warning
      }
    var words = IssueCode(rawValue: code)?.words ?? Words(code, code)
    words = Words("读取时：\(words.chinese)", "as read: \(words.english)")
    let places = remarks.compactMap { $0.location.flatMap(Location.init) }
    var shown: [Words] = []
    for place in places where shown.count < 3 && !shown.contains(place.words) {
      shown.append(place.words)
    }
    let more =
      places.count > 3 ? Words(" 等 \(places.count) 处", " and others") : Words("", "")
    var finding = DraftFinding(
      .reading, severity, [code],
      shown.isEmpty
        ? words
        : Words(
          "\(words.chinese)（\(shown.map(\.chinese).joined(separator: "、"))\(more.chinese)）",
          "\(words.english) (\(shown.map(\.english).joined(separator: ", "))\(more.english))"))
    finding.place = places.first
    finding.details = [advice].compactMap(\.self)
    return finding
  }

  private func dates() -> [DraftFinding] {
    guard let date = draft.facts.datedOn else {
      return draft.remarks(.dateUnreadable).isEmpty
        ? [DraftFinding(.date, .note, ["date_missing"], Words("没有读到成文日期", "no date was read"))] : []
    }
    guard let year = draft.year, let agency = draft.facts.agencyName else { return [] }
    let deadline = PublicationDeadline(ofReportOn: year, by: agency)
    guard deadline.isPassed(on: date) else { return [] }
    let law =
      deadline.isOfOldLaw
      ? Words("2008 年施行的《条例》", "the 条例 of 2008") : Words("《条例》第四十九条", "条例 第四十九条")
    return [
      DraftFinding(
        .date, .warning, ["late_publication"],
        Words(
          "日期是 \(date)，规定应在 \(deadline.lastDay) 前公布（\(law.chinese)）",
          "dated \(date), to be published by \(deadline.lastDay) (\(law.english))"))
    ]
  }
}
