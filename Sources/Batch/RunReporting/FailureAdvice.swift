internal import Diagnostics
internal import PlainWords

extension FailureCode {
  /// The advice about the code that is written as `rawValue`, for `count` documents of which the next run tries `retried`.
  static func advice(_ rawValue: String, count: Int, retried: Int) -> String {
    let advice =
      FailureCode(rawValue: rawValue)?.operatorAdvice.english ?? "see its message in failures.csv"
    switch retried {
    case 0: return advice
    case count: return advice + "; the next run tries again"
    default: return advice + "; the next run tries \(Number.grouped(retried)) again"
    }
  }
}
