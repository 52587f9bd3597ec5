import NationalForm
import ReportRecords

/// What the sums of the groups of table 3 prove.
extension ReviewLitigationReader {
  /// Where the sums say that the totals of all groups stand.
  enum Totals {
    case asNamed, first, elsewhere
  }

  /// If any group adds up to the total that the header names, the header is right.
  ///
  /// If several add up only with the total first, that outweighs a damaged header in the form's order. A group with one
  /// outcome alone proves nothing.
  static func totals(_ cells: [FormCell], _ columns: [Int]) -> Totals {
    let width = NationalForm.reviewLitigation.columns.count
    // A dash counts as 0 here.
    let numbers = cells.compactMap { cell -> Int? in
      if let number = PlainNumber.value(of: cell.text) { return number }
      return cell.isBlank || CellValue.read(cell.text, as: .count).state == .dash ? 0 : nil
    }
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
