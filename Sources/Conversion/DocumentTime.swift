internal import DocumentModel

/// How long a document may take, by the bytes of its file: of 6,573 real PDF the slowest honest one took 14.5 s.
package enum DocumentTime {
  /// 20 s and one for each MB, at most `most`; where more than the standard 120 s are allowed, all of it in proportion.
  package static func seconds(bytes: Int, most: Int) -> Int {
    let (base, perMegabyte) = (max(20, most / 6), max(1, most / 120))
    let megabytes = min(max(0, bytes) / 1_000_000, most)
    return min(most, base + megabytes * perMegabyte)
  }

  /// What explains a limit of `seconds`; empty where it is all that there is.
  package static func note(_ seconds: Int, most: Int) -> String {
    seconds < most ? "; by its size it has \(seconds) of \(most) s (--timeout)" : ""
  }

  /// `limits` with the time that a file of `bytes` has.
  static func limits(_ limits: Limits, bytes: Int) -> Limits {
    var limits = limits
    limits.backendSeconds = seconds(bytes: bytes, most: limits.backendSeconds)
    return limits
  }
}
