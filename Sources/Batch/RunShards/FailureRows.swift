internal import DurableFiles
internal import RecordReading

/// The rows of a list of failures behind its first one, as they stand: with their LF, and a quoted field may hold more of them.
struct FailureRows {
  private var lines: RecordLines
  /// With the byte order mark, if there is one; nil where the file is empty.
  let header: [UInt8]?

  init(_ file: FileReader, pieceBytes: Int = 64 << 10) throws {
    lines = RecordLines(file, pieceBytes: pieceBytes, isVerbatim: true)
    header = try lines.next()
  }

  /// The next row; nil at the end, also where that is in the middle of a row, which its digest tells.
  mutating func next() throws -> [UInt8]? {
    var row: [UInt8] = []
    var quotes = 0
    while let line = try lines.next() {
      row += line
      row.append(UInt8(ascii: "\n"))
      quotes += line.count { $0 == UInt8(ascii: "\"") }
      if quotes.isMultiple(of: 2) { return row }
    }
    return nil
  }
}
