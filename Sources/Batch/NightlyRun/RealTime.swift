internal import Glibc

/// The time of day, for comparing with times of files; nothing else depends on it.
enum RealTime {
  /// Since 1970.
  static func nanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
