internal import Conversion
internal import InputFiles
internal import RunState

/// How far the members of an archive have come.
struct ArchiveProgress {
  /// Of the archive.
  let sha256: String
  /// All of them, in its order.
  let members: [ContainedFile]
  /// Those that are passed over.
  let passedOver: PassedOver
  /// Those that have their record, under these paths.
  var paths: [[UInt8]] = []
  /// What was published under each path.
  let published: [[UInt8]: Entry.Published]
  /// Whether the worker has said what it is going to answer.
  var isAnnounced = true
  /// Whether another file has taken the archive's place meanwhile.
  var isChanged = false
  /// Which programs read some of them.
  var backends: Set<String> = []
  /// Whether another night may give a better record of one.
  var mayPass = false
  /// Whether one of these had less than its time.
  var wasShort = false

  var done: Int { paths.count }
  var isComplete: Bool { done == members.count }
}
