import Conversion
import Glibc

/// The lines of a descriptor, each of bounded length.
struct RequestLines {
  enum Line {
    /// Without the LF.
    case request([UInt8])
    /// More bytes than any request has; they were passed over.
    case tooLong
  }

  private let descriptor: Int32
  private var piece = [UInt8](repeating: 0, count: 64 << 10)
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line; nil at the end of the input, which may lack the last LF.
  mutating func next() -> Line? {
    var isTooLong = false
    // What one document needed is not held for the next.
    if start > WorkerRequest.lineBytes {
      buffer = Array(buffer[start...])
      start = 0
    }
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return isTooLong ? .tooLong : .request(Array(buffer[start..<end]))
      }
      if buffer.count - start > WorkerRequest.longestLineBytes { isTooLong = true }
      if isTooLong {
        buffer.removeAll(keepingCapacity: true)
        start = 0
      } else if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      scanned = buffer.count
      guard fill() else {
        defer { buffer.removeAll() }
        if isTooLong { return .tooLong }
        return buffer.isEmpty ? nil : .request(buffer)
      }
    }
  }

  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    while true {
      let count = unsafe read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isAtEnd = true
        return false
      }
      buffer += piece[..<count]
      return true
    }
  }
}
