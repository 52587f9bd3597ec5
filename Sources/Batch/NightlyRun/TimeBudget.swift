internal import Conversion

/// How long each document may take, and how long all of those together that run into that.
final class TimeBudget {
  /// Seconds for one document at most, and for all that run into their limit.
  private let most: Int
  private let budget: Int
  private var spent = 0.0
  /// The extensions of documents that ran into their limit.
  private var endings: Set<[UInt8]> = []

  init(most: Int, budget: Int) {
    self.most = most
    self.budget = budget
  }

  /// Whether documents that are known to run into their limit wait for another night.
  var isSpent: Bool { spent >= Double(budget) }

  /// Whether so much more than the budget is spent, with short times too, that documents whose name ends like that of one
  /// that ran into its limit aren't begun tonight: the sum is bounded, however many of them there are.
  func isExhausted(_ ending: [UInt8]?) -> Bool {
    spent >= Double(budget + max(budget, most)) && endings.contains(ending ?? [])
  }

  /// Seconds for a document of `bytes`; with a spent budget a tenth, in which 99 of 100 are done, and not less than 2.
  ///
  /// - Parameter least: What a converter of the site's own may take of them.
  func seconds(bytes: Int, least: Int) -> (seconds: Int, isShort: Bool) {
    let full = max(DocumentTime.seconds(bytes: bytes, most: most), min(least, most))
    let short = max(min(full, 2), full / 10)
    return isSpent && short < full ? (short, true) : (full, false)
  }

  /// Notes how long a document took that had `seconds`.
  ///
  /// - Parameter ending: Its extension, nil where its name isn't UTF-8.
  func note(_ took: Double, of seconds: Int, _ ending: [UInt8]?) {
    guard took >= Double(seconds) else { return }
    spent += took
    endings.insert(ending ?? [])
  }

  /// Why a new document wasn't begun.
  var exhaustion: String {
    "not begun: documents that hang have spent timeout_budget = \(budget) s and as much again; it is for another night"
  }

  /// What explains to a person that a document of `bytes` had only `seconds`.
  func note(_ seconds: Int, isShort: Bool) -> String {
    isShort
      ? "; timeout_budget = \(budget) s was spent, so that it had a tenth of its time"
      : DocumentTime.note(seconds, most: most)
  }
}
