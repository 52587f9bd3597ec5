internal import Glibc

/// Seconds by a clock that nobody sets: deadlines must not move when the time of day does.
package enum MonotonicClock {
  package static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  package static func sleep(_ seconds: Double) {
    usleep(UInt32(max(0, min(60, seconds)) * 1e6))
  }
}
