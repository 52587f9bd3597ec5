import Foundation
import TestSupport
import Testing

/// The unit files that docs/operating.md shows, by name: the first block of `ini` behind each name.
private func units() throws -> [String: String] {
  let readme = try String(
    contentsOf: TestFolders.package.appending(path: "docs/operating.md"), encoding: .utf8)
  var units: [String: String] = [:]
  for part in readme.components(separatedBy: "`/etc/systemd/system/").dropFirst() {
    let name = part.prefix { $0 != "`" }
    units[String(name)] =
      part.components(separatedBy: "```ini\n").dropFirst().first?
      .components(separatedBy: "```").first
  }
  return units
}

private let analyzer = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Test(.enabled(if: analyzer != nil, "needs systemd-analyze"))
func theServiceFilesAreWhatSystemdTakes() throws {
  let units = try units()
  #expect(units.keys.sorted() == ["gongkai-mail.service", "gongkai.service", "gongkai.timer"])
  try inTemporaryFolder { folder in
    for (name, text) in units {
      // The program that a unit starts must exist.
      let installed = text.replacingOccurrences(
        of: "ExecStart=/usr/local/bin/gongkai ",
        with: "ExecStart=\"\(BuiltProgram.executable.path)\" ")
      #expect((installed != text) == (name == "gongkai.service"))
      try Data(installed.utf8).write(to: folder.appending(path: name))
    }
    let verify = "'\(analyzer ?? "")' verify --man=no ./gongkai*"
    let result = try BuiltProgram.shell(verify, in: folder)
    #expect(result.status == 0)
    #expect(result.text + result.errors == "")
    // A setting that systemd doesn't know would be said.
    let wrong = try BuiltProgram.shell(
      "sed -i 's/^KillMode=/KilMode=/' gongkai.service; " + verify, in: folder)
    #expect((wrong.text + wrong.errors).contains("KilMode"))
  }
}
