internal import Diagnostics
internal import Glibc

/// The bytes of a file one after the other, without the file in memory.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var filled = 0
  private var next = 0

  /// - Parameter name: What an error calls the file.
  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Nil at the end.
  mutating func byte() throws(NoInput) -> UInt8? {
    if next == filled {
      filled = try fill()
      next = 0
      if filled == 0 { return nil }
    }
    defer { next += 1 }
    return buffer[next]
  }

  private mutating func fill() throws(NoInput) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw NoInput(path: name, reason: reason(errno)) }
    }
  }
}
