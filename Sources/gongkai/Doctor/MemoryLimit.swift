import Foundation
import PlainWords

/// How much memory this process and its children may use together.
enum MemoryLimit {
  /// The least of the machine's memory and what its control groups allow, in bytes; nil where neither is known.
  static func smallest() -> (bytes: Int, source: Words)? {
    let groups = groupFolders().compactMap { folder in
      // One file in the unified hierarchy, the other before it; "max" is no limit.
      ["memory.max", "memory.limit_in_bytes"].lazy.compactMap { number(in: "\(folder)/\($0)") }
        .first.map { (bytes: $0, source: DoctorMessages.ofControlGroup) }
    }
    let machine = SystemText.lines(of: "/proc/meminfo")
      .first { $0.hasPrefix("MemTotal:") }?
      .split(separator: " ").dropFirst().first.flatMap { Int($0) }
      .map { (bytes: $0 << 10, source: DoctorMessages.ofMachine) }
    return (groups + (machine.map { [$0] } ?? [])).min { $0.bytes < $1.bytes }
  }

  /// The folders of this process's control groups and of those above them.
  private static func groupFolders() -> [String] {
    SystemText.lines(of: "/proc/self/cgroup").flatMap { line -> [String] in
      // `0::/system.slice/x.service`, or `4:memory:/x` before the unified hierarchy.
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return [] }
      let controllers = fields[1].split(separator: ",")
      guard controllers.isEmpty || controllers.contains("memory") else { return [] }
      let top = controllers.isEmpty ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
      let parts = fields[2].split(separator: "/")
      return (0...parts.count).map {
        ([top] + parts.prefix($0).map(String.init)).joined(separator: "/")
      }
    }
  }

  private static func number(in path: String) -> Int? {
    SystemText.lines(of: path).first.flatMap { Int($0) }
  }
}

/// The system's tables in `/proc` and `/sys`.
enum SystemText {
  /// None where the file can't be read.
  static func lines(of path: String) -> [Substring] {
    guard
      case .success(let text) = Result(catching: {
        try String(contentsOfFile: path, encoding: .utf8)
      })
    else { return [] }
    return text.split(separator: "\n")
  }
}
