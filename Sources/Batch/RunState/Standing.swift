/// What can be said of a record at worst; every one has exactly one, so that their counts add up.
package enum Standing: String, Hashable, Sendable, CaseIterable {
  case failed
  /// Something that its form requires is missing or unreadable.
  case partial
  /// All of it was read, and sums in it do not add up.
  case unbalanced
  case well
}

extension Entry {
  package var standing: Standing {
    if failure != nil { return .failed }
    if status == "partial" { return .partial }
    return failedChecks.isEmpty ? .well : .unbalanced
  }
}

extension Entry.Published {
  /// Whether there was a record, and no failure.
  var isRead: Bool { code == nil }

  /// Whether it had `other`, which is taken for granted of what an earlier version published.
  func had(_ other: Standing) -> Bool {
    other == .failed ? code != nil : standing == other || (standing == nil && isRead)
  }
}
