internal import ConfinedPrograms
package import Diagnostics
package import DocumentModel

/// `bsdtar` of libarchive, which reads archives that we don't, confined as the programs are that read PDF files.
package struct ArchiveTool: Sendable {
  private let tool: ConfinedProgram

  /// - Parameter searchPath: Colon-separated, as in `PATH`; nil where that isn't set.
  package init(searchPath: String? = InstalledProgram.searchPath) {
    var tool = ConfinedProgram(Self.name, of: "libarchive-tools", searchPath: searchPath)
    // Else it refuses names in Chinese.
    tool.variables.append("LC_ALL=C.UTF-8")
    self.tool = tool
  }

  /// Of the program, for those who let workers run it; nil where it isn't there.
  package static var path: String? {
    InstalledProgram(name, searchPath: InstalledProgram.searchPath)?.path
  }

  private static let name = "bsdtar"

  /// A zip of the members of the archive in `bytes`, all of them.
  ///
  /// To our memory: no name of a member becomes an argument or a file. What it makes a zip of it says nothing about when its
  /// checksum is wrong; so it unpacks all once more, where it does.
  ///
  /// - Parameter limits: Of which `backendSeconds` is what the whole may take.
  package func zip(of bytes: [UInt8], limits: Limits) async throws(Failure) -> [UInt8] {
    let deadline = Deadline(after: limits.backendSeconds)
    let unpacking = ["-x", "-O", "-f", "-"]
    let zip: [UInt8]
    do throws(Failure) {
      zip = try await output(
        ["-c", "-f", "-", "--format", "zip", "@-"], on: bytes, limits, until: deadline)
    } catch {
      guard error.code == .zipCorrupt else { throw error }
      // Only in unpacking does it say of a member that it needs a password.
      _ = try await output(unpacking, on: bytes, limits, until: deadline)
      throw error
    }
    _ = try await output(unpacking, on: bytes, limits, until: deadline)
    return zip
  }

  private func output(
    _ arguments: [String], on bytes: [UInt8], _ limits: Limits, until deadline: Deadline
  ) async throws(Failure) -> [UInt8] {
    let outcome = try await tool.run(arguments, on: bytes, limits: limits, until: deadline)
    if outcome.status == .exited(0) { return outcome.output }
    if let failure = outcome.failure(of: tool, limits: limits) { throw failure }
    let words = outcome.messages.lowercased()
    if ["encrypt", "passphrase", "password"].contains(where: { words.contains($0) }) {
      throw Failure(.encrypted, "the archive or a member of it needs a password")
    }
    let reason = outcome.messages.split(separator: "\n").first.map(String.init) ?? "no message"
    throw Failure(
      .zipCorrupt, "the archive is damaged or of an unknown kind (\(CleanText.line(reason)))")
  }
}
