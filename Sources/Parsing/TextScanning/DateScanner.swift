package import ReportRecords

/// Dates in folded text, blanks inside allowed.
///
///     2021年1月20日   2020 年 1 月 1 日   二〇二一年一月二十日   2021年元月20日   2021-01-20   2021/1/20   2021.1.20
package enum DateScanner {
  package struct Match: Equatable {
    package var date: CalendarDate
    /// The index behind the date.
    package var end: Int
  }

  /// The date that begins at `start`.
  package static func date(in text: [Unicode.Scalar], at start: Int) -> Match? {
    guard let year = year(in: text, at: start) else { return nil }
    var index = skipBlanks(in: text, year.end)
    guard index < text.count else { return nil }
    if text[index] == "年" {
      return monthAndDay(in: text, at: index + 1, year: year.value)
    }
    let mark = text[index]
    guard mark == "-" || mark == "/" || mark == "." else { return nil }
    index += 1
    guard let month = number(in: text, at: index, digits: 2), month.end < text.count,
      text[month.end] == mark, let day = number(in: text, at: month.end + 1, digits: 2),
      let date = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    return Match(date: date, end: day.end)
  }

  /// The day that begins at `start` without a year of its own: `12月31日`.
  package static func monthAndDay(in text: [Unicode.Scalar], at start: Int, year: Int) -> Match? {
    let first = skipBlanks(in: text, start)
    let month = text.has("元月", at: first) ? (1, first + 1) : number(in: text, at: start, digits: 2)
    guard let month: (value: Int, end: Int) = month else { return nil }
    var index = skipBlanks(in: text, month.end)
    guard index < text.count, text[index] == "月" else { return nil }
    guard let day = number(in: text, at: index + 1, digits: 2) else { return nil }
    index = skipBlanks(in: text, day.end)
    guard index < text.count, text[index] == "日" || text[index] == "号",
      let date = CalendarDate(year: year, month: month.value, day: day.value)
    else { return nil }
    return Match(date: date, end: index + 1)
  }

  /// Four digits, Arabic or Chinese, from 1900 to 2099, that begin at `start` and no digit before them; or 二千零二十三.
  package static func year(in text: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
    if text.has("二千", at: start) {
      var end = start
      while end < text.count, ChineseNumeral.isNumeral(text[end]), end - start < 8 { end += 1 }
      guard end < text.count, text[end] == "年", let value = ChineseNumeral.value(text[start..<end]),
        (2000...2099).contains(value)
      else { return nil }
      return (value, end)
    }
    guard start >= 0, start <= text.count - 4, start == 0 || !text[start - 1].isDigit else {
      return nil
    }
    let four = text[start..<start + 4]
    let value: Int?
    if four.allSatisfy(\.isDigit) {
      value = four.reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }
    } else if four.first.map(ChineseNumeral.isNumeral) == true {
      value = ChineseNumeral.value(four)
    } else {
      value = nil
    }
    guard let value, (1900...2099).contains(value) else { return nil }
    if start + 4 < text.count, text[start + 4].isDigit { return nil }
    return (value, start + 4)
  }

  /// A number of up to `digits` Arabic digits, or in Chinese numerals, behind any blanks.
  private static func number(
    in text: [Unicode.Scalar], at start: Int, digits: Int
  ) -> (value: Int, end: Int)? {
    let begin = skipBlanks(in: text, start)
    var end = begin
    while end < text.count, text[end].isDigit, end - begin <= digits { end += 1 }
    if end > begin {
      guard end - begin <= digits else { return nil }
      return (text[begin..<end].reduce(0) { $0 * 10 + ($1.digitValue ?? 0) }, end)
    }
    while end < text.count, ChineseNumeral.isNumeral(text[end]), end - begin < 4 { end += 1 }
    return ChineseNumeral.value(text[begin..<end]).map { ($0, end) }
  }

  package static func skipBlanks(in text: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index] == " " { index += 1 }
    return index
  }
}
