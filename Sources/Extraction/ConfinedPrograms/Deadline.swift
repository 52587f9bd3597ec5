/// When the programs that work on one document must be done with it, all of them together.
///
/// Measured by a clock that nobody sets: a change of the date neither shortens nor stretches it.
package struct Deadline: Sendable {
  /// What was given, for messages.
  package let seconds: Int
  private let instant: SuspendingClock.Instant

  /// `seconds` from now, at most 30 days.
  package init(after seconds: Int) {
    self.init(seconds: seconds, .now + .seconds(min(max(seconds, 0), 30 * 86_400)))
  }

  private init(seconds: Int, _ instant: SuspendingClock.Instant) {
    self.seconds = seconds
    self.instant = instant
  }

  package var hasPassed: Bool { instant <= .now }

  /// What is left of it, rounded up, at most an hour; 0 where it has passed.
  var milliseconds: Int32 {
    let left = SuspendingClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    return Int32(min(left / .milliseconds(1), 3_600_000).rounded(.up))
  }

  /// A deadline after half of the time that is left: for work that the document can do without.
  package var halfway: Deadline {
    let now = SuspendingClock.now
    return Deadline(seconds: seconds, now + now.duration(to: max(now, instant)) / 2)
  }
}
