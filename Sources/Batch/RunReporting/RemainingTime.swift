internal import Glibc

/// How long a run will still take, judged by bytes, smoothed so that one large file does not make it jump.
///
/// Each second that something was done counts with the weight it has after a half-life of 30 s; nothing is said in the
/// first 3 s, and without bytes to go by.
struct RemainingTime: Sendable {
  /// Seconds to go; nil until known.
  private(set) var seconds: Double?
  private var last: (time: Double, bytes: Int)?
  private var startedAt: Double?
  /// Weighted bytes and the weighted seconds that they took.
  private var bytes = 0.0
  private var time = 0.0

  mutating func add(_ progress: RunProgress, at now: Double) {
    let start = startedAt ?? now
    startedAt = start
    guard let previous = last else {
      last = (now, progress.doneBytes)
      return
    }
    let step = now - previous.time
    // Smaller steps are taken together with the next.
    guard step >= 1 else { return }
    last = (now, progress.doneBytes)
    let kept = pow(0.5, step / 30)
    bytes = bytes * kept + Double(max(0, progress.doneBytes - previous.bytes))
    time = time * kept + step
    let rest = Double(max(0, progress.bytes - progress.doneBytes))
    seconds = now - start >= 3 && bytes > 0 ? rest * time / bytes : nil
  }
}
