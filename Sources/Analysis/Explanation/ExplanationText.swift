internal import ConsoleText
internal import Diagnostics
internal import FormParsing
internal import NationalForm
package import PlainWords
internal import ReportRecords

/// An explanation for a person: one screen for a cell, or the failing checks with a line for each of their cells.
struct ExplanationText {
  /// Columns of a line.
  static let width = 100
  let explanation: Explanation
  let language: Language
  private var report: ExplainedReport { explanation.report }

  init(_ explanation: Explanation, in language: Language) {
    self.explanation = explanation
    self.language = language
  }

  private func say(_ words: Words) -> String { language.text(words) }

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
      report.agencyName.map { Words(same: $0) }, report.reportYear.map(Words.init(year:)),
      report.edition.map {
        ExplanationMessages.form(Words(FormWording.words($0).chinese, $0.rawValue))
      }, ExplanationMessages.document(report.docID),
    ]
    return [report.path, "  " + say(.sequence(facts.compactMap(\.self)))]
  }

  private func overview() -> [[String]] {
    guard report.cells != nil else {
      return [[say(ExplanationMessages.noReport)]]
    }
    guard !report.assessments.isEmpty else {
      return [[say(ExplanationMessages.noTable)]]
    }
    let checks = report.checks
    let counts = ExplanationMessages.counts(
      hold: checks.passed, fail: checks.failed, others: checks.unassessable)
    let parts = checks.failures.count { $0.id == "P" }
    let others =
      parts == 0 ? [] : [say(ExplanationMessages.partsDiffer(parts))]
    guard !explanation.failing.isEmpty else {
      return [
        [say(ExplanationMessages.noneFails(counts))] + others
          + [say(ExplanationMessages.explainsOne)]
      ]
    }
    return [[say(counts + ExplanationMessages.stop)] + others]
      + explanation.failing.map(failing) + [[say(ExplanationMessages.explainsOneOfThese)]]
  }

  /// A check, and a line for each of its cells.
  private func failing(_ check: FailingCheck) -> [String] {
    let heading =
      check.assessment.map { IdentityText(report: report, language: language).lines($0) }
      ?? narrative(check.failure)
    let cells = check.cells.compactMap { report.cell($0) }
    let rows = cells.map {
      [
        $0.id.description, say(Self.printed($0)),
        say($0.location?.exactWords ?? ExplanationMessages.noPlace),
      ]
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
    func add(_ name: Words?, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      let wrapped = DisplayWidth.wrapped(
        text.split(separator: " ").map(String.init), indent: 14, width: Self.width)
      lines.append(
        "  " + DisplayWidth.padded(name.map(say) ?? "", to: 12)
          + (wrapped.first ?? "").dropFirst(14))
      lines += wrapped.dropFirst()
    }
    add(ExplanationMessages.printed, say(Self.printed(cell.cell)))
    add(ExplanationMessages.value, say(Self.value(cell)))
    add(ExplanationMessages.place, cell.cell.location.map { say($0.exactWords) })
    add(ExplanationMessages.itsRow, cell.context?.rowLabels.joined(separator: " / "))
    add(ExplanationMessages.itsColumn, cell.context?.columnLabels.joined(separator: " / "))
    add(
      ExplanationMessages.inPrint,
      cell.context?.row.map { $0.isEmpty ? "·" : $0 }.joined(separator: " | "))
    add(ExplanationMessages.formRow, cell.formRow.joined(separator: " / "))
    add(ExplanationMessages.formColumn, cell.formColumn.joined(separator: " / "))
    if cell.isInForm == false, let edition = report.edition {
      add(
        nil,
        say(
          ExplanationMessages.notInForm(
            Words(FormWording.words(edition).chinese, edition.rawValue))))
    }
    // The labels of the form, above, are the Chinese of it.
    if language == .english { add(ExplanationMessages.meaning, cell.definition) }
    add(ExplanationMessages.article, cell.article.map { "条例 \($0)" })
    for remark in cell.remarks { add(remark.severityWords, say(remark.words)) }
    for assessment in cell.identities {
      lines.append("")
      lines += IdentityText(report: report, language: language)
        .lines(assessment, marking: cell.cell.id)
    }
    for failure in cell.narrative { lines += [""] + narrative(failure) }
    if cell.identities.isEmpty, cell.narrative.isEmpty {
      lines += ["", "  " + say(ExplanationMessages.noIdentity)]
    }
    return lines
  }

  /// A figure of the text that differs from the tables, and the sentences that may be the ones.
  private func narrative(_ failure: CheckFailure) -> [String] {
    let quotes = report.figures.filter { $0.value == failure.actual }.map { "    “\($0.quote)”" }
    return [
      "  N(\(failure.scope)) "
        + say(
          ExplanationMessages.figureDiffers(
            failure.expected?.description ?? "?", failure.actual?.description ?? "?"))
    ] + quotes.prefix(3)
  }

  /// The printed string; in words where it is no number.
  private static func printed(_ cell: CellReading) -> Words {
    let raw = cell.raw ?? ""
    return switch cell.state {
    case .value: Words(same: raw.isEmpty ? cell.value?.description ?? "" : raw)
    case .blank: ExplanationMessages.blank
    case .absent: ExplanationMessages.absent
    case .dash, .text, .unreadable: ExplanationMessages.otherThanNumber(raw, cell.state.words)
    }
  }

  /// `20`; money with its conversion, `6229.95万元 -> 62299500 元`.
  private static func value(_ cell: CellExplanation) -> Words {
    guard let value = cell.cell.value else { return ExplanationMessages.noValue }
    guard cell.isMoney else { return Words(same: value.description) }
    guard let unit = cell.cell.unit, let raw = cell.cell.raw else {
      return Words(same: "\(value) 元")
    }
    return Words(
      same: raw.hasSuffix(unit) ? "\(raw) -> \(value) 元" : "\(raw) \(unit) -> \(value) 元")
  }
}

extension Explanation {
  /// The explanation for a person, each line with its end.
  package func text(in language: Language) -> String {
    ExplanationText(self, in: language).text()
  }
}

extension ExplainedReport.Remark {
  /// `数字带有注释（cell_annotated）`; English as the record has it.
  fileprivate var words: Words {
    let english = "\(message) (\(code))"
    let known = IssueCode(rawValue: code)?.words
    return Words(known.map { "\($0.chinese)（\(code)）" } ?? english, english)
  }

  fileprivate var severityWords: Words {
    Severity(rawValue: severity)?.words ?? Words(same: severity)
  }
}
