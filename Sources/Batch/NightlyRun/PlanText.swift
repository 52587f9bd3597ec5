internal import ConsoleText
internal import InputFiles
internal import PlainWords
internal import RunReporting
internal import RunState

/// What a run would do, for a person.
final class PlanText {
  private let isVerbose: Bool
  private let language: Language
  private var names: [String] = []

  /// - Parameter isVerbose: Whether what is passed over is named, but for side-cars that are used.
  init(isVerbose: Bool, in language: Language) {
    self.isVerbose = isVerbose
    self.language = language
  }

  func pass(_ reason: PassedOver.Reason, _ path: [UInt8]) {
    guard isVerbose, reason != .sidecar else { return }
    let name = TerminalText.line(FileName.shown(path))
    names.append(indented(CountMessages.named(name, reason.words)))
  }

  /// - Parameters:
  ///   - paths: The documents that would be converted, as many as are named.
  ///   - removal: The records that would go.
  ///   - refusal: Why the run would end before it did any of this; nil where it would not.
  func bytes(
    _ plan: State.Plan, _ passedOver: PassedOver, work paths: [[UInt8]] = [],
    removal: State.Removal? = nil, refusal: String? = nil
  ) -> [UInt8] {
    let work = RunMessages.newAmong(
      RunMessages.size(documents: plan.work, bytes: plan.workBytes), plan.new)
    var lines = [
      line(RunMessages.found, RunMessages.size(documents: plan.found, bytes: plan.bytes)),
      line(RunMessages.toConvert, plan.work > 1 ? RunMessages.equalOnce(work) : work),
    ]
    lines += named(paths, of: plan.work)
    lines += [
      line(RunMessages.unchanged, RunMessages.documents(plan.found - plan.work)),
      line(RunMessages.toRemove, RunMessages.recordsGone(plan.gone)),
    ]
    if plan.unopened > 0 {
      lines.append(line(RunMessages.archives, RunMessages.unopened(plan.unopened)))
    }
    if let refusal { lines.append(line(RunMessages.wouldStop, ErrorWords.words(refusal))) }
    lines += named(removal?.gone.map(\.path) ?? [], of: removal?.gone.count ?? 0)
    for kept in plan.kept {
      let folder = TerminalText.line(FileName.shown(kept.folder))
      lines.append(line(RunMessages.kept, RunMessages.keptBelow(folder, kept.count)))
    }
    for (reason, count) in passedOver.all {
      lines.append(
        line(RunMessages.passedOver, CountMessages.files(String(count), reason.words)))
    }
    return Array(((lines + names).joined(separator: "\n") + "\n").utf8)
  }

  /// Documents that are named, at most.
  static let mostNames = 10_000

  private func named(_ paths: [[UInt8]], of count: Int) -> [String] {
    guard isVerbose else { return [] }
    let rest = count - paths.count
    return paths.map { indented(Words(same: TerminalText.line(FileName.shown($0)))) }
      + (rest > 0 ? [indented(CountMessages.more(String(rest)))] : [])
  }

  private func line(_ name: Words, _ value: Words) -> String {
    DisplayWidth.padded(language.text(name), to: Self.indent) + language.text(value)
  }

  private func indented(_ words: Words) -> String {
    String(repeating: " ", count: Self.indent) + language.text(words)
  }

  private static let indent = 13
}
