internal import NationalForm
package import PlainWords
package import ReportRecords

/// Something that an audit found, one line of its output.
package struct Finding: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An identity between two years (X1 to X3) that fails.
    case carryOverBreak = "carry_over_break"
    /// Files with the same bytes.
    case duplicate
    /// Other bytes for the same agency and year.
    case revision
    /// Years without a report between those of an agency's first and last.
    case missingYears = "missing_years"
    /// Dated after the day that 条例 第四十九条 sets.
    case latePublication = "late_publication"
    /// A prescribed part is missing or empty.
    case incompleteSections = "incomplete_sections"
    /// Identities within the report that fail.
    case failingIdentities = "failing_identities"
    /// A report that prints no agency or no year: it can't be set against any other.
    case unidentified
    /// An agency of the map has no report at all.
    case noReport = "no_report"
    /// A report's agency isn't in the map.
    case unmapped
    /// A report that sums up others, and doesn't come out as their sum.
    case sumFails = "sum_fails"
    /// Of a report that sums up others, where a number or a report is missing.
    case sumNotAssessable = "sum_not_assessable"
    /// Of a report that sums up others, and does.
    case sumHolds = "sum_holds"
    /// How many reports an agency of the map has, year by year.
    case coverage

    /// Whether somebody should look; the others say what was seen.
    package var isFault: Bool {
      switch self {
      case .sumHolds, .sumNotAssessable, .coverage: false
      default: true
      }
    }
  }

  /// A number that the finding is about.
  package struct Operand: Hashable, Sendable {
    /// `applications.carried_in.total`, a rule such as `A1`, or a year.
    package var name: String
    /// Of the report it stands in; nil for a count.
    package var path: String?
    package var value: ExactDecimal?

    package init(_ name: String, path: String? = nil, value: ExactDecimal?) {
      self.name = name
      self.path = path
      self.value = value
    }

    /// The number in `cell`; a million findings share the names of some 200 cells.
    init(_ cell: CellID, path: String?, value: ExactDecimal?) {
      self.init(Self.names[cell] ?? cell.description, path: path, value: value)
    }

    private static let names = Dictionary(
      uniqueKeysWithValues: NationalForm.cells.map { ($0, $0.description) })
  }

  package var kind: Kind
  /// As the map or else the report calls it.
  package var agency: String?
  /// The year that the report is about; the first one of a gap.
  package var year: Int?
  package var paths: [String]
  /// One sentence without a final stop.
  package var message: Words
  package var operands: [Operand] = []

  package init(
    _ kind: Kind, agency: String?, year: Int?, paths: [String], message: Words,
    operands: [Operand] = []
  ) {
    self.kind = kind
    self.agency = agency
    self.year = year
    self.paths = paths
    self.message = message
    self.operands = operands
  }

  /// By agency, year, kind and path; what has no agency comes last.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.agency != right.agency {
      guard let a = left.agency else { return false }
      guard let b = right.agency else { return true }
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    if left.year != right.year { return (left.year ?? .min) < (right.year ?? .min) }
    if left.kind != right.kind { return left.kind.order < right.kind.order }
    let (a, b) = (left.paths.first ?? "", right.paths.first ?? "")
    if a != b { return a.utf8.lexicographicallyPrecedes(b.utf8) }
    return left.message.english.utf8.lexicographicallyPrecedes(right.message.english.utf8)
  }
}

extension Finding.Kind {
  /// Its place in the list of kinds.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
