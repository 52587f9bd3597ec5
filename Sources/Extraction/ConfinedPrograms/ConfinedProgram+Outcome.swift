package import Diagnostics
package import DocumentModel
internal import Glibc

extension ConfinedProgram.Outcome {
  /// Why `program` was ended before it had done its work, by us, by a limit of ours or by a fault of its own.
  ///
  /// Nil where it ended by itself: what its status then says about the document, each program says otherwise.
  package func failure(of program: ConfinedProgram, limits: Limits) -> Failure? {
    let name = program.name
    return switch status {
    case .exited(0):
      nil
    case _ where isOutOfMemory:
      Failure(.backendMemory, "\(name) asked for memory of \(limits.over(.backendMemoryBytes))")
    case .exited(126), .exited(127):
      Failure(.backendMissing, "\(name) cannot be run; install \(program.package)")
    case .exited:
      nil
    case .signaled(let signal) where signal == SIGXCPU:
      Failure(.backendTimeout, "\(name) used processor time of \(limits.over(.backendSeconds))")
    case .signaled(let signal) where signal == SIGXFSZ && program.mayWrite:
      Failure(.backendOutputLimit, "\(name) wrote a file of \(limits.over(.packageBytes))")
    case .signaled(let signal) where signal == SIGXFSZ:
      Failure(.backendFailed, "\(name) tried to write a file")
    case .signaled(let signal):
      Failure(.backendCrashed, "\(name) was ended by signal \(signal)")
    }
  }

  /// Whether the child said that it got no memory, which poppler may do and go on without a part of the text.
  package var isOutOfMemory: Bool {
    let messages = messages.lowercased()
    return ["bad_alloc", "out of memory", "memoryerror", "memory exhausted", "allocate memory"]
      .contains { messages.contains($0) }
  }
}
