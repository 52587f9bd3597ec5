internal import ConsoleText
internal import InputFiles
internal import RunSettings
internal import RunState

/// What a run would do, for a person.
final class PlanText {
  private let isVerbose: Bool
  private var names: [String] = []

  /// - Parameter isVerbose: Whether what is passed over is named, but for side-cars that are used.
  init(isVerbose: Bool) { self.isVerbose = isVerbose }

  func pass(_ reason: PassedOver.Reason, _ path: [UInt8]) {
    guard isVerbose, reason != .sidecar else { return }
    let name = TerminalText.line(FileName.shown(path))
    names.append("             \(name) (\(reason.rawValue))")
  }

  /// - Parameters:
  ///   - removal: The records that would go.
  ///   - limit: What the run would stop for; nil where it would not.
  func bytes(
    _ plan: State.Plan, _ passedOver: PassedOver, removal: State.Removal? = nil,
    over limit: RemovalLimit? = nil
  ) -> [UInt8] {
    var lines = [
      "found        \(plan.found) documents, \(plan.bytes) bytes",
      "to convert   \(plan.work) documents, \(plan.workBytes) bytes (\(plan.new) of them new)",
      "unchanged    \(plan.found - plan.work)",
      "to remove    \(plan.gone) records whose file is gone",
    ]
    if plan.unopened > 0 {
      lines.append(
        "archives     \(plan.unopened) of these by name, each counted as one: their members show once they are read"
      )
    }
    if let limit {
      lines.append(
        "would stop   more than --max-removed \(limit.text) lets go, unless they have new names; "
          + "--allow-removal lets them go")
    }
    if isVerbose {
      for path in removal?.paths ?? [] {
        lines.append("             \(TerminalText.line(FileName.shown(path)))")
      }
    }
    for (reason, count) in passedOver.all {
      lines.append("passed over  \(count) \(reason.rawValue)")
    }
    return Array(((lines + names).joined(separator: "\n") + "\n").utf8)
  }
}
