internal import Diagnostics
internal import Glibc

/// The bytes of a file one after the other, without the file in memory.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  private let name: String
  private let waiting: () throws -> Void
  /// What `waiting` threw: the stream ends there.
  private(set) var interruption: (any Error)?
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var filled = 0
  private var next = 0

  /// - Parameters:
  ///   - name: What an error calls the file.
  ///   - waiting: Called several times a second while a pipe has nothing to give; it ends the stream by throwing.
  init(_ descriptor: Int32, name: String, waiting: @escaping () throws -> Void = {}) {
    self.descriptor = descriptor
    self.name = name
    self.waiting = waiting
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
      guard waits() else { return 0 }
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR, errno != EAGAIN { throw NoInput(path: name, reason: reason(errno)) }
    }
  }

  /// Waits until there is something to read, or the end; false where it is to wait no longer.
  private mutating func waits() -> Bool {
    while interruption == nil {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe poll(&ready, 1, 100) != 0, ready.revents != 0 { return true }
      do { try waiting() } catch { interruption = error }
    }
    return false
  }
}
