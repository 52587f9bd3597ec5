internal import ConsoleText
internal import InputFiles
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
  ///   - work: The documents that would be converted, as many as are named.
  ///   - removal: The records that would go.
  ///   - refusal: Why the run would end before it did any of this; nil where it would not.
  func bytes(
    _ plan: State.Plan, _ passedOver: PassedOver, work: [[UInt8]] = [],
    removal: State.Removal? = nil, refusal: String? = nil
  ) -> [UInt8] {
    func named(_ paths: [[UInt8]], of count: Int) -> [String] {
      guard isVerbose else { return [] }
      let rest = count > paths.count ? ["             … and \(count - paths.count) more"] : []
      return paths.map { "             \(TerminalText.line(FileName.shown($0)))" } + rest
    }
    var lines = ["found        \(plan.found) documents, \(plan.bytes) bytes"]
    lines.append(
      "to convert   \(plan.work) documents, \(plan.workBytes) bytes (\(plan.new) of them new)")
    lines += named(work, of: plan.work)
    lines.append("unchanged    \(plan.found - plan.work)")
    lines.append("to remove    \(plan.gone) records whose file is gone")
    if plan.unopened > 0 {
      lines.append(
        "archives     \(plan.unopened) of these by name, each counted as one: their members show once they are read"
      )
    }
    if let refusal { lines.append("would stop   \(refusal)") }
    lines += named(removal?.gone.map(\.path) ?? [], of: removal?.gone.count ?? 0)
    for kept in plan.kept {
      let folder = TerminalText.line(FileName.shown(kept.folder))
      lines.append("kept         \(kept.count) records below \(folder), which cannot be read")
    }
    for (reason, count) in passedOver.all {
      lines.append("passed over  \(count) \(reason.rawValue)")
    }
    return Array(((lines + names).joined(separator: "\n") + "\n").utf8)
  }

  /// Documents that are named, at most.
  static let mostNames = 10_000
}
