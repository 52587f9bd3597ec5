import Diagnostics
import Glibc
import Synchronization

/// Whether the system gives this process what whatever awaits takes for granted: without a thread the first `await` would
/// wait for ever and say nothing, without descriptors Dispatch traps.
enum SystemProbe {
  /// As many as what awaits starts at once.
  private static let threads = 4
  private static let isOver = Atomic(false)

  /// With fewer not even one PDF can be read.
  private static let leastFiles = 32

  /// The error number of the system; nil where there are threads to be had.
  private static func threadError() -> Int32? {
    var started: [pthread_t] = []
    var error: Int32 = 0
    while started.count < threads, error == 0 {
      var thread = pthread_t()
      error = unsafe pthread_create(
        &thread, nil,
        { _ in
          while !SystemProbe.isOver.load(ordering: .acquiring) { sched_yield() }
          return nil
        }, nil)
      if error == 0 { started.append(thread) }
    }
    isOver.store(true, ordering: .releasing)
    for thread in started { pthread_join(thread, nil) }
    return error == 0 ? nil : error
  }

  /// What the program lacks, in a sentence; nil where it has what it needs.
  static func lack() -> String? {
    if let files = SystemLimit.raiseOpenFiles(to: leastFiles) {
      return "the program needs \(leastFiles) open files, and a process may have \(files); "
        + SystemLimit.openFilesCure
    }
    guard let error = threadError() else { return nil }
    let reason = unsafe String(cString: strerror(error))
    return "no thread can be started: \(SystemLimit.wordsOfThread(for: error) ?? reason)"
  }

  /// Ends the program where it lacks them.
  static func require() throws {
    if let lack = lack() { throw ExitStatus.systemLacks.exit(lack) }
  }
}
