internal import CFuzzer
internal import Glibc

/// A test that libFuzzer feeds: a function of bytes that traps where something is wrong.
package enum Fuzzing {
  /// Hands the program over to libFuzzer, which reads the command line; never returns before it is done.
  ///
  /// - Parameter test: Static, because libFuzzer calls it through a C function.
  package static func run(_ test: @escaping @Sendable ([UInt8]) -> Void) -> Never {
    unsafe Self.test = test
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
      unsafe Fuzzing.test(bytes)
      return 0
    }
    exit(status)
  }

  private nonisolated(unsafe) static var test: @Sendable ([UInt8]) -> Void = { _ in }

  /// Whether the inputs are made of lines and tags, so that moving these about makes sense.
  package static var isTextual: Bool {
    get { unsafe textual }
    set { unsafe textual = newValue }
  }
  private nonisolated(unsafe) static var textual = false

  /// What `body` gives, run to its end on this thread.
  package static func wait<Value>(_ body: @escaping @Sendable () async -> Value) -> Value {
    let executor = CallingThread()
    let box = Box<Value>()
    Task(executorPreference: executor) { unsafe box.value = await body() }
    executor.drain()
    guard let value = unsafe box.value else { fatalError("nothing here waits for anybody else") }
    return value
  }

  private final class Box<Value>: @unchecked Sendable {
    nonisolated(unsafe) var value: Value?
  }
}

/// Runs the parts of a task one after the other where ``drain()`` is called: a hang or trap has its whole stack.
private final class CallingThread: TaskExecutor, @unchecked Sendable {
  private nonisolated(unsafe) var jobs: [UnownedJob] = []

  func enqueue(_ job: consuming ExecutorJob) {
    unsafe jobs.append(UnownedJob(job))
  }

  func drain() {
    while unsafe !jobs.isEmpty {
      unsafe jobs.removeFirst().runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
