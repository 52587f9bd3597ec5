internal import Foundation
internal import Glibc

/// A moment of the clock on the wall.
package struct WallTime: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  package var seconds: Int
  package var milliseconds: Int

  package init(seconds: Int, milliseconds: Int) {
    self.seconds = seconds
    self.milliseconds = milliseconds
  }

  /// What ``iso8601`` writes, with milliseconds or without; nil for anything else.
  package init?(iso8601: String) {
    do {
      let time = iso8601.replacing(/\.[0-9]+Z$/, with: "Z")
      seconds = Int(try Date(time, strategy: .iso8601).timeIntervalSince1970)
      milliseconds = 0
    } catch {
      return nil
    }
  }

  package static func now() -> WallTime {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return WallTime(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
  }

  /// Since 1970, for comparing with times of files.
  package var nanoseconds: Int { (seconds &* 1_000 &+ milliseconds) &* 1_000_000 }

  /// UTC to the millisecond: `2026-01-02T02:00:00.000Z`.
  package var iso8601: String {
    var seconds = seconds
    var parts = unsafe tm()
    guard unsafe gmtime_r(&seconds, &parts) != nil else { return "1970-01-01T00:00:00.000Z" }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    let (hour, minute, second) = unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec)
    let date = "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
    let time = "\(Self.digits(hour, 2)):\(Self.digits(minute, 2)):\(Self.digits(second, 2))"
    return "\(date)T\(time).\(Self.digits(milliseconds, 3))Z"
  }

  /// For people, by the clock of the place (`TZ`), to the second: `2026-01-02 10:00:00 +08:00`.
  package var local: String {
    var seconds = seconds
    var parts = unsafe tm()
    tzset()
    guard unsafe localtime_r(&seconds, &parts) != nil else { return iso8601 }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    let (hour, minute, second) = unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec)
    let offset = unsafe parts.tm_gmtoff / 60
    let date = "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
    let time = "\(Self.digits(hour, 2)):\(Self.digits(minute, 2)):\(Self.digits(second, 2))"
    let zone =
      "\(offset < 0 ? "-" : "+")\(Self.digits(abs(offset) / 60, 2)):\(Self.digits(abs(offset) % 60, 2))"
    return "\(date) \(time) \(zone)"
  }

  private static func digits(_ number: some BinaryInteger, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
