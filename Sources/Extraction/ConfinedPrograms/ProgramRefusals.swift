internal import CSys

/// What is refused to programs that are given a document.
package struct ProgramRefusals: OptionSet, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Files that don't belong to the system, and writing.
  package static let files = ProgramRefusals(rawValue: Int32(csys_refuses_files))
  /// System calls, such as those that open a socket.
  package static let calls = ProgramRefusals(rawValue: Int32(csys_refuses_calls))
  /// Signals to other processes.
  package static let signals = ProgramRefusals(rawValue: Int32(csys_refuses_signals))
  /// The rights that root has beyond those of any user.
  package static let capabilities = ProgramRefusals(
    rawValue: Int32(csys_refuses_capabilities))

  /// What this machine's kernel refuses, tried out; nil where no process can be started.
  package static func inForce() -> ProgramRefusals? {
    let found = csys_refusals_in_force()
    return found < 0 ? nil : ProgramRefusals(rawValue: found)
  }
}
