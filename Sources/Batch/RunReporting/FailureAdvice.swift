internal import Diagnostics
internal import PlainWords

extension FailureCode {
  /// The advice about the code that is written as `rawValue`, for `count` documents of which the next run tries `retried`.
  static func advice(_ rawValue: String, count: Int, retried: Int) -> Words {
    let advice = FailureCode(rawValue: rawValue)?.operatorAdvice ?? SummaryMessages.seeMessage
    switch retried {
    case 0: return advice
    case count: return SummaryMessages.retriedAll(advice)
    default: return SummaryMessages.retriedSome(advice, Number.grouped(retried))
    }
  }
}
