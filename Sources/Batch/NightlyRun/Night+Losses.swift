internal import InputFiles
internal import Logging
internal import RunReporting
internal import RunSettings
internal import RunState

extension Night {
  /// Whether so many records may be lost.
  func mayRemove(_ removal: State.Removal) -> Bool {
    let settings = run.settings
    let isMeant = settings.allowRemoval || (planning.inputs.files == 0 && settings.allowEmpty)
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
    let isUnreadable = removal.unreadable > 0 && removal.unreadable == removal.replaced
    let isOfArchives = removal.gone.contains { $0.absence != .file }
    let words =
      removal.replaced == 0
      ? "\(removal.removed) of \(removal.published) records would go, \(words(removal.gone))"
      : "\(removal.count) of \(removal.published) records would be lost, "
        + (removal.removed == 0
          ? (isUnreadable
            ? "what is there now can't be read" : "what is there now is no report or has no tables")
          : "\(removal.removed) \(isOfArchives ? "with their files or archives" : "with their files"), "
            + "\(removal.replaced) to what is no report or has no tables")
        + (isUnreadable
          ? "; may this run read these files? see their permissions, kinds and sizes (max_size)"
          : "; are these error pages? fetch the reports again")
    return RunEnd(.condition, "\(words); --allow-removal lets them go".replacing("?;", with: "?"))
  }

  /// Why records would go, and what may be wrong.
  private func words(_ gone: [State.Removal.Gone]) -> String {
    if gone.allSatisfy({ $0.absence == .file && leavesOut($0.path) }), !gone.isEmpty {
      return "their files are no inputs any more (--include, --exclude, --files-from)"
    }
    var (members, others) = (0, 0)
    var codes: [String: Int] = [:]
    for gone in gone {
      switch gone.absence {
      case .file: break
      case .member: members += 1
      case .archive(let code): codes[code, default: 0] += 1
      case .otherKind: others += 1
      }
    }
    let failing = codes.values.reduce(0, +)
    let list = codes.keys.sorted().joined(separator: ", ")
    switch gone.count {
    case 0, gone.count - members - failing - others:
      return "their files are gone; is a disk not mounted?"
    case members: return "they are no longer in their archives; are these whole?"
    case failing: return "their archives fail now (\(list)); fetch these again"
    case others: return "files of another kind lie in their place; are these the right ones?"
    default:
      let parts = [
        (gone.count - members - failing - others, "with their files"),
        (members, "that are no longer in their archives"),
        (failing, "whose archives fail now (\(list))"),
        (others, "in whose place a file of another kind lies"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return parts.joined(separator: ", ")
        + "; is a disk not mounted, or is an archive not whole?"
    }
  }

  /// Says of each record that is no longer there what became of it.
  func logLosses() {
    for (number, item) in news.items.enumerated()
    where ![.failed, .partial, .unbalanced, .changed].contains(item.kind) {
      var metadata: Logger.Metadata = ["path": "\(FileName.shown(item.path))"]
      switch item.kind {
      case .removed, .cleared:
        if case .archive(let code) = item.absence { metadata["code"] = "\(code)" }
      default: if let code = item.code { metadata["code"] = "\(code)" }
      }
      if let target = item.target { metadata["to"] = "\(FileName.shown(target))" }
      let message: Logger.Message =
        switch item.kind {
        case .removed: "A record was removed: \(reason(item.absence, item.path))"
        case .replaced:
          "A record is lost: its document is no report any more, or its tables or their figures are gone"
        case .doubled: "A document has other bytes than before, which are another one's"
        case .cleared where tree.isFolder(item.path): "A folder can be read again"
        case .cleared where item.absence == .otherKind && MemberPath.parts(item.path) == nil:
          "An archive that failed was read"
        case .cleared: "A document that failed is gone: \(reason(item.absence, item.path))"
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
      for gone in refusedRemoval.gone { tell(gone.path, gone.absence, in: &told) }
      return told
    }
    told.removed = news[.removed]
    told.lost = news[.lost]
    told.replaced = news[.replaced]
    told.doubled = news[.doubled]
    told.failed = news[.failed]
    told.partial = news[.partial]
    told.unbalanced = news[.unbalanced]
    told.changed = news[.changed]
    told.renamed = news[.renamed]
    told.cleared = news[.cleared]
    for item in news.items { tell(item, in: &told) }
    return told
  }

  private func tell(_ item: State.News.Item, in told: inout RunSummary.News) {
    let path = FileName.shown(item.path)
    let other = RunSummary.Rename(from: path, to: FileName.shown(item.target ?? []))
    switch item.kind {
    case .removed: tell(item.path, item.absence, in: &told)
    case .cleared where tree.isFolder(item.path): told.reopenings.append(path)
    case .cleared where item.absence == .file: told.clearings.append(path)
    case .cleared where MemberPath.parts(item.path) == nil: told.openings.append(path)
    case .cleared: told.memberClearings.append(path)
    case .lost: told.losses.append(failure(item))
    case .replaced: told.replacements.append(path)
    case .renamed: told.renames.append(other)
    case .doubled: told.doubles.append(other)
    case .partial, .unbalanced:
      let checks = (item.code ?? "").split(separator: " ").map(String.init)
      told.worsenings.append(
        RunSummary.Worsening(path: path, isPartial: item.kind == .partial, checks: checks))
    case .changed: told.changes.append(path)
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

  /// Whether the file of `path`, which may be a member's, is there and no input of the run any more.
  private func leavesOut(_ path: [UInt8]) -> Bool {
    tree.leavesOut(MemberPath.parts(path)?.archive ?? path)
  }

  /// Why a document is gone, for the log.
  private func reason(_ absence: Absence, _ path: [UInt8]) -> String {
    switch absence {
    case .file where leavesOut(path): "its file is no input any more"
    case .file: "its file is gone"
    case .member: "it is no longer in its archive"
    case .archive: "its archive fails now"
    case .otherKind where MemberPath.parts(path) == nil: "an archive lies in its place"
    case .otherKind: "its archive is a document now"
    }
  }

  private func tell(_ path: [UInt8], _ absence: Absence, in told: inout RunSummary.News) {
    let name = FileName.shown(path)
    switch absence {
    case .file where leavesOut(path): told.exclusions.append(name)
    case .file: told.removals.append(name)
    case .member: told.memberRemovals.append(name)
    case .archive(let code): told.archiveLosses.append(.init(path: name, code: code))
    case .otherKind: told.displacements.append(name)
    }
  }
}
