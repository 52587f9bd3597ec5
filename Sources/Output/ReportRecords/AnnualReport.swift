package import Diagnostics
package import NationalForm

/// What only an annual report has.
package struct AnnualReport: Sendable {
  package var signature: String?
  /// The office that compiled a government-level report.
  package var compiledBy: String?
  /// `（此件公开发布）`.
  package var disclosureNote: String?
  /// A reading for every cell of ``NationalForm/cells``, in that order.
  package var cells: [CellReading]
  package var cited: [Citation] = []
  package var figures: [Figure] = []

  package init(cells: [CellReading]) {
    self.cells = cells
  }
}

/// What stands in one cell of the form, and where.
package struct CellReading: Hashable, Sendable {
  package var id: CellID
  package var state: State
  /// Set exactly when `state` is ``State/value``.
  ///
  /// Money is in 元.
  package var value: ExactDecimal?
  /// The printed string; nil where the row or column isn't printed.
  package var raw: String?
  /// As printed in the cell, else in the header: `万元`; nil for counts.
  package var unit: String?
  package var location: Location?

  package init(
    _ id: CellID, _ state: State, value: ExactDecimal? = nil, raw: String? = nil,
    unit: String? = nil, location: Location? = nil
  ) {
    self.id = id
    self.state = state
    self.value = value
    self.raw = raw
    self.unit = unit
    self.location = location
  }

  /// What a cell shows.
  package enum State: String, Sendable, CaseIterable {
    /// A number.
    case value
    /// Nothing.
    case blank
    /// A dash or slash: not applicable.
    case dash
    /// Words.
    case text
    /// The report prints no such row or column.
    case absent
    /// Something that is or may be a number, but not one that can be told for certain.
    case unreadable
  }
}

/// A document named in 《》.
package struct Citation: Hashable, Sendable {
  /// Without 《》 and inner spaces.
  package var title: String
  /// `国办公开办函〔2019〕60号`, without inner spaces.
  package var number: String?
  package var count: Int
  /// The full title that this one is short for.
  package var aliasOf: String?

  package init(title: String, number: String?, count: Int, aliasOf: String?) {
    self.title = title
    self.number = number
    self.count = count
    self.aliasOf = aliasOf
  }
}

/// A quantity that the narrative states.
package struct Figure: Hashable, Sendable {
  /// What is counted; nil where the text doesn't tell it.
  package var label: String?
  /// In the printed unit, multiplied out: 536万 is 5360000.
  package var value: ExactDecimal
  /// `条`, `件`, `%`; nil where none is printed.
  package var unit: String?
  /// Whether 余, 近, 超, 约 or the like stands beside it.
  package var approximate: Bool
  package var sectionID: String?
  /// The shortest contiguous text that shows it.
  package var quote: String
  /// Index, in the same list, of the figure that this is a part of.
  package var parent: Int?

  package init(
    label: String?, value: ExactDecimal, unit: String?, approximate: Bool, sectionID: String?,
    quote: String, parent: Int?
  ) {
    self.label = label
    self.value = value
    self.unit = unit
    self.approximate = approximate
    self.sectionID = sectionID
    self.quote = quote
    self.parent = parent
  }
}

/// How the form's arithmetic came out.
package struct Checks: Hashable, Sendable {
  package var passed = 0
  package var failed = 0
  /// With an operand that isn't printed or readable.
  package var unassessable = 0
  package var failures: [CheckFailure] = []

  package init() {}
}

/// An identity that doesn't hold.
package struct CheckFailure: Hashable, Sendable {
  /// `A1`, `A2`, `A3`, `R1`, `R2`, `R3`, or the soft `N` and `P`.
  package var id: String
  /// Column id for A1 and A2, row id for A3, group id for R1 to R3, path of the cell for N
  /// (`applications.new_received.total`), index of the figure for P.
  package var scope: String
  package var severity: Severity
  /// What the other operands say (for N the table); `actual` is what is printed (for N in the text), `delta` =
  /// `actual` - `expected`.
  package var expected, actual, delta: ExactDecimal?
  /// Whether an operand is blank and was taken as 0; the check itself is then unassessable.
  package var blanksAsZero: Bool

  package init(
    id: String, scope: String, severity: Severity, expected: ExactDecimal?, actual: ExactDecimal?,
    delta: ExactDecimal?, blanksAsZero: Bool
  ) {
    self.id = id
    self.scope = scope
    self.severity = severity
    self.expected = expected
    self.actual = actual
    self.delta = delta
    self.blanksAsZero = blanksAsZero
  }
}
