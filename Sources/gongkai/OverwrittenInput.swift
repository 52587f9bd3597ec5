import Glibc
import InputFiles

/// Refuses an output that is one of the inputs, by whatever name: it would be gone before it is read, or after.
enum OverwrittenInput {
  /// - Parameters:
  ///   - output: The argument of `-o`; nil for standard output.
  ///   - inputs: Arguments that name inputs; `-` and what isn't there is none.
  static func refuse(_ output: String?, among inputs: [String]) throws {
    guard let output, let place = place(output) else { return }
    for input in inputs where input != "-" && self.place(input) == place {
      throw ExitStatus.usage.exit(
        "\(FileName.printed(output)) is the input, which it would overwrite; give another name")
    }
  }

  private struct Place: Equatable {
    var device: UInt
    var inode: UInt
  }

  /// Where a file lies that may be replaced; nil where there is none.
  private static func place(_ path: String) -> Place? {
    let name = FileName.bytes(path).map { CChar(bitPattern: $0) } + [0]
    var status = stat()
    guard unsafe stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Place(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }
}
