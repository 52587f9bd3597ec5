internal import InputFiles
internal import Logging
internal import RunReporting
internal import RunSettings
internal import RunState

extension Night {
  /// Whether so many records may be lost.
  func mayRemove(_ removal: State.Removal) -> Bool {
    let settings = run.settings
    let isMeant = settings.allowRemoval || (plan.found == 0 && settings.allowEmpty)
    return isMeant
      || !removal.fault.isLikely
        && !settings.maxRemoved.isExceeded(
          by: removal.count, failing: removal.emptied, of: removal.published)
  }

  /// The end of a run that would lose more records than may be lost.
  func stop(for removal: State.Removal) -> RunEnd {
    refusedRemoval = removal
    let settings = run.settings
    guard
      settings.maxRemoved.isExceeded(
        by: removal.count, failing: removal.emptied, of: removal.published)
    else {
      let fault = removal.fault
      return RunEnd(
        .condition,
        "\(fault.failed) of \(fault.converted) documents failed by what is the machine's fault and not theirs, and "
          + "\(fault.records) of \(removal.published) records would be lost; see what it lacks (memory, a whole poppler: "
          + "gongkai doctor), then run again; --allow-removal lets them go")
    }
    let words =
      removal.replaced == 0
      ? "\(removal.removed) of \(removal.published) records would go, their files are gone; is a disk not mounted?"
      : "\(removal.count) of \(removal.published) records would be lost, "
        + (removal.removed == 0
          ? "what is there now is no report"
          : "\(removal.removed) with their files, \(removal.replaced) to what is no report")
        + "; are these error pages? fetch the reports again"
    return RunEnd(.condition, "\(words); --allow-removal lets them go".replacing("?;", with: "?"))
  }

  /// Says of each record that is no longer there what became of it.
  func logLosses() {
    for (number, item) in news.items.enumerated()
    where ![.failed, .partial, .unbalanced].contains(item.kind) {
      var metadata: Logger.Metadata = ["path": "\(FileName.shown(item.path))"]
      if let code = item.code { metadata["code"] = "\(code)" }
      if let target = item.target { metadata["to"] = "\(FileName.shown(target))" }
      let message: Logger.Message =
        switch item.kind {
        case .removed where tree.leavesOut(item.path):
          "A record was removed: its file is no input any more"
        case .removed: "A record was removed: its file is gone"
        case .replaced: "A record is lost: its document is no report any more, or has no tables"
        case .doubled: "A document has other bytes than before, which are another one's"
        case .cleared where tree.isFolder(item.path): "A folder can be read again"
        case .cleared: "A document that failed is gone: its file was removed"
        case .renamed: "A record was renamed: the same bytes have another name"
        default: "A record is lost: \(item.message ?? "its document fails")"
        }
      // The first few are said aloud, all of them in the mail.
      let isLoud = ![.renamed, .cleared].contains(item.kind) && number < 20
      log.log(level: isLoud ? .warning : .info, message, metadata: metadata)
    }
  }

  /// What became of records, as the summary tells it.
  var newsOfSummary: RunSummary.News {
    var told = RunSummary.News()
    if let refusedRemoval {
      told.removed = refusedRemoval.removed
      told.replaced = refusedRemoval.replaced
      told.replacements = refusedRemoval.replacedPaths.map(FileName.shown)
      if refusedRemoval.fault.isLikely { told.lost = refusedRemoval.fault.records }
      told.losses = refusedRemoval.fault.paths.map {
        RunSummary.NewFailure(path: FileName.shown($0), code: "", message: "")
      }
      for path in refusedRemoval.paths { told.add(removal: path, isLeftOut: tree.leavesOut(path)) }
      return told
    }
    told.removed = news[.removed]
    told.lost = news[.lost]
    told.replaced = news[.replaced]
    told.doubled = news[.doubled]
    told.failed = news[.failed]
    told.partial = news[.partial]
    told.unbalanced = news[.unbalanced]
    told.renamed = news[.renamed]
    told.cleared = news[.cleared]
    for item in news.items { tell(item, in: &told) }
    return told
  }

  private func tell(_ item: State.News.Item, in told: inout RunSummary.News) {
    let path = FileName.shown(item.path)
    let other = RunSummary.Rename(from: path, to: FileName.shown(item.target ?? []))
    switch item.kind {
    case .removed: told.add(removal: item.path, isLeftOut: tree.leavesOut(item.path))
    case .cleared where tree.isFolder(item.path): told.reopenings.append(path)
    case .cleared: told.clearings.append(path)
    case .lost: told.losses.append(failure(item))
    case .replaced: told.replacements.append(path)
    case .renamed: told.renames.append(other)
    case .doubled: told.doubles.append(other)
    case .partial, .unbalanced:
      let checks = (item.code ?? "").split(separator: " ").map(String.init)
      told.worsenings.append(
        RunSummary.Worsening(path: path, isPartial: item.kind == .partial, checks: checks))
    case .failed: break
    }
  }

  /// The first documents that fail and had no record.
  var newFailures: [RunSummary.NewFailure] {
    news.items.filter { $0.kind == .failed }.map(failure)
  }

  private func failure(_ item: State.News.Item) -> RunSummary.NewFailure {
    RunSummary.NewFailure(
      path: FileName.shown(item.path), code: item.code ?? "", message: item.message ?? "")
  }
}

extension RunSummary.News {
  /// - Parameter isLeftOut: Whether it is no input of the run any more.
  fileprivate mutating func add(removal path: [UInt8], isLeftOut: Bool) {
    if isLeftOut {
      exclusions.append(FileName.shown(path))
    } else {
      removals.append(FileName.shown(path))
    }
  }
}
