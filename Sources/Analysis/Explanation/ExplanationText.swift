internal import ConsoleText
internal import Diagnostics
internal import NationalForm
internal import ReportParsing
internal import ReportRecords

/// An explanation for a person: one screen for a cell, or the failing checks with a line for each of their cells.
struct ExplanationText {
  /// Columns of a line.
  static let width = 100
  let explanation: Explanation
  private var report: ExplainedReport { explanation.report }

  init(_ explanation: Explanation) { self.explanation = explanation }

  /// Each line with its end.
  func text() -> String {
    let isSelection = explanation.isSelection && report.cells != nil
    let sections = isSelection ? explanation.cells.map(cell) : overview()
    return ([heading()] + sections).map { section in
      section.map { TerminalText.line($0) + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func heading() -> [String] {
    let facts = [
      report.agencyName, report.reportYear.map(String.init),
      report.edition.map { "form \($0.rawValue)" }, "document \(report.docID)",
    ]
    return [report.path, "  " + facts.compactMap(\.self).joined(separator: ", ")]
  }

  private func overview() -> [[String]] {
    guard report.cells != nil else {
      return [["This is no annual report: it has no cells of the form."]]
    }
    guard !report.assessments.isEmpty else {
      return [["No table of the form was found, so there is no check to explain."]]
    }
    let checks = report.checks
    let counts =
      "\(checks.passed) identities hold, \(checks.failed) fail, \(checks.unassessable) cannot be assessed"
    let parts = checks.failures.count { $0.id == "P" }
    let others =
      parts == 0 ? [] : ["\(parts) figures of the text differ from the sum of their parts."]
    guard !explanation.failing.isEmpty else {
      return [["\(counts): no check of a cell fails."] + others + ["--cell PATH explains a cell."]]
    }
    return [["\(counts)."] + others] + explanation.failing.map(failing)
      + [["--cell PATH explains one of these cells in full."]]
  }

  /// A check, and a line for each of its cells.
  private func failing(_ check: FailingCheck) -> [String] {
    let heading =
      check.assessment.map { IdentityText(report: report).lines($0) }
      ?? narrative(check.failure)
    let cells = check.cells.compactMap { report.cell($0) }
    let rows = cells.map {
      [$0.id.description, Self.printed($0), $0.location?.description ?? "no place"]
    }
    let widths = (0..<2).map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return heading + [""]
      + rows.map { row in
        "    \(DisplayWidth.padded(row[0], to: widths[0]))  \(DisplayWidth.padded(row[1], to: widths[1]))  \(row[2])"
      }
  }

  private func cell(_ cell: CellExplanation) -> [String] {
    var lines = [cell.cell.id.description]
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      let wrapped = DisplayWidth.wrapped(
        text.split(separator: " ").map(String.init), indent: 14, width: Self.width)
      lines.append("  " + DisplayWidth.padded(name, to: 12) + (wrapped.first ?? "").dropFirst(14))
      lines += wrapped.dropFirst()
    }
    add("printed", Self.printed(cell.cell))
    add("value", Self.value(cell))
    add("place", cell.cell.location?.description)
    add("its row", cell.context?.rowLabels.joined(separator: " / "))
    add("its column", cell.context?.columnLabels.joined(separator: " / "))
    add("in print", cell.context?.row.map { $0.isEmpty ? "·" : $0 }.joined(separator: " | "))
    add("form row", cell.formRow.joined(separator: " / "))
    add("form column", cell.formColumn.joined(separator: " / "))
    if cell.isInForm == false, let edition = report.edition {
      add("", "(the form of \(edition.rawValue) has no such cell)")
    }
    add("meaning", cell.definition)
    add("article", cell.article.map { "条例 \($0)" })
    for remark in cell.remarks {
      add(remark.severity, "\(remark.message) (\(remark.code))")
    }
    for assessment in cell.identities {
      lines.append("")
      lines += IdentityText(report: report).lines(assessment, marking: cell.cell.id)
    }
    for failure in cell.narrative { lines += [""] + narrative(failure) }
    if cell.identities.isEmpty, cell.narrative.isEmpty {
      lines += ["", "  It takes part in no identity."]
    }
    return lines
  }

  /// A figure of the text that differs from the tables, and the sentences that may be the ones.
  private func narrative(_ failure: CheckFailure) -> [String] {
    let quotes = report.figures.filter { $0.value == failure.actual }.map { "    “\($0.quote)”" }
    return [
      "  N(\(failure.scope)) fails: \(failure.expected?.description ?? "?") in the tables,"
        + " \(failure.actual?.description ?? "?") in the text"
    ] + quotes.prefix(3)
  }

  /// The printed string; in words where it is no number.
  private static func printed(_ cell: CellReading) -> String {
    let raw = cell.raw ?? ""
    return switch cell.state {
    case .value: raw.isEmpty ? cell.value?.description ?? "" : raw
    case .blank: "nothing (blank)"
    case .absent: "no such row or column (absent)"
    case .dash, .text, .unreadable: "\(raw) (\(cell.state.rawValue))"
    }
  }

  /// `20`; money with its conversion, `6229.95万元 -> 62299500 元`.
  private static func value(_ cell: CellExplanation) -> String {
    guard let value = cell.cell.value else { return "none" }
    guard cell.isMoney else { return value.description }
    guard let unit = cell.cell.unit, let raw = cell.cell.raw else { return "\(value) 元" }
    return raw.hasSuffix(unit) ? "\(raw) -> \(value) 元" : "\(raw) \(unit) -> \(value) 元"
  }
}

extension Explanation {
  /// The explanation for a person, each line with its end.
  package func text() -> String { ExplanationText(self).text() }
}
