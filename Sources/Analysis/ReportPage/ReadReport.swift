internal import Comparison
internal import CountedReports
internal import NationalForm
package import RecordReading

/// A record with what the page takes out of a report: most of its work, done for many at a time.
package struct ReadReport: Sendable {
  package let record: RecordView
  let numbers: ReportNumbers
  /// Of all numbers of the form; nil where it prints none.
  let numbersHash: Int?
  let content: Content?

  /// What there is of a record that has the tables of the form.
  struct Content: Sendable {
    let file: OriginalFile
    let form: PackedForm
    let prose: ProseSentences
    /// What stands in each of ``CarryOver/cells``.
    let prints: [Print]
  }

  package init(_ record: RecordView) {
    self.record = record
    let cells = record.cells(printOf: Self.printed)
    numbers = ReportNumbers(cells)
    numbersHash = cells?.numbersHash
    content = cells.map { cells in
      Content(
        file: OriginalFile(record),
        form: PackedForm(FormFacts(edition: record.edition, cells: cells)),
        prose: ProseSentences(record.sections),
        prints: CarryOver.cells.map { Print(cells[$0]) })
    }
  }

  /// The cells whose print is kept.
  private static let printed = NationalForm.cells.indices.map(Set(CarryOver.cells).contains)
}
