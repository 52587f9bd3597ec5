internal import DurableFiles
internal import InputFiles
internal import RecordTables
internal import RunSettings
internal import RunShards
internal import RunState

extension Night {
  /// Makes the output that of the settings' shard for ever, and takes away what says that it is finished.
  ///
  /// - Throws: ``RunEnd`` where it is another one's: its records would all count as removed.
  static func claim(_ state: State, _ output: OutputDirectory, for settings: RunSettings) throws {
    let wanted = settings.shard?.description ?? State.allShards
    let known = try state.shard()
    guard known == nil || known == wanted else {
      throw RunEnd(
        .usage,
        "\(FileName.printed(settings.output)) holds \(words(known)), and this run is of \(words(wanted)); "
          + "give each its own folder, or remove this one")
    }
    if known == nil { try state.setShard(wanted) }
    try output.root.remove(ShardNote.name)
  }

  private static func words(_ shard: String?) -> String {
    guard let shard, shard != State.allShards else { return "all records of its inputs" }
    return "shard \(shard)"
  }

  /// Says that the shard is finished, and what it holds.
  func writeShardNote() throws {
    let settings = run.settings
    guard let shard = settings.shard else { return }
    let policy = planning.policy
    let making = ShardNote.Making(
      rules: policy.rules, workerMemory: settings.workerMemoryBytes, poppler: policy.backends.pdf,
      office: policy.backends.office, converters: policy.backends.converters,
      csvBom: style == .spreadsheet)
    var lines = ShardNote.Lines()
    try state.forEachLine { lines.add(MemberPath.parts($0)?.archive ?? $0, $1) }
    try ShardNote(shard, making, planning.inputs, lines, in: output.root).write(to: output.root)
  }
}
