import ConfinedPrograms
import Glibc

/// What a document can do that takes over the program that reads it.
enum ConfinementCheck {
  static func finding() -> Finding { finding(ProgramRefusals.inForce(), isRoot: getuid() == 0) }

  static func finding(_ refusals: ProgramRefusals?, isRoot: Bool) -> Finding {
    let name = "confinement"
    guard let refusals else {
      return .warning(
        name, "not known: no process can be started", fix: "raise the limits named below")
    }
    guard refusals.contains(.files) else {
      return .warning(
        name,
        "programs that read documents can read and write everything that this user can: the kernel has no Landlock",
        fix: "boot Linux 5.13 or newer with landlock in its list of security modules (lsm=)")
    }
    guard refusals.contains(.calls) else {
      return .warning(
        name,
        "programs that read documents can use the network: the kernel takes no filter of system calls",
        fix: "use a kernel with seccomp filters, on x86_64 or aarch64")
    }
    var powers = ["write", "use the network"]
    var missing: [String] = []
    if refusals.contains(.signals) {
      powers.append("signal other processes")
    } else {
      missing.append("signals to other processes of this user (that takes Linux 6.12)")
    }
    if isRoot {
      if refusals.contains(.capabilities) {
        powers.append("act as root")
      } else {
        missing.append("what root may do")
      }
    }
    let list = powers.dropLast().joined(separator: ", ") + " or " + (powers.last ?? "")
    return .ok(
      name,
      "programs that read documents see the system's files only and cannot \(list)"
        + (missing.isEmpty ? "" : "; not held back: \(missing.joined(separator: ", "))"))
  }
}
