package import Diagnostics
package import DocumentModel
internal import Glibc

/// A program that makes a file of another format out of a file, in a folder of its own that holds nothing else.
///
/// What it says by its exit status is believed only where it says that it failed: LibreOffice ends with 0 whatever comes.
/// What counts is the file that it leaves.
package struct FileConversion: Sendable {
  /// As `PATH` names it, or a path.
  package var program: String
  /// The package that has it, for messages.
  package var package: String
  /// Of the file that it is given, `input.rtf`, and of the one that it is to leave, which lies in ``outputFolder``.
  package var inputName, outputName: String
  /// Called with the folder, an absolute path.
  package var arguments: @Sendable (_ folder: String) -> [String]
  /// Besides HOME and TMPDIR, which are the folder.
  package var variables: @Sendable (_ folder: String) -> [String]
  /// Files and folders that it reads besides those of the system.
  package var readable: [String] = []
  /// Exit status with which it asks to be started anew.
  package var restarts: Set<Int32> = []
  /// Bytes of address space that it needs, whatever less others may have.
  package var leastMemory = 0

  package init(
    _ program: String, of package: String, input: String, output: String,
    arguments: @escaping @Sendable (String) -> [String],
    variables: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    self.program = program
    self.package = package
    inputName = input
    outputName = output
    self.arguments = arguments
    self.variables = variables
  }

  /// Where the file that it leaves lies in its folder.
  package static let outputFolder = "output"

  /// The file that it makes of `bytes`.
  ///
  /// - Parameters:
  ///   - limits: Of which `backendSeconds` is what the whole may take, and `packageBytes` what the file may have.
  ///   - parent: The folder in which its own is made; nil for the system's.
  package func output(
    of bytes: [UInt8], limits: Limits, in parent: String?, searchPath: String?
  ) async throws(Failure) -> [UInt8] {
    let deadline = Deadline(after: limits.backendSeconds)
    var limits = limits
    limits.backendMemoryBytes = max(limits.backendMemoryBytes, leastMemory)
    // Looked for before a copy of the document is made.
    guard InstalledProgram(program, searchPath: searchPath) != nil else {
      throw Failure(.backendMissing, "\(program) is not in PATH; install \(package)")
    }
    let scratch: ScratchFolder
    do throws(ScratchFolder.SystemError) {
      scratch = try ScratchFolder(in: parent)
      try scratch.makeFolder(Self.outputFolder)
      try scratch.write(bytes, to: inputName)
    } catch {
      throw Failure(
        .backendFailed, "no temporary folder for \(program) could be filled (error \(error.code))")
    }
    var tool = ConfinedProgram(
      program, of: package, searchPath: searchPath, fileBytes: limits.packageBytes,
      readable: readable, scratch: scratch.path)
    tool.variables += ["HOME=\(scratch.path)", "TMPDIR=\(scratch.path)", "LC_ALL=C.UTF-8"]
    tool.variables += variables(scratch.path)
    var outcome = try await run(tool, scratch, limits, deadline)
    for _ in 0..<2 {
      guard case .exited(let code) = outcome.status, restarts.contains(code) else { break }
      outcome = try await run(tool, scratch, limits, deadline)
    }
    if let failure = outcome.failure(of: tool, limits: limits) { throw failure }
    if case .exited(let code) = outcome.status, code != 0 {
      throw Failure(.backendFailed, "\(tool.name) ended with code \(code)\(Self.words(outcome))")
    }
    switch scratch.content(of: "\(Self.outputFolder)/\(outputName)", limit: limits.packageBytes) {
    case .bytes(let bytes) where !bytes.isEmpty: return bytes
    case .tooLarge:
      throw Failure(
        .backendOutputLimit, "\(tool.name) made a file of \(limits.over(.packageBytes))")
    case .bytes, .none:
      throw Failure(.backendFailed, "\(tool.name) could not read the file\(Self.words(outcome))")
    }
  }

  private func run(
    _ tool: ConfinedProgram, _ scratch: ScratchFolder, _ limits: Limits, _ deadline: Deadline
  ) async throws(Failure) -> ConfinedProgram.Outcome {
    try await tool.run(arguments(scratch.path), on: [], limits: limits, until: deadline)
  }

  /// The last line of its messages in brackets, where that is what people call an error.
  private static func words(_ outcome: ConfinedProgram.Outcome) -> String {
    let lines = outcome.messages.split(separator: "\n").filter { !$0.contains("gongkai-") }
    guard let line = lines.last(where: { $0.lowercased().hasPrefix("error") }) else { return "" }
    return " (\(CleanText.line(String(line.prefix(200)))))"
  }
}
