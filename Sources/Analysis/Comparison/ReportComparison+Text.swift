internal import ConsoleText
internal import Diagnostics
internal import NationalForm
internal import ReportRecords

extension ReportComparison {
  /// For a person: a heading with its counts, then one line for each fact.
  package func text() -> String {
    let lines =
      header + [""] + cellLines + [""] + carryOverLines + [""] + figureLines + [""] + proseLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var header: [String] {
    [("older", older), ("newer", newer)].map { side, facts in
      var parts = [
        facts.agencyName ?? "no agency", facts.reportYear.map(String.init) ?? "no year",
        facts.form.edition?.rawValue ?? "no edition",
      ]
      if let day = facts.datedOn { parts.append("dated \(day)") }
      return
        "\(side)  \(TerminalText.line(parts.joined(separator: ", ")))  \(TerminalText.line(facts.path))"
    } + warnings.map { "warning  \($0.words)" }
  }

  private var cellLines: [String] {
    let counts =
      "Cells: \(cells.changes.count) differ, \(cells.equal) equal, \(cells.notComparable) not comparable"
    return [counts]
      + cells.changes.map { change in
        let edition = (change.newer.state == .absent ? older : newer).form.edition
        let step = change.change.map { " (\(Wording.signed($0.description)))" } ?? ""
        let unit = NationalForm.cell(change.id)?.column.kind == .amount ? " 元" : ""
        return "  \(change.id)  \(Wording.label(change.id, in: edition)): "
          + "\(Wording.value(change.older)) -> \(Wording.value(change.newer))\(unit)\(step)"
      }
  }

  private var carryOverLines: [String] {
    switch carryOver {
    case .notApplicable(let reason): return ["Carry-over: not looked at, \(reason.words)"]
    case .assessed(let identities):
      let counts = CarryOver.Outcome.allCases.map { outcome in
        "\(identities.count { $0.outcome == outcome }) \(outcome.plural)"
      }
      return ["Carry-over: \(counts.joined(separator: ", "))"] + identities.map(line)
    }
  }

  private func line(_ identity: CarryOver) -> String {
    let sum = identity.expected.enumerated().map { index, operand in
      (index == 0 ? "" : operand.place.isSubtracted ? " - " : " + ") + words(operand)
    }
    let sign =
      switch identity.outcome {
      case .holds: "="
      case .fails: "is not"
      case .notAssessable: "against"
      }
    let delta =
      identity.outcome == .fails
      ? identity.delta.map { ", by \(Wording.signed($0.description))" } ?? "" : ""
    return "  \(identity.outcome.words)  \(identity.rule.rawValue) \(identity.scope): "
      + "\(words(identity.actual)) \(sign) \(sum.joined())\(delta)"
  }

  /// `2023 carried_in 9 (table 2 row 5 cell 8)`.
  private func words(_ operand: CarryOver.Operand) -> String {
    let year = (operand.place.isNewer ? newer : older).reportYear.map { "\($0) " } ?? ""
    let name =
      operand.place.cell.table == .applications
      ? operand.place.cell.row : operand.place.cell.column
    let place = operand.reading.location.map { " (\(TerminalText.line($0.description)))" } ?? ""
    return "\(year)\(name) \(Wording.value(operand.reading))\(place)"
  }

  private var figureLines: [String] {
    let counts =
      "Figures: \(figures.changes.count) differ, \(figures.equal) equal, "
      + "\(figures.onlyOlder.count) only in the older, \(figures.onlyNewer.count) only in the newer"
    return [counts]
      + figures.changes.map { change in
        let step = change.change.map { " (\(Wording.signed($0.description)))" } ?? ""
        return "  \(name(change.newer)): \(change.older.value) -> \(change.newer.value)\(step)"
      }
      + figures.onlyOlder.map { "  only older  \(name($0)): \($0.value)" }
      + figures.onlyNewer.map { "  only newer  \(name($0)): \($0.value)" }
  }

  private func name(_ figure: Figure) -> String {
    TerminalText.line((figure.label ?? "?") + (figure.unit.map { "（\($0)）" } ?? ""))
  }

  private var proseLines: [String] {
    let whole = prose
    guard let percent = whole.percent else { return ["Prose: the newer report has none"] }
    return [
      "Prose: \(percent) % of the newer report's \(whole.characters) characters stand in the same sections of the older one"
    ]
      + sections.map { section in
        let name =
          (section.section.number.map { "\($0) " } ?? "") + (section.section.heading ?? "(lead)")
        let share = section.similarity.percent.map { "\($0) % of \(section.similarity.characters)" }
        let missing = section.older == nil ? ", a section that the older one has not" : ""
        return "  \(TerminalText.line(name)): \(share ?? "nothing to compare")\(missing)"
      }
  }
}

extension CarryOver.Outcome {
  /// Of one identity: `not assessable`.
  package var words: String { self == .notAssessable ? "not assessable" : rawValue }

  /// Of several: `hold`.
  package var plural: String {
    switch self {
    case .holds: "hold"
    case .fails: "fail"
    case .notAssessable: words
    }
  }
}

extension CarryOverResult.Reason {
  package var words: String {
    switch self {
    case .agencyUnknown: "a report names no agency"
    case .otherAgency: "the agencies are not the same"
    case .yearUnknown: "a report names no year"
    case .reversed: "the first report is of the later year"
    case .notConsecutive: "the years are not consecutive"
    }
  }
}
