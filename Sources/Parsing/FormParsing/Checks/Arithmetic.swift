package import NationalForm
package import ReportRecords

/// Checks the identities of the form (勾稽关系) on the readings; never changes one.
package enum Arithmetic {
  /// A1 to A3 on table 2, R1 to R3 on table 3.
  ///
  /// An identity with an operand that has no value is unassessable, and is looked at once more with blank, dashed and
  /// absent operands as 0; what fails then is listed, but not counted as failed. A row that isn't printed has no A3.
  ///
  /// - Parameters:
  ///   - cells: A reading for every cell of ``NationalForm/cells``, in that order.
  ///   - edition: Nil where the tables don't tell.
  package static func check(_ cells: [CellReading], edition: Edition?) -> Checks {
    var checks = Checks()
    let states = cells.indices.lazy.map { (id: cells[$0].id, state: cells[$0].state) }
    let assessments = assessments(states, edition) { id in
      cells.index(of: id).map { (cells[$0].state, cells[$0].value) }
    }
    for assessment in assessments {
      switch assessment.outcome {
      case .holds: checks.passed += 1
      case .fails: checks.failed += 1
      case .unassessable: checks.unassessable += 1
      }
      if let failure = assessment.failure { checks.failures.append(failure) }
    }
    return checks
  }

  /// How each identity of a report comes out, in the order of ``NationalForm/identities(of:printing:)``.
  ///
  /// - Parameter cells: What a report shows; a cell that isn't among them is absent.
  package static func assessments(
    _ cells: [(id: CellID, operand: IdentityAssessment.Operand)], edition: Edition?
  ) -> [IdentityAssessment] {
    let operands = Dictionary(cells.map { ($0.id, $0.operand) }) { first, _ in first }
    return assessments(cells.lazy.map { (id: $0.id, state: $0.operand.state) }, edition) {
      operands[$0]
    }
  }

  /// - Parameter operand: What a cell shows; nil for one that is absent.
  private static func assessments(
    _ states: some Sequence<(id: CellID, state: CellReading.State)>, _ edition: Edition?,
    operand: (CellID) -> IdentityAssessment.Operand?
  ) -> [IdentityAssessment] {
    var printed: Set<String> = []
    var last: String?
    for (id, state) in states where id.table == .applications && state != .absent {
      guard id.row != last else { continue }
      printed.insert(id.row)
      last = id.row
    }
    return NationalForm.identities(of: edition, printing: printed).map { identity in
      IdentityAssessment(identity) { operand($0) ?? (.absent, nil) }
    }
  }

  /// Whether an identity proves the value of each cell, and none speaks against it.
  static func proven(_ form: FormReading) -> [Bool] {
    let cells = form.cells
    var holds = [Bool](repeating: false, count: cells.count)
    var fails = holds
    let assessments = assessments(
      cells.map { ($0.id, ($0.state, $0.value)) }, edition: form.edition)
    for assessment in assessments where assessment.outcome != .unassessable {
      for id in assessment.identity.expected + assessment.identity.actual {
        guard let index = cells.index(of: id) else { continue }
        if assessment.outcome == .holds { holds[index] = true } else { fails[index] = true }
      }
    }
    return cells.indices.map { holds[$0] && !fails[$0] }
  }
}
