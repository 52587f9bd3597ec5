/// The members of an archive that are passed over: how many by reason, and what the first are called.
package struct PassedMembers: Hashable, Sendable {
  package var counts: PassedOver
  package var names: [Name]

  package struct Name: Hashable, Sendable {
    package var reason: PassedOver.Reason
    /// In the archive; a folder's ends with a slash.
    package var path: String

    package init(_ reason: PassedOver.Reason, _ path: String) {
      self.reason = reason
      self.path = path
    }
  }

  package init(_ counts: PassedOver = PassedOver(), names: [Name] = []) {
    self.counts = counts
    self.names = names
  }

  package mutating func add(_ reason: PassedOver.Reason, _ path: String) {
    counts[reason] += 1
    if names.count < Self.mostNames { names.append(Name(reason, path)) }
  }

  /// Names that somebody is told of.
  package static let mostNames = 100
}
