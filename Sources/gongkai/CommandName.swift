import ArgumentParser
import ConsoleText
import Glibc
import InputFiles

/// The name of the command, before the parser of arguments complains of all that stands behind a wrong one.
enum CommandName {
  /// Ends the program where the first argument is no command, and says which one may be meant.
  static func require(_ arguments: [String]) throws {
    guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else { return }
    let shown = FileName.printed(name)
    let cure =
      if let nearest = nearest(to: name) {
        "did you mean gongkai \(nearest)?"
      } else if isThere(name) {
        "gongkai convert \(shown) converts a file"
      } else {
        "gongkai --help lists the commands"
      }
    throw ExitStatus.usage.exit("there is no command \(shown); \(cure)")
  }

  private static let names =
    Gongkai.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  private static func nearest(to name: String) -> String? {
    guard name.utf8.count <= 40 else { return nil }
    let ranked = names.map { (EditDistance.between(Array(name.utf8), Array($0.utf8)), $0) }
    return ranked.filter { $0 <= max(1, min(3, $1.count / 3)) }.min { $0 < $1 }?.1
  }

  private static func isThere(_ name: String) -> Bool {
    unsafe access(FileName.bytes(name).map { CChar(bitPattern: $0) } + [0], F_OK) == 0
  }
}
