internal import ConsoleText
internal import Diagnostics
internal import NationalForm
package import PlainWords
internal import ReportRecords

extension ReportComparison {
  /// For a person: a heading with its counts, then one line for each fact.
  package func text(in language: Language) -> String {
    ComparisonText(comparison: self, language: language).text()
  }
}

/// A comparison for a person.
private struct ComparisonText {
  let comparison: ReportComparison
  let language: Language
  private var older: ReportFacts { comparison.older }
  private var newer: ReportFacts { comparison.newer }

  init(comparison: ReportComparison, language: Language) {
    self.comparison = comparison
    self.language = language
  }

  /// Each line with its end.
  func text() -> String {
    let lines =
      header + [""] + cellLines + [""] + carryOverLines + [""] + figureLines + [""] + proseLines
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ words: Words) -> String { language.text(words) }

  private var header: [String] {
    [(ComparisonMessages.older, older), (ComparisonMessages.newer, newer)].map { side, facts in
      var parts = [
        facts.agencyName.map { Words(same: $0) } ?? ComparisonMessages.noAgency,
        facts.reportYear.map(Words.init(year:)) ?? ComparisonMessages.noYear,
        facts.form.edition.map { Words(FormWording.words($0).chinese, $0.rawValue) }
          ?? ComparisonMessages.noEdition,
      ]
      if let day = facts.datedOn { parts.append(ComparisonMessages.dated(day)) }
      let about = say(.sequence(parts))
      return "\(say(side))  \(TerminalText.line(about))  \(TerminalText.line(facts.path))"
    } + comparison.warnings.map { "\(say(ComparisonMessages.warning))  \(say($0.words))" }
  }

  private var cellLines: [String] {
    let cells = comparison.cells
    let counts = ComparisonMessages.cells(
      differ: cells.changes.count, equal: cells.equal, notComparable: cells.notComparable)
    return [say(counts)]
      + cells.changes.map { change in
        let edition = (change.newer.state == .absent ? older : newer).form.edition
        let step = change.change.map { " (\(Wording.signed($0.description)))" } ?? ""
        let unit = NationalForm.cell(change.id)?.column.kind == .amount ? " 元" : ""
        return "  \(change.id)  \(Wording.label(change.id, in: edition)): "
          + "\(say(Wording.value(change.older))) -> \(say(Wording.value(change.newer)))\(unit)\(step)"
      }
  }

  private var carryOverLines: [String] {
    switch comparison.carryOver {
    case .notApplicable(let reason): return [say(ComparisonMessages.notLookedAt(reason.words))]
    case .assessed(let identities):
      let counts = CarryOver.Outcome.allCases.map { outcome in
        ComparisonMessages.count(identities.count { $0.outcome == outcome }, outcome.plural)
      }
      return [say(ComparisonMessages.carryOver(.list(counts)))] + identities.map(line)
    }
  }

  private func line(_ identity: CarryOver) -> String {
    let sum = identity.expected.enumerated().map { index, operand in
      (index == 0 ? "" : operand.place.isSubtracted ? " - " : " + ") + words(operand)
    }
    let sign =
      switch identity.outcome {
      case .holds: "="
      case .fails: say(ComparisonMessages.isNot)
      case .notAssessable: say(ComparisonMessages.against)
      }
    let delta =
      identity.outcome == .fails
      ? identity.delta.map {
        say(ComparisonMessages.by(Wording.signed($0.description)))
      } ?? "" : ""
    return
      "  \(say(identity.outcome.words))  \(identity.rule.rawValue) \(say(identity.scopeWords)): "
      + "\(words(identity.actual)) \(sign) \(sum.joined())\(delta)"
  }

  /// `2023 carried_in 9 (table 2 row 5 cell 8)`.
  private func words(_ operand: CarryOver.Operand) -> String {
    let year = (operand.place.isNewer ? newer : older).reportYear.map { "\($0) " } ?? ""
    let cell = operand.place.cell
    let edition = (operand.place.isNewer ? newer : older).form.edition
    let wording = FormWording(edition: edition ?? .latest)
    let name =
      cell.table == .applications
      ? Words(wording.shortRow(cell).chinese, cell.row)
      : Words(wording.column(cell).chinese, cell.column)
    let place =
      operand.reading.location.map { location in
        let words = location.exactWords
        return TerminalText.line(say(Words("（\(words.chinese)）", " (\(words.english))")))
      } ?? ""
    return "\(year)\(say(name)) \(say(Wording.value(operand.reading)))\(place)"
  }

  private var figureLines: [String] {
    let figures = comparison.figures
    let counts = ComparisonMessages.figures(
      differ: figures.changes.count, equal: figures.equal, onlyOlder: figures.onlyOlder.count,
      onlyNewer: figures.onlyNewer.count)
    return [say(counts)]
      + figures.changes.map { change in
        let step = change.change.map { " (\(Wording.signed($0.description)))" } ?? ""
        return "  \(name(change.newer)): \(change.older.value) -> \(change.newer.value)\(step)"
      }
      + figures.onlyOlder.map {
        "  \(say(ComparisonMessages.onlyOlder))  \(name($0)): \($0.value)"
      }
      + figures.onlyNewer.map {
        "  \(say(ComparisonMessages.onlyNewer))  \(name($0)): \($0.value)"
      }
  }

  private func name(_ figure: Figure) -> String {
    TerminalText.line((figure.label ?? "?") + (figure.unit.map { "（\($0)）" } ?? ""))
  }

  private var proseLines: [String] {
    let whole = comparison.prose
    guard let percent = whole.percent else { return [say(ComparisonMessages.noProse)] }
    return [say(ComparisonMessages.prose(percent, of: whole.characters))]
      + comparison.sections.map { section in
        let name =
          (section.section.number.map { "\($0) " } ?? "")
          + (section.section.heading ?? say(ComparisonMessages.lead))
        let share = section.similarity.percent.map {
          ComparisonMessages.share($0, of: section.similarity.characters)
        }
        let missing = section.older == nil ? say(ComparisonMessages.newSection) : ""
        return "  \(TerminalText.line(name)): "
          + say(share ?? ComparisonMessages.nothingToCompare) + missing
      }
  }
}

extension CarryOver {
  /// The row or column that it is about; English as records name it.
  package var scopeWords: Words {
    let wording = FormWording(edition: .latest)
    let cell = actual.place.cell
    let words = rule == .x1 ? wording.column(cell) : wording.shortRow(cell)
    return Words(words.chinese, scope)
  }
}

extension CarryOver.Outcome {
  /// Of one identity: `not assessable`.
  package var words: Words {
    switch self {
    case .holds: ComparisonMessages.holds
    case .fails: ComparisonMessages.fails
    case .notAssessable: ComparisonMessages.notAssessable
    }
  }

  /// Of several: `hold`.
  package var plural: Words {
    switch self {
    case .holds: ComparisonMessages.hold
    case .fails: ComparisonMessages.fail
    case .notAssessable: words
    }
  }
}

extension CarryOverResult.Reason {
  package var words: Words {
    switch self {
    case .agencyUnknown: ComparisonMessages.agencyUnknown
    case .otherAgency: ComparisonMessages.otherAgency
    case .yearUnknown: ComparisonMessages.yearUnknown
    case .reversed: ComparisonMessages.reversed
    case .notConsecutive: ComparisonMessages.notConsecutive
    }
  }
}
