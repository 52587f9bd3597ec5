internal import Explanation
internal import FormParsing
internal import NationalForm
internal import ReportRecords

/// For identities that fail: the cell which, changed by itself, leaves the fewest of the report's identities failing.
struct SingleChanges {
  /// A whole number in the place of what a cell shows.
  struct Change: Hashable {
    var cell: CellID
    var value: Int
  }

  /// Identities that the same change makes hold.
  struct Group {
    var assessments: [IdentityAssessment]
    /// The one change, or up to three that are as good as one another; none where no cell helps by itself, or too many do.
    var changes: [Change]
    /// Whether more cells than can be named would do.
    var isAnyCell = false
    /// Whether it takes changes of other groups, too.
    var needsOthers = false
  }

  static let mostNamed = 3

  private let assessments: [IdentityAssessment]
  /// The identities that each cell takes part in.
  private var places: [CellID: [Int]] = [:]
  private var operands: [CellID: IdentityAssessment.Operand] = [:]
  private var failing: Set<Int> = []
  private var changed: Set<CellID> = []

  /// The failing identities of `report` in groups, the surest first.
  static func groups(of report: ExplainedReport) -> [Group] {
    let start = SingleChanges(report)
    // Two misprints may lie in one column so that its sum is right: mending one of them breaks it until the other is mended. But
    // at the end nothing that holds in print may fail.
    var daring = start
    let groups = daring.groups(maybeBreaking: true)
    if daring.failing.isSubset(of: start.failing) { return groups }
    var careful = start
    return careful.groups(maybeBreaking: false)
  }

  private init(_ report: ExplainedReport) {
    assessments = report.assessments
    for cell in report.cells ?? [] { operands[cell.id] = (cell.state, cell.value) }
    for (place, assessment) in assessments.enumerated() {
      if assessment.withBlanksAsZero == .fails { failing.insert(place) }
      for cell in assessment.identity.expected + assessment.identity.actual {
        places[cell, default: []].append(place)
      }
    }
  }

  private mutating func groups(maybeBreaking: Bool) -> [Group] {
    let printed = failing
    var groups: [Group] = []
    // One change after the other, because two misprints in a column hide each other's.
    while let change = nextChange(maybeBreaking: maybeBreaking) {
      let outcome = outcome(of: change)
      let repaired = outcome.repaired.filter(printed.contains)
      let needsOthers =
        !outcome.broken.isEmpty
        || outcome.repaired.contains { cells($0).contains(where: changed.contains) }
      groups.append(
        Group(
          assessments: repaired.map { assessments[$0] }, changes: [change],
          needsOthers: needsOthers))
      operands[change.cell] = (.value, ExactDecimal(change.value))
      changed.insert(change.cell)
      failing.subtract(outcome.repaired)
      failing.formUnion(outcome.broken)
    }
    var rest: [[Change]: Int] = [:]
    for place in failing.sorted() where printed.contains(place) {
      let best = best(place, maybeBreaking: false)
      if best.isEmpty || best.count > Self.mostNamed {
        groups.append(
          Group(
            assessments: [assessments[place]], changes: [], isAnyCell: !best.isEmpty,
            needsOthers: cells(place).contains(where: changed.contains)))
      } else if let group = rest[best] {
        groups[group].assessments.append(assessments[place])
      } else {
        rest[best] = groups.count
        groups.append(Group(assessments: [assessments[place]], changes: best))
      }
    }
    return groups
  }

  /// Of the identities for which one cell is better than all others, the change that helps most.
  private func nextChange(maybeBreaking: Bool) -> Change? {
    var found: (change: Change, gain: Int)?
    for place in failing.sorted() {
      let changes = best(place, maybeBreaking: maybeBreaking)
      guard changes.count == 1 else { continue }
      let gain = outcome(of: changes[0]).gain
      if gain > found?.gain ?? 0 { found = (changes[0], gain) }
    }
    return found?.change
  }

  /// The changes that make the identity at `place` hold and leave the fewest failing; none where that is no gain.
  private func best(_ place: Int, maybeBreaking: Bool) -> [Change] {
    var best: (changes: [Change], gain: Int) = ([], 0)
    for cell in cells(place) {
      guard let change = change(of: cell, toHold: place) else { continue }
      let outcome = outcome(of: change)
      guard maybeBreaking || outcome.broken.isEmpty else { continue }
      if outcome.gain > best.gain {
        best = ([change], outcome.gain)
      } else if outcome.gain == best.gain, outcome.gain > 0 {
        best.changes.append(change)
      }
    }
    return best.changes
  }

  private func cells(_ place: Int) -> [CellID] {
    assessments[place].identity.expected + assessments[place].identity.actual
  }

  /// Nil where `cell` can't be changed to that end: it isn't printed, or would have to be less than 0.
  private func change(of cell: CellID, toHold place: Int) -> Change? {
    let now = assessed(place, nil)
    guard let delta = now.delta, let operand = operands[cell],
      [.value, .blank, .dash].contains(operand.state)
    else { return nil }
    guard let value = operand.value.map({ $0.integer }) ?? 0 else { return nil }
    let isActual = now.identity.actual.contains(cell)
    let (result, overflow) =
      isActual
      ? value.subtractingReportingOverflow(delta) : value.addingReportingOverflow(delta)
    return overflow || result < 0 ? nil : Change(cell: cell, value: result)
  }

  /// What a change does to the identities of its cell.
  private struct Outcome {
    var repaired: [Int] = []
    var broken: [Int] = []
    var gain: Int { repaired.count - broken.count }
  }

  private func outcome(of change: Change) -> Outcome {
    var outcome = Outcome()
    for place in places[change.cell] ?? [] {
      let fails = assessed(place, change).withBlanksAsZero == .fails
      switch (failing.contains(place), fails) {
      case (true, false): outcome.repaired.append(place)
      case (false, true): outcome.broken.append(place)
      default: break
      }
    }
    return outcome
  }

  private func assessed(_ place: Int, _ change: Change?) -> IdentityAssessment {
    IdentityAssessment(assessments[place].identity) { cell in
      if let change, change.cell == cell { return (.value, ExactDecimal(change.value)) }
      return operands[cell] ?? (.absent, nil)
    }
  }
}
