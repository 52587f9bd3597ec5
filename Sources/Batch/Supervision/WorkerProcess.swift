internal import CSys
internal import Glibc
internal import Synchronization

/// What a process of ours, a worker most of all, does to itself when it starts.
package enum WorkerProcess {
  /// Makes this process answerable for whatever its programs leave behind: it ends that with them.
  package static func adoptStrays() { Orphans.adopt() }

  /// Bounds the data that this process may hold; what it starts may raise that for itself.
  package static func limitMemory(_ bytes: Int) {
    // Where the system refuses, the supervisor's other limits hold.
    _ = csys_limit_data(UInt64(max(0, bytes)))
  }

  /// Raises the memory that the stack of a thread may have to `wanted` bytes, as far as this process may.
  ///
  /// - Returns: How much it may have now, where this is less.
  package static func raiseStack(to wanted: Int) -> Int? {
    let bytes = csys_raise_stack(UInt64(wanted))
    return bytes == 0 ? nil : Int(clamping: bytes)
  }

  /// Lets this process say `message` and end with `status` where the system would end it, which bounds its processor time.
  package static func announceEnd(_ message: String, status: Int32) {
    unsafe csys_end_at_processor_limit(message, status)
  }

  /// Ends this process, and all that it has started, as soon as its standard input is closed: nobody waits for it then.
  package static func endWithInput() {
    var thread = pthread_t()
    _ = unsafe pthread_create(
      &thread, nil,
      { _ in
        var input = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
        while unsafe poll(&input, 1, -1) < 0
          || input.revents & Int16(POLLHUP | POLLERR | POLLNVAL) == 0
        {}
        Orphans.end(except: [])
        _exit(0)
      }, nil)
  }
}
