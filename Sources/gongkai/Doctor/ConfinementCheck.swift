import ConfinedPrograms
import Glibc
import PlainWords

/// What a document can do that takes over the program that reads it.
enum ConfinementCheck {
  static func finding() -> Finding { finding(ProgramRefusals.inForce(), isRoot: getuid() == 0) }

  static func finding(_ refusals: ProgramRefusals?, isRoot: Bool) -> Finding {
    let name = "confinement"
    guard let refusals else {
      return .warning(
        name, DoctorMessages.confinementUnknown, fix: DoctorMessages.raiseLimits)
    }
    guard refusals.contains(.files) else {
      return .warning(
        name, DoctorMessages.noLandlock, fix: DoctorMessages.bootLandlock)
    }
    guard refusals.contains(.calls) else {
      return .warning(
        name, DoctorMessages.noCallFilter, fix: DoctorMessages.useCallFilter)
    }
    var powers = [DoctorMessages.write, DoctorMessages.useNetwork]
    var missing: [Words] = []
    if refusals.contains(.signals) {
      powers.append(DoctorMessages.signal)
    } else {
      missing.append(DoctorMessages.signals)
    }
    if isRoot {
      if refusals.contains(.capabilities) {
        powers.append(DoctorMessages.actAsRoot)
      } else {
        missing.append(DoctorMessages.powersOfRoot)
      }
    }
    let confined = DoctorMessages.confined(cannot: .choice(powers))
    return .ok(
      name, missing.isEmpty ? confined : confined + DoctorMessages.notHeldBack(.list(missing)))
  }
}
