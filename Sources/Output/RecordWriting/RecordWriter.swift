package import ReportRecords

/// Writes records as JSON Lines: UTF-8, LF, every key on every line and always in the same order.
package struct RecordWriter {
  /// With room for the line of nearly every report.
  private var json = JSONWriter(room: 32 << 10)

  package init() {}

  /// The line of `record`, its LF included.
  ///
  /// The buffer is reused: take the bytes before the next call.
  package mutating func line(_ record: Record) -> [UInt8] {
    json.reset()
    json.object(record, RecordFields.record)
    json.newline()
    return json.bytes
  }
}
