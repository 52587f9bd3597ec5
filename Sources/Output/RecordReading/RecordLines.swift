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
  /// Whether lines are given as they stand, empty ones too.
  private let isVerbatim: Bool
  private var offset = 0
  /// What was read and not yet given stands from `start` to `end`.
  private var buffer: [UInt8] = []
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// Of the line that came last, from 1.
  package private(set) var number = 0

  /// - Parameter isVerbatim: Whether lines are given as they stand, empty ones too. Else what an editor or a shell of Windows
  ///   adds to a file is no part of them: the byte order mark before the first, a CR before an LF.
  package init(_ file: FileReader, pieceBytes: Int = 1 << 20, isVerbatim: Bool = false) {
    self.file = file
    self.pieceBytes = pieceBytes
    self.isVerbatim = isVerbatim
  }

  /// Goes back to the first line.
  package mutating func rewind() {
    self = RecordLines(file, pieceBytes: pieceBytes, isVerbatim: isVerbatim)
  }

  /// What a file may begin with that was saved as UTF-8 by a program of Windows.
  package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The next line that isn't empty, without its end; nil at the end of the file.
  ///
  /// - Throws: ``FileError``, ``TooLong``.
  package mutating func next() throws -> [UInt8]? {
    while var line = try nextLine() {
      number += 1
      if isVerbatim { return Array(line) }
      if number == 1, line.starts(with: Self.mark) { line = line.dropFirst(Self.mark.count) }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if !line.isEmpty { return Array(line) }
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
