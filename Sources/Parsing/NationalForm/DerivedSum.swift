/// A sum that users need and the form doesn't print, over rows of tables 2 and 3.
package struct DerivedSum: Hashable, Sendable {
  /// Its key in a record: `denied_total`.
  package var id: String
  /// Places of its rows in ``NationalForm/rows``, those of all editions.
  package var rows: [Int]
  /// Which numbers it adds up: `Sum over （四）`.
  package var definition: String
  /// What it counts, for the head of a column: `Could not be provided`.
  package var title: String
}

extension NationalForm {
  /// The sums in the order of a record.
  ///
  /// A row belongs to one by what its id begins with, up to the first dot.
  package static let derivedSums = [
    sum(
      "denied_total", of: ["denied"], "Sum of the 总计 column over （三）", "Refused, all reasons"),
    sum("unable_total", of: ["unable"], "Sum over （四）", "Could not be provided"),
    sum("not_processed_total", of: ["not_processed"], "Sum over （五）", "Not processed"),
    sum("other_total", of: ["other"], "Sum over （六）", "Closed otherwise"),
    sum("review_total", of: ["review"], "Reviews: the four results", "Reviews"),
    sum(
      "suit_total", of: ["direct_suit", "suit_after_review"],
      "Lawsuits, with and without a review before: the results of both", "Lawsuits"),
  ]

  private static func sum(
    _ id: String, of groups: [String], _ definition: String, _ title: String
  ) -> DerivedSum {
    let all = NationalForm.rows
    let rows = all.indices.filter { place in
      let first = cells[all[place].lowerBound]
      return first.table != .activeDisclosure
        && groups.contains(String(first.row.prefix { $0 != "." }))
    }
    return DerivedSum(id: id, rows: rows, definition: definition, title: title)
  }
}
