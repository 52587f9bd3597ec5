internal import Diagnostics
internal import DurableFiles
internal import InputFiles
internal import RunState
internal import Supervision

/// Why a run can't go on, and the exit status that says so.
package struct RunEnd: Error, Hashable, Sendable {
  /// Of `record.md`, after sysexits.h.
  package enum Status: Int32, Sendable {
    case finished = 0
    case broken = 1
    case someFailed = 3
    case condition = 4
    case usage = 64
    case noInput = 66
    case programMissing = 69
    /// No process, no thread, no descriptor to be had.
    case systemLacks = 71
    case cannotCreate = 73
    case cannotWrite = 74
    case locked = 75
    case badConfiguration = 78
    case hangup = 129
    case interrupted = 130
    case terminated = 143
  }

  package var status: Status
  /// One sentence for a person.
  package var message: String

  package init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Whether a signal ended the run.
  var isBySignal: Bool { [.hangup, .interrupted, .terminated].contains(status) }

  /// What `error` means to a run.
  package init(_ error: any Error) {
    switch error {
    case let end as RunEnd: self = end
    case let error as FileError: self.init(error)
    case StateError.file(let error): self.init(error)
    case let error as StateError where error.isNewer: self.init(.badConfiguration, "\(error)")
    case let error as SupervisionError:
      self.init(error.isShortage ? .systemLacks : .broken, error.description)
    default: self.init(.broken, "\(error)")
    }
  }

  private init(_ error: FileError) {
    let status: Status =
      SystemLimit.isShortage(error.code)
      ? .systemLacks : error.isCreation ? .cannotCreate : .cannotWrite
    self.init(status, error.description)
  }

  /// The end by signal `number`.
  static func signal(_ number: Int32) -> RunEnd {
    let status: Status =
      switch number {
      case 2: .interrupted
      case 1: .hangup
      default: .terminated
      }
    return RunEnd(status, "stopped by signal \(number); the next run goes on from here")
  }
}
