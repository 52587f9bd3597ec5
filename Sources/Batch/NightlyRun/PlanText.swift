internal import InputFiles
internal import RunState

/// What a run would do, for a person.
enum PlanText {
  static func of(_ plan: State.Plan, _ passedOver: PassedOver) -> [UInt8] {
    var lines = [
      "found        \(plan.found) documents, \(plan.bytes) bytes",
      "to convert   \(plan.work) documents, \(plan.workBytes) bytes (\(plan.new) of them new)",
      "unchanged    \(plan.found - plan.work)",
      "to remove    \(plan.removed) records whose file is gone",
    ]
    for (reason, count) in passedOver.all {
      lines.append("passed over  \(count) \(reason.rawValue)")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
