internal import Diagnostics
internal import DocumentModel

/// A program that is tried out, confined as those that read documents are.
package struct ProgramTrial: Sendable {
  /// Absolute, or relative to the current folder.
  package let path: String
  private let tool: ConfinedProgram

  /// The program that the first folder of `searchPath` holds; nil where none does.
  ///
  /// - Parameter readable: Files and folders that it needs besides those of the system.
  package init?(_ name: String, searchPath: String?, readable: [String] = []) {
    tool = ConfinedProgram(
      name, of: "the package that has it", searchPath: searchPath, readable: readable)
    guard let path = tool.path else { return nil }
    self.path = path
  }

  package enum Outcome: Hashable, Sendable {
    case ended(status: Int32, output: String, messages: String)
    case killed(signal: Int32)
    /// It was ended by us.
    case tooSlow
    case notStarted(String)
  }

  /// Seconds that a program has.
  package static let patience = 30

  /// Runs the program, which reads `input`, and ends it when its time is over.
  ///
  /// - Parameter variables: What its environment has besides PATH, each `NAME=value`.
  package func run(
    _ arguments: [String], input: [UInt8] = [], variables: [String] = []
  ) async -> Outcome {
    var tool = tool
    tool.variables += variables
    var limits = Limits()
    limits.backendSeconds = Self.patience
    do throws(Failure) {
      let outcome = try await tool.run(
        arguments, on: input, limits: limits, until: Deadline(after: Self.patience))
      return switch outcome.status {
      case .exited(let status):
        .ended(
          status: status, output: String(decoding: outcome.output, as: UTF8.self),
          messages: outcome.messages)
      case .signaled(let signal): .killed(signal: signal)
      }
    } catch {
      return error.code == .backendTimeout ? .tooSlow : .notStarted(error.message)
    }
  }
}
