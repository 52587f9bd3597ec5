import Diagnostics
import NationalForm
import ReportRecords

/// What the sums of the groups of table 3 prove.
extension ReviewLitigationReader {
  /// Where the sums say that the totals of all groups stand.
  enum Totals {
    case asNamed, first, elsewhere
  }

  /// The cells of a row of all groups that lacks one value; nil where the sums don't tell which group lacks it.
  ///
  /// The groups around that one add up. Its own figures share a cell, which nobody takes for a number, unless its total is
  /// what is missing at the end of the row.
  static func lackingOne(_ values: ArraySlice<FormCell>) -> [FormCell]? {
    let groupWidth = NationalForm.reviewLitigation.columns.count
    let numbers = values.compactMap { PlainNumber.value(of: $0.text) }
    guard values.count == Self.width - 1, numbers.count == values.count else { return nil }
    func addsUp(from start: Int, _ count: Int) -> Bool {
      let group = numbers[start..<start + count]
      return group.dropLast().reduce(0, &+) == group.last
    }
    let starts = Array(stride(from: 0, to: Self.width, by: groupWidth))
    let lacking = starts.filter { start in
      starts.allSatisfy { $0 == start || addsUp(from: $0 > start ? $0 - 1 : $0, groupWidth) }
    }
    guard let start = lacking.first else { return nil }
    let cells = Array(values)
    // Of zeros up to the end of the row it makes no difference.
    if numbers[start...].allSatisfy({ $0 == 0 }) { return cells }
    guard lacking.count == 1 else { return nil }
    let end = start + groupWidth - 1
    if end == cells.count, !addsUp(from: start, groupWidth - 1) { return cells }
    var shared = cells[start]
    shared.text = cells[start..<end].map(\.text).joined(separator: " ")
    return cells[..<start] + Array(repeating: shared, count: groupWidth) + cells[end...]
  }

  /// Whether `line`, on the page behind that of a row of blanks, is that row's other part: the figures of all groups, which
  /// add up, where a page break left the upper edges of their cells on the page before.
  static func goesOn(from blank: FormLine, in line: FormLine) -> Bool {
    guard let above = blank.location?.pageNumber, line.location?.pageNumber == above + 1,
      line.cells.count == blank.cells.count
    else { return false }
    let numbers = line.cells.compactMap { PlainNumber.value(of: $0.text) }
    let groupWidth = NationalForm.reviewLitigation.columns.count
    return numbers.count == width && numbers.contains { $0 > 0 }
      && stride(from: 0, to: width, by: groupWidth).allSatisfy { start in
        let group = numbers[start..<start + groupWidth]
        return group.dropLast().reduce(0, &+) == group.last
      }
  }

  /// If any group adds up to the total that the header names, the header is right.
  ///
  /// If several add up only with the total first, that outweighs a damaged header in the form's order. A group with one
  /// outcome alone proves nothing.
  static func totals(_ cells: [FormCell], _ columns: [Int]) -> Totals {
    let width = NationalForm.reviewLitigation.columns.count
    let numbers = cells.compactMap(\.summand)
    guard numbers.count == columns.count, numbers.count == Self.width else { return .asNamed }
    var first = 0
    var others = 0
    for start in stride(from: 0, to: numbers.count, by: width) {
      let group = numbers[start..<start + width]
      guard group.contains(where: { $0 > 0 }),
        let place = columns[start..<start + width].firstIndex(of: width - 1)
      else { continue }
      let sum = group.reduce(0, &+)
      let isNamed = sum == numbers[place] &* 2
      let isFirst = sum == numbers[start] &* 2
      // One outcome alone is the total wherever that stands.
      if isNamed, isFirst, place != start { continue }
      if isNamed { return .asNamed }
      if isFirst { first += 1 } else { others += 1 }
    }
    guard first > 1 else { return .asNamed }
    let isForms = columns.enumerated().allSatisfy { $0.element == $0.offset % width }
    return isForms && others == 0 && first == NationalForm.reviewLitigation.rows.count
      ? .first : .elsewhere
  }

  /// Whether the figures before the blanks at the end are whole groups whose totals prove their places.
  static func isPlaced(_ cells: [FormCell]) -> Bool {
    let width = NationalForm.reviewLitigation.columns.count
    let numbers = cells.prefix { !$0.isBlank }.map { Int($0.text) ?? -1 }
    guard !numbers.isEmpty, numbers.count % width == 0, numbers.contains(where: { $0 > 0 }) else {
      return false
    }
    return stride(from: 0, to: numbers.count, by: width).allSatisfy { start in
      let group = numbers[start..<start + width]
      return group.reduce(0, &+) == numbers[start + width - 1] &* 2
    }
  }
}
