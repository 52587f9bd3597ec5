package import Diagnostics
internal import Glibc

/// How a worker was lost over a document.
package enum WorkerLoss: Hashable, Sendable {
  /// It was over the document's deadline, in seconds, and was killed.
  case deadline(Int)
  /// It met its limit of memory.
  case memory(limit: Int)
  /// A signal ended it.
  case signal(Int32)
  /// It ended by itself without an answer.
  case ended(Int32)
  /// Its answer was longer than this many bytes.
  case answerTooLong(limit: Int)

  /// What the document's record says.
  package var failure: Failure {
    switch self {
    case .deadline(let seconds):
      Failure(.workerTimeout, "the document took longer than \(seconds) s", stage: .run)
    case .memory(let limit):
      Failure(
        .workerMemory, "the document needed more memory than worker_memory = \(limit) bytes",
        stage: .run)
    case .signal(let number):
      Failure(.workerCrashed, "the worker was ended by signal \(number)", stage: .run)
    case .ended(let status):
      Failure(.workerCrashed, "the worker ended with status \(status)", stage: .run)
    case .answerTooLong(let limit):
      Failure(.documentLimit, "the record is longer than \(limit) bytes", stage: .run)
    }
  }

  /// Whether a second worker may do better.
  ///
  /// A deadline is not waited for twice in a night, and a record is as long as it is.
  var mayPass: Bool {
    switch self {
    case .memory, .signal, .ended: true
    case .deadline, .answerTooLong: false
    }
  }
}
