package import DurableFiles

/// The lines of a file of records, one after the other in a buffer that is as large as the largest of them.
package struct RecordLines {
  /// A line that no record can have, in a file that is something else.
  package struct TooLong: Error, Hashable, CustomStringConvertible {
    package var line: Int
    package var description: String { "line \(line) is longer than \(longestLine >> 20) MiB" }
  }

  private let file: FileReader
  /// Bytes that are read at a time, at least.
  private let pieceBytes: Int
  /// Whether empty lines are none.
  private let passesEmpty: Bool
  private var offset = 0
  /// What was read and not yet given stands from `start` to `end`.
  private var buffer: [UInt8] = []
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Of the line that came last, from 1.
  package private(set) var number = 0

  /// - Parameter passesEmpty: Whether empty lines are none.
  package init(_ file: FileReader, pieceBytes: Int = 1 << 20, passesEmpty: Bool = true) {
    self.file = file
    self.pieceBytes = pieceBytes
    self.passesEmpty = passesEmpty
  }

  /// Goes back to the first line.
  package mutating func rewind() {
    self = RecordLines(file, pieceBytes: pieceBytes, passesEmpty: passesEmpty)
  }

  /// The next line that isn't empty, without its LF; nil at the end.
  ///
  /// - Throws: ``FileError``, ``TooLong``.
  package mutating func next() throws -> [UInt8]? {
    while let line = try nextLine() {
      number += 1
      if !line.isEmpty || !passesEmpty { return Array(line) }
    }
    return nil
  }

  private mutating func nextLine() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let newline = buffer[searched..<end].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = newline + 1 }
        return buffer[start..<newline]
      }
      if isAtEnd {
        defer { start = end }
        return start < end ? buffer[start..<end] : nil
      }
      searched = end - start
      try fill()
    }
  }

  /// Moves what is there to the front and reads on behind it; the buffer stays, as fresh memory costs more than the bytes.
  private mutating func fill() throws {
    for place in start..<end { buffer[place - start] = buffer[place] }
    (start, end) = (0, end - start)
    if end == buffer.count {
      guard end <= longestLine else { throw TooLong(line: number + 1) }
      buffer += [UInt8](repeating: 0, count: max(pieceBytes, end))
    }
    let filled = try file.read(at: offset, into: &buffer, from: end)
    offset += filled - end
    isAtEnd = filled < buffer.count
    end = filled
  }
}

/// A record has at most a few times the text that a document may have; a file without line ends is no file of records.
private let longestLine = 1 << 30
