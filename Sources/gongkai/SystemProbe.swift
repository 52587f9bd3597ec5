import Diagnostics
import Glibc
import PlainWords
import Supervision
import Synchronization

/// Whether the system gives this process what whatever awaits takes for granted: without a thread the first `await` would
/// wait for ever and say nothing, without descriptors Dispatch traps.
enum SystemProbe {
  /// As many as what awaits starts at once.
  private static let threads = 4
  private static let isOver = Atomic(false)

  /// With fewer not even one PDF can be read.
  private static let leastFiles = 32

  /// Bytes of stack with which every reader gets by; by default a thread has eight times as many.
  private static let leastStack = 1 << 20

  /// Bytes of address space without which the libraries alone find no room.
  private static let leastMemory = 384 << 20

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
    if let bytes = SystemLimit.memory(below: leastMemory) {
      return "the program needs \(leastMemory) bytes of memory, and a process may have \(bytes); "
        + SystemLimit.memoryCure
    }
    guard let error = threadError() else { return nil }
    let reason = unsafe String(cString: strerror(error))
    return "no thread can be started: \(SystemLimit.wordsOfThread(for: error) ?? reason)"
  }

  /// Ends the program where its threads can't have the stack that they need; before anything else, which needs some.
  static func requireStack() {
    guard let lack = lackOfStack() else { return }
    StandardError.say(lack)
    Glibc.exit(ExitStatus.systemLacks.rawValue)
  }

  private static func lackOfStack() -> String? {
    guard let bytes = WorkerProcess.raiseStack(to: leastStack) else { return nil }
    return "the program needs \(leastStack) bytes of stack, and a thread may have \(bytes); "
      + SystemLimit.stackCure
  }

  /// Lets the program say what ended it where the system bounds its processor time, one second before the system does.
  static func announceEnd() {
    guard let seconds = SystemLimit.processorSeconds() else { return }
    let words = ErrorWords.words(
      "a process may have \(seconds) seconds of processor time; \(SystemLimit.processorCure)")
    WorkerProcess.announceEnd(
      "gongkai: \(Language.ofProgram.text(words))\n", status: ExitStatus.systemLacks.rawValue)
  }

  /// Ends the program where it lacks them.
  static func require() throws {
    if let lack = lack() { throw ExitStatus.systemLacks.exit(lack) }
  }
}
