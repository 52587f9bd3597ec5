internal import Diagnostics
package import ReportRecords

extension PrintedCell {
  /// What a record would show of `reading`.
  package init(_ reading: CellReading) {
    self.init(
      id: reading.id, state: reading.state, value: reading.value, raw: reading.raw,
      unit: reading.unit, location: reading.location?.description)
  }
}
