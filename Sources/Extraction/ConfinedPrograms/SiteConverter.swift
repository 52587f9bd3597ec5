/// A program of a site's own that makes of its files what we read, as the settings of a run name it.
package struct SiteConverter: Hashable, Sendable, Codable {
  /// A pattern of names of files, `*.xyz`.
  package var when: String
  /// The program and its arguments, in which `{input}` and `{output}` stand for the paths of the two files.
  package var command: [String]
  package var output: Output
  /// Seconds that it may take.
  package var timeout: Int
  /// Files and folders that it reads besides those of the system.
  package var reads: [String]

  /// What it makes.
  package enum Output: String, Hashable, Sendable, Codable, CaseIterable {
    case docx, html, text

    var fileExtension: String { self == .text ? "txt" : rawValue }
  }

  package static let standardTimeout = 60
  package static let timeouts = 1...86_400
  private static let input = "{input}"
  private static let outputFile = "{output}"

  package init(
    when: String, command: [String], output: Output, timeout: Int = standardTimeout,
    reads: [String] = []
  ) {
    self.when = when
    self.command = command
    self.output = output
    self.timeout = timeout
    self.reads = reads
  }

  /// Why it can't be used, in words that follow "a converter"; nil where it can.
  package var objection: String? {
    if when.isEmpty || when.contains("/") {
      return "needs a pattern of file names in \"when\", without a slash"
    }
    guard let program = command.first, !program.isEmpty else { return "needs a \"command\"" }
    if program.contains("/"), !program.hasPrefix("/") {
      return "needs a program by its name or by its absolute path"
    }
    for place in [Self.input, Self.outputFile]
    where !command.dropFirst().contains(where: { $0.contains(place) }) {
      return "needs \(place) among the arguments of its command"
    }
    if command.contains(where: { $0.utf8.contains(0) }) { return "has a NUL in its command" }
    if !Self.timeouts.contains(timeout) {
      return
        "needs a timeout from \(Self.timeouts.lowerBound) to \(Self.timeouts.upperBound) seconds"
    }
    if reads.contains(where: { !$0.hasPrefix("/") }) { return "needs absolute paths in \"reads\"" }
    return nil
  }

  /// What people call it: the last component of its program.
  package var name: String {
    let program = command.first ?? ""
    return program.split(separator: "/").last.map(String.init) ?? program
  }

  /// The program; nil where it isn't there.
  package func program(searchPath: String?) -> InstalledProgram? {
    command.first.flatMap { InstalledProgram($0, searchPath: searchPath) }
  }

  /// Tells it, and its program as installed, from any other.
  package func identity(searchPath: String?) -> String {
    // Each with its length, so that no two are written alike.
    let words = ([when, output.rawValue, "\(timeout)"] + command + ["reads"] + reads)
      .map { "\($0.utf8.count):\($0)" }
    return (words + [program(searchPath: searchPath)?.stamp ?? "-"]).joined(separator: " ")
  }

  /// The conversion of a file with this extension, which is no more than letters and digits.
  ///
  /// No name of a file becomes an argument.
  package func conversion(ofFileNamed extension: String) -> FileConversion {
    let inputName = `extension`.isEmpty ? "input" : "input.\(`extension`)"
    let outputName = "output.\(output.fileExtension)"
    let command = command
    var conversion = FileConversion(
      command.first ?? "", of: "it, or name another in the setting converters", input: inputName,
      output: outputName,
      arguments: { folder in
        command.dropFirst().map {
          $0.replacing(Self.input, with: "\(folder)/\(inputName)")
            .replacing(
              Self.outputFile, with: "\(folder)/\(FileConversion.outputFolder)/\(outputName)")
        }
      })
    conversion.readable = reads
    return conversion
  }
}
