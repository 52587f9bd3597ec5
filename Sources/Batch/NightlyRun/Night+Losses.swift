internal import InputFiles
internal import Logging
internal import RunReporting
internal import RunSettings
internal import RunState

extension Night {
  /// Whether so many records may go with their files.
  func mayRemove(_ removal: State.Removal) -> Bool {
    let settings = run.settings
    let isMeant = settings.allowRemoval || (plan.found == 0 && settings.allowEmpty)
    return isMeant
      || !settings.maxRemoved.isExceeded(by: removal.removed, of: removal.published)
  }

  /// The end of a run that would remove more records than may go.
  func stop(for removal: State.Removal) -> RunEnd {
    refusedRemoval = removal
    return RunEnd(
      .condition,
      "\(removal.removed) of \(removal.published) records would go, their files are gone; "
        + "is a disk not mounted? --allow-removal lets them go")
  }

  /// Says of each record that is no longer there what became of it.
  func logLosses() {
    for (number, item) in news.items.enumerated() where item.kind != .failed {
      var metadata: Logger.Metadata = ["path": "\(FileName.shown(item.path))"]
      if let code = item.code { metadata["code"] = "\(code)" }
      if let target = item.target { metadata["to"] = "\(FileName.shown(target))" }
      let message: Logger.Message =
        switch item.kind {
        case .removed: "A record was removed: its file is gone"
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
      told.removals = refusedRemoval.paths.map(FileName.shown)
      return told
    }
    told.removed = news[.removed]
    told.lost = news[.lost]
    told.failed = news[.failed]
    told.partial = news[.partial]
    told.unbalanced = news[.unbalanced]
    told.renamed = news[.renamed]
    told.cleared = news[.cleared]
    for item in news.items {
      let path = FileName.shown(item.path)
      switch item.kind {
      case .removed: told.removals.append(path)
      case .cleared: told.clearings.append(path)
      case .lost: told.losses.append(failure(item))
      case .renamed:
        told.renames.append(
          RunSummary.Rename(from: path, to: FileName.shown(item.target ?? [])))
      case .failed, .partial, .unbalanced: break
      }
    }
    return told
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
