internal import InputFiles
internal import RunReporting
internal import RunSettings
internal import RunState

extension NightlyRun {
  /// Says what a run would do, and does nothing.
  func dryRun(_ tree: InputTree) throws -> Result {
    let isVerbose = settings.console.verbosity == .verbose
    let text = PlanText(isVerbose: isVerbose, in: console.style.language)
    guard OutputDirectory.exists(settings.output) else {
      var plan = State.Plan()
      var work: [[UInt8]] = []
      let passedOver = try tree.walk(
        { file in
          try checkSignals()
          guard settings.shard?.holds(file.path) ?? true else { return }
          plan.found += 1
          if State.isNamedArchive(file.path) { plan.unopened += 1 }
          plan.bytes += min(file.size, State.mostBytes)
          if isVerbose, work.count < PlanText.mostNames { work.append(file.path) }
        }, passing: text.pass, waiting: checkSignals)
      (plan.work, plan.workBytes, plan.new) = (plan.found, plan.bytes, plan.found)
      return Result(status: .finished, text: text.bytes(plan, passedOver, work: work))
    }
    let output = try lockedOutput()
    let state = try State(in: output.state)
    let planning = Planning(
      settings, tree, state, checkSignals: checkSignals, passing: text.pass)
    let plan = try planning.plan()
    var passedOver = planning.passedOver
    passedOver += try state.passedOverMembers()
    let removal = try state.removal()
    let work = isVerbose ? try state.workPaths(limit: PlanText.mostNames) : []
    return Result(
      status: .finished,
      text: text.bytes(
        plan, passedOver, work: work, removal: removal,
        refusal: try refusal(plan, planning, removal, state)))
  }

  /// Why a run would end before it did anything.
  private func refusal(
    _ plan: State.Plan, _ planning: Planning, _ removal: State.Removal, _ state: State
  ) throws -> String? {
    if planning.inputs.files == 0, try state.count() > 0, !settings.allowEmpty {
      return
        "nothing found, but the output holds \(plan.gone) records: the run would end with 66; is the input mounted? "
        + "(--allow-empty removes them)"
    }
    guard plan.found > 0, !settings.allowRemoval,
      settings.maxRemoved.isExceeded(by: removal.removed, of: removal.published)
    else { return nil }
    return
      "more than --max-removed \(settings.maxRemoved.text) lets go, unless they have new names; "
      + "--allow-removal lets them go"
  }
}
