extension WorkerRequest {
  /// Bytes of a line beside its content: a path and a location of 4,096 bytes each, every byte escaped, and 64 digests.
  package static let lineBytes = 128 << 10
  /// Bytes of a file that a request may hold: an annual report has some 100 KB, with pictures a few MB.
  package static let contentBytes = 16 << 20
  /// Bytes of the longest line: the largest content in base64, every slash of it escaped, and the rest.
  package static let longestLineBytes = 24 << 20

  /// Whether the longest string of `line` alone makes it longer than ``lineBytes``.
  ///
  /// Decoding costs many times the bytes of a line, unless these are of one string.
  static func isBounded(_ line: [UInt8]) -> Bool {
    guard line.count > lineBytes else { return true }
    guard line.first == UInt8(ascii: "{") else { return false }
    var longest = 0
    var start: Int?
    var place = 0
    while place < line.count {
      switch line[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "\""):
        if let begun = start { longest = max(longest, place - begun) }
        start = start == nil ? place : nil
      default: break
      }
      place += 1
    }
    return line.count - longest <= lineBytes
  }
}
