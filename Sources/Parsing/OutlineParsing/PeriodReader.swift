internal import Diagnostics
internal import ReportRecords
internal import TextScanning

/// The span of time that a report covers, as far as it is printed.
///
///     2020年1月1日至2020年12月31日, 2020年1月1日至12月31日, 自2021年1月1日起至2021年12月31日止, 2020-01-01～2020-12-31
struct PeriodReader {
  private(set) var start: CalendarDate?
  private(set) var end: CalendarDate?
  private(set) var issue: Issue?

  /// Looks for the period in one more paragraph; the first one found stays.
  mutating func read(_ text: [Unicode.Scalar], at location: Location) {
    guard start == nil else { return }
    for index in text.indices where Self.mayBeginYear(text[index]) {
      guard let first = DateScanner.date(in: text, at: index),
        let second = Self.end(in: text, behind: first), first.date.description < second.description
      else { continue }
      // A campaign has a span too: one that isn't the whole year counts only where the text calls it the period.
      guard Self.isWholeYear(first.date, second) || Self.isAnnounced(text, at: index) else {
        continue
      }
      start = first.date
      end = second
      issue = nil
      return
    }
    guard issue == nil, let announced = text.firstIndex(of: "统计期限") else { return }
    let raw = text.string(announced, announced + 40)
    guard raw.unicodeScalars.contains(where: { $0.isDigit || $0 == "年" }) else { return }
    issue = Issue(.periodUnreadable, "no two whole dates in: \(raw)", at: location)
  }

  private static func mayBeginYear(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "2" || scalar == "1" || scalar == "二" || scalar == "一"
  }

  /// The second date, behind 起, 至 and the like; without a year it lies in the year of the first.
  private static func end(in text: [Unicode.Scalar], behind first: DateScanner.Match)
    -> CalendarDate?
  {
    var index = first.end
    var isSpan = false
    while index < text.count, index - first.end < 12 {
      switch text[index] {
      case " ", "起", "日", ",", "0", "时", "(", ")", "开", "始", "从": index += 1
      case "至", "到", "-", "~", "止", "—":
        isSpan = true
        index += 1
      default:
        guard isSpan else { return nil }
        return DateScanner.date(in: text, at: index)?.date
          ?? DateScanner.monthAndDay(in: text, at: index, year: first.date.year)?.date
      }
    }
    return nil
  }

  private static func isWholeYear(_ start: CalendarDate, _ end: CalendarDate) -> Bool {
    start.month == 1 && start.day == 1 && end.month == 12 && end.day == 31
      && start.year == end.year
  }

  private static func isAnnounced(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    let before = Array(text[max(0, index - 24)..<index])
    return before.contains(anyOf: ["期限", "统计", "时限", "所列数据", "时间范围", "报告期"])
  }
}
