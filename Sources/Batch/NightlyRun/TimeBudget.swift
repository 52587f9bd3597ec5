internal import Conversion

/// How long each document may take, and how long all of those together that run into that.
final class TimeBudget {
  /// Seconds for one document at most, and for all that run into their limit.
  private let most: Int
  private let budget: Int
  private var spent = 0.0

  init(most: Int, budget: Int) {
    self.most = most
    self.budget = budget
  }

  /// Whether documents that are known to run into their limit wait for another night.
  var isSpent: Bool { spent >= Double(budget) }

  /// Seconds for a document of `bytes`; with a spent budget a tenth, in which 99 of 100 are done.
  func seconds(bytes: Int) -> (seconds: Int, isShort: Bool) {
    let full = DocumentTime.seconds(bytes: bytes, most: most)
    let short = max(min(full, 2), full / 10)
    return isSpent && short < full ? (short, true) : (full, false)
  }

  /// Notes how long a document took that had `seconds`.
  func note(_ took: Double, of seconds: Int) {
    if took >= Double(seconds) { spent += took }
  }

  /// What explains to a person that a document of `bytes` had only `seconds`.
  func note(_ seconds: Int, isShort: Bool) -> String {
    isShort
      ? "; timeout_budget = \(budget) s was spent, so that it had a tenth of its time"
      : DocumentTime.note(seconds, most: most)
  }
}
