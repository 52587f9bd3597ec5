import Diagnostics
import NationalForm

/// How sure it is which label a damaged one was.
enum LabelDamage: Hashable, Sendable {
  /// Number and group agree, and nothing but characters of the label are left, which are those of no other.
  case certain
  case uncertain

  var code: IssueCode { self == .certain ? .labelDamaged : .labelUncertain }
}

/// Finds the row that a damaged or shortened label means: `2.其他法律行政止公开`, `1.逾期不补正`.
///
/// Number and group prove more than text: with both, two fifths of the text may differ; with neither, a fifth.
struct DamagedLabels: Sendable {
  /// Attempts that one document may make: a table of a hundred thousand unknown rows is none of ours.
  private var attemptsLeft = 1_000

  /// The row of `table`, or nil where none is near or two are equally near.
  ///
  /// - Parameter group: The innermost group that the row stands in; nil where it isn't known.
  mutating func row(
    for label: FoldedLabel, in table: TableID, group: Int?, book: LabelBook
  ) -> (row: Int, damage: LabelDamage)? {
    guard attemptsLeft > 0, (2...80).contains(label.units.count) else { return nil }
    attemptsLeft -= 1
    let number = label.numbered?.number
    let body = label.numbered?.body ?? label
    var best: (row: Int, cost: Int, damage: LabelDamage)?
    var isTie = false
    // Rows whose labels may have been cut to this: 属于行政 may be two.
    var cutFrom = 0
    for (row, known) in book.rows[table].enumerated() {
      let agrees = Agreement(
        number: number == nil ? nil : known.number == number,
        group: group == nil ? nil : known.group == group)
      let isCut = known.bodies.contains { Self.isSubsequence(body.units, of: $0.units) }
      if isCut { cutFrom += 1 }
      let distances = known.bodies.lazy.compactMap {
        MeaningWords.differ(body, from: $0) ? nil : Self.distance(body, $0, agrees)
      }
      guard let distance = distances.min() else { continue }
      let cost = 2 * distance + agrees.penalty
      if let current = best, current.cost <= cost {
        isTie = isTie || current.cost == cost
      } else {
        best = (row, cost, agrees.isFull && isCut ? .certain : .uncertain)
        isTie = false
      }
    }
    return isTie ? nil : best.map { ($0.row, cutFrom > 1 ? .uncertain : $0.damage) }
  }

  /// What a column's label that is none of the form's may be.
  enum Column: Hashable, Sendable {
    /// The label and its unit: 本年收费金额（元）.
    case whole(Int)
    case damaged(Int)
    /// Near a label of the form, with a word that makes it mean something else.
    case other
    case unknown
  }

  /// The column of `table` whose label is near `label`.
  mutating func column(for label: FoldedLabel, in table: TableID, book: LabelBook) -> Column {
    guard attemptsLeft > 0, (3...60).contains(label.units.count) else { return .unknown }
    attemptsLeft -= 1
    var found: FormIndices = []
    var isOther = false
    for (column, spellings) in book.columns[table].enumerated() {
      for known in spellings where known.units.count > 2 {
        if let rest = label.remainder(after: known), MeaningWords.isUnit(rest) {
          return .whole(column)
        }
        let holds = Self.isSubsequence(known.units, of: label.units)
        guard holds || Self.distance(label, known, Agreement()) != nil else { continue }
        if MeaningWords.differ(label, from: known) { isOther = true } else { found.insert(column) }
      }
    }
    if let column = found.first, found.count == 1 { return .damaged(column) }
    return isOther || !found.isEmpty ? .other : .unknown
  }

  /// What the number and the group say about a row; nil where one of them isn't printed.
  private struct Agreement {
    var number: Bool?
    var group: Bool?

    var isFull: Bool { number == true && group == true }
    var isContradicted: Bool { number == false || group == false }
    var penalty: Int { (number == false ? 1 : 0) + (group == false ? 1 : 0) }

    /// Of how many characters of the longer text one may differ.
    func tolerance(_ length: Int) -> Int {
      isFull ? max(1, length * 2 / 5) : isContradicted ? length / 5 : length / 4
    }
  }

  /// Characters that differ; an abbreviation, all of whose characters come in the label in order, is one off.
  private static func distance(
    _ text: FoldedLabel, _ known: FoldedLabel, _ agreement: Agreement
  ) -> Int? {
    let (a, b) = (text.units, known.units)
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let shorter = a.count < b.count ? a : b
    let longer = a.count < b.count ? b : a
    let enough = agreement.isFull ? 2 : agreement.isContradicted ? 6 : 4
    if shorter.count >= enough, isSubsequence(shorter, of: longer) { return 1 }
    let limit = agreement.tolerance(longer.count)
    return limit > 0 ? editDistance(a, b, atMost: limit) : nil
  }

  private static func isSubsequence(_ part: [UInt16], of whole: [UInt16]) -> Bool {
    var rest = part[...]
    for unit in whole where rest.first == unit { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Levenshtein's distance; nil where it is more than `limit`.
  static func editDistance(_ a: [UInt16], _ b: [UInt16], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for (i, unit) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in 1...max(1, b.count) where j <= b.count {
        let cost = min(diagonal + (unit == b[j - 1] ? 0 : 1), row[j] + 1, row[j - 1] + 1)
        diagonal = row[j]
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
