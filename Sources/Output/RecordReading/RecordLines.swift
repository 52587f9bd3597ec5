package import DurableFiles

/// The lines of a file of records, one after the other in a buffer that is as large as the largest of them.
package struct RecordLines {
  /// A line that no record can have, in a file that is something else.
  package struct TooLong: Error, Hashable, CustomStringConvertible {
    package var line: Int
    package var description: String { "line \(line) is longer than \(longestLine >> 20) MiB" }
  }

  private let file: FileReader
  private var offset = 0
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Of the line that came last, from 1.
  package private(set) var number = 0

  package init(_ file: FileReader) { self.file = file }

  /// The next line that isn't empty, without its LF; nil at the end.
  ///
  /// - Throws: ``FileError``, ``TooLong``.
  package mutating func next() throws -> [UInt8]? {
    while let line = try nextLine() {
      number += 1
      if !line.isEmpty { return Array(line) }
    }
    return nil
  }

  private mutating func nextLine() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? buffer[start...] : nil
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      guard buffer.count <= longestLine else { throw TooLong(line: number + 1) }
      let piece = try file.read(at: offset, count: max(1 << 20, buffer.count))
      offset += piece.count
      isAtEnd = piece.isEmpty
      buffer += piece
    }
  }
}

/// A record has at most a few times the text that a document may have; a file without line ends is no file of records.
private let longestLine = 1 << 30
