internal import TextScanning

/// The year that a title names, however it is written.
struct TitleYear {
  /// Nil where it can't be told: 202年, 20*3年.
  var value: Int?
  /// Where the year stands, with 年, 度 and 份.
  var range: Range<Int>
  /// Whether it is short or damaged, 23年, 2O23年, or the last of several, 2022-2023年.
  var isUncertain: Bool
  /// Whether another year stands before it: 2022-2023年.
  var isOneOfSeveral = false

  /// The first year with 年 in `text` (folded, without blanks), else four digits without.
  static func first(in text: [Unicode.Scalar]) -> TitleYear? {
    var bare: TitleYear?
    var index = 0
    while index < text.count {
      guard isYearScalar(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, isYearScalar(text[end]) { end += 1 }
      if let year = schoolYear(in: text, index..<end) { return year }
      if end < text.count, text[end] == "年", !isDate(text, from: end + 1),
        var year = year(in: text, index..<end)
      {
        if let start = start(ofYearsBefore: year.range.lowerBound, in: text) {
          year.range = start..<year.range.upperBound
          year.isUncertain = true
          year.isOneOfSeveral = true
        }
        if let last = last(ofYearsBehind: year.range.upperBound, in: text) {
          year.value = last.value
          year.range = year.range.lowerBound..<last.end
          year.isUncertain = true
          year.isOneOfSeveral = true
        }
        return year
      }
      if bare == nil, let year = DateScanner.year(in: text, at: index), year.end == end {
        bare = TitleYear(value: year.value, range: index..<end, isUncertain: false)
      }
      index = end
    }
    return bare
  }

  /// The year in which 2019-2020学年 begins.
  private static func schoolYear(in text: [Unicode.Scalar], _ run: Range<Int>) -> TitleYear? {
    guard let first = DateScanner.year(in: text, at: run.lowerBound), first.end == run.upperBound,
      let mark = text[first.end...].first, "-—–~～－至/".unicodeScalars.contains(mark)
    else { return nil }
    let start = text[first.end...].drop { "-—–~～－至/".unicodeScalars.contains($0) }.startIndex
    guard let second = DateScanner.year(in: text, at: start), second.value == first.value + 1,
      text.has("学年", at: second.end)
    else { return nil }
    var end = second.end + 2
    while end < text.count, text[end] == "度" { end += 1 }
    return TitleYear(
      value: first.value, range: run.lowerBound..<end, isUncertain: true, isOneOfSeveral: true)
  }

  /// Whether a month and then nothing follows 年 at the end of a title: (2024年1月) below it says when it was written.
  private static func isDate(_ text: [Unicode.Scalar], from start: Int) -> Bool {
    var end = start
    while end < text.count, end - start < 3,
      text[end].isDigit || ChineseNumeral.isNumeral(text[end])
    {
      end += 1
    }
    return end > start && end < text.count && text[end] == "月"
      && text[(end + 1)...].allSatisfy { $0 == ")" }
  }

  /// Where a year without 年 begins that a mark joins to what stands at `place`: 2022-, 2022、, 2021至.
  private static func start(ofYearsBefore place: Int, in text: [Unicode.Scalar]) -> Int? {
    var end = place
    while end > 0, "-—–~～－至到、/及和".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard end < place, end >= 4, let year = DateScanner.year(in: text, at: end - 4),
      year.end == end
    else { return nil }
    return end - 4
  }

  /// The year that a mark joins to one that ends at `place`: 至2023年 behind 2022年.
  private static func last(
    ofYearsBehind place: Int, in text: [Unicode.Scalar]
  ) -> (value: Int, end: Int)? {
    var start = place
    while start < text.count, "-—–~～－至到、/及和".unicodeScalars.contains(text[start]) { start += 1 }
    guard start > place, let year = DateScanner.year(in: text, at: start), year.end < text.count,
      text[year.end] == "年"
    else { return nil }
    var end = year.end + 1
    while end < text.count, text[end] == "度" || text[end] == "份" { end += 1 }
    return (year.value, end)
  }

  private static func year(in text: [Unicode.Scalar], _ run: Range<Int>) -> TitleYear? {
    var end = run.upperBound + 1
    while end < text.count, text[end] == "度" || text[end] == "份" { end += 1 }
    // 三 of 某三年 is a number of years, and 一九 the end of a name only with more behind it.
    let words = Array(text[run])
    for start in words.indices {
      let rest = words[start...]
      if let value = ChineseNumeral.value(rest), (1900...2099).contains(value), rest.count >= 4 {
        return TitleYear(
          value: value, range: run.lowerBound + start..<end, isUncertain: start > 0)
      }
    }
    guard words.contains(where: \.isDigit) || words.count == 2 && words.allSatisfy(isChineseDigit)
    else { return nil }
    let range = run.lowerBound..<end
    let digits = words.map { isZero($0) ? "0" : $0 }
    guard digits.count <= 4 else { return TitleYear(value: nil, range: range, isUncertain: true) }
    let number = digits.reduce(0) { $0 * 10 + (ChineseNumeral.digit($1) ?? $1.digitValue ?? 0) }
    let isWhole = digits.allSatisfy { $0.isDigit || isChineseDigit($0) }
    switch digits.count {
    case 4 where isWhole && (1900...2099).contains(number):
      return TitleYear(
        value: number, range: range, isUncertain: !words.allSatisfy(\.isDigit))
    // The regulation is of 2008.
    case 2 where isWhole && (8...49).contains(number):
      return TitleYear(value: 2000 + number, range: range, isUncertain: true)
    default: return TitleYear(value: nil, range: range, isUncertain: true)
    }
  }

  static func isYearScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || isZero(scalar) || isChineseDigit(scalar)
      || "十千*?lI".unicodeScalars.contains(scalar)
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    "Oo〇零○◯ΟО".unicodeScalars.contains(scalar)
  }

  private static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
    "〇零一二三四五六七八九○".unicodeScalars.contains(scalar)
  }
}
