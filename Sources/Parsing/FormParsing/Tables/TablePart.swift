import NationalForm

/// Consecutive lines that show labels of one table.
struct TablePart: Sendable {
  var table: TableID
  var lines: [FormLine]
  var evidence = Evidence()
  var blocks: ClosedRange<Int>
  var isLoose: Bool
  /// Whether the form's order tells which figures are whose, and not the labels beside them.
  var isRebuilt = false

  /// Which labels of its table were seen.
  struct Evidence: Sendable {
    var rows: FormIndices = []
    var columns = 0
    var furniture = 0

    mutating func formUnion(_ other: Evidence) {
      rows.formUnion(other.rows)
      columns += other.columns
      furniture += other.furniture
    }

    /// Whether these labels can only be the national table's: another one may well have a row 行政许可.
    func proves(_ table: TableID) -> Bool {
      switch table {
      case .activeDisclosure: furniture > 0 && !rows.isEmpty || columns > 0 && rows.count > 1
      case .applications: rows.count > 2 || columns > 3 && !rows.isEmpty
      case .reviewLitigation: rows.count > 1 && columns > 2 || columns > 7
      }
    }
  }
}
