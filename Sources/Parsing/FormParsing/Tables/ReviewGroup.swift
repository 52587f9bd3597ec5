import DocumentModel
import NationalForm

/// The groups of table 3 as headings name them, where each group has a table of its own.
enum ReviewGroup {
  /// The row of table 3 that a heading such as `（一）行政复议情况` or `行政诉讼（未经复议直接起诉）` names; nil for any other text.
  static func named(in text: String) -> Int? {
    guard text.utf8.count <= 120 else { return nil }
    let units = FoldedLabel(text).units
    let rows = NationalForm.reviewLitigation.rows
    let named = rows.indices.filter { row in
      rows[row].path.last.map { LabelParts.holds(units, FoldedLabel($0.text).units) } ?? false
    }
    // 行政复议 stands in the caption of the whole table too.
    guard named.count == 1, let row = named.first else { return nil }
    let groups = rows[row].path.map { FoldedLabel($0.text).units.count }.reduce(0, +)
    let isBare = units.count <= groups + most
    let others = rows.flatMap { $0.path.dropLast() }.map { FoldedLabel($0.text).units }
    let namesOther = rows[row].path.count == 1 && others.contains { LabelParts.holds(units, $0) }
    return isBare && !namesOther ? row : nil
  }

  /// Characters of a number and of words such as 情况 beside the name.
  private static let most = 6
}
